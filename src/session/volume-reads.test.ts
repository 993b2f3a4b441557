import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import type { ImageFileRef, LoadedImage } from '../workers/images/image-contract.ts';
import { createVolumeReads, nextPart, partOf } from './volume-reads.ts';

const fileAt = (path: string): ImageFileRef => ({ path: path as DatasetPath });
const CT = fileAt('ct.nii.gz');
/** Read in parts of ten slices. */
const large = { file: CT, slices: 100, bytes: 1_000 };
/** Read as a whole. */
const small = { file: CT, slices: 100, bytes: 200 };
const { signal } = new AbortController();

/** Readings whose slices come, and that end, when the test says so. */
function watched() {
  const read: string[] = [];
  const aborted: string[] = [];
  const forgotten: string[] = [];
  const kept = new Set<string>();
  const running = new Map<string, { give(slice: number): void; end(): void; fail(): void }>();
  const reads = createVolumeReads({
    read: ({ file, frames = { from: 0, to: 100 }, isVerified = false }, take, own) => {
      const name = `${file.path} ${frames.from}`;
      read.push(`${name}${isVerified ? ' verified' : ''}`);
      own.addEventListener('abort', () => aborted.push(name));
      const give = (frame: number): void => {
        kept.add(`${file.path} ${frame}`);
        take({ frame } as LoadedImage);
      };
      return new Promise<void>((resolve, reject) => {
        own.addEventListener('abort', () => reject(own.reason as Error));
        const end = (): void => {
          for (let frame = frames.from; frame < frames.to; frame++) give(frame);
          resolve();
        };
        running.set(name, { give, end, fail: () => reject(new Error('broken')) });
      });
    },
    has: (file, slice) => kept.has(`${file.path} ${slice}`),
    forget: ({ path }) => forgotten.push(path),
    limit: 500,
    partBytes: 109,
  });
  return { reads, read, aborted, forgotten, at: (name: string) => running.get(name)! };
}

/** Why something was refused, from the moment on at which it is. */
const messageOf = (refused: Promise<unknown>): Promise<string> =>
  refused.then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  );

const ahead = (slice: number) => nextPart(slice, 45, 20)?.from;

describe('the part of a slice', () => {
  it('holds it, and parts lie end to end', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 60 }), (a, b, perPart) => {
        const [slice, slices] = [Math.min(a, b), Math.max(a, b) + 1];
        const { from, to } = partOf(slice, slices, perPart);
        expect(from <= slice && slice < to && to <= slices && to - from <= perPart).toBe(true);
        expect(to < slices ? partOf(to, slices, perPart).from : to).toBe(to);
      }),
    );
  });

  it('is followed by the one beside it near its ends', () => {
    expect([0, 10, 14].map(ahead)).toEqual([undefined, undefined, undefined]);
    expect([15, 19].map(ahead)).toEqual([20, 20]);
    expect([20, 24, 25, 34, 35].map(ahead)).toEqual([0, 0, undefined, undefined, 40]);
    expect([40, 44].map(ahead)).toEqual([20, undefined]);
    expect(nextPart(0, 3, 1)).toEqual({ from: 1, to: 2 });
  });
});

