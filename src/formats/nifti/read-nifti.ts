import { MidscopeError } from '../../domain/error.ts';
import type { PixelArray, Pixels } from '../../domain/imaging/pixels.ts';
import { allocateBytes, inflateChunks, inflateHead, MAX_DEFLATE_RATIO } from '../inflate.ts';
import { NIFTI_HEADER_BYTES, type NiftiHeader, readNiftiHeader } from './nifti-header.ts';

/** The voxels of the first volume of a file. */
export interface NiftiVolume {
  /** rgb: three 8-bit samples per voxel, interleaved; an alpha sample is left out. */
  readonly kind: Pixels['kind'];
  readonly dimensions: NiftiHeader['dimensions'];
  /** Stored values, `i` fastest, then `j`, then `k`. 64-bit integers are kept as floating point. */
  readonly data: PixelArray;
  /** Modality value = slope × stored value + intercept; not applied. */
  readonly slope: number;
  readonly intercept: number;
  /** Further volumes of the file, which are not read. */
  readonly volumesLeftOut: number;
}

/** The most bytes of one volume midscope allocates for, unless told otherwise. */
const MAX_VOLUME_BYTES = 2 ** 31;

interface Voxel {
  readonly bytes: number;
  /** Bytes that are one number, for the byte order. */
  readonly word: number;
  readonly kind: Pixels['kind'];
  readonly view: (bytes: Uint8Array<ArrayBuffer>) => PixelArray;
}

const grey = (bytes: number, view: (buffer: ArrayBuffer) => PixelArray): Voxel => ({
  bytes,
  word: bytes,
  kind: 'grey',
  view: ({ buffer }) => view(buffer),
});

/** By the codes of nifti1.h; complex, 128-bit and 1-bit voxels are not pictures. */
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
  [1024, grey(8, (buffer) => toFloats(new BigInt64Array(buffer)))],
  [1280, grey(8, (buffer) => toFloats(new BigUint64Array(buffer)))],
  [2304, { bytes: 4, word: 1, kind: 'rgb', view: withoutAlpha }],
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
 * Decodes the first volume of a NIfTI file, gzipped or not. Stored values stay as stored, and the array
 * order as filed: nifti-stack.ts says what is where.
 * The checksum of a gzipped file is verified unless voxels are left out.
 *
 * @param limit most bytes of the volume.
 * @throws MidscopeError as {@link peekNiftiHeader}; IMAGE_TRUNCATED (fewer voxels than declared),
 * IMAGE_TOO_LARGE (over the limit or the memory), IMAGE_UNDECODABLE (a voxel type that is no picture);
 * an AbortError once the signal is aborted.
 */
export async function decodeNifti(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  limit = MAX_VOLUME_BYTES,
): Promise<{ readonly header: NiftiHeader; readonly volume: NiftiVolume }> {
  const header = await peekNiftiHeader(bytes, signal);
  const { dimensions, datatype, voxOffset, littleEndian } = header;
  const voxel = VOXELS.get(datatype);
  if (!voxel) throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'voxel-type', detail: `${datatype}` });
  const size = dimensions[0] * dimensions[1] * dimensions[2] * voxel.bytes;
  if (size > limit) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: size });
  const gzipped = isGzip(bytes);
  if (voxOffset + size > bytes.length * (gzipped ? MAX_DEFLATE_RATIO : 1)) throw truncated();
  const raw = allocateBytes(size);
  if (gzipped) await inflateRange(bytes, voxOffset, raw, signal);
  else raw.set(bytes.subarray(voxOffset, voxOffset + size));
  if (littleEndian !== HOST_LITTLE_ENDIAN) swapBytes(raw, voxel.word);
  const { slope, intercept, volumes } = header;
  const { kind } = voxel;
  const data = voxel.view(raw);
  return { header, volume: { kind, dimensions, data, slope, intercept, volumesLeftOut: volumes - 1 } };
}

const truncated = () => new MidscopeError('IMAGE_TRUNCATED');

/** Inflates the range that begins at `offset` straight into its place; what follows it ends the inflation. */
async function inflateRange(
  bytes: Uint8Array<ArrayBuffer>,
  offset: number,
  range: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> {
  const end = offset + range.length;
  let at = 0;
  await inflateChunks(bytes, { format: 'gzip', limit: Number.MAX_SAFE_INTEGER, signal }, (chunk) => {
    const wanted = chunk.subarray(Math.max(0, offset - at), Math.max(0, end - at));
    if (wanted.length > 0) range.set(wanted, Math.max(0, at - offset));
    at += chunk.length;
    return at <= end;
  });
  if (at < end) throw truncated();
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
