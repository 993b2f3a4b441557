import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsoid, halfChord, inSolid, stack, superellipse, unit } from './solid.ts';
import type { Point } from './solid.ts';

/** Inside by the definition: the sum of the squared parts along its axes. */
const inside = ([x, y, z]: Point): boolean => {
  const p = [x - 10, y + 5, z - 3] as const;
  const along = (d: Point, half: number): number => ((p[0] * d[0] + p[1] * d[1] + p[2] * d[2]) / half) ** 2;
  return along(unit([1, 1, 0]), 30) + along(unit([1, -1, 1]), 20) + along(unit([1, -1, -2]), 10) < 1;
};

describe('ellipsoid', () => {
  const tilted = ellipsoid({
    centre: [10, -5, 3],
    axes: [30, 20, 10],
    first: unit([1, 1, 0]),
    second: unit([1, -1, 1]),
  });

  it('is entered and left where its equation says, along both axes', () => {
    const coordinate = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, fc.constantFrom('x' as const, 'y' as const), (across, z, axis) => {
        const section = tilted.section(axis, z);
        const half = section ? halfChord(section, across) : 0;
        if (!section || half < 0.5) return;
        const middle = section.middle + section.slope * (across - section.centre);
        const at = (along: number): Point => (axis === 'x' ? [along, across, z] : [across, along, z]);
        // The profile is tabulated: a twentieth of a millimetre is allowed.
        expect(inside(at(middle + half - 0.05))).toBe(true);
        expect(inside(at(middle - half + 0.05))).toBe(true);
        expect(inside(at(middle + half + 0.05))).toBe(false);
        expect(inside(at(middle - half - 0.05))).toBe(false);
      }),
    );
  });

  it('ends at its bottom and its top', () => {
    expect(tilted.section('y', tilted.top + 0.01)).toBeUndefined();
    expect(tilted.section('y', tilted.bottom - 0.01)).toBeUndefined();
    expect(tilted.section('y', tilted.top - 0.01)).toBeDefined();
  });
});

describe('stack', () => {
  const block = stack({
    bottom: 0,
    top: 10,
    left: () => 4,
    right: () => -2,
    front: (z) => -z,
    back: (z) => z,
    profile: superellipse(2),
  });

  it('has the cross-section of its four edges', () => {
    expect(block.section('y', 5)).toMatchObject({ centre: 1, reach: 3, middle: 0, half: 5 });
    expect(block.section('x', 5)).toMatchObject({ centre: 0, reach: 5, middle: 1, half: 3 });
    expect(inSolid(block, [1, 4.9, 5])).toBe(true);
    expect(inSolid(block, [3.9, 4.9, 5])).toBe(false);
  });

  it('is nowhere beyond its ends', () => {
    expect(block.section('x', 10)).toBeUndefined();
    expect(inSolid(block, [1, 0, -1])).toBe(false);
  });
});

it('a superellipse touches its box and bulges with its exponent', () => {
  const section = { centre: 0, reach: 1, middle: 0, slope: 0, half: 1 };
  expect(halfChord({ ...section, profile: superellipse(2) }, 0)).toBeCloseTo(1, 6);
  expect(halfChord({ ...section, profile: superellipse(2) }, 0.6)).toBeCloseTo(0.8, 3);
  expect(halfChord({ ...section, profile: superellipse(4) }, 0.6)).toBeCloseTo((1 - 0.6 ** 4) ** 0.25, 3);
  expect(halfChord({ ...section, profile: superellipse(4) }, 1.01)).toBe(0);
});
