/** Array types of the NIfTI-1 data types that are written. */
type NiftiData =
  Uint8Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** Rows x, y, z of the map from voxel index (i, j, k, 1), from 0, to RAS millimetres. */
export type NiftiAffine = readonly [AffineRow, AffineRow, AffineRow];
type AffineRow = readonly [i: number, j: number, k: number, origin: number];

/** A volume to be written. */
export interface NiftiVolume {
  /** Voxels along i, j and k; i varies fastest in `data`. */
  readonly dimensions: readonly [number, number, number];
  readonly data: NiftiData;
  readonly affine: NiftiAffine;
  /** Shown value = slope · stored + intercept; 1 and 0 unless given. */
  readonly slope?: number;
  readonly intercept?: number;
  /** At most 79 characters of ASCII. */
  readonly description?: string;
}

const HEADER = 348;
/** The header, and four bytes that say no extension follows. */
const DATA_AT = 352;

/**
 * Writes a single-file NIfTI-1 (`n+1`), little endian, millimetres, with the affine as sform code 1
 * (scanner anatomical) and no qform.
 *
 * @throws RangeError when array and dimensions do not fit together.
 */
export function writeNifti(volume: NiftiVolume): Uint8Array<ArrayBuffer> {
  const { dimensions, data, affine, slope = 1, intercept = 0, description = '' } = volume;
  if (data.length !== dimensions[0] * dimensions[1] * dimensions[2])
    throw new RangeError(`${data.length} voxels for ${dimensions.join(' × ')}`);
  const bytes = new Uint8Array(DATA_AT + data.byteLength);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, HEADER, true);
  [3, ...dimensions, 1, 1, 1, 1].forEach((size, n) => view.setInt16(40 + 2 * n, size, true));
  view.setInt16(70, dataType(data), true);
  view.setInt16(72, 8 * data.BYTES_PER_ELEMENT, true);
  const spacing = [0, 1, 2].map((axis) => columnLength(affine, axis));
  [1, ...spacing, 0, 0, 0, 0].forEach((size, n) => view.setFloat32(76 + 4 * n, size, true));
  view.setFloat32(108, DATA_AT, true);
  view.setFloat32(112, slope, true);
  view.setFloat32(116, intercept, true);
  view.setUint8(123, 2); // xyzt_units: millimetres
  setText(bytes, 148, description.slice(0, 79));
  view.setInt16(254, 1, true); // sform_code: scanner anatomical
  affine.flat().forEach((value, n) => view.setFloat32(280 + 4 * n, value, true));
  setText(bytes, 344, 'n+1');
  writeLittleEndian(view, data);
  return bytes;
}

function dataType(data: NiftiData): number {
  if (data instanceof Uint8Array) return 2;
  if (data instanceof Int16Array) return 4;
  return data instanceof Float32Array ? 16 : 512;
}

const columnLength = (affine: NiftiAffine, axis: number): number =>
  Math.sqrt(affine.reduce((sum, row) => sum + (row[axis] ?? 0) ** 2, 0));

function setText(bytes: Uint8Array, at: number, text: string): void {
  for (let n = 0; n < text.length; n++) bytes[at + n] = text.charCodeAt(n) & 0x7f;
}

function writeLittleEndian(view: DataView, data: NiftiData): void {
  const size = data.BYTES_PER_ELEMENT;
  for (let n = 0, at = DATA_AT; n < data.length; n++, at += size) {
    const value = data[n] ?? 0;
    if (data instanceof Uint8Array) view.setUint8(at, value);
    else if (data instanceof Int16Array) view.setInt16(at, value, true);
    else if (data instanceof Float32Array) view.setFloat32(at, value, true);
    else view.setUint16(at, value, true);
  }
}

const BLOCK = 0xffff;

/**
 * Wraps bytes as a gzip file (RFC 1952) of stored blocks (RFC 1951, 3.2.4): nothing is compressed, the
 * result is the same on every machine and costs no more than a copy and a checksum.
 */
export function gzipStored(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  const out = new Uint8Array(10 + bytes.length + 5 * blocks + 8);
  const view = new DataView(out.buffer);
  out.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  let at = 10;
  for (let block = 0; block < blocks; block++) {
    const part = bytes.subarray(block * BLOCK, (block + 1) * BLOCK);
    view.setUint8(at, block === blocks - 1 ? 1 : 0);
    view.setUint16(at + 1, part.length, true);
    view.setUint16(at + 3, ~part.length & 0xffff, true);
    out.set(part, at + 5);
    at += 5 + part.length;
  }
  view.setUint32(at, crc32(bytes), true);
  view.setUint32(at + 4, bytes.length >>> 0, true);
  return out;
}

/** CRC-32 of RFC 1952, section 8. */
function crc32(bytes: Uint8Array): number {
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    return c;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
