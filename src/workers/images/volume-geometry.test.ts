import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { TAG, type DicomElement } from '../../domain/imaging/dicom-dataset.ts';
import { modalityTransform, applyModality } from '../../domain/imaging/modality.ts';
import { imageOrientation } from '../../domain/imaging/orientation.ts';
import { pointOfImage } from '../../domain/imaging/reference-line.ts';
import {
  bodyGrid,
  gridPlace,
  nearestInGrid,
  PATIENT_PLANES,
  planeSize,
  PLANE_AXES,
} from '../../domain/imaging/reslice-grid.ts';
import { reslice, type Reslice } from '../../domain/imaging/reslice.ts';
import { lpsVector } from '../../domain/imaging/geometry.ts';
import type { Vector } from '../../domain/imaging/vector.ts';
import { buildVolume, type Volume } from '../../domain/imaging/volume.ts';
import { writeDicom } from '../../formats/dicom/write-dicom.ts';
import { writeNifti } from '../../formats/nifti/write-nifti.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import { describeStack } from './describe-stack.ts';
import { loadImage } from './load-image.ts';

/**
 * One phantom, stored in many ways. Its values are places: a volume holds the distance to the left, to the back or to
 * the head in millimetres, so that every value read on a plane can be held against where the plane says it is.
 */
const SIZE = [9, 8, 7] as const;
const MM_PER_STORED = 0.001;

/** LPS mm of steps along the array's axes, and of its first voxel. */
interface Stored {
  readonly name: string;
  readonly axes: readonly [Vector, Vector, Vector];
  readonly origin: Vector;
  /** What the volume is said to be; none for rows and columns at no right angle, which DICOM cannot state. */
  readonly shape: Volume['shape'];
  readonly isExact: boolean;
}

const stored = (
  name: string,
  axes: Stored['axes'],
  origin: Vector,
  shape: Stored['shape'] = 'orthogonal',
  isExact = true,
): Stored => ({ name, axes, origin, shape, isExact });

const [COS15, SIN15] = [0.9659258262890683, 0.25881904510252074];
const [COS30, SIN30] = [0.8660254037844387, 0.5];

