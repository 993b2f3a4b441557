import { applyAffine, invertAffine, lpsVector, voxel, type IndexVector, type LpsVector } from './geometry.ts';
import { add, norm, scale, subtract, type Vector } from './vector.ts';
import type { Volume } from './volume.ts';

/** A plane of the patient's body, whatever plane the slices were stored in. */
export type PatientPlane = 'axial' | 'coronal' | 'sagittal';

export const PATIENT_PLANES: readonly PatientPlane[] = ['axial', 'coronal', 'sagittal'];

/**
 * The voxels of a volume in the order of the body: g = (to the left, to the back, to the feet), from 0 at the
 * rightmost, foremost, topmost one. Planes are layers of this grid.
 */
export interface BodyGrid {
  /** Voxels to the left, to the back, to the feet. */
  readonly size: Vector;
  /** mm between their centres. */
  readonly spacing: Vector;
  /** LPS mm of g = (0, 0, 0). */
  readonly origin: LpsVector;
  /** Where one step of each axis of the grid leads in the volume, and where the grid begins, in voxels. */
  readonly steps: readonly [Vector, Vector, Vector];
  readonly start: Vector;
  /** Every point of the grid is a voxel: planes are read, not interpolated. */
  readonly isExact: boolean;
}

/** Which axes of the body a plane's columns, rows and layers run along. */
interface PlaneAxes {
  readonly column: 0 | 1 | 2;
  readonly row: 0 | 1 | 2;
  readonly layer: 0 | 1 | 2;
}

/** Axial: right on the left, front on top, from head to feet. Coronal: head on top. Sagittal: front on the left. */
export const PLANE_AXES: Readonly<Record<PatientPlane, PlaneAxes>> = {
  axial: { column: 0, row: 1, layer: 2 },
  coronal: { column: 0, row: 2, layer: 1 },
  sagittal: { column: 1, row: 2, layer: 0 },
};

/** Where the axes of the grid point, in LPS. */
export const BODY_AXES: readonly [LpsVector, LpsVector, LpsVector] = [
  lpsVector(1, 0, 0),
  lpsVector(0, 1, 0),
  lpsVector(0, 0, -1),
];

/** Millimetres that a voxel may be moved by reading instead of interpolating. */
const EXACT = 0.005;
/** Most samples along an axis: a volume far off the axes of the body must not grow without bound. */
const MOST_SAMPLES = 2_048;

/** The grid of a volume; along the axes of the body it has the volume's own voxels. */
export function bodyGrid(volume: Volume): BodyGrid {
  const { affine, columns, rows, places } = volume;
  const inverse = invertAffine(affine);
  if (!inverse) throw new RangeError('a flat volume has no grid');
  const last = [columns - 1, rows - 1, places.at(-1) ?? 0];
  const corners = Array.from({ length: 8 }, (_, bits) =>
    applyAffine(
      affine,
      voxel(bits & 1 ? (last[0] ?? 0) : 0, bits & 2 ? (last[1] ?? 0) : 0, bits & 4 ? (last[2] ?? 0) : 0),
    ),
  );
  const spacing = BODY_AXES.map((_, at) => {
    const extent = span(corners, at);
    const finest = Math.min(
      ...affine.axes.map((step) => norm(step) ** 2 / Math.abs(step[at] ?? 0)).filter((mm) => mm > 0),
    );
    return Math.max(finest, extent / (MOST_SAMPLES - 1));
  }) as readonly number[] as Vector;
  const low = (at: 0 | 1 | 2): number => Math.min(...corners.map((corner) => corner[at]));
  const high = Math.max(...corners.map((corner) => corner[2]));
  const origin = lpsVector(low(0), low(1), high);
  const size = spacing.map(
    (mm, at) => Math.floor(span(corners, at) / mm + 1e-4) + 1,
  ) as readonly number[] as Vector;
  const start = applyAffine(inverse, origin);
  const step = (at: 0 | 1 | 2): Vector =>
    subtract(applyAffine(inverse, lpsVector(...add(origin, scale(BODY_AXES[at], spacing[at])))), start);
  const grid = { size, spacing, origin, steps: [step(0), step(1), step(2)] as const, start };
  return exactGrid(volume, grid) ?? { ...grid, isExact: false };
}

const span = (corners: readonly LpsVector[], at: number): number => {
  const values = corners.map((corner) => corner[at] ?? 0);
  return Math.max(...values) - Math.min(...values);
};

/** Whole numbers; + 0 makes no negative zero. */
const whole = (v: Vector): Vector => [Math.round(v[0]) + 0, Math.round(v[1]) + 0, Math.round(v[2]) + 0];

/** The grid in whole steps from voxel to voxel, where that moves none of them. */
function exactGrid(volume: Volume, grid: Omit<BodyGrid, 'isExact'>): BodyGrid | undefined {
  if (!volume.isEven) return undefined;
  const steps = [whole(grid.steps[0]), whole(grid.steps[1]), whole(grid.steps[2])] as const;
  const rounded: BodyGrid = { ...grid, steps, start: whole(grid.start), isExact: true };
  const isOff = Array.from({ length: 8 }, (_, bits): Vector => {
    const end = (at: 0 | 1 | 2): number => ((bits >> at) & 1 ? grid.size[at] - 1 : 0);
    return [end(0), end(1), end(2)];
  }).some((corner) => {
    const found = applyAffine(volume.affine, toVoxel(rounded, corner));
    return norm(subtract(found, fromGrid(grid, corner))) > EXACT;
  });
  return isOff ? undefined : rounded;
}

/** Voxel index of a place in the grid. */
export const toVoxel = ({ start, steps }: Pick<BodyGrid, 'start' | 'steps'>, g: Vector): IndexVector =>
  voxel(...steps.reduce<Vector>((sum, step, at) => add(sum, scale(step, g[at] ?? 0)), start));

/** LPS mm of a place in the grid. */
export const fromGrid = ({ origin, spacing }: Pick<BodyGrid, 'origin' | 'spacing'>, g: Vector): LpsVector =>
  lpsVector(origin[0] + g[0] * spacing[0], origin[1] + g[1] * spacing[1], origin[2] - g[2] * spacing[2]);

/** The place of a point in the grid, in steps from its first voxel. */
export const toGrid = (
  { origin, spacing }: Pick<BodyGrid, 'origin' | 'spacing'>,
  point: LpsVector,
): Vector => [
  (point[0] - origin[0]) / spacing[0],
  (point[1] - origin[1]) / spacing[1],
  (origin[2] - point[2]) / spacing[2],
];

/** The voxel of the grid that is nearest to a point, inside the grid. */
export const nearestInGrid = (grid: BodyGrid, point: LpsVector): Vector =>
  toGrid(grid, point).map((at, axis) =>
    Math.max(0, Math.min((grid.size[axis] ?? 1) - 1, Math.round(at))),
  ) as readonly number[] as Vector;

/** Pixels and layers of a plane's stack. */
export const planeSize = (
  { size }: Pick<BodyGrid, 'size'>,
  plane: PatientPlane,
): { readonly columns: number; readonly rows: number; readonly layers: number } => {
  const { column, row, layer } = PLANE_AXES[plane];
  return { columns: size[column], rows: size[row], layers: size[layer] };
};

/** The place in the grid of column x, row y of a layer. */
export function gridPlace(plane: PatientPlane, x: number, y: number, layer: number): Vector {
  const axes = PLANE_AXES[plane];
  const g: [number, number, number] = [0, 0, 0];
  g[axes.column] = x;
  g[axes.row] = y;
  g[axes.layer] = layer;
  return g;
}
