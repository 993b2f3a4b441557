import type { Pixels } from '../../domain/imaging/pixels.ts';
import { add, cross, dot, length, rasToLps, scale, unit, type Vec3 } from './affine.ts';
import type { NiftiHeader } from './nifti-header.ts';
import type { NiftiVolume } from './read-nifti.ts';

/** A plane of the body. */
export type Plane = 'axial' | 'coronal' | 'sagittal';

/**
 * How the images of a stack are turned before they are shown: first rows and columns are exchanged if
 * `transpose`, then left and right if `flipColumns`, top and bottom if `flipRows`.
 */
export interface DisplayOrientation {
  readonly transpose: boolean;
  readonly flipColumns: boolean;
  readonly flipRows: boolean;
}

/** Columns along the first array axis, rows along the second. */
export const AS_STORED: DisplayOrientation = { transpose: false, flipColumns: false, flipRows: false };

/** A volume as a stack of equal images; positions and directions in LPS mm (PS3.3 C.7.6.2.1.1). */
export interface NiftiStack {
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  /** Centre of the top left pixel of slice 0. */
  readonly position: Vec3;
  /** Where the column index grows to, of length 1; the first half of Image Orientation (Patient). */
  readonly rowDirection: Vec3;
  /** Where the row index grows to, of length 1; the second half. */
  readonly columnDirection: Vec3;
  /** From the centre of a pixel to the same pixel of the next slice. */
  readonly sliceStep: Vec3;
  /** mm from row to row, then from column to column, as in Pixel Spacing. */
  readonly pixelSpacing: readonly [row: number, column: number];
  /** The anatomical plane nearest to that of the images. */
  readonly plane: Plane;
  /** The images are tilted out of that plane by more than about 37 degrees. */
  readonly oblique: boolean;
  /** The array axes are not at right angles, as after gantry tilt; an orthogonal grid would distort it. */
  readonly sheared: boolean;
  /** Whether the file states where its axes point; if not, plane and directions are only the array's. */
  readonly oriented: boolean;
}

/** Image plane attributes of one slice (PS3.3 C.7.6.2). */
export interface SliceGeometry {
  readonly ImagePositionPatient: Vec3;
  readonly ImageOrientationPatient: readonly [number, number, number, number, number, number];
  readonly PixelSpacing: readonly [row: number, column: number];
}

/** Cosine of the angle to the nearest axis below which a plane is called oblique. */
const OBLIQUE_COSINE = 0.8;
/** Cosine of the angle between two axes above which they count as sheared: 0.06 degrees. */
const SHEAR_COSINE = 1e-3;

const LEFT: Vec3 = [1, 0, 0];
const POSTERIOR: Vec3 = [0, 1, 0];
const INFERIOR: Vec3 = [0, 0, -1];

/** What the right and the bottom edge of the screen are nearest to, by the convention of radiology. */
const SCREEN: Readonly<Record<Plane, { readonly right: Vec3; readonly down: Vec3 }>> = {
  axial: { right: LEFT, down: POSTERIOR },
  coronal: { right: LEFT, down: INFERIOR },
  sagittal: { right: POSTERIOR, down: INFERIOR },
};

/** The stack along the third array axis, each image as stored. */
export function niftiStackGeometry(header: NiftiHeader): NiftiStack {
  const [columns, rows, slices] = header.dimensions;
  const { affine } = header;
  const [i, j, k] = [rasToLps(affine.i), rasToLps(affine.j), rasToLps(affine.k)];
  const normal = unit(cross(i, j)).map(Math.abs);
  const steepest = Math.max(...normal);
  return {
    columns,
    rows,
    slices,
    position: rasToLps(affine.origin),
    rowDirection: unit(i),
    columnDirection: unit(j),
    sliceStep: k,
    pixelSpacing: [length(j), length(i)],
    plane: (['sagittal', 'coronal', 'axial'] as const)[normal.indexOf(steepest)] ?? 'axial',
    oblique: steepest < OBLIQUE_COSINE,
    sheared: [dot(unit(i), unit(j)), dot(unit(j), unit(k)), dot(unit(k), unit(i))].some(
      (cosine) => Math.abs(cosine) > SHEAR_COSINE,
    ),
    oriented: header.affineSource !== 'pixdim',
  };
}

