import { describe, expect, it } from 'vitest';
import { lpsVector } from './geometry.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { PixelArray } from './pixels.ts';
import { bodyGrid, fromGrid, nearestInGrid, PATIENT_PLANES, planeSize, toGrid } from './reslice-grid.ts';
import { reslice } from './reslice.ts';
import { slabLayers } from './slab.ts';
import { attributesOf } from './test-attributes.ts';
import { buildVolume, sliceDistance, type Volume, type VolumeSlice } from './volume.ts';

/** An axial slice of 3 columns and 2 rows, 0.5 mm and 2 mm apart, whose corner lies at (10, 20, z). */
const slice = (
  z: number,
  data: PixelArray,
  attributes: Partial<ImageAttributes> = {},
  valuesAreModality = true,
): VolumeSlice => ({
  pixels: { kind: 'grey', columns: 3, rows: 2, data },
  attributes: attributesOf({
    ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
    ImagePositionPatient: [10, 20, z],
    PixelSpacing: [2, 0.5],
    ...attributes,
  }),
  valuesAreModality,
});

function volumeOf(slices: readonly VolumeSlice[]): Volume {
  const built = buildVolume(slices);
  if (!built.ok) throw new Error(built.error);
  return built.value;
}

/** Slices of one value each, from the head down. */
const layered = (values: readonly number[], step = 1, attributes: Partial<ImageAttributes> = {}) =>
  volumeOf(values.map((value, at) => slice(100 - step * at, new Int16Array(6).fill(value), attributes)));

const valuesOf = (volume: Volume, ...[plane, layer, slab]: Cut): readonly number[] => [
  ...reslice(volume, bodyGrid(volume), plane, layer, slab).pixels.data,
];
type Cut = [Parameters<typeof reslice>[2], number, Parameters<typeof reslice>[4]];

const ONE = { mode: 'slice' } as const;

describe('planes of three slices, 3 mm apart, of 3 × 2 pixels', () => {
  const volume = volumeOf([
    slice(100, Int16Array.of(1, 2, 3, 4, 5, 6)),
    slice(97, Int16Array.of(11, 12, 13, 14, 15, 16)),
    slice(94, Int16Array.of(21, 22, 23, 24, 25, 26)),
  ]);
  const grid = bodyGrid(volume);

  it('are the voxels as they are stored, in the array type they are stored in', () => {
    expect(valuesOf(volume, 'axial', 1, ONE)).toEqual([11, 12, 13, 14, 15, 16]);
    expect(valuesOf(volume, 'coronal', 0, ONE)).toEqual([1, 2, 3, 11, 12, 13, 21, 22, 23]);
    expect(valuesOf(volume, 'coronal', 1, ONE)).toEqual([4, 5, 6, 14, 15, 16, 24, 25, 26]);
    expect(valuesOf(volume, 'sagittal', 2, ONE)).toEqual([3, 6, 13, 16, 23, 26]);
    expect(reslice(volume, grid, 'coronal', 0, ONE).pixels.data).toBeInstanceOf(Int16Array);
  });

  it('keep the spacing of the volume, pixels that are not square included', () => {
    const spacings = PATIENT_PLANES.map(
      (plane) => reslice(volume, grid, plane, 0, ONE).attributes.PixelSpacing,
    );
    expect(spacings).toEqual([
      [2, 0.5],
      [3, 0.5],
      [3, 2],
    ]);
  });

  it('say where they lie', () => {
    const { attributes } = reslice(volume, grid, 'sagittal', 2, ONE);
    expect(attributes.ImagePositionPatient).toEqual([11, 20, 100]);
    expect(attributes.ImageOrientationPatient).toEqual([0, 1, 0, 0, 0, -1]);
    expect(attributes.SliceThickness).toBe(0.5);
    expect(attributes.ImageType?.[2]).toBe('MPR');
  });

  it('are as many as the body has layers', () => {
    expect(planeSize(grid, 'axial')).toEqual({ columns: 3, rows: 2, layers: 3 });
    expect(planeSize(grid, 'coronal')).toEqual({ columns: 3, rows: 3, layers: 2 });
    expect(planeSize(grid, 'sagittal')).toEqual({ columns: 2, rows: 3, layers: 3 });
    expect(() => reslice(volume, grid, 'axial', 3, ONE)).toThrow(RangeError);
  });

  it('share one point: its voxel in each of them', () => {
    expect(nearestInGrid(grid, lpsVector(10.6, 21.9, 96.4))).toEqual([1, 1, 1]);
    expect(nearestInGrid(grid, lpsVector(-99, 999, 200))).toEqual([0, 1, 0]);
    expect(fromGrid(grid, [1, 1, 1])).toEqual([10.5, 22, 97]);
    expect(toGrid(grid, lpsVector(10.5, 22, 97))).toEqual([1, 1, 1]);
  });
});

