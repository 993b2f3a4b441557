import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NiftiAffine, Vec3 } from './affine.ts';
import type { NiftiHeader } from './nifti-header.ts';
import {
  AS_STORED,
  displayOrientation,
  type DisplayOrientation,
  type NiftiStack,
  niftiSlice,
  niftiStackGeometry,
  orientStack,
  sliceGeometry,
} from './nifti-stack.ts';

const DIMENSIONS = [4, 3, 2] as const;

const headerOf = (affine: NiftiAffine, affineSource: NiftiHeader['affineSource'] = 'sform'): NiftiHeader => ({
  version: 1,
  littleEndian: true,
  dimensions: DIMENSIONS,
  volumes: 1,
  datatype: 8,
  bitpix: 32,
  voxOffset: 352,
  slope: 1,
  intercept: 0,
  affine,
  affineSource,
  units: 'mm',
  description: '',
});

/** Each voxel holds its own place in the array. */
const volume = {
  kind: 'grey' as const,
  dimensions: DIMENSIONS,
  data: Int32Array.from({ length: 24 }, (_, at) => at),
  slope: 1,
  intercept: 0,
  firstSlice: 0,
  volumesLeftOut: 0,
  rounded: false,
};

/** World position in RAS mm of the voxel that `value` is the place of. */
function worldOf(affine: NiftiAffine, value: number): Vec3 {
  const [i, j, k] = [value % 4, Math.floor(value / 4) % 3, Math.floor(value / 12)];
  const at = (axis: 0 | 1 | 2) =>
    affine.origin[axis] + i * affine.i[axis] + j * affine.j[axis] + k * affine.k[axis];
  return [at(0), at(1), at(2)];
}

/** World position in LPS mm of a pixel, by the equation of PS3.3 C.7.6.2.1.1. */
function pixelPosition(stack: NiftiStack, k: number, column: number, row: number): Vec3 {
  const { ImagePositionPatient: s, ImageOrientationPatient: o, PixelSpacing: d } = sliceGeometry(stack, k);
  const at = (axis: 0 | 1 | 2) =>
    s[axis] + o[axis] * d[1] * column + (o[axis + 3] ?? Number.NaN) * d[0] * row;
  return [at(0), at(1), at(2)];
}

const AXES = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const;
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

const times = (vector: Vec3, by: number): Vec3 => [vector[0] * by, vector[1] * by, vector[2] * by];

/** All 48 ways to store a volume along the axes of the body, each with other spacings. */
const AXIS_ALIGNED: readonly NiftiAffine[] = ORDERS.flatMap(([a, b, c]) =>
  Array.from({ length: 8 }, (_, signs) => ({
    i: times(AXES[a], signs & 1 ? -0.7 : 0.7),
    j: times(AXES[b], signs & 2 ? -0.9 : 0.9),
    k: times(AXES[c], signs & 4 ? -5 : 5),
    origin: [11, -22, 33] as const,
  })),
);

const tilt = (v: Vec3, x: number, y: number, z: number): Vec3 => {
  const size = Math.hypot(...v);
  return [v[0] + x * size, v[1] + y * size, v[2] + z * size];
};

const small = fc.double({ min: -0.2, max: 0.2, noNaN: true });
/** The same, each axis tilted or sheared by some degrees. */
const anyAffine = fc
  .tuple(fc.constantFrom(...AXIS_ALIGNED), fc.array(small, { minLength: 9, maxLength: 9 }))
  .map(([affine, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, n = 0]]): NiftiAffine => {
    return { ...affine, i: tilt(affine.i, a, b, c), j: tilt(affine.j, d, e, f), k: tilt(affine.k, g, h, n) };
  });

const anyOrientation = fc.record({
  transpose: fc.boolean(),
  flipColumns: fc.boolean(),
  flipRows: fc.boolean(),
});

function expectPixelsInPlace(affine: NiftiAffine, orientation: DisplayOrientation): void {
  const stack = orientStack(niftiStackGeometry(headerOf(affine)), orientation);
  for (let k = 0; k < stack.slices; k++) {
    const image = niftiSlice(volume, k, orientation);
    expect([image.columns, image.rows]).toEqual([stack.columns, stack.rows]);
    for (let row = 0; row < image.rows; row++)
      for (let column = 0; column < image.columns; column++) {
        const [x, y, z] = worldOf(affine, image.data[row * image.columns + column] ?? -1);
        const [left, posterior, superior] = pixelPosition(stack, k, column, row);
        expect(left).toBeCloseTo(-x, 9);
        expect(posterior).toBeCloseTo(-y, 9);
        expect(superior).toBeCloseTo(z, 9);
      }
  }
}

const origin: Vec3 = [0, 0, 0];

const planeOf = (affine: NiftiAffine) => {
  const { plane, oblique, sheared } = niftiStackGeometry(headerOf(affine));
  return [plane, oblique, sheared];
};

const hang = (affine: NiftiAffine) => displayOrientation(niftiStackGeometry(headerOf(affine)));