/**
 * How to turn the images of a stack as stored so that they hang as a radiologist expects. Axial: the
 * patient's right on the left, anterior on top. Coronal: right on the left, superior on top. Sagittal:
 * anterior on the left, superior on top. An oblique stack hangs as the plane nearest to it.
 *
 * A file that states no orientation has its first row at the bottom: NIfTI axes run upwards, and
 * converters of radiographs reverse the rows and nothing else.
 */
export function displayOrientation(stack: NiftiStack): DisplayOrientation {
  if (!stack.oriented) return { ...AS_STORED, flipRows: true };
  const { right, down } = SCREEN[stack.plane];
  const { rowDirection, columnDirection } = stack;
  const agreement = (across: Vec3, along: Vec3) => Math.abs(dot(across, right)) + Math.abs(dot(along, down));
  const transpose = agreement(columnDirection, rowDirection) > agreement(rowDirection, columnDirection);
  const [across, along] = transpose ? [columnDirection, rowDirection] : [rowDirection, columnDirection];
  return { transpose, flipColumns: dot(across, right) < 0, flipRows: dot(along, down) < 0 };
}

/** The geometry of the turned images. */
export function orientStack(stack: NiftiStack, orientation: DisplayOrientation): NiftiStack {
  const { transpose, flipColumns, flipRows } = orientation;
  const [rowSpacing, columnSpacing] = stack.pixelSpacing;
  const turned: NiftiStack = transpose
    ? {
        ...stack,
        columns: stack.rows,
        rows: stack.columns,
        rowDirection: stack.columnDirection,
        columnDirection: stack.rowDirection,
        pixelSpacing: [columnSpacing, rowSpacing],
      }
    : stack;
  const { columns, rows, rowDirection, columnDirection, pixelSpacing } = turned;
  const fromLeft = flipColumns ? (columns - 1) * pixelSpacing[1] : 0;
  const fromTop = flipRows ? (rows - 1) * pixelSpacing[0] : 0;
  return {
    ...turned,
    position: add(add(turned.position, rowDirection, fromLeft), columnDirection, fromTop),
    rowDirection: scale(rowDirection, flipColumns ? -1 : 1),
    columnDirection: scale(columnDirection, flipRows ? -1 : 1),
  };
}

/** Where slice `k`, from 0, lies. */
export function sliceGeometry(stack: NiftiStack, k: number): SliceGeometry {
  return {
    ImagePositionPatient: add(stack.position, stack.sliceStep, k),
    ImageOrientationPatient: [...stack.rowDirection, ...stack.columnDirection],
    PixelSpacing: stack.pixelSpacing,
  };
}

/** Slices of a stack in the order they are shown: axial ones from head to feet, the others as stored. */
export function shownSlices(stack: NiftiStack): readonly number[] {
  const stored = Array.from({ length: stack.slices }, (_, k) => k);
  const goesUp = stack.plane === 'axial' && stack.sliceStep[2] > 0;
  return goesUp ? stored.toReversed() : stored;
}

/** Slice `slice` of the file, from 0, out of a volume that has it, as an image of its own: a copy of the stored values, turned. */
export function niftiSlice(volume: NiftiVolume, slice: number, orientation = AS_STORED): Pixels {
  const [width, height, depth] = volume.dimensions;
  const k = slice - volume.firstSlice;
  if (!Number.isInteger(k) || k < 0 || k >= depth) throw new RangeError(`slice ${k} of ${depth}`);
  const samples = volume.kind === 'rgb' ? 3 : 1;
  const size = width * height * samples;
  const stored = volume.data.subarray(k * size, (k + 1) * size);
  const data = stored.slice();
  const { transpose, flipColumns, flipRows } = orientation;
  const [columns, rows] = transpose ? [height, width] : [width, height];
  const image: Pixels = { kind: volume.kind, columns, rows, data };
  if (!transpose && !flipColumns && !flipRows) return image;
  const [acrossStep, downStep] = transpose ? [width * samples, samples] : [samples, width * samples];
  let to = 0;
  for (let row = 0; row < rows; row++) {
    const start = (flipRows ? rows - 1 - row : row) * downStep;
    for (let column = 0; column < columns; column++) {
      const from = start + (flipColumns ? columns - 1 - column : column) * acrossStep;
      for (let sample = 0; sample < samples; sample++) data[to++] = stored[from + sample]!;
    }
  }
  return image;
}
