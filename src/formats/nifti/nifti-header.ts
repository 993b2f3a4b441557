import { MidscopeError } from '../../domain/error.ts';
import {
  type AffineSource,
  type NiftiAffine,
  type OrientationFields,
  type SformRow,
  type Vec3,
  affineOf,
} from './affine.ts';

/** A NIfTI header, read after nifti1.h and nifti2.h. */
export interface NiftiHeader {
  readonly version: 1 | 2;
  readonly littleEndian: boolean;
  /** Voxels along the three spatial array axes; 1 for an axis the file does not have. */
  readonly dimensions: readonly [i: number, j: number, k: number];
  /** Volumes of that size in the file: the product of the dimensions from the fourth on. */
  readonly volumes: number;
  /** Type code of a voxel, nifti1.h "DT_". */
  readonly datatype: number;
  readonly bitpix: number;
  /** Offset of the first voxel, in bytes of the uncompressed file. */
  readonly voxOffset: number;
  /** Modality value = slope × stored value + intercept; 1 and 0 when the file states no scaling. */
  readonly slope: number;
  readonly intercept: number;
  /** Voxel index to RAS mm. */
  readonly affine: NiftiAffine;
  readonly affineSource: AffineSource;
  /** Spatial unit as filed; an unknown one is taken for mm. */
  readonly units: 'm' | 'mm' | 'µm' | 'unknown';
  /** Free text; may name what it should not. */
  readonly description: string;
}

/** Bytes, uncompressed, that hold the header of either version. */
export const NIFTI_HEADER_BYTES = 540;

const HEADER_SIZE = { 1: 348, 2: 540 } as const;
/** Header and the four bytes that announce extensions. */
const FIRST_VOXEL = { 1: 352, 2: 544 } as const;
const MAX_DIMENSION = 2 ** 31 - 1;
/** Columns and rows a picture can plausibly have, and the slices NIfTI-1 has room for: each is made an image of its own. */
const MAX_SIDE = 2 ** 20;
const MAX_SLICES = 2 ** 15;

const UNITS = { 1: ['m', 1000], 2: ['mm', 1], 3: ['µm', 0.001] } as const;

/**
 * Reads a NIfTI-1 or NIfTI-2 header of either byte order from the first 540 uncompressed bytes (348 do for
 * NIfTI-1). Scaling, orientation and description that make no sense count as absent.
 *
 * @throws MidscopeError FILE_EMPTY, IMAGE_TRUNCATED (too few bytes), NIFTI_INVALID (another format, impossible
 * dimensions or offset), IMAGE_UNDECODABLE (a header apart from its voxels), IMAGE_TOO_LARGE (more columns, rows or
 * slices than are made into images).
 */
export function readNiftiHeader(bytes: Uint8Array): NiftiHeader {
  if (bytes.length === 0) throw new MidscopeError('FILE_EMPTY');
  if (bytes.length < 4) throw new MidscopeError('IMAGE_TRUNCATED');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const littleEndian = view.getUint8(0) !== 0;
  const size = view.getInt32(0, littleEndian);
  const version = size === HEADER_SIZE[1] ? 1 : size === HEADER_SIZE[2] ? 2 : undefined;
  if (!version) throw invalid('sizeof_hdr');
  if (bytes.length < size) throw new MidscopeError('IMAGE_TRUNCATED');
  const magic = latin1(bytes, version === 1 ? 344 : 4, 4);
  if (magic === `ni${version}\0`) throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'voxels-apart' });
  if (magic !== `n+${version}\0`) throw invalid('magic');
  const raw = version === 1 ? fields1(view, littleEndian) : fields2(view, littleEndian);
  const [units, unitMm] = unitsOf(raw.xyztUnits);
  const { affine, source } = affineOf(raw, unitMm);
  const scaled = raw.slope !== 0 && Number.isFinite(raw.slope) && Number.isFinite(raw.intercept);
  return {
    version,
    littleEndian,
    ...extentOf(raw.dim),
    datatype: raw.datatype,
    bitpix: raw.bitpix,
    voxOffset: voxOffsetOf(raw.voxOffset, FIRST_VOXEL[version]),
    slope: scaled ? raw.slope : 1,
    intercept: scaled ? raw.intercept : 0,
    affine,
    affineSource: source,
    units,
    description: latin1(bytes, version === 1 ? 148 : 240, 80).replace(/\0[^]*$/, ''),
  };
}

