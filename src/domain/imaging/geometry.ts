import type { Brand, Millimetres } from '../brand.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { add, cross, dot, norm, scale, subtract, type Vector } from './vector.ts';

/** Millimetres in the patient: x grows to the patient's left, y to the back, z to the head (PS3.3 C.7.6.2.1.1). */
export type LpsVector = Brand<Vector, 'LPS mm'>;
/** Millimetres in a NIfTI world: x grows to the patient's right, y to the front, z to the head. */
export type RasVector = Brand<Vector, 'RAS mm'>;
/** Voxel index: column i, row j, slice k from 0; whole numbers at voxel centres. */
export type IndexVector = Brand<Vector, 'voxel index'>;

/** A point or direction in LPS millimetres. */
export const lpsVector = (x: number, y: number, z: number): LpsVector => [x, y, z] as Vector as LpsVector;
/** A point or direction in RAS millimetres. */
const rasVector = (x: number, y: number, z: number): RasVector => [x, y, z] as Vector as RasVector;
/** A voxel index, from 0. */
export const voxel = (i: number, j: number, k: number): IndexVector => [i, j, k] as Vector as IndexVector;

declare const source: unique symbol;

/** An affine map between two spaces: where the origin goes, and where one step along each axis leads. */
export interface Affine<From extends Vector, To extends Vector> {
  readonly axes: readonly [To, To, To];
  readonly origin: To;
  /** In the type only: the space that is mapped. */
  readonly [source]?: From;
}

/** Voxel indices to millimetres in the patient. */
export type LpsAffine = Affine<IndexVector, LpsVector>;
/** Voxel indices to a NIfTI world, as filed. */
export type RasAffine = Affine<IndexVector, RasVector>;

/** Where a point of the one space lies in the other. */
export function applyAffine<From extends Vector, To extends Vector>(
  { axes, origin }: Affine<From, To>,
  point: From,
): To {
  const steps = axes.map((axis, at) => scale(axis, point[at] ?? 0));
  return steps.reduce<Vector>(add, origin) as To;
}

/** The map back; none where the axes lie in a plane. */
export function invertAffine<From extends Vector, To extends Vector>({
  axes: [i, j, k],
  origin,
}: Affine<From, To>): Affine<To, From> | undefined {
  const determinant = dot(i, cross(j, k));
  if (!(Math.abs(determinant) > Number.EPSILON * norm(i) * norm(j) * norm(k))) return undefined;
  const rows = [cross(j, k), cross(k, i), cross(i, j)].map((row) => scale(row, 1 / determinant));
  const back = (v: Vector): From => rows.map((row) => dot(row, v)) as readonly number[] as From;
  const axes = [back([1, 0, 0]), back([0, 1, 0]), back([0, 0, 1])] as const;
  return { axes, origin: back(scale(origin, -1)) };
}

/** A NIfTI affine out of the rows of its matrix (`srow_x`, `srow_y`, `srow_z`). */
export function rasAffine(rows: readonly [Row, Row, Row]): RasAffine {
  const column = (at: 0 | 1 | 2 | 3) => rasVector(rows[0][at], rows[1][at], rows[2][at]);
  return { axes: [column(0), column(1), column(2)], origin: column(3) };
}
type Row = readonly [number, number, number, number];

const turned = ([x, y, z]: RasVector): LpsVector => lpsVector(-x, -y, z);

/** The same map with its results in the patient's LPS space; the one place where RAS becomes LPS. */
export const rasToLps = ({ axes: [i, j, k], origin }: RasAffine): LpsAffine => ({
  axes: [turned(i), turned(j), turned(k)],
  origin: turned(origin),
});

/** Directions of an image plane and the one it faces: row × column (PS3.3 C.7.6.2.1.1). */
export interface PlaneDirections {
  /** Along a row, towards the right edge. */
  readonly row: LpsVector;
  /** Along a column, towards the bottom edge. */
  readonly column: LpsVector;
  readonly normal: LpsVector;
}

/** Directions of an image plane, where Image Orientation (Patient) is filed. */
export function planeDirections({
  ImageOrientationPatient: cosines,
}: Pick<ImageAttributes, 'ImageOrientationPatient'>): PlaneDirections | undefined {
  if (!cosines) return undefined;
  const row = lpsVector(cosines[0], cosines[1], cosines[2]);
  const column = lpsVector(cosines[3], cosines[4], cosines[5]);
  return { row, column, normal: lpsVector(...cross(row, column)) };
}

type PlaneAttributes = Pick<
  ImageAttributes,
  'ImageOrientationPatient' | 'ImagePositionPatient' | 'PixelSpacing'
>;

/**
 * Indices of a stack of slices to LPS millimetres (PS3.3 C.7.6.2.1.1, equation C.7.6.2.1-1). An index i steps by
 * the spacing between columns, the second value of Pixel Spacing, and j by that between rows, the first.
 *
 * @param slices in the order of k, all of one orientation. A single slice steps by `thickness` along its normal;
 * several by the mean distance from the first position to the last, so that a tilted gantry stays tilted.
 * @returns nothing when orientation, position or spacing is missing.
 */
export function stackAffine(slices: readonly PlaneAttributes[], thickness = 1): LpsAffine | undefined {
  const [first, last] = [slices[0], slices.at(-1)];
  const directions = first && planeDirections(first);
  if (!directions || !first?.ImagePositionPatient || !first.PixelSpacing) return undefined;
  if (!last?.ImagePositionPatient) return undefined;
  const [rowSpacing, columnSpacing] = first.PixelSpacing;
  const step =
    slices.length === 1
      ? scale(directions.normal, thickness)
      : scale(subtract(last.ImagePositionPatient, first.ImagePositionPatient), 1 / (slices.length - 1));
  return {
    axes: [
      lpsVector(...scale(directions.row, columnSpacing)),
      lpsVector(...scale(directions.column, rowSpacing)),
      lpsVector(...step),
    ],
    origin: lpsVector(...first.ImagePositionPatient),
  };
}

/** Millimetres from one voxel to the next along i, j and k. */
export const voxelSpacing = ({
  axes: [i, j, k],
}: LpsAffine): readonly [Millimetres, Millimetres, Millimetres] => [
  norm(i) as Millimetres,
  norm(j) as Millimetres,
  norm(k) as Millimetres,
];

/** Cosines of right angles this close to 0 are rounding: about 0.06 degrees. */
const RIGHT_ANGLE_TOLERANCE = 1e-3;

/**
 * Whether a volume's axes are at right angles. tilted: rows and columns are, and the slices are shifted against
 * each other (gantry tilt); sheared: rows and columns are not; flat: an axis has no length.
 */
export interface Orthogonality {
  readonly kind: 'orthogonal' | 'tilted' | 'sheared' | 'flat';
  /** Largest absolute cosine between two axes. */
  readonly cosine: number;
}

const cosine = (a: Vector, b: Vector): number => Math.abs(dot(a, b)) / (norm(a) * norm(b));

/** How the axes of a volume lie to each other. */
export function orthogonality({ axes: [i, j, k] }: Affine<Vector, Vector>): Orthogonality {
  if (!(norm(i) * norm(j) * norm(k) > 0)) return { kind: 'flat', cosine: 1 };
  const inPlane = cosine(i, j);
  const across = Math.max(cosine(i, k), cosine(j, k));
  const largest = Math.max(inPlane, across);
  if (inPlane > RIGHT_ANGLE_TOLERANCE) return { kind: 'sheared', cosine: largest };
  return { kind: across > RIGHT_ANGLE_TOLERANCE ? 'tilted' : 'orthogonal', cosine: largest };
}
