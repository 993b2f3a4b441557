import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPolygons, type Polygon } from './fill-polygons.ts';

const filled = (columns: number, rows: number, ...polygons: readonly Polygon[]): string[] => {
  const map = { columns, rows, data: new Uint8Array(columns * rows) };
  fillPolygons(map, polygons, 7);
  return Array.from({ length: rows }, (_, row) =>
    Array.from(map.data.subarray(row * columns, (row + 1) * columns), (value) =>
      value === 7 ? '#' : '.',
    ).join(''),
  );
};

describe('fillPolygons', () => {
  it('takes the pixels whose centres lie inside', () => {
    expect(filled(5, 4, [1, 1, 4, 1, 4, 3, 1, 3])).toEqual(['.....', '.###.', '.###.', '.....']);
    // Edges at 0.4 and 3.6 hold the centres 0.5 and 3.5; edges at 0.6 and 3.4 do not.
    expect(filled(5, 1, [0.4, 0, 3.6, 0, 3.6, 1, 0.4, 1])).toEqual(['####.']);
    expect(filled(5, 1, [0.6, 0, 3.4, 0, 3.4, 1, 0.6, 1])).toEqual(['.##..']);
  });

  it('draws a triangle with its slanted edge through pixel centres to one side only', () => {
    expect(filled(4, 4, [0, 0, 4, 4, 0, 4])).toEqual(['....', '#...', '##..', '###.']);
  });

  it('leaves a hole where a polygon crosses itself, and joins polygons that overlap', () => {
    const ring: Polygon = [0, 0, 5, 0, 5, 5, 0, 5, 0, 0, 1, 1, 4, 1, 4, 4, 1, 4, 1, 1];
    expect(filled(5, 5, ring)).toEqual(['#####', '#...#', '#...#', '#...#', '#####']);
    expect(filled(4, 1, [0, 0, 3, 0, 3, 1, 0, 1], [1, 0, 4, 0, 4, 1, 1, 1])).toEqual(['####']);
  });

  it('cuts off what lies beyond the image, and has nothing of a line or a point', () => {
    expect(filled(3, 2, [-1e9, -1e9, 1e9, -1e9, 1e9, 1e9, -1e9, 1e9])).toEqual(['###', '###']);
    expect(filled(3, 2, [0, 0, 3, 2], [1, 1], [])).toEqual(['...', '...']);
  });

  it('fills as many pixels of a rectangle as its sides have', () => {
    const side = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(side, side, ([x0, x1], [y0, y1]) => {
        const map = { columns: 20, rows: 20, data: new Uint8Array(400) };
        fillPolygons(map, [[x0, y0, x1, y0, x1, y1, x0, y1]], 1);
        expect(map.data.reduce((sum, value) => sum + value, 0)).toBe(Math.abs(x1 - x0) * Math.abs(y1 - y0));
      }),
    );
  });

  it('refuses edges without end instead of keeping them all', () => {
    const zigzag = Array.from({ length: 40_000 }, (_, at) => [at % 7, at % 2 === 0 ? 0 : 1_000]).flat();
    const map = { columns: 8, rows: 1_000, data: new Uint8Array(8_000) };
    expect(() => fillPolygons(map, [zigzag], 1)).toThrow('outline-too-long');
  });
});
