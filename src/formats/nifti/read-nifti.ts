import { MidscopeError } from '../../domain/error.ts';
import type { PixelArray, Pixels } from '../../domain/imaging/pixels.ts';
import { allocateBytes, inflateChunks, inflateHead, MAX_DEFLATE_RATIO } from '../inflate.ts';
import { NIFTI_HEADER_BYTES, type NiftiHeader, readNiftiHeader } from './nifti-header.ts';

/** The voxels of the first volume of a file. */
export interface NiftiVolume {
  /** rgb: three 8-bit samples per voxel, interleaved; an alpha sample is left out. */
  readonly kind: Pixels['kind'];
  /** Of what was decoded: fewer slices than the file has where some were asked for. */
  readonly dimensions: NiftiHeader['dimensions'];
  /** Place of the first decoded slice in the file, from 0. */
  readonly firstSlice: number;
  /** Stored values, `i` fastest, then `j`, then `k`. 64-bit integers are kept as floating point. */
  readonly data: PixelArray;
  /** Modality value = slope × stored value + intercept; not applied. */
  readonly slope: number;
  readonly intercept: number;
  /** Further volumes of the file, which are not read. */
  readonly volumesLeftOut: number;
  /** Some 64-bit integers have no floating-point number of their own. */
  readonly rounded: boolean;
}

/** The most bytes of slices that are decoded at once, unless told otherwise. */
const MAX_VOLUME_BYTES = 2 ** 31;

/** Slices of a volume as filed, from 0; the last one is not in it any more. */
export interface SliceRange {
  readonly from: number;
  readonly to: number;
}

export interface NiftiOptions {
  /** Without it, all. */
  readonly slices?: SliceRange;
  /** The most bytes that slices may take. */
  readonly limit?: number;
  /** The file was read to its end before: its checksum is right, and all slices are there. */
  readonly isVerified?: boolean;
}

interface Voxel {
  readonly bytes: number;
  /** Bytes that are one number, for the byte order. */
  readonly word: number;
  readonly kind: Pixels['kind'];
  readonly view: (bytes: Uint8Array<ArrayBuffer>) => PixelArray;
  /** Whether the view cannot hold every value; asked before it is made. */
  readonly rounds?: (bytes: Uint8Array<ArrayBuffer>) => boolean;
}

const grey = (bytes: number, view: (buffer: ArrayBuffer) => PixelArray): Voxel => ({
  bytes,
  word: bytes,
  kind: 'grey',
  view: ({ buffer }) => view(buffer),
});

const integers64 = (
  view: (buffer: ArrayBuffer) => BigInt64Array<ArrayBuffer> | BigUint64Array<ArrayBuffer>,
): Voxel => ({
  ...grey(8, (buffer) => toFloats(view(buffer))),
  rounds: ({ buffer }) => view(buffer).some((value: bigint) => BigInt(Number(value)) !== value),
});

/** By the codes of nifti1.h. */
const VOXELS: ReadonlyMap<number, Voxel> = new Map([
  [2, grey(1, (buffer) => new Uint8Array(buffer))],
  [4, grey(2, (buffer) => new Int16Array(buffer))],
  [8, grey(4, (buffer) => new Int32Array(buffer))],
  [16, grey(4, (buffer) => new Float32Array(buffer))],
  [64, grey(8, (buffer) => new Float64Array(buffer))],
  [128, { bytes: 3, word: 1, kind: 'rgb', view: (bytes) => bytes }],
  [256, grey(1, (buffer) => new Int8Array(buffer))],
  [512, grey(2, (buffer) => new Uint16Array(buffer))],
  [768, grey(4, (buffer) => new Uint32Array(buffer))],
  [1024, integers64((buffer) => new BigInt64Array(buffer))],
  [1280, integers64((buffer) => new BigUint64Array(buffer))],
  [2304, { bytes: 4, word: 1, kind: 'rgb', view: withoutAlpha }],
]);

/** What nifti1.h calls the types that are no pictures. */
const OTHER_TYPES: ReadonlyMap<number, string> = new Map([
  [1, 'BINARY'],
  [32, 'COMPLEX64'],
  [1536, 'FLOAT128'],
  [1792, 'COMPLEX128'],
  [2048, 'COMPLEX256'],
]);