/**
 * Whether the file is one picture, as a radiograph is, and not a stack of slices. It says nothing of what
 * was imaged: a single CT slice has this shape too.
 */
export const isRadiographShape = ({ dimensions, volumes }: NiftiHeader): boolean =>
  dimensions[2] === 1 && volumes === 1;

interface RawFields extends OrientationFields {
  /** dim[0..7]: number of dimensions, then their lengths. */
  readonly dim: readonly number[];
  readonly datatype: number;
  readonly bitpix: number;
  readonly voxOffset: number;
  readonly slope: number;
  readonly intercept: number;
  readonly xyztUnits: number;
}

function fields1(view: DataView, le: boolean): RawFields {
  const short = (at: number) => view.getInt16(at, le);
  const float = (at: number) => view.getFloat32(at, le);
  return {
    dim: Array.from({ length: 8 }, (_, axis) => short(40 + 2 * axis)),
    datatype: short(70),
    bitpix: short(72),
    voxOffset: float(108),
    slope: float(112),
    intercept: float(116),
    xyztUnits: view.getUint8(123),
    qformCode: short(252),
    sformCode: short(254),
    pixdim: four(float, 76, 4),
    quatern: three(float, 256, 4),
    qoffset: three(float, 268, 4),
    srow: [four(float, 280, 4), four(float, 296, 4), four(float, 312, 4)],
  };
}

function fields2(view: DataView, le: boolean): RawFields {
  const long = (at: number) => Number(view.getBigInt64(at, le));
  const double = (at: number) => view.getFloat64(at, le);
  return {
    dim: Array.from({ length: 8 }, (_, axis) => long(16 + 8 * axis)),
    datatype: view.getInt16(12, le),
    bitpix: view.getInt16(14, le),
    voxOffset: long(168),
    slope: double(176),
    intercept: double(184),
    xyztUnits: view.getInt32(500, le),
    qformCode: view.getInt32(344, le),
    sformCode: view.getInt32(348, le),
    pixdim: four(double, 104, 8),
    quatern: three(double, 352, 8),
    qoffset: three(double, 376, 8),
    srow: [four(double, 400, 8), four(double, 432, 8), four(double, 464, 8)],
  };
}

const three = (read: (at: number) => number, at: number, step: number): Vec3 => [
  read(at),
  read(at + step),
  read(at + 2 * step),
];

const four = (read: (at: number) => number, at: number, step: number): SformRow => [
  ...three(read, at, step),
  read(at + 3 * step),
];

function extentOf(dim: readonly number[]): Pick<NiftiHeader, 'dimensions' | 'volumes'> {
  const [count = 0, ...lengths] = dim;
  if (count < 1 || count > 7) throw invalid('dim[0]');
  // Axes past the stated number may hold anything; some writers file 0 for those of length 1.
  const [i = 1, j = 1, k = 1, ...rest] = lengths.map((length, axis) =>
    axis >= count || (axis >= 2 && length === 0) ? 1 : length,
  );
  if ([i, j, k, ...rest].some((length) => length < 1 || length > MAX_DIMENSION)) throw invalid('dim');
  if (Math.max(i, j) > MAX_SIDE || k > MAX_SLICES)
    throw new MidscopeError('IMAGE_TOO_LARGE', { columns: i, rows: j });
  return { dimensions: [i, j, k], volumes: rest.reduce((product, length) => product * length, 1) };
}

/** An offset of 0 stands for the usual one. */
function voxOffsetOf(filed: number, usual: number): number {
  if (filed === 0) return usual;
  if (!Number.isSafeInteger(filed) || filed < usual) throw invalid('vox_offset');
  return filed;
}

/** Bits 0 to 2 of xyzt_units; the others hold the unit of time. */
function unitsOf(xyztUnits: number): readonly [NiftiHeader['units'], number] {
  const code = xyztUnits & 7;
  return code === 1 || code === 2 || code === 3 ? UNITS[code] : ['unknown', 1];
}

const latin1 = (bytes: Uint8Array, at: number, count: number) =>
  String.fromCharCode(...bytes.subarray(at, at + count));

const invalid = (field: string) => new MidscopeError('NIFTI_INVALID', { field });