describe('niftiStackGeometry', () => {
  it('states position, orientation and spacing in LPS', () => {
    const stack = niftiStackGeometry(
      headerOf({ i: [-0.7, 0, 0], j: [0, 0.9, 0], k: [0, 0, 5], origin: [90, -80, 70] }),
    );
    expect(sliceGeometry(stack, 1)).toEqual({
      ImagePositionPatient: [-90, 80, 75],
      ImageOrientationPatient: [1, 0, 0, 0, -1, 0],
      PixelSpacing: [0.9, 0.7],
    });
    expect(stack).toMatchObject({ columns: 4, rows: 3, slices: 2, sliceStep: [0, 0, 5], oriented: true });
  });

  it('names the plane, and says when it is oblique or sheared', () => {
    expect(planeOf({ i: [1, 0, 0], j: [0, 1, 0], k: [0, 0, 3], origin })).toEqual(['axial', false, false]);
    expect(planeOf({ i: [1, 0, 0], j: [0, 0, 1], k: [0, 3, 0], origin })).toEqual(['coronal', false, false]);
    expect(planeOf({ i: [0, 1, 0], j: [0, 0, 1], k: [3, 0, 0], origin })).toEqual(['sagittal', false, false]);
    // Gantry tilt by 20 degrees: the slices are moved along the table, not along their normal.
    const [sine, cosine] = [Math.sin(Math.PI / 9), Math.cos(Math.PI / 9)];
    expect(planeOf({ i: [1, 0, 0], j: [0, cosine, sine], k: [0, 0, 3], origin })).toEqual([
      'axial',
      false,
      true,
    ]);
    // A quarter turn halved: 45 degrees between axial and coronal.
    const half = Math.SQRT1_2;
    expect(planeOf({ i: [1, 0, 0], j: [0, half, half], k: [0, -half, half], origin })[1]).toBe(true);
  });

  it('puts every pixel where the affine puts its voxel, however the stack is turned', () => {
    fc.assert(fc.property(anyAffine, anyOrientation, expectPixelsInPlace));
  });
});

describe('displayOrientation', () => {
  it('turns volumes stored as scanners and converters store them', () => {
    expect(hang({ i: [-1, 0, 0], j: [0, -1, 0], k: [0, 0, 1], origin })).toEqual(AS_STORED);
    expect(hang({ i: [-1, 0, 0], j: [0, 1, 0], k: [0, 0, 1], origin })).toEqual({
      ...AS_STORED,
      flipRows: true,
    });
    const ras = { transpose: false, flipColumns: true, flipRows: true };
    expect(hang({ i: [1, 0, 0], j: [0, 1, 0], k: [0, 0, 1], origin })).toEqual(ras);
    expect(hang({ i: [0, 1, 0], j: [1, 0, 0], k: [0, 0, 1], origin })).toEqual({ ...ras, transpose: true });
    expect(hang({ i: [0, -1, 0], j: [0, 0, -1], k: [1, 0, 0], origin })).toEqual(AS_STORED);
    expect(hang({ i: [0, 0, 1], j: [1, 0, 0], k: [0, 1, 0], origin })).toEqual({ ...ras, transpose: true });
  });

  it('brings right to the left, anterior up or left, and superior up', () => {
    fc.assert(
      fc.property(anyAffine, (affine) => {
        const stored = niftiStackGeometry(headerOf(affine));
        fc.pre(!stored.oblique);
        const image = niftiSlice(volume, 0, displayOrientation(stored));
        const at = (column: number, row: number) =>
          worldOf(affine, image.data[row * image.columns + column] ?? -1);
        const [topLeft, topRight, bottomLeft] = [at(0, 0), at(image.columns - 1, 0), at(0, image.rows - 1)];
        const [leftward, upward] = [stored.plane === 'sagittal' ? 1 : 0, stored.plane === 'axial' ? 1 : 2];
        expect(topLeft[leftward]).toBeGreaterThan(topRight[leftward] ?? Number.NaN);
        expect(topLeft[upward]).toBeGreaterThan(bottomLeft[upward] ?? Number.NaN);
      }),
    );
  });

  it('only reverses the rows of a file that states no orientation', () => {
    const header = headerOf({ i: [0.2, 0, 0], j: [0, 0.2, 0], k: [0, 0, 1], origin }, 'pixdim');
    const stack = niftiStackGeometry(header);
    expect(stack.oriented).toBe(false);
    expect(displayOrientation(stack)).toEqual({ ...AS_STORED, flipRows: true });
  });
});

describe('niftiSlice', () => {
  it('is row by row as stored unless turned', () => {
    expect([...niftiSlice(volume, 1).data]).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
    const turned = niftiSlice(volume, 0, { transpose: true, flipColumns: true, flipRows: false });
    expect(turned).toMatchObject({ columns: 3, rows: 4 });
    expect([...turned.data]).toEqual([8, 4, 0, 9, 5, 1, 10, 6, 2, 11, 7, 3]);
  });

  it('keeps the samples of a colour together', () => {
    const rgb = {
      ...volume,
      kind: 'rgb' as const,
      dimensions: [2, 1, 1] as const,
      data: Uint8Array.of(1, 2, 3, 4, 5, 6),
    };
    expect([...niftiSlice(rgb, 0, { ...AS_STORED, flipColumns: true }).data]).toEqual([4, 5, 6, 1, 2, 3]);
  });

  it('is a copy', () => {
    niftiSlice(volume, 0).data.fill(99);
    expect(volume.data[0]).toBe(0);
  });

  it('refuses a slice that does not exist', () => {
    for (const k of [-1, 2, 0.5]) expect(() => niftiSlice(volume, k)).toThrow(RangeError);
  });
});