const WAYS: readonly Stored[] = [
  stored(
    'LPH, as scanners do',
    [
      [2, 0, 0],
      [0, 2.5, 0],
      [0, 0, 3],
    ],
    [-8, -9, -10],
  ),
  stored(
    'from head to feet',
    [
      [2, 0, 0],
      [0, 2.5, 0],
      [0, 0, -3],
    ],
    [-8, -9, 8],
  ),
  stored(
    'LAH, as converters do',
    [
      [2, 0, 0],
      [0, -2.5, 0],
      [0, 0, 3],
    ],
    [-8, 9, -10],
  ),
  stored(
    'RAH',
    [
      [-2, 0, 0],
      [0, -2.5, 0],
      [0, 0, 3],
    ],
    [8, 9, -10],
  ),
  stored(
    'RPF',
    [
      [-2, 0, 0],
      [0, 2.5, 0],
      [0, 0, -3],
    ],
    [8, -9, 10],
  ),
  stored(
    'rows and columns exchanged',
    [
      [0, 2, 0],
      [2.5, 0, 0],
      [0, 0, 3],
    ],
    [-9, -8, -10],
  ),
  stored(
    'a quarter turned and reversed',
    [
      [0, -2, 0],
      [2.5, 0, 0],
      [0, 0, -3],
    ],
    [-9, 8, 10],
  ),
  stored(
    'coronal',
    [
      [2, 0, 0],
      [0, 0, -2.5],
      [0, 3, 0],
    ],
    [-8, -9, 9],
  ),
  stored(
    'coronal, mirrored',
    [
      [-2, 0, 0],
      [0, 0, 2.5],
      [0, -3, 0],
    ],
    [8, 9, -9],
  ),
  stored(
    'sagittal',
    [
      [0, 2, 0],
      [0, 0, -2.5],
      [3, 0, 0],
    ],
    [-9, -8, 9],
  ),
  stored(
    'sagittal, turned',
    [
      [0, 0, 2],
      [0, -2.5, 0],
      [-3, 0, 0],
    ],
    [9, 9, -8],
  ),
  stored(
    'head first',
    [
      [0, 0, -2],
      [2.5, 0, 0],
      [0, 3, 0],
    ],
    [-9, -9, 8],
  ),
  stored(
    'oblique about the long axis by 30 degrees',
    [
      [2 * COS30, 2 * SIN30, 0],
      [-2.5 * SIN30, 2.5 * COS30, 0],
      [0, 0, 3],
    ],
    [-3, -12, -9],
    'orthogonal',
    false,
  ),
  stored(
    'oblique about the transverse axis by 15 degrees, from the head',
    [
      [-2, 0, 0],
      [0, 2.5 * COS15, 2.5 * SIN15],
      [0, 3 * SIN15, -3 * COS15],
    ],
    [8, -11, 8],
    'orthogonal',
    false,
  ),
  stored(
    'oblique about two axes',
    [
      [2 * COS30, 2 * SIN30, 0],
      [-2.5 * SIN30 * COS15, 2.5 * COS30 * COS15, 2.5 * SIN15],
      [3 * SIN30 * SIN15, -3 * COS30 * SIN15, 3 * COS15],
    ],
    [-3, -11, -11],
    'orthogonal',
    false,
  ),
  stored(
    'a gantry tilted by 15 degrees',
    [
      [2, 0, 0],
      [0, 2.5 * COS15, 2.5 * SIN15],
      [0, 0, 3],
    ],
    [-8, -8, -12],
    'tilted',
    false,
  ),
  stored(
    'a gantry tilted the other way, mirrored',
    [
      [-2, 0, 0],
      [0, 2.5 * COS15, -2.5 * SIN15],
      [0, 0, -3],
    ],
    [8, -8, 12],
    'tilted',
    false,
  ),
  stored(
    'sheared in the plane',
    [
      [2, 0, 0],
      [0.5, 2.5, 0],
      [0, 0, 3],
    ],
    [-9, -9, -9],
    'sheared',
    false,
  ),
];

const placeOf = ({ axes, origin }: Stored, i: number, j: number, k: number): Vector => [
  origin[0] + i * axes[0][0] + j * axes[1][0] + k * axes[2][0],
  origin[1] + i * axes[0][1] + j * axes[1][1] + k * axes[2][1],
  origin[2] + i * axes[0][2] + j * axes[1][2] + k * axes[2][2],
];

/** Stored values of all voxels, the first axis fastest. */
function voxelsOf(way: Stored, value: (place: Vector) => number): Int16Array<ArrayBuffer> {
  const [columns, rows, slices] = SIZE;
  return Int16Array.from({ length: columns * rows * slices }, (_, at) => {
    const place = placeOf(
      way,
      at % columns,
      Math.floor(at / columns) % rows,
      Math.floor(at / columns / rows),
    );
    return Math.round(value(place) / MM_PER_STORED);
  });
}

function niftiFiles(way: Stored, value: (place: Vector) => number): MemoryFiles {
  const { axes, origin } = way;
  // NIfTI's x and y run the other way.
  const row = (at: 0 | 1 | 2) => {
    const sign = at === 2 ? 1 : -1;
    return [sign * axes[0][at], sign * axes[1][at], sign * axes[2][at], sign * origin[at]] as const;
  };
  const bytes = writeNifti({
    dimensions: SIZE,
    data: voxelsOf(way, value),
    affine: [row(0), row(1), row(2)],
    slope: MM_PER_STORED,
  });
  return { 'sub-1_ct.nii': bytes };
}

const element = (vr: string, ...values: (string | number)[]): DicomElement => ({ vr, values });
/** A decimal string has room for 16 characters. */
const decimal = (value: number): string => String(Number(value.toFixed(9)));

