import { expect, it } from 'vitest';
import { heroFilm } from './hero-film.ts';

it('the picture fills its frame and points at consolidation and ground glass', () => {
  const { columns, rows, pixels, segments } = heroFilm(240, 300);
  expect([columns, rows, pixels.length]).toEqual([240, 300, 72_000]);
  expect(segments.map(({ label }) => label)).toEqual(['consolidation', 'ground glass pattern']);
  for (const { anchor, data, value } of segments) {
    expect(data[Math.floor(anchor.y) * columns + Math.floor(anchor.x)]).toBe(value);
    expect(new Set(data)).toEqual(new Set([0, value]));
  }
  // Consolidation of the right base: on the image left, in the lower half.
  expect(segments[0]!.anchor.x).toBeLessThan(120);
  expect(segments[0]!.anchor.y).toBeGreaterThan(120);
  expect(Math.max(...pixels) - Math.min(...pixels)).toBeGreaterThan(200);
});

it('absurd sizes are refused', () => {
  for (const side of [0, 63, 4097, 100.5, NaN]) expect(() => heroFilm(side, 300)).toThrow(RangeError);
});
