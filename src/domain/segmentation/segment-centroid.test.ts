import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelMap } from './label-map.ts';
import { interiorPoint } from './segment-centroid.ts';

const filled = (columns: number, rows: number, inside: (x: number, y: number) => boolean): LabelMap => ({
  columns,
  rows,
  data: Uint8Array.from({ length: columns * rows }, (_, at) =>
    inside(at % columns, Math.floor(at / columns)) ? 7 : 0,
  ),
});

describe('interiorPoint', () => {
  it('is the middle of a square', () => {
    const mask = filled(9, 9, (x, y) => x >= 2 && x <= 6 && y >= 3 && y <= 7);
    expect(interiorPoint(mask, 7)).toEqual({ x: 4.5, y: 5.5 });
  });

  it('lies in a ring, whose centre of mass does not', () => {
    const mask = filled(41, 41, (x, y) => Math.abs(Math.hypot(x - 20, y - 20) - 15) < 4);
    const point = interiorPoint(mask, 7);
    expect(Math.abs(Math.hypot((point?.x ?? 0) - 20.5, (point?.y ?? 0) - 20.5) - 15)).toBeLessThan(2);
  });

  it('is the middle of a bar, not its beginning', () => {
    const mask = filled(61, 20, (_, y) => y >= 5 && y <= 9);
    expect(interiorPoint(mask, 7)).toEqual({ x: 30.5, y: 7.5 });
  });

  it('reaches the image edge', () => {
    expect(
      interiorPoint(
        filled(1, 1, () => true),
        7,
      ),
    ).toEqual({ x: 0.5, y: 0.5 });
  });

  it('is nothing without pixels', () => {
    expect(
      interiorPoint(
        filled(3, 3, () => false),
        7,
      ),
    ).toBeUndefined();
  });

  it('is as far from the outline as any pixel, by the larger of the two distances', () => {
    const side = 10;
    const anyMask = fc.array(fc.integer({ min: 0, max: 5 }), {
      minLength: side * side,
      maxLength: side * side,
    });
    fc.assert(
      fc.property(anyMask, (values) => {
        const mask = filled(side, side, (x, y) => (values[y * side + x] ?? 0) > 0);
        const inside = (x: number, y: number) =>
          x >= 0 && y >= 0 && x < side && y < side && mask.data[y * side + x] === 7;
        // Largest n so that all pixels within n columns and n rows are inside; −1 outside the segment.
        const reach = (x: number, y: number) => {
          let n = -1;
          for (let whole = true; whole && n < side;) {
            n++;
            for (let dy = -n; dy <= n; dy++)
              for (let dx = -n; dx <= n; dx++) whole &&= inside(x + dx, y + dy);
          }
          return n - 1;
        };
        const best = Math.max(...values.map((_, at) => reach(at % side, Math.floor(at / side))));
        const point = interiorPoint(mask, 7);
        expect(point ? reach(Math.floor(point.x), Math.floor(point.y)) : -1).toBe(best);
      }),
    );
  });
});