/** One file for each slice, in disorder. */
async function dicomFiles(way: Stored, value: (place: Vector) => number): Promise<MemoryFiles> {
  const [columns, rows, slices] = SIZE;
  const voxels = voxelsOf(way, value);
  const [i, j] = [Math.hypot(...way.axes[0]), Math.hypot(...way.axes[1])];
  const cosines = [...way.axes[0].map((mm) => mm / i), ...way.axes[1].map((mm) => mm / j)];
  const files: [string, Uint8Array<ArrayBuffer>][] = [];
  for (let k = 0; k < slices; k++) {
    const slice = voxels.slice(k * columns * rows, (k + 1) * columns * rows);
    const dataset = new Map([
      [TAG.SOPClassUID, element('UI', '1.2.840.10008.5.1.4.1.1.2')],
      [TAG.SOPInstanceUID, element('UI', `2.25.${k + 1}`)],
      [TAG.Modality, element('CS', 'CT')],
      [TAG.ImagePositionPatient, element('DS', ...placeOf(way, 0, 0, k).map(decimal))],
      [TAG.ImageOrientationPatient, element('DS', ...cosines.map(decimal))],
      [TAG.PixelSpacing, element('DS', decimal(j), decimal(i))],
      [TAG.Rows, element('US', rows)],
      [TAG.Columns, element('US', columns)],
      [TAG.SamplesPerPixel, element('US', 1)],
      [TAG.PhotometricInterpretation, element('CS', 'MONOCHROME2')],
      [TAG.BitsAllocated, element('US', 16)],
      [TAG.BitsStored, element('US', 16)],
      [TAG.HighBit, element('US', 15)],
      [TAG.PixelRepresentation, element('US', 1)],
      [TAG.RescaleSlope, element('DS', MM_PER_STORED)],
      [TAG.RescaleIntercept, element('DS', 0)],
    ]);
    files.push([`ct/${(k * 5) % slices}.dcm`, await writeDicom(dataset, new Uint8Array(slice.buffer))]);
  }
  return Object.fromEntries(files);
}

const NEVER = new AbortController().signal;

/** The volume as the page has it: files are described, read and put together. */
async function open(files: MemoryFiles): Promise<Volume> {
  const source = memorySource(files);
  const refs = Object.keys(files).map((path) => ({ path: path as DatasetPath }));
  const { slices } = await describeStack(source, refs, NEVER);
  const built = buildVolume(await Promise.all(slices.map((slice) => loadImage(source, slice, NEVER))));
  if (!built.ok) throw new Error(built.error);
  return built.value;
}

const WRITERS = { NIfTI: niftiFiles, DICOM: dicomFiles } as const;

const FORMATS = ({ shape }: Stored) =>
  shape === 'sheared' ? (['NIfTI'] as const) : (['NIfTI', 'DICOM'] as const);

const CASES = WAYS.flatMap((way) => FORMATS(way).map((format) => ({ ...way, format, way })));

const modalityAt = ({ pixels, attributes }: Reslice, volume: Volume, x: number, y: number): number =>
  applyModality(
    modalityTransform(attributes, volume.valuesAreModality),
    pixels.data[y * pixels.columns + x] ?? NaN,
  );

const LETTERS = {
  axial: { left: 'R', right: 'L', top: 'A', bottom: 'P' },
  coronal: { left: 'R', right: 'L', top: 'H', bottom: 'F' },
  sagittal: { left: 'A', right: 'P', top: 'H', bottom: 'F' },
} as const;

/** Values of places are stored in thousandths of a millimetre; what is read may be off by a hundredth. */
const TOLERANCE = 0.01;