describe('a slab', () => {
  it('has the part of each layer that lies inside', () => {
    expect(slabLayers({ mode: 'mean', thickness: 3 }, 1)).toEqual([
      { offset: -1, share: 1 },
      { offset: 0, share: 1 },
      { offset: 1, share: 1 },
    ]);
    expect(slabLayers({ mode: 'mean', thickness: 3 }, 2)).toEqual([
      { offset: -1, share: 0.25 },
      { offset: 0, share: 1 },
      { offset: 1, share: 0.25 },
    ]);
    expect(slabLayers({ mode: 'max', thickness: 3 }, 5)).toEqual([{ offset: 0, share: 0.6 }]);
    expect(slabLayers({ mode: 'max', thickness: 1 }, 1)).toEqual([{ offset: 0, share: 1 }]);
  });

  const volume = layered([-1000, 0, 400, 40, -100], 2);

  it('is the mean of its layers, by how much of each lies inside', () => {
    // (0.25 · 0 + 400 + 0.25 · 40) / 1.5
    expect(valuesOf(volume, 'axial', 2, { mode: 'mean', thickness: 3 })[0]).toBeCloseTo(273.333, 2);
    // A slab that leaves the volume has what is inside: (−1000 + 0.25 · 0) / 1.25
    expect(valuesOf(volume, 'axial', 0, { mode: 'mean', thickness: 3 })[5]).toBeCloseTo(-800, 3);
  });

  it('is the greatest or the least of its layers', () => {
    expect(valuesOf(volume, 'axial', 1, { mode: 'max', thickness: 6 })).toEqual(Array(6).fill(400));
    expect(valuesOf(volume, 'axial', 3, { mode: 'min', thickness: 6 })).toEqual(Array(6).fill(-100));
    expect(valuesOf(volume, 'axial', 1, { mode: 'max', thickness: 2 })).toEqual(Array(6).fill(0));
  });

  it('is the greatest modality value where the rescale turns values around', () => {
    const turned = [100, 200, 300].map((value, at) =>
      slice(10 - at, new Int16Array(6).fill(value), { RescaleSlope: -1, RescaleIntercept: 0 }, false),
    );
    expect(valuesOf(volumeOf(turned), 'axial', 1, { mode: 'max', thickness: 3 })[0]).toBe(100);
  });

  it('leaves padding out, and is padding where there is nothing else', () => {
    const padded = layered([-2000, 10, 30], 1, { PixelPaddingValue: -2000 });
    expect(valuesOf(padded, 'axial', 1, { mode: 'mean', thickness: 3 })[0]).toBe(20);
    expect(valuesOf(padded, 'axial', 1, { mode: 'min', thickness: 3 })[0]).toBe(10);
    expect(valuesOf(padded, 'axial', 0, { mode: 'min', thickness: 1 })[0]).toBeNaN();
  });

  it('is as thick as it says', () => {
    const cut = reslice(volume, bodyGrid(volume), 'axial', 2, { mode: 'max', thickness: 10 });
    expect(cut.attributes).toMatchObject({ SliceThickness: 10, ImageType: ['DERIVED', 'SECONDARY', 'MIP'] });
  });
});

/** Slices at these heights, each ten times as bright as it is high. */
const at = (places: readonly number[]) =>
  volumeOf(places.map((z) => slice(z, new Int16Array(6).fill(10 * z))));

