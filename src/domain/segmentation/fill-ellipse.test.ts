import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillEllipse, type Ellipse } from './fill-ellipse.ts';

const [COLUMNS, ROWS] = [30, 22];

function filled(ellipse: Ellipse): readonly boolean[] {
  const data = new Uint8Array(COLUMNS * ROWS);
  fillEllipse({ columns: COLUMNS, rows: ROWS, data }, ellipse, 1);
  return Array.from(data, (value) => value === 1);
}

describe('fillEllipse', () => {
  it('sets the pixels whose centres lie inside, by the equation of the ellipse', () => {
    const number = fc.double({ min: -12, max: 40, noNaN: true });
    fc.assert(
      fc.property(
        number,
        number,
        fc.double({ min: 0.1, max: 25, noNaN: true }),
        fc.double({ min: 0.1, max: 25, noNaN: true }),
        fc.double({ min: 0, max: 3.2, noNaN: true }),
        (x, y, major, minor, angle) => {
          const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
          const found = filled({
            centre: [x, y],
            axes: [
              [major * cos, major * sin],
              [-minor * sin, minor * cos],
            ],
          });
          const wrong = found.filter((isIn, at) => {
            const [dx, dy] = [(at % COLUMNS) + 0.5 - x, Math.floor(at / COLUMNS) + 0.5 - y];
            const value = ((dx * cos + dy * sin) / major) ** 2 + ((dy * cos - dx * sin) / minor) ** 2;
            // On the very edge rounding decides.
            return Math.abs(value - 1) > 1e-9 && isIn !== value < 1;
          });
          expect(wrong).toEqual([]);
        },
      ),
    );
  });

  it('has nothing where it has no area, and survives places beyond all measure', () => {
    for (const axes of [
      [
        [0, 0],
        [0, 3],
      ],
      [
        [1, 1],
        [2, 2],
      ],
      [
        [1e308, 0],
        [0, 1e308],
      ],
    ] as const)
      expect(filled({ centre: [5, 5], axes }).filter(Boolean).length).toBeLessThanOrEqual(COLUMNS * ROWS);
    expect(
      filled({
        centre: [5, 5],
        axes: [
          [0, 0],
          [0, 3],
        ],
      }).some(Boolean),
    ).toBe(false);
  });
});