describe.each(CASES)('$name, as $format', ({ way, format, shape, isExact }) => {
  it('has every value where its planes say it is', async () => {
    for (const axis of [0, 1, 2] as const) {
      const volume = await open(await WRITERS[format](way, (place) => place[axis]));
      const grid = bodyGrid(volume);
      expect([volume.shape, grid.isExact]).toEqual([shape, isExact]);
      for (const plane of PATIENT_PLANES) {
        const { columns, rows, layers } = planeSize(grid, plane);
        let read = 0;
        for (let layer = 0; layer < layers; layer++) {
          const cut = reslice(volume, grid, plane, layer, { mode: 'slice' });
          expect(imageOrientation(cut.attributes)?.letters).toEqual(LETTERS[plane]);
          for (let y = 0; y < rows; y++)
            for (let x = 0; x < columns; x++) {
              const value = modalityAt(cut, volume, x, y);
              if (Number.isNaN(value)) continue;
              const place = pointOfImage({ columns, rows, attributes: cut.attributes }, [x + 0.5, y + 0.5]);
              // Within half a voxel of its edge a volume goes on as it ends.
              if (!isExact && isAtEdge(way, place)) continue;
              expect(Math.abs(value - (place?.[axis] ?? NaN))).toBeLessThanOrEqual(TOLERANCE);
              read++;
            }
        }
        // All voxels of a volume along the body's axes; of another one most of what fits into its box.
        expect(read >= (isExact ? 9 * 8 * 7 : 200)).toBe(true);
      }
    }
  });

  it('shows a landmark at its place, with its HU, in all three planes', async () => {
    // A ball of bone around the middle of the phantom, 7 mm in radius: each voxel around its middle lies inside.
    const middle = placeOf(way, 4, 4, 3);
    const ball = (place: Vector): number =>
      Math.hypot(place[0] - middle[0], place[1] - middle[1], place[2] - middle[2]) <= 7 ? 30 : -5;
    const volume = await open(await WRITERS[format](way, ball));
    const grid = bodyGrid(volume);
    const g = nearestInGrid(grid, lpsVector(...middle));
    for (const plane of PATIENT_PLANES) {
      const { column, row, layer } = PLANE_AXES[plane];
      const cut = reslice(volume, grid, plane, g[layer], { mode: 'slice' });
      expect(gridPlace(plane, g[column], g[row], g[layer])).toEqual(g);
      expect(modalityAt(cut, volume, g[column], g[row])).toBeCloseTo(30, 2);
      const image = { columns: cut.pixels.columns, rows: cut.pixels.rows, attributes: cut.attributes };
      const place = pointOfImage(image, [g[column] + 0.5, g[row] + 0.5]) ?? [NaN, NaN, NaN];
      // A voxel of a volume along the body's axes is met; of another one the nearest sample is at most half a step off.
      const off = Math.hypot(place[0] - middle[0], place[1] - middle[1], place[2] - middle[2]);
      expect(off).toBeLessThanOrEqual(isExact ? TOLERANCE : Math.hypot(...grid.spacing) / 2 + TOLERANCE);
    }
  });
});

const determinant = (u: readonly number[], v: readonly number[], w: readonly number[]): number =>
  (u[0] ?? 0) * ((v[1] ?? 0) * (w[2] ?? 0) - (v[2] ?? 0) * (w[1] ?? 0)) -
  (u[1] ?? 0) * ((v[0] ?? 0) * (w[2] ?? 0) - (v[2] ?? 0) * (w[0] ?? 0)) +
  (u[2] ?? 0) * ((v[0] ?? 0) * (w[1] ?? 0) - (v[1] ?? 0) * (w[0] ?? 0));

/** Whether a place is outside the box of voxel centres. */
function isAtEdge({ axes, origin }: Stored, place: Vector | undefined): boolean {
  const [a, b, c] = axes;
  const p = place ? place.map((mm, at) => mm - (origin[at] ?? 0)) : [NaN, NaN, NaN];
  // Cramer's rule.
  const all = determinant(a, b, c);
  const index = [determinant(p, b, c) / all, determinant(a, p, c) / all, determinant(a, b, p) / all];
  return index.some((at, axis) => at < 0 || at > (SIZE[axis] ?? 0) - 1);
}
