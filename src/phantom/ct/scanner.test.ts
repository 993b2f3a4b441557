import { describe, expect, it } from 'vitest';
import { createChest } from '../anatomy/chest.ts';
import { placeIn } from '../anatomy/clouds.ts';
import { createHabitus } from '../anatomy/habitus.ts';
import type { CloudShadow } from '../anatomy/shadows.ts';
import { createRandom } from '../random.ts';
import { chestScan } from './ct-geometry.ts';
import { createCtScanner, OUTSIDE } from './scanner.ts';

const shadow: CloudShadow = {
  kind: 'cloud',
  label: 'consolidation',
  side: 'right',
  place: [0.5, 0.75, 0.6],
  size: [30, 30, 30],
  density: 1,
};
const chest = createChest({
  person: 'p',
  day: 'd',
  habitus: createHabitus(createRandom('p'), 'M', 60),
  shadows: [shadow],
});
const geometry = chestScan(30);
const scanner = createCtScanner(chest, geometry);

/** Mean of 5 × 5 voxels around a point in LPS millimetres. */
function hounsfield(x: number, y: number, z: number): number {
  const { origin, spacing, columns } = geometry;
  const slice = scanner.slice(Math.round((z - origin[2]) / spacing[2]));
  const i = Math.round((x - origin[0]) / spacing[0]);
  const j = Math.round((y - origin[1]) / spacing[1]);
  let sum = 0;
  for (let b = j - 2; b <= j + 2; b++) for (let a = i - 2; a <= i + 2; a++) sum += slice[b * columns + a]!;
  return sum / 25;
}

describe('a CT of the chest', () => {
  it('has air outside, lung, blood and liver at their Hounsfield units', () => {
    expect(hounsfield(0, -150, 0)).toBeLessThan(-980);
    expect(hounsfield(75, -30, 30)).toBeLessThan(-600);
    expect(hounsfield(20, -35, -75)).toBeGreaterThan(10);
    expect(hounsfield(20, -35, -75)).toBeLessThan(80);
    // The liver is on the patient's right: negative x.
    expect(hounsfield(-60, -10, -165)).toBeGreaterThan(35);
    expect(hounsfield(-60, -10, -165)).toBeLessThan(85);
  });

  it('has bone in the spine, behind', () => {
    const { spineX, spineY } = chest.thorax;
    expect(hounsfield(spineX(-50), spineY(-50), -50)).toBeGreaterThan(200);
  });

  it('has no air left in a consolidation', () => {
    const [x, y, z] = placeIn(chest.thorax.lungs.right, shadow.place);
    expect(hounsfield(x, y, z)).toBeGreaterThan(-150);
    expect(hounsfield(-x, y, z + 20)).toBeLessThan(-600);
  });

  it('is padding outside the circle and within 12 bits inside', () => {
    const slice = scanner.slice(10);
    expect(slice[0]).toBe(OUTSIDE);
    expect(slice.reduce((most, value) => Math.max(most, value), -9999)).toBeLessThanOrEqual(3071);
    const inner = slice.filter((_, n) => {
      const [c, r] = [n % 256, Math.floor(n / 256)];
      return (c - 127.5) ** 2 + (r - 127.5) ** 2 < 120 ** 2;
    });
    expect(inner.includes(OUTSIDE)).toBe(false);
  });

  it('yields the same slice again', () => {
    expect(scanner.slice(12)).toEqual(createCtScanner(chest, geometry).slice(12));
  });
});
