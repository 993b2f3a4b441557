import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  isWhole,
  middleInView,
  toImage,
  toScreen,
  wayToMiddle,
  WHOLE,
  type ImagePlacement,
} from './placement.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const size = fc.tuple(number(10, 4_000), number(10, 4_000));

/** Any enlargement, turn and flip. */
const anyPlacement: fc.Arbitrary<ImagePlacement> = fc
  .record({
    origin: fc.tuple(number(-2_000, 2_000), number(-2_000, 2_000)),
    scale: number(0.05, 20),
    angle: number(0, 2 * Math.PI),
    flip: fc.constantFrom(1, -1),
  })
  .map(({ origin, scale, angle, flip }) => ({
    origin,
    right: [scale * Math.cos(angle), scale * Math.sin(angle)],
    down: [-flip * scale * Math.sin(angle), flip * scale * Math.cos(angle)],
  }));

it('screen and image are each other’s way back, however the picture is turned', () => {
  fc.assert(
    fc.property(anyPlacement, size, (placement, point) => {
      const [x, y] = toImage(placement, toScreen(placement, point));
      expect(x).toBeCloseTo(point[0], 4);
      expect(y).toBeCloseTo(point[1], 4);
    }),
  );
});

it('what is moved to the middle is in the middle', () => {
  fc.assert(
    fc.property(
      anyPlacement,
      size,
      size,
      fc.tuple(number(0, 1), number(0, 1)),
      (placement, element, image, place) => {
        const [dx, dy] = wayToMiddle(placement, element, image, place);
        const moved = { ...placement, origin: [placement.origin[0] + dx, placement.origin[1] + dy] as const };
        const [x, y] = middleInView(moved, element, image);
        expect(x).toBeCloseTo(place[0], 5);
        expect(y).toBeCloseTo(place[1], 5);
      },
    ),
  );
});

it('an image of 200 × 100 pixels, twice enlarged with its corner in the corner of its element', () => {
  const placement: ImagePlacement = { origin: [0, 0], right: [2, 0], down: [0, 2] };
  expect(middleInView(placement, [200, 100], [200, 100])).toEqual([0.25, 0.25]);
  expect(wayToMiddle(placement, [200, 100], [200, 100], [0.5, 0.5])).toEqual([-100, -50]);
  expect(isWhole(WHOLE)).toBe(true);
  expect(isWhole({ zoom: 1, middle: [0.5, 0.51] })).toBe(false);
  expect(isWhole({ zoom: 1.01, middle: [0.5, 0.5] })).toBe(false);
});
