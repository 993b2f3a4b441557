import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCheckPattern, stepGrey } from './check-pattern.ts';

/** At 100 pixels a unit, places are easy to name. */
const [WIDTH, HEIGHT] = [2_000, 1_200];
const pattern = drawCheckPattern(WIDTH, HEIGHT);
const at = (x: number, y: number): number => pattern[y * WIDTH + x] ?? -1;

test('ramps have every grey once, from black to white and back', () => {
  expect([at(100, 100), at(1_899, 100)]).toEqual([0, 255]);
  expect([at(100, 1_060), at(1_899, 1_060)]).toEqual([255, 0]);
  const row = pattern.subarray(100 * WIDTH + 100, 100 * WIDTH + 1_900);
  expect(new Set(row).size).toBe(256);
  expect(row.every((grey, x) => x === 0 || grey >= (row[x - 1] ?? 0))).toBe(true);
});

test('eighteen steps go from black to white in the same distances, each with a square four greys away', () => {
  const steps = Array.from({ length: 18 }, (_, step) => stepGrey(step));
  expect(steps).toEqual([0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 165, 180, 195, 210, 225, 240, 255]);
  const shown = steps.map((_, step) => {
    const x = 100 + (step < 9 ? step : 17 - step) * 200;
    const y = step < 9 ? 200 : 400;
    return { grey: at(x + 10, y + 10), inner: at(x + 100, y + 100) };
  });
  expect(shown.map(({ grey }) => grey)).toEqual(steps);
  expect(shown.map(({ grey, inner }) => Math.abs(grey - inner))).toEqual(steps.map(() => 4));
});

test('5 % lies in black and 95 % in white', () => {
  expect([at(110, 660), at(250, 800)]).toEqual([0, 13]);
  expect([at(460, 660), at(600, 800)]).toEqual([255, 242]);
});

test('the finest lines are one pixel wide, upright and lying', () => {
  expect([800, 801, 802, 803].map((x) => at(x, 700))).toEqual([255, 0, 255, 0]);
  expect([650, 651, 652, 653].map((y) => at(1_380, y))).toEqual([255, 0, 255, 0]);
  expect([990, 991, 992, 993].map((x) => at(x, 700))).toEqual([255, 255, 0, 0]);
});

test('every size has its edges, and nothing beyond them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (width, height) => {
      const drawn = drawCheckPattern(width, height);
      expect(drawn).toHaveLength(width * height);
      expect([drawn[0], drawn[width - 1], drawn.at(-1)]).toEqual([255, 255, 255]);
    }),
  );
});
