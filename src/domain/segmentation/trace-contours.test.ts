import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../error.ts';
import type { LabelMap } from './label-map.ts';
import { type Contour, toSvgPath, traceContours } from './trace-contours.ts';

/** A mask drawn with one digit per pixel; anything else is background. */
function drawn(...lines: readonly string[]): LabelMap {
  const digits = lines.join('').replaceAll(/\D/g, '0');
  return { columns: lines[0]?.length ?? 0, rows: lines.length, data: Uint8Array.from(digits, Number) };
}

const corners = ({ points }: Contour) =>
  Array.from(
    { length: points.length / 2 },
    (_, at) => [points[2 * at] ?? -1, points[2 * at + 1] ?? -1] as const,
  );

function shoelace(contour: Contour): number {
  const ring = corners(contour);
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** Whether a ray from the pixel's centre to the left crosses the rings an odd number of times. */
function evenOdd(contours: readonly Contour[], column: number, row: number): boolean {
  let crossings = 0;
  for (const ring of contours.map(corners))
    for (const [at, [x, y]] of ring.entries()) {
      const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [0, 0];
      if (x === nextX && x < column + 0.5 && Math.min(y, nextY) <= row && row < Math.max(y, nextY))
        crossings++;
    }
  return crossings % 2 === 1;
}

const anyMask = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([columns, rows]) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      data: fc
        .array(fc.constantFrom(0, 1, 1, 2), { minLength: columns * rows, maxLength: columns * rows })
        .map((values) => Uint8Array.from(values)),
    }),
  );

describe('traceContours', () => {
  it('runs clockwise around one pixel, from its top left corner', () => {
    const [ring, ...others] = traceContours(drawn('...', '.1.'), 1);
    expect(ring && corners(ring)).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
    ]);
    expect(ring?.signedArea).toBe(1);
    expect(others).toEqual([]);
  });

  it('leaves out collinear points', () => {
    const [ring] = traceContours(drawn('111', '111', '1..'), 1);
    expect(ring && corners(ring)).toEqual([
      [0, 0],
      [3, 0],
      [3, 2],
      [1, 2],
      [1, 3],
      [0, 3],
    ]);
  });

  it('gives a hole its own ring with the opposite winding', () => {
    const contours = traceContours(drawn('111', '1.1', '111'), 1);
    expect(contours.map(({ signedArea }) => signedArea)).toEqual([9, -1]);
    expect(contours[1] && corners(contours[1])).toEqual([
      [1, 2],
      [2, 2],
      [2, 1],
      [1, 1],
    ]);
  });

  it('separates pixels that touch at a corner only', () => {
    const contours = traceContours(drawn('1.', '.1'), 1);
    expect(contours.map(({ signedArea }) => signedArea)).toEqual([1, 1]);
  });

  it('sees only the segment asked for', () => {
    const mask = drawn('122', '122');
    expect(traceContours(mask, 1).map(({ signedArea }) => signedArea)).toEqual([2]);
    expect(traceContours(mask, 2).map(({ signedArea }) => signedArea)).toEqual([4]);
    expect(traceContours(mask, 3)).toEqual([]);
  });

  it('encloses exactly the pixels of the segment', () => {
    fc.assert(
      fc.property(anyMask, (mask) => {
        const contours = traceContours(mask, 1);
        const area = mask.data.filter((value) => value === 1).length;
        expect(contours.reduce((sum, contour) => sum + shoelace(contour), 0)).toBe(area);
        for (let y = 0, at = 0; y < mask.rows; y++)
          for (let x = 0; x < mask.columns; x++, at++)
            expect(evenOdd(contours, x, y)).toBe(mask.data[at] === 1);
        for (const contour of contours) expect(contour.signedArea).toBe(shoelace(contour));
      }),
      { numRuns: 500 },
    );
  });

  it('turns at every point', () => {
    fc.assert(
      fc.property(anyMask, (mask) => {
        for (const ring of traceContours(mask, 1).map(corners))
          for (const [at, [x, y]] of ring.entries()) {
            const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [-1, -1];
            const horizontal = at % 2 === 0;
            expect(horizontal ? y === nextY && x !== nextX : x === nextX && y !== nextY).toBe(true);
          }
      }),
    );
  });

  it('refuses noise rather than filling the memory', () => {
    const [columns, rows] = [1100, 1000];
    const data = Uint8Array.from({ length: columns * rows }, (_, at) => (at + Math.floor(at / columns)) % 2);
    const trace = () => traceContours({ columns, rows, data }, 1);
    expect(trace).toThrow(MidscopeError);
    expect(trace).toThrow('MASK_INVALID');
  });
});

describe('toSvgPath', () => {
  it('draws each ring as a closed path of horizontal and vertical lines', () => {
    expect(toSvgPath(traceContours(drawn('11', '1.'), 1))).toBe('M0,0H2V1H1V2H0Z');
    expect(toSvgPath(traceContours(drawn('1.1'), 1))).toBe('M0,0H1V1H0ZM2,0H3V1H2Z');
    expect(toSvgPath([])).toBe('');
  });
});
