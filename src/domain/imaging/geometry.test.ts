import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyAffine,
  invertAffine,
  lpsVector,
  orthogonality,
  planeDirections,
  rasAffine,
  rasToLps,
  stackAffine,
  voxel,
  voxelSpacing,
  type LpsAffine,
} from './geometry.ts';

/** Round trips are exact to this many millimetres. */
const TOLERANCE = 1e-6;

const slice = (position: readonly [number, number, number]) => ({
  ImageOrientationPatient: [1, 0, 0, 0, 1, 0] as const,
  ImagePositionPatient: position,
  PixelSpacing: [0.5, 0.8] as const,
});

describe('a NIfTI affine', () => {
  const affine = rasAffine([
    [0, 0, 4, 10],
    [2, 0, 0, 20],
    [0, 3, 0, 30],
  ]);

  test('maps indices into RAS space as its matrix does', () => {
    expect(applyAffine(affine, voxel(1, 10, 100))).toEqual([410, 22, 60]);
  });

  test('becomes LPS by turning x and y around', () => {
    const point = applyAffine(rasToLps(affine), voxel(1, 10, 100));
    expect(point).toEqual([-410, -22, 60]);
    expect(voxelSpacing(rasToLps(affine))).toEqual([2, 3, 4]);
  });
});

describe('a stack of slices', () => {
  test('steps along rows by the spacing of columns, along columns by that of rows', () => {
    const affine = stackAffine([slice([-100, -50, 7]), slice([-100, -50, 12])]);
    expect(affine && applyAffine(affine, voxel(0, 0, 0))).toEqual([-100, -50, 7]);
    expect(affine && applyAffine(affine, voxel(10, 0, 0))).toEqual([-92, -50, 7]);
    expect(affine && applyAffine(affine, voxel(0, 10, 0))).toEqual([-100, -45, 7]);
    expect(affine && applyAffine(affine, voxel(0, 0, 1))).toEqual([-100, -50, 12]);
  });

  test('of one slice steps by its thickness along the normal', () => {
    const affine = stackAffine([slice([0, 0, 0])], 5);
    expect(affine && applyAffine(affine, voxel(0, 0, 2))).toEqual([0, 0, 10]);
  });

  test('steps by the mean distance from first to last', () => {
    const affine = stackAffine([slice([0, 0, 0]), slice([0, 0, 1]), slice([0, 0, 6])]);
    expect(affine?.axes[2]).toEqual([0, 0, 3]);
  });

  test('without position, orientation or spacing has no affine', () => {
    expect(stackAffine([])).toBeUndefined();
    expect(stackAffine([{ ImagePositionPatient: [0, 0, 0], PixelSpacing: [1, 1] }])).toBeUndefined();
    const { ImagePositionPatient: _, ...unplaced } = slice([0, 0, 0]);
    expect(stackAffine([slice([0, 0, 0]), unplaced])).toBeUndefined();
  });

  test('faces along row × column', () => {
    expect(planeDirections({ ImageOrientationPatient: [0, 1, 0, 0, 0, -1] })?.normal).toEqual([-1, 0, 0]);
    expect(planeDirections({})).toBeUndefined();
  });
});

describe('right angles', () => {
  test('are those of a straight stack', () => {
    expect(orthogonality(stackAffine([slice([0, 0, 0]), slice([0, 0, 5])])!)).toEqual({
      kind: 'orthogonal',
      cosine: 0,
    });
  });

  test('are missing where the gantry was tilted', () => {
    const affine = stackAffine([slice([0, 0, 0]), slice([0, 3, 4])])!;
    expect(orthogonality(affine).kind).toBe('tilted');
    expect(orthogonality(affine).cosine).toBeCloseTo(0.6, 12);
  });

  test('are missing where rows and columns are sheared', () => {
    const axes = [lpsVector(1, 0, 0), lpsVector(1, 1, 0), lpsVector(0, 0, 1)] as const;
    const { kind, cosine } = orthogonality({ axes, origin: lpsVector(0, 0, 0) });
    expect(kind).toBe('sheared');
    expect(cosine).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test('do not exist where an axis has no length', () => {
    const axes = [lpsVector(1, 0, 0), lpsVector(0, 1, 0), lpsVector(0, 0, 0)] as const;
    expect(orthogonality({ axes, origin: lpsVector(0, 0, 0) })).toEqual({ kind: 'flat', cosine: 1 });
  });
});

describe('the inverse of an affine', () => {
  const number = fc.double({ min: -500, max: 500, noNaN: true });
  const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
  const size = fc.double({ min: 0.1, max: 10, noNaN: true });

  /** Scaled, turned about x and z, sheared along k. */
  const affines = fc
    .tuple(
      angle,
      angle,
      size,
      size,
      size,
      fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      number,
      number,
      number,
    )
    .map(([a, b, si, sj, sk, tilt, x, y, z]): LpsAffine => {
      const turned = ([p, q, r]: readonly [number, number, number]) => {
        const [q2, r2] = [q * Math.cos(a) - r * Math.sin(a), q * Math.sin(a) + r * Math.cos(a)];
        return lpsVector(p * Math.cos(b) - q2 * Math.sin(b), p * Math.sin(b) + q2 * Math.cos(b), r2);
      };
      return {
        axes: [turned([si, 0, 0]), turned([0, sj, 0]), turned([0, tilt, sk])],
        origin: lpsVector(x, y, z),
      };
    });

  test('leads back to the index', () => {
    fc.assert(
      fc.property(affines, number, number, number, (affine, i, j, k) => {
        const inverse = invertAffine(affine);
        const back = inverse && applyAffine(inverse, applyAffine(affine, voxel(i, j, k)));
        [i, j, k].forEach((value, at) =>
          expect(Math.abs((back?.[at] ?? NaN) - value)).toBeLessThan(TOLERANCE),
        );
      }),
    );
  });

  test('does not exist where the axes lie in a plane', () => {
    const axes = [lpsVector(1, 0, 0), lpsVector(0, 1, 0), lpsVector(1, 1, 0)] as const;
    expect(invertAffine({ axes, origin: lpsVector(0, 0, 0) })).toBeUndefined();
    expect(
      invertAffine({ axes: [lpsVector(NaN, 0, 0), axes[1], axes[2]], origin: lpsVector(0, 0, 0) }),
    ).toBeUndefined();
  });
});