/** Whether bytes begin as a gzip stream does, whatever the file is called (RFC 1952 section 2.3.1). */
const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The header of a file, gzipped or not, of which `head` may be only the beginning; a few kilobytes do.
 *
 * @throws MidscopeError as {@link readNiftiHeader}; IMAGE_UNDECODABLE for a broken gzip stream; an AbortError.
 */
export async function peekNiftiHeader(
  head: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<NiftiHeader> {
  signal.throwIfAborted();
  if (!isGzip(head)) return readNiftiHeader(head);
  const header = await inflateHead(head, { format: 'gzip', count: NIFTI_HEADER_BYTES, signal });
  if (header.length === 0) throw truncated();
  return readNiftiHeader(header);
}

/**
 * Decodes the first volume of a NIfTI file or some of its slices, gzipped or not. Stored values stay as stored, and the array
 * order as filed: nifti-stack.ts says what is where.
 * The checksum of a gzipped file is verified, unless further volumes are left out or it is known to be right.
 *
 * @throws MidscopeError as {@link peekNiftiHeader}; IMAGE_TRUNCATED (fewer voxels than declared),
 * IMAGE_TOO_LARGE (over the limit or the memory), IMAGE_UNDECODABLE (a voxel type that is no picture, or no such slices);
 * an AbortError once the signal is aborted.
 */
export async function decodeNifti(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  options: NiftiOptions = {},
): Promise<{ readonly header: NiftiHeader; readonly volume: NiftiVolume }> {
  const pieces: NiftiVolume[] = [];
  const header = await decodePieces(bytes, signal, options, Infinity, (piece) => pieces.push(piece));
  return { header, volume: pieces[0]! };
}

/**
 * The same slice by slice, each handed over as soon as it is there. Whether all of them are right is known when the last one
 * was: the checksum of a gzipped file comes behind them.
 *
 * @throws MidscopeError as {@link decodeNifti}.
 */
export async function decodeNiftiSlices(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  options: NiftiOptions,
  take: (slice: NiftiVolume) => void,
): Promise<void> {
  await decodePieces(bytes, signal, options, 1, take);
}

/** Decodes so many slices at once, each time into an array of their own. */
async function decodePieces(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  options: NiftiOptions,
  perPiece: number,
  take: (piece: NiftiVolume) => void,
): Promise<NiftiHeader> {
  const header = await peekNiftiHeader(bytes, signal);
  const { dimensions, littleEndian, slope, intercept, volumes } = header;
  const voxel = voxelOf(header);
  const { slices = { from: 0, to: dimensions[2] }, limit = MAX_VOLUME_BYTES, isVerified = false } = options;
  const { start, size, sliceBytes } = placeOf(header, voxel, slices);
  if (size > limit) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: size });
  const gzipped = isGzip(bytes);
  const end = header.voxOffset + dimensions[0] * dimensions[1] * dimensions[2] * voxel.bytes;
  if (end > bytes.length * (gzipped ? MAX_DEFLATE_RATIO : 1)) throw truncated();
  // What follows the first volume is not waited for; what follows some of its slices has the checksum behind it.
  const last = isVerified ? start + size : end;
  let firstSlice = slices.from;
  const fill = inPieces(size, perPiece * sliceBytes, (raw) => {
    const depth = raw.length / sliceBytes;
    if (littleEndian !== HOST_LITTLE_ENDIAN) swapBytes(raw, voxel.word);
    // The floats take the place of the integers, which have to be looked at first.
    const rounded = voxel.rounds?.(raw) ?? false;
    take({
      kind: voxel.kind,
      dimensions: [dimensions[0], dimensions[1], depth],
      firstSlice,
      data: voxel.view(raw),
      slope,
      intercept,
      volumesLeftOut: volumes - 1,
      rounded,
    });
    firstSlice += depth;
  });
  if (gzipped) await inflateRange(bytes, { start, size, last, fill, signal });
  else fill(bytes.subarray(start, start + size));
  return header;
}

