import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cross, dot, norm, scale, subtract, type Vector } from '../imaging/vector.ts';
import type { SlicePlane } from './mask-target.ts';
import {
  areParallel,
  haveSamePixels,
  planeDistance,
  projectLabels,
  toPatient,
  toPixel,
} from './slice-plane.ts';

const unit = (a: Vector): Vector => scale(a, 1 / norm(a));
const component = fc.double({ min: -1, max: 1, noNaN: true });
const vector = fc.tuple(component, component, component).filter((one) => norm(one) > 0.2);

const planes: fc.Arbitrary<SlicePlane> = fc
  .tuple(vector, vector, fc.tuple(component, component, component), component, component)
  .filter(([a, b]) => norm(cross(unit(a), unit(b))) > 0.2)
  .map(([a, b, at, rows, columns]) => {
    const row = unit(a);
    const column = unit(subtract(b, scale(row, dot(b, row))));
    return {
      ImageOrientationPatient: [...row, ...column] as const,
      ImagePositionPatient: scale(at, 200),
      PixelSpacing: [0.2 + Math.abs(rows), 0.2 + Math.abs(columns)] as const,
    };
  });

describe('planes of slices', () => {
  it('pixels lead to the patient and back, a pixel’s centre to its number and a half', () => {
    fc.assert(
      fc.property(planes, fc.nat(600), fc.nat(600), (plane, column, row) => {
        const { x, y, distance } = toPixel(plane, toPatient(plane, column, row));
        expect(x).toBeCloseTo(column + 0.5, 6);
        expect(y).toBeCloseTo(row + 0.5, 6);
        expect(distance).toBeCloseTo(0, 6);
      }),
    );
  });

  it('the equation of the standard: position, plus columns along rows, plus rows along columns', () => {
    const plane: SlicePlane = {
      ImageOrientationPatient: [0, 1, 0, 0, 0, -1],
      ImagePositionPatient: [-4, 10, 100],
      PixelSpacing: [2, 0.5],
    };
    expect(toPatient(plane, 4, 3)).toEqual([-4, 12, 94]);
    expect(toPixel(plane, [-1, 12, 94])).toEqual({ x: 4.5, y: 3.5, distance: -3 });
  });

  it('knows parallel planes, their distance, and whether their pixels are the same', () => {
    const one: SlicePlane = {
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      ImagePositionPatient: [0, 0, 0],
      PixelSpacing: [1, 1],
    };
    const above = { ...one, ImagePositionPatient: [0, 0, 7.5] as const };
    expect([areParallel(one, above), planeDistance(one, above), haveSamePixels(one, above)]).toEqual([
      true,
      7.5,
      true,
    ]);
    expect(haveSamePixels(one, { ...one, ImagePositionPatient: [0.4, 0, 0] })).toBe(false);
    expect(haveSamePixels(one, { ...one, PixelSpacing: [1, 1.01] })).toBe(false);
    expect(areParallel(one, { ...one, ImageOrientationPatient: [1, 0, 0, 0, 0, 1] })).toBe(false);
    // Seen from behind it is the same plane, of other pixels.
    const mirrored = { ...one, ImageOrientationPatient: [-1, 0, 0, 0, 1, 0] as const };
    expect([areParallel(one, mirrored), haveSamePixels(one, mirrored)]).toEqual([true, false]);
  });

  it('labels of a mirrored, moved plane are found where they lie', () => {
    const onto: SlicePlane = {
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      ImagePositionPatient: [0, 0, 0],
      PixelSpacing: [1, 1],
    };
    // Its first pixel is the image's at column 3, and its columns run the other way.
    const from: SlicePlane = {
      ...onto,
      ImageOrientationPatient: [-1, 0, 0, 0, 1, 0],
      ImagePositionPatient: [3, 1, 0],
    };
    const labels = { columns: 3, rows: 1, data: Uint8Array.of(1, 2, 3) };
    const { data } = projectLabels(labels, from, onto, { columns: 5, rows: 3 });
    expect([...data]).toEqual([0, 0, 0, 0, 0, 0, 3, 2, 1, 0, 0, 0, 0, 0, 0]);
  });
});
