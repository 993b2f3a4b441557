import { expect, test } from 'vitest';
import type { ImageStack, LoadedImage } from '../workers/images/image-contract.ts';
import { outwards, readStack } from './read-stack.ts';

/** A stack that notes what is asked of it; slice `broken` cannot be read. */
function stackOf(slices: number, bytes: number, broken = -1): { stack: ImageStack; asked: number[] } {
  const asked: number[] = [];
  const kept = new Map<number, LoadedImage>();
  const image = { pixels: { data: { byteLength: bytes } } } as unknown as LoadedImage;
  const stack = {
    description: { isVolume: false },
    slices,
    pathOf: () => 'ct.nii.gz',
    isLoaded: (slice: number) => kept.has(slice),
    peek: (slice: number) => kept.get(slice),
    load: async (slice: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      asked.push(slice);
      if (slice === broken) throw new Error('broken');
      kept.set(slice, image);
      return image;
    },
  } as unknown as ImageStack;
  return { stack, asked };
}

/** Bytes that one stack may take. */
const MOST = 2 ** 28;
const signal = new AbortController().signal;

test('a stack is read from its first shown slice outwards, past one that is broken', async () => {
  const { stack, asked } = stackOf(6, 1_000, 2);
  await readStack(stack, 3, MOST, signal);
  expect(asked).toEqual([3, 2, 4, 1, 5, 0]);
  expect(outwards(0, 3)).toEqual([1, 2]);
});

test('a stack that would fill the memory, or whose first slice fails, is read no further', async () => {
  for (const { stack, asked } of [stackOf(200, 2 ** 21), stackOf(200, 1_000, 100)]) {
    await readStack(stack, 100, MOST, signal);
    expect(asked).toEqual([100]);
  }
});

test('reading ends when it is called off', async () => {
  const { stack, asked } = stackOf(50, 1_000);
  const controller = new AbortController();
  const reading = readStack(stack, 25, MOST, controller.signal);
  controller.abort();
  await reading;
  expect(asked.length).toBeLessThan(3);
});