/** Cuts bytes that arrive in any portions, so many in all, into pieces of one length, the last of which may be shorter. */
function inPieces(
  total: number,
  pieceBytes: number,
  take: (piece: Uint8Array<ArrayBuffer>) => void,
): (portion: Uint8Array<ArrayBuffer>) => void {
  let left = total;
  let piece = allocateBytes(Math.min(left, pieceBytes));
  let filled = 0;
  return (portion) => {
    for (let from = 0; from < portion.length;) {
      const part = portion.subarray(from, from + piece.length - filled);
      piece.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled < piece.length) return;
      left -= filled;
      const full = piece;
      piece = allocateBytes(Math.min(left, pieceBytes));
      filled = 0;
      take(full);
    }
  };
}

function voxelOf({ datatype }: NiftiHeader): Voxel {
  const voxel = VOXELS.get(datatype);
  if (voxel) return voxel;
  const detail = OTHER_TYPES.get(datatype) ?? `${datatype}`;
  throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'voxel-type', detail });
}

/** Where slices lie in the uncompressed file, in bytes. */
function placeOf({ dimensions, voxOffset }: NiftiHeader, voxel: Voxel, { from, to }: SliceRange) {
  const [columns, rows, depth] = dimensions;
  if (!(from >= 0 && from < to && to <= depth)) {
    const detail = `${from + 1} / ${depth}`;
    throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'no-such-frame', detail });
  }
  const sliceBytes = columns * rows * voxel.bytes;
  return { start: voxOffset + sliceBytes * from, size: sliceBytes * (to - from), sliceBytes };
}

/** Bytes that a voxel takes in memory; 0 for a type that is no picture. */
export const voxelBytes = ({ datatype }: NiftiHeader): number => {
  const voxel = VOXELS.get(datatype);
  return voxel?.kind === 'rgb' ? 3 : (voxel?.bytes ?? 0);
};

/** Whether voxels are colours. */
export const hasColours = ({ datatype }: NiftiHeader): boolean => VOXELS.get(datatype)?.kind === 'rgb';

const truncated = () => new MidscopeError('IMAGE_TRUNCATED');

interface InflatedRange {
  /** In bytes of the uncompressed file. */
  readonly start: number;
  readonly size: number;
  /** Behind it the inflation may end. */
  readonly last: number;
  readonly fill: (portion: Uint8Array<ArrayBuffer>) => void;
  readonly signal: AbortSignal;
}

/** Inflates a range of the file straight into its place. */
async function inflateRange(bytes: Uint8Array<ArrayBuffer>, range: InflatedRange): Promise<void> {
  const { start, size, last, fill, signal } = range;
  const end = start + size;
  let at = 0;
  await inflateChunks(bytes, { format: 'gzip', limit: Number.MAX_SAFE_INTEGER, signal }, (chunk) => {
    fill(chunk.subarray(Math.max(0, start - at), Math.max(0, end - at)));
    at += chunk.length;
    return at <= last;
  });
  if (at < last) throw truncated();
}

const HOST_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Reverses each word of so many bytes in place. */
function swapBytes(bytes: Uint8Array, word: number): void {
  for (let start = 0; start < bytes.length; start += word)
    for (let low = start, high = start + word - 1; low < high; low++, high--)
      [bytes[low], bytes[high]] = [bytes[high]!, bytes[low]!];
}

/** 64-bit integers as the nearest floating-point numbers, exact up to 2^53, in the same memory. */
function toFloats(integers: BigInt64Array<ArrayBuffer> | BigUint64Array<ArrayBuffer>): PixelArray {
  const floats = new Float64Array(integers.buffer);
  for (let at = 0; at < floats.length; at++) floats[at] = Number(integers[at]);
  return floats;
}

function withoutAlpha(bytes: Uint8Array<ArrayBuffer>): PixelArray {
  const colours = new Uint8Array((bytes.length / 4) * 3);
  for (let from = 0, to = 0; from < bytes.length; from += 4, to += 3)
    for (let sample = 0; sample < 3; sample++) colours[to + sample] = bytes[from + sample]!;
  return colours;
}
