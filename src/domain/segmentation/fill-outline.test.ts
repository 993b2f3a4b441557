import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillOutline } from './fill-outline.ts';
import { toSvgPath, traceContours } from './trace-contours.ts';

const filled = (columns: number, rows: number, outline: string): readonly number[] => {
  const data = new Uint8Array(columns * rows);
  fillOutline({ columns, rows, data }, outline, 3);
  return [...data];
};

it('fills a ring and leaves its hole', () => {
  expect(filled(4, 4, 'M0,0H4V3H0ZM1,1H2V2H1Z')).toEqual([3, 3, 3, 3, 3, 0, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0]);
});

it('fills nothing of nothing, and nothing beside the map', () => {
  expect(filled(2, 1, '')).toEqual([0, 0]);
  expect(filled(2, 1, 'M0,0H9V9H0Z')).toEqual([3, 3]);
});

it('is the other way of tracing', () => {
  const map = fc.array(fc.constantFrom(0, 3), { minLength: 35, maxLength: 35 });
  fc.assert(
    fc.property(map, (pixels) => {
      const outline = toSvgPath(traceContours({ columns: 7, rows: 5, data: Uint8Array.from(pixels) }, 3));
      expect(filled(7, 5, outline)).toEqual(pixels);
    }),
  );
});
