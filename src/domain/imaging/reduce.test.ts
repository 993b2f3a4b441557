import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceBy, reducedSide, reductionFor } from './reduce.ts';

const reduced = (kind: 'grey' | 'rgb', columns: number, rows: number, factor: number, shown: Uint8Array) => {
  const samples = kind === 'rgb' ? 3 : 1;
  const target = new Uint8Array(reducedSide(columns, factor) * reducedSide(rows, factor) * samples);
  reduceBy(shown, { kind, columns, rows }, factor, target);
  return Array.from(target);
};

describe('an image that is too large', () => {
  it('is divided by the least whole number that makes it fit', () => {
    expect(reductionFor({ columns: 8192, rows: 100 }, 8192)).toBe(1);
    expect(reductionFor({ columns: 8193, rows: 100 }, 8192)).toBe(2);
    expect(reductionFor({ columns: 100, rows: 16_385 }, 8192)).toBe(3);
  });

  it('has the mean of each square, and of what is left of one at its edges', () => {
    const shown = Uint8Array.of(0, 10, 20, 10, 20, 30, 100, 200, 255);
    expect(reduced('grey', 3, 3, 2, shown)).toEqual([10, 25, 150, 255]);
    expect(reduced('grey', 3, 3, 3, shown)).toEqual([72]);
    expect(reduced('grey', 3, 3, 1, shown)).toEqual(Array.from(shown));
  });

  it('has its colours apart', () => {
    const shown = Uint8Array.of(0, 100, 200, 10, 110, 210, 50, 60, 70);
    expect(reduced('rgb', 3, 1, 2, shown)).toEqual([5, 105, 205, 50, 60, 70]);
  });

  it('keeps what is the same everywhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(255),
        (columns, rows, factor, grey) => {
          const found = reduced('grey', columns, rows, factor, new Uint8Array(columns * rows).fill(grey));
          expect(new Set(found)).toEqual(new Set([grey]));
        },
      ),
    );
  });
});
