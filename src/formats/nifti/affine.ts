/** Three components along the axes of a world space, in mm; or of a direction, of length 1. */
export type Vec3 = readonly [x: number, y: number, z: number];

/**
 * Voxel index to world in RAS mm (x to the patient's right, y to anterior, z to superior):
 * world = origin + i·(column i) + j·(column j) + k·(column k), indices from 0 at voxel centres.
 */
export interface NiftiAffine {
  /** World displacement of one step along the first array axis; likewise `j` and `k`. */
  readonly i: Vec3;
  readonly j: Vec3;
  readonly k: Vec3;
  /** World position of the centre of voxel (0, 0, 0). */
  readonly origin: Vec3;
}

/** The orientation part of a header (nifti1.h, "3D image (volume) orientation and location in space"). */
export interface OrientationFields {
  readonly qformCode: number;
  readonly sformCode: number;
  /** pixdim[0..3]: qfac, then the size of a voxel along each axis. */
  readonly pixdim: readonly [number, number, number, number];
  readonly quatern: Vec3;
  readonly qoffset: Vec3;
  readonly srow: readonly [SformRow, SformRow, SformRow];
}

/** One row of the sform: three factors of the voxel index, and the offset. */
export type SformRow = readonly [number, number, number, number];

/** Which of the standard's three methods gave the affine; `pixdim` says sizes only, and no orientation. */
export type AffineSource = 'sform' | 'qform' | 'pixdim';

/** a + times × b. */
export const add = (a: Vec3, b: Vec3, times = 1): Vec3 => [
  a[0] + times * b[0],
  a[1] + times * b[1],
  a[2] + times * b[2],
];
/** a, so many times as long. */
export const scale = (a: Vec3, by: number): Vec3 => [a[0] * by, a[1] * by, a[2] * by];
/** Scalar product. */
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** Length, in the unit of the components. */
export const length = (a: Vec3): number => Math.hypot(...a);
/** The same direction with length 1; not finite for a vector of length 0. */
export const unit = (a: Vec3): Vec3 => scale(a, 1 / length(a));
/** Vector product; right-handed. */
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** RAS to LPS and back: right and anterior become negative. Subtracted, as a minus sign would leave −0. */
export const rasToLps = (a: Vec3): Vec3 => [0 - a[0], 0 - a[1], a[2]];

/**
 * The affine by the standard's precedence: the sform if its code says so, else the qform, else the voxel
 * sizes alone. One that is not finite or flattens the volume is passed over for the next.
 *
 * @param unitMm millimetres in one of the header's spatial units.
 */
export function affineOf(
  fields: OrientationFields,
  unitMm: number,
): { readonly affine: NiftiAffine; readonly source: AffineSource } {
  const inMm = ({ i, j, k, origin }: NiftiAffine): NiftiAffine => ({
    i: scale(i, unitMm),
    j: scale(j, unitMm),
    k: scale(k, unitMm),
    origin: scale(origin, unitMm),
  });
  const sform = inMm(sformAffine(fields.srow));
  if (fields.sformCode > 0 && isInvertible(sform)) return { affine: sform, source: 'sform' };
  const qform = inMm(qformAffine(fields));
  if (fields.qformCode > 0 && isInvertible(qform)) return { affine: qform, source: 'qform' };
  return { affine: inMm(pixdimAffine(fields)), source: 'pixdim' };
}

const sformAffine = ([x, y, z]: OrientationFields['srow']): NiftiAffine => ({
  i: [x[0], y[0], z[0]],
  j: [x[1], y[1], z[1]],
  k: [x[2], y[2], z[2]],
  origin: [x[3], y[3], z[3]],
});

/** Method 2: a rotation by a unit quaternion of which three components are filed; qfac mirrors the third axis. */
function qformAffine({ quatern, qoffset, pixdim }: OrientationFields): NiftiAffine {
  const squares = dot(quatern, quatern);
  const a = Math.sqrt(Math.max(0, 1 - squares));
  // Rounding may leave the three components longer than 1; then the rotation is by 180 degrees.
  const [b, c, d] = squares > 1 ? unit(quatern) : quatern;
  const [di, dj, dk] = voxelSize(pixdim);
  return {
    i: scale([a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)], di),
    j: scale([2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)], dj),
    k: scale(
      [2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c],
      pixdim[0] < 0 ? -dk : dk,
    ),
    origin: qoffset,
  };
}

function pixdimAffine({ pixdim }: OrientationFields): NiftiAffine {
  const [di, dj, dk] = voxelSize(pixdim);
  return { i: [di, 0, 0], j: [0, dj, 0], k: [0, 0, dk], origin: [0, 0, 0] };
}

/** Sizes that are missing or impossible count as 1, as in the reference implementation. */
const usableSize = (size: number) => (Number.isFinite(size) && size > 0 ? size : 1);

const voxelSize = ([, di, dj, dk]: OrientationFields['pixdim']): Vec3 => [
  usableSize(di),
  usableSize(dj),
  usableSize(dk),
];

function isInvertible({ i, j, k, origin }: NiftiAffine): boolean {
  if (![...i, ...j, ...k, ...origin].every(Number.isFinite)) return false;
  const volume = Math.abs(dot(cross(unit(i), unit(j)), unit(k)));
  return volume > 1e-6;
}
