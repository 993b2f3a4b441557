import { assert, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from './move-camera.ts';
import { isDoubleTap, isTap, pinchBetween, type Tap } from './touches.ts';

/** Where a pinch takes a place of the picture: enlarged about the middle, then moved. */
const carry = ({ factor, middle, dx, dy }: ReturnType<typeof pinchBetween>, [x, y]: Place): Place => [
  middle[0] + factor * (x - middle[0]) + dx,
  middle[1] + factor * (y - middle[1]) + dy,
];

test('what is below two fingers stays below them, unless they turn', () => {
  const place = tuple(integer({ min: 0, max: 500 }), integer({ min: 0, max: 500 }));
  const spread = integer({ min: 10, max: 300 });
  assert(
    property(place, spread, place, spread, (from, was, to, is) => {
      const before: [Place, Place] = [from, [from[0] + was, from[1] + was]];
      const now: [Place, Place] = [to, [to[0] + is, to[1] + is]];
      const pinch = pinchBetween(before, now);
      for (const finger of [0, 1] as const) {
        const [x, y] = carry(pinch, before[finger]);
        expect(x).toBeCloseTo(now[finger][0], 6);
        expect(y).toBeCloseTo(now[finger][1], 6);
      }
    }),
  );
});

test('fingers that meet do not enlarge', () => {
  const pinch = pinchBetween(
    [
      [10, 10],
      [12, 10],
    ],
    [
      [10, 10],
      [100, 10],
    ],
  );
  expect(pinch.factor).toBe(1);
});

test('two short taps at one place soon after each other are a double tap', () => {
  const first: Tap = { at: [100, 100], down: 0, up: 80, strayed: 3 };
  const second: Tap = { at: [110, 95], down: 250, up: 320, strayed: 0 };
  expect(isTap(first)).toBe(true);
  expect(isDoubleTap(first, second)).toBe(true);
  expect(isDoubleTap(undefined, second)).toBe(false);
  expect(isDoubleTap(first, { ...second, down: 600, up: 650 })).toBe(false);
  expect(isDoubleTap(first, { ...second, at: [200, 100] })).toBe(false);
  expect(isTap({ ...second, up: 900 })).toBe(false);
  expect(isTap({ ...second, strayed: 40 })).toBe(false);
});
