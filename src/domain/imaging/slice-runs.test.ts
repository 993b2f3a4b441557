import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceRuns, slicesIn } from './slice-runs.ts';

test('slices that follow each other are one run', () => {
  const seen = new Set([0, 1, 4, 8, 9]);
  const runs = sliceRuns(10, (slice) => seen.has(slice));
  expect(runs).toEqual([
    { from: 0, count: 2 },
    { from: 4, count: 1 },
    { from: 8, count: 2 },
  ]);
  expect(slicesIn(runs)).toBe(5);
  expect(sliceRuns(0, () => true)).toEqual([]);
});

test('runs hold what was asked for and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (flags) => {
      const runs = sliceRuns(flags.length, (slice) => flags[slice] ?? false);
      const back = flags.map((_, slice) =>
        runs.some(({ from, count }) => slice >= from && slice < from + count),
      );
      expect(back).toEqual(flags);
    }),
  );
});
