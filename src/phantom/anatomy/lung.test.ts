import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { createHabitus } from './habitus.ts';
import { domeChord, domeHeight, dryPart, inLung } from './lung.ts';
import { createThorax } from './thorax.ts';

const habitus = createHabitus(createRandom('test'), 'M', 50);
const { lungs } = createThorax(habitus);

describe('the diaphragm', () => {
  it('is left by a ray where the ray is as high as the dome', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(lungs.right, lungs.left),
        fc.constantFrom('x' as const, 'y' as const),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 1, max: 45, noNaN: true }),
        ({ dome }, axis, offset, below) => {
          const across = offset + (axis === 'y' ? dome.x : dome.y);
          const z = dome.top - below;
          const chord = domeChord(dome, axis, across, z);
          if (!chord) return;
          for (const end of chord) {
            const height = axis === 'y' ? domeHeight(dome, across, end) : domeHeight(dome, end, across);
            expect(height).toBeCloseTo(z, 6);
          }
        },
      ),
    );
  });

  it('is met by no ray above its top', () => {
    expect(domeChord(lungs.right.dome, 'y', lungs.right.dome.x, lungs.right.dome.top + 1)).toBeUndefined();
  });

  it('stands higher on the right', () => {
    expect(lungs.right.dome.top).toBeGreaterThan(lungs.left.dome.top);
  });
});

describe('lungs', () => {
  it('lie on their own sides, above the diaphragm', () => {
    expect(inLung(lungs.right, [-80, 0, 0])).toBe(true);
    expect(inLung(lungs.right, [80, 0, 0])).toBe(false);
    expect(inLung(lungs.left, [80, 0, 0])).toBe(true);
    expect(inLung(lungs.left, [80, 0, lungs.left.dome.top - 60])).toBe(false);
  });

  it('hold no air below the level of an effusion, and all above its film', () => {
    const fluid = { level: -100, rise: 40 };
    expect(dryPart(fluid, -101)).toBe(0);
    expect(dryPart(fluid, -90)).toBeCloseTo(0.5, 6);
    expect(dryPart(fluid, -60)).toBe(1);
    expect(dryPart(undefined, -500)).toBe(1);
  });
});
