import type { ImageStack } from '../workers/images/image-contract.ts';

/**
 * Reads a stack from its first shown slice outwards, one slice after the other, so that scrolling finds them there.
 * A stack that would fill the memory is read no further than that slice. Ends when the signal is aborted; a slice that
 * cannot be read says so when it is shown. Measures `midscope:volume`, from here to the last slice, with `firstSlice`
 * in milliseconds.
 * @param most bytes of pixels of one stack that are kept ahead of being scrolled to.
 */
export async function readStack(
  stack: ImageStack,
  first: number,
  most: number,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now();
  await quietly(stack.load(first, signal));
  const firstSlice = performance.now() - start;
  const size = stack.peek(first)?.pixels.data.byteLength ?? Infinity;
  if (stack.slices < 2 || size * stack.slices > most) return;
  // The slices of one file come all together.
  if (stack.description.isVolume) {
    if (!(await quietly(stack.whenRead(first, signal)))) return;
  } else
    for (const slice of outwards(first, stack.slices)) {
      if (signal.aborted) return;
      await quietly(stack.load(slice, signal));
    }
  const detail = { path: stack.pathOf(first), slices: stack.slices, firstSlice };
  if (!signal.aborted) performance.measure('midscope:volume', { start, detail });
}

/** Whether it succeeds: whoever shows a slice that cannot be read asks for it as well, and is told. */
const quietly = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** Every other slice, the nearest first. */
export function outwards(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, slice) => slice)
    .filter((slice) => slice !== from)
    .toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from) || a - b);
}
