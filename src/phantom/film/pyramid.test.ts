import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blur, collapse, createPyramid, deposit, soften } from './pyramid.ts';
import type { PyramidLevel } from './pyramid.ts';

const total = ({ data }: PyramidLevel): number => data.reduce((sum, value) => sum + value, 0);

describe('pyramid', () => {
  it('keeps the mass of a grain, whatever the level it falls into', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.double({ min: 24, max: 40, noNaN: true }),
        fc.double({ min: 24, max: 40, noNaN: true }),
        (level, column, row) => {
          const pyramid = createPyramid(64, 64, 4);
          const factor = 2 ** level;
          // A grain of mass 1 over the area of a pixel of its level.
          deposit(pyramid.levels[level]!, column / factor, row / factor, 1 / (factor * factor));
          expect(total(collapse(pyramid))).toBeCloseTo(1, 4);
        },
      ),
    );
  });

  it('puts a grain where it belongs, at every level', () => {
    for (let level = 0; level < 4; level++) {
      const pyramid = createPyramid(64, 64, 4);
      deposit(pyramid.levels[level]!, 30 / 2 ** level, 36 / 2 ** level, 1);
      const { data, columns } = collapse(pyramid);
      const mass = data.reduce((sum, value) => sum + value, 0);
      const centre = data.reduce((sum, value, n) => sum + value * ((n % columns) + 0.5), 0) / mass;
      expect(centre).toBeCloseTo(30, 3);
    }
  });

  it('drops grains beside the picture', () => {
    const pyramid = createPyramid(16, 16, 2);
    for (const [column, row] of [
      [-3, 5],
      [5, 400],
      [NaN, 5],
    ] as const)
      deposit(pyramid.levels[0]!, column, row, 1);
    expect(total(pyramid.levels[0]!)).toBe(0);
  });
});

describe('smoothing', () => {
  it('leaves an even picture as it is', () => {
    const even: PyramidLevel = { columns: 20, rows: 12, data: new Float32Array(240).fill(3) };
    blur(even, 3);
    soften(even);
    for (const value of even.data) expect(value).toBeCloseTo(3, 5);
  });

  it('spreads a point about as wide as its sigma says', () => {
    const point: PyramidLevel = { columns: 101, rows: 101, data: new Float32Array(101 * 101) };
    point.data[50 * 101 + 50] = 1;
    blur(point, 5);
    const variance = point.data.reduce((sum, value, n) => sum + value * ((n % 101) - 50) ** 2, 0);
    expect(Math.sqrt(variance)).toBeGreaterThan(4);
    expect(Math.sqrt(variance)).toBeLessThan(6);
  });
});
