import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMaskTruth } from '../../testing/mask-truth.ts';
import type { LabelMap } from './label-map.ts';
import { dice, iou, overlapOf } from './overlap.ts';
import { toSvgPath, traceContours } from './trace-contours.ts';

const [COLUMNS, ROWS] = [24, 20];

function outlineOf(places: readonly number[], columns = COLUMNS, rows = ROWS): { readonly outline: string } {
  const map: LabelMap = { columns, rows, data: new Uint8Array(columns * rows) };
  for (const at of places) map.data[at] = 1;
  return { outline: toSvgPath(traceContours(map, 1)) };
}

/** A square of 10 × 10 pixels. */
const square = (x: number, y: number): readonly number[] =>
  Array.from({ length: 100 }, (_, at) => (y + Math.floor(at / 10)) * COLUMNS + x + (at % 10));

describe('overlapOf', () => {
  it('agrees with the closed form of two squares', () => {
    // Moved by 4 columns and 5 rows, two squares of 100 pixels share 6 × 5.
    const overlap = overlapOf([outlineOf(square(2, 2))], [outlineOf(square(6, 7))]);
    expect(overlap).toEqual({ one: 100, other: 100, both: 30 });
    expect(dice(overlap)).toBe(60 / 200);
    expect(iou(overlap)).toBe(30 / 170);
  });

  it('is 1 of a segment with itself, 0 of two that do not touch, and nothing of two that are empty', () => {
    const one = [outlineOf(square(0, 0))];
    expect(dice(overlapOf(one, one))).toBe(1);
    expect(iou(overlapOf(one, one))).toBe(1);
    const apart = overlapOf(one, [outlineOf(square(12, 10))]);
    expect([dice(apart), iou(apart)]).toEqual([0, 0]);
    const none = overlapOf([undefined], []);
    expect([none, dice(none), iou(none)]).toEqual([{ one: 0, other: 0, both: 0 }, undefined, undefined]);
  });

  it.each(readMaskTruth().overlaps)('agrees with numpy: %#', (pair) => {
    const overlap = overlapOf([outlineOf(pair.one)], [outlineOf(pair.other)]);
    expect(dice(overlap)).toBeCloseTo(pair.dice, 12);
    expect(iou(overlap)).toBeCloseTo(pair.iou, 12);
  });

  it('counts over all slices, also where only one of them has the segment', () => {
    const [a, b] = [outlineOf(square(0, 0)), outlineOf(square(5, 0))];
    expect(overlapOf([a, undefined, a], [b, b])).toEqual({ one: 200, other: 200, both: 50 });
  });

  it('counts what sets count, whatever the pixels', () => {
    const pixels = fc.uniqueArray(fc.nat(8 * 7 - 1));
    fc.assert(
      fc.property(pixels, pixels, (one, other) => {
        const overlap = overlapOf([outlineOf(one, 8, 7)], [outlineOf(other, 8, 7)]);
        const both = one.filter((at) => other.includes(at)).length;
        expect(overlap).toEqual({ one: one.length, other: other.length, both });
        const [d = 0, j = 0] = [dice(overlap), iou(overlap)];
        // J = D / (2 − D)
        expect(j).toBeCloseTo(d / (2 - d), 12);
      }),
    );
  });
});
