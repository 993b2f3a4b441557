import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import type { ImageFileRef, LoadedImage } from '../workers/images/image-contract.ts';
import { createVolumeParts, nextPart, partOf } from './volume-parts.ts';

const fileAt = (path: string): ImageFileRef => ({ path: path as DatasetPath });
const CT = fileAt('ct.nii.gz');
const volume = { file: CT, slices: 100, bytes: 1_000 };
const { signal } = new AbortController();

/** Parts of ten slices, whose readings end when the test says so. */
function watched() {
  const read: string[] = [];
  const aborted: string[] = [];
  const endings = new Map<string, () => void>();
  const kept = new Set<string>();
  const parts = createVolumeParts({
    read: ({ file, frames = { from: 0, to: 0 }, isVerified = false }, own) => {
      const name = `${file.path} ${frames.from}`;
      read.push(`${name}${isVerified ? ' verified' : ''}`);
      own.addEventListener('abort', () => aborted.push(name));
      return new Promise((resolve, reject) => {
        own.addEventListener('abort', () => reject(own.reason as Error));
        endings.set(name, () => {
          const images = Array.from({ length: frames.to - frames.from }, (_, at) => ({
            frame: frames.from + at,
          }));
          images.forEach(({ frame }) => kept.add(`${file.path} ${frame}`));
          resolve(images as unknown as readonly LoadedImage[]);
        });
      });
    },
    has: (file, slice) => kept.has(`${file.path} ${slice}`),
    partBytes: 109,
  });
  return { parts, read, aborted, end: (name: string) => endings.get(name)?.() };
}

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

describe('a volume too large to be kept', () => {
  it('is read in parts, each once for all who ask', async () => {
    const { parts, read, end } = watched();
    const [one, two] = [parts.load(volume, 44, signal), parts.load(volume, 45, signal)];
    end('ct.nii.gz 40');
    expect((await one).frame).toBe(44);
    expect((await two).frame).toBe(45);
    expect(read).toEqual(['ct.nii.gz 40']);
  });

  it('is read on while the slice changes, and not for those who left', async () => {
    const { parts, read, aborted, end } = watched();
    const leaving = new AbortController();
    const left = parts.load(volume, 44, leaving.signal);
    leaving.abort();
    const stayed = parts.load(volume, 45, signal);
    end('ct.nii.gz 40');
    await expect(left).rejects.toThrow(/abort/i);
    expect((await stayed).frame).toBe(45);
    expect([read, aborted]).toEqual([['ct.nii.gz 40'], []]);
  });

  it('leaves a part that nobody waits for when another is wanted, but not what somebody waits for', async () => {
    const { parts, aborted, end } = watched();
    const leaving = new AbortController();
    const left = parts.load(volume, 44, leaving.signal);
    const waiting = parts.load(volume, 84, signal);
    leaving.abort();
    expect(aborted).toEqual([]);
    const other = parts.load(volume, 4, signal);
    expect(aborted).toEqual(['ct.nii.gz 40']);
    end('ct.nii.gz 80');
    end('ct.nii.gz 0');
    expect((await waiting).frame).toBe(84);
    expect((await other).frame).toBe(4);
    await expect(left).rejects.toThrow(/abort/i);
  });

  it('has the part beside it read ahead near an end, and its checksum verified once', async () => {
    const { parts, read, end } = watched();
    const first = parts.load(volume, 48, signal);
    end('ct.nii.gz 40');
    await first;
    expect(read).toEqual(['ct.nii.gz 40', 'ct.nii.gz 50 verified']);
  });

  it('is left with its case', async () => {
    const { parts, aborted, end } = watched();
    const lost = parts.load(volume, 1, signal);
    const kept = parts.load({ ...volume, file: fileAt('other.nii.gz') }, 1, signal);
    parts.retain(({ path }) => path === 'other.nii.gz');
    expect(aborted).toEqual(['ct.nii.gz 0']);
    await expect(lost).rejects.toThrow(/abort/i);
    end('other.nii.gz 0');
    expect((await kept).frame).toBe(1);
  });
});