describe('a volume', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gives each slice as soon as it is there, and is read once for all who ask', async () => {
    const { reads, read, at } = watched();
    const [one, two] = [reads.load(small, 50, signal), reads.load(small, 51, signal)];
    at('ct.nii.gz 0').give(50);
    expect((await one).frame).toBe(50);
    expect((await reads.load(small, 50, signal)).frame).toBe(50);
    at('ct.nii.gz 0').end();
    expect((await two).frame).toBe(51);
    await reads.whenRead(CT, signal);
    expect(read).toEqual(['ct.nii.gz 0']);
  });

  it('is broken as a whole, and its slices are forgotten', async () => {
    const { reads, read, forgotten, at } = watched();
    const one = reads.load(small, 50, signal);
    at('ct.nii.gz 0').give(50);
    await one;
    const told = [messageOf(reads.load(small, 51, signal)), messageOf(reads.whenRead(CT, signal))];
    at('ct.nii.gz 0').fail();
    expect(await Promise.all(told)).toEqual(['broken', 'broken']);
    expect(forgotten).toEqual(['ct.nii.gz']);
    // Who asks again has it read again.
    const again = reads.load(small, 50, signal);
    at('ct.nii.gz 0').end();
    expect((await again).frame).toBe(50);
    expect(read).toHaveLength(2);
  });

  it('is read on for whoever goes from slice to slice, and no longer when all have left', async () => {
    const { reads, aborted, forgotten } = watched();
    const [first, second] = [new AbortController(), new AbortController()];
    const left = messageOf(reads.load(small, 50, first.signal));
    first.abort();
    const next = messageOf(reads.load(small, 51, second.signal));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(aborted).toEqual([]);
    second.abort();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(aborted).toEqual(['ct.nii.gz 0']);
    expect(await Promise.all([left, next])).toEqual([
      expect.stringMatching(/abort/i),
      expect.stringMatching(/abort/i),
    ]);
    expect(forgotten).toEqual(['ct.nii.gz']);
  });

  it('has no slice beyond its last one', async () => {
    const { reads, at } = watched();
    const none = reads.load({ ...small, slices: 101 }, 100, signal);
    at('ct.nii.gz 0').end();
    await expect(none).rejects.toThrow(RangeError);
  });
});

describe('a volume too large to be kept', () => {
  it('is read in parts, each once for all who ask', async () => {
    const { reads, read, at } = watched();
    const [one, two] = [reads.load(large, 44, signal), reads.load(large, 45, signal)];
    at('ct.nii.gz 40').end();
    expect((await one).frame).toBe(44);
    expect((await two).frame).toBe(45);
    expect(read).toEqual(['ct.nii.gz 40']);
  });

  it('is read on while the slice changes, and not for those who left', async () => {
    const { reads, read, aborted, at } = watched();
    const leaving = new AbortController();
    const left = reads.load(large, 44, leaving.signal);
    leaving.abort();
    const stayed = reads.load(large, 45, signal);
    at('ct.nii.gz 40').end();
    await expect(left).rejects.toThrow(/abort/i);
    expect((await stayed).frame).toBe(45);
    expect([read, aborted]).toEqual([['ct.nii.gz 40'], []]);
  });

  it('leaves a part that nobody waits for when another is wanted, but not what somebody waits for', async () => {
    const { reads, aborted, at } = watched();
    const leaving = new AbortController();
    const left = reads.load(large, 44, leaving.signal);
    const waiting = reads.load(large, 84, signal);
    leaving.abort();
    expect(aborted).toEqual([]);
    const other = reads.load(large, 4, signal);
    expect(aborted).toEqual(['ct.nii.gz 40']);
    at('ct.nii.gz 80').end();
    at('ct.nii.gz 0').end();
    expect((await waiting).frame).toBe(84);
    expect((await other).frame).toBe(4);
    await expect(left).rejects.toThrow(/abort/i);
  });

  it('has the part beside it read ahead near an end, and its checksum verified once', async () => {
    const { reads, read, at } = watched();
    const first = reads.load(large, 48, signal);
    at('ct.nii.gz 40').end();
    await first;
    expect(read).toEqual(['ct.nii.gz 40', 'ct.nii.gz 50 verified']);
  });

  it('is left with its case', async () => {
    const { reads, aborted, at } = watched();
    const lost = reads.load(large, 1, signal);
    const kept = reads.load({ ...large, file: fileAt('other.nii.gz') }, 1, signal);
    reads.retain(({ path }) => path === 'other.nii.gz');
    expect(aborted).toEqual(['ct.nii.gz 0']);
    await expect(lost).rejects.toThrow(/abort/i);
    at('other.nii.gz 0').end();
    expect((await kept).frame).toBe(1);
  });
});