describe('slices that are not equally far apart', () => {
  it('are interpolated where they lie', () => {
    // At 0, 1, 2.2 and 3.2 mm; the planes are 1 mm apart from the topmost down.
    const volume = at([0, 1, 2.2, 3.2]);
    expect(volume.isEven).toBe(false);
    expect(bodyGrid(volume).isExact).toBe(false);
    expect(valuesOf(volume, 'axial', 1, ONE)[0]).toBeCloseTo(22, 4);
    // 1.2 mm lies a sixth of the way from 1 to 2.2.
    expect(valuesOf(volume, 'axial', 2, ONE)[0]).toBeCloseTo(12, 4);
  });

  it('are not made up where one is missing', () => {
    const volume = at([0, 1, 2, 5, 6]);
    expect(volume.places).toEqual([0, 1, 2, 5, 6]);
    const column = valuesOf(volume, 'coronal', 0, ONE).filter((_, pixel) => pixel % 3 === 0);
    expect(column).toEqual([60, 50, NaN, NaN, 20, 10, 0]);
  });

  it('count once where two lie at one place', () => {
    const volume = at([0, 1, 1, 2]);
    expect([volume.slices, volume.isEven, sliceDistance(volume)]).toEqual([3, true, 1]);
  });

  it('are even where positions were only rounded', () => {
    expect(at([0, 3.33, 6.67, 10]).isEven).toBe(true);
  });
});

const grey = () => new Int16Array(6);
const faultOf = (...slices: readonly VolumeSlice[]) => {
  const built = buildVolume(slices);
  return built.ok ? undefined : built.error;
};

describe('slices that make up no volume', () => {
  it('say why', () => {
    expect(faultOf(slice(0, grey()))).toBe('one-slice');
    expect(faultOf(slice(0, grey()), slice(0, grey()))).toBe('one-slice');
    const { ImagePositionPatient: _, ...unplaced } = slice(1, grey()).attributes;
    expect(faultOf(slice(0, grey()), { ...slice(1, grey()), attributes: unplaced })).toBe('no-position');
    expect(faultOf(slice(0, grey()), slice(1, grey(), { PixelSpacing: [2, 0.6] }))).toBe('sizes');
    expect(
      faultOf(slice(0, grey()), slice(1, grey(), { ImageOrientationPatient: [1, 0, 0, 0, 0, -1] })),
    ).toBe('orientations');
    expect(
      faultOf(slice(0, grey()), slice(1, grey(), { ImagePositionPatient: [14, 20, 1] }), slice(2, grey())),
    ).toBe('not-a-line');
    expect(faultOf(slice(0, grey()), slice(0, grey(), { ImagePositionPatient: [12, 20, 0] }))).toBe('flat');
    const rgb = { ...slice(1, grey()).pixels, kind: 'rgb' as const };
    expect(faultOf(slice(0, grey()), { ...slice(1, grey()), pixels: rgb })).toBe('colour');
  });
});

/** A slice of 100s with a scale of its own. */
const scaled = (z: number, slope: number) =>
  slice(
    z,
    new Int16Array(6).fill(100),
    { RescaleSlope: slope, RescaleIntercept: -1024, PixelPaddingValue: -2000 },
    false,
  );

describe('values of a volume', () => {
  it('stay in the arrays they were decoded into', () => {
    const first = Int16Array.of(1, 2, 3, 4, 5, 6);
    const volume = volumeOf([slice(0, first), slice(1, new Int16Array(6))]);
    expect(volume.data[0]).toBe(first);
  });

  it('become modality values where each slice has a scale of its own', () => {
    const volume = volumeOf([scaled(1, 2), scaled(0, 3)]);
    expect(volume.valuesAreModality).toBe(true);
    expect(volume.attributes.RescaleSlope).toBeUndefined();
    expect(valuesOf(volume, 'sagittal', 0, ONE)).toEqual([-824, -824, -724, -724]);
  });
});

it('a coronal plane of a large CT is cut in a few milliseconds', () => {
  const side = 512;
  const slices = Array.from({ length: 200 }, (_, k): VolumeSlice => {
    const one = slice(k, new Int16Array(side * side));
    return { ...one, pixels: { ...one.pixels, columns: side, rows: side } };
  });
  const volume = volumeOf(slices);
  const grid = bodyGrid(volume);
  const times = Array.from({ length: 9 }, (_, layer) => {
    const start = performance.now();
    reslice(volume, grid, layer % 2 ? 'coronal' : 'sagittal', layer, ONE);
    return performance.now() - start;
  });
  expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(20);
});
