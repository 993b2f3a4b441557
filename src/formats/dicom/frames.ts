import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { concatBytes } from '../inflate.ts';
import { nativeFrameBits } from './native-pixels.ts';
import type { DicomHeader, PixelDataLocation } from './read-header.ts';

/** Number of Frames, 1 where it is missing (PS3.3 C.7.6.6). */
const frameCount = (attributes: Pick<ImageAttributes, 'NumberOfFrames'>): number =>
  attributes.NumberOfFrames ?? 1;

type Bytes = Uint8Array<ArrayBuffer>;
type FrameResult = Result<Bytes, ImageIssue>;

/**
 * The bytes of one frame, counted from 0.
 *
 * Native: exactly the frame's samples, in the byte order of the file; frames of single bits begin at the first
 * bit, and big endian words of 8-bit or 1-bit samples are turned, so that samples lie in order.
 * Encapsulated: the frame's fragments in one, still compressed; a view of the file where it is a single one.
 *
 * Fails with DICOM_NO_PIXELS, IMAGE_TRUNCATED (the file ends before the frame does) or IMAGE_UNDECODABLE
 * (no such frame, sizes are missing, or fragments that cannot be told apart).
 *
 * @param file the whole file.
 */
export function readFrame(
  file: Bytes,
  header: DicomHeader,
  attributes: ImageAttributes,
  frame: number,
): FrameResult {
  const { pixelData, inflated } = header;
  if (!pixelData) return fail({ code: 'DICOM_NO_PIXELS' });
  const frames = frameCount(attributes);
  if (!Number.isInteger(frame) || frame < 0 || frame >= frames)
    return fail({
      code: 'IMAGE_UNDECODABLE',
      facts: { reason: 'no-such-frame', detail: `${frame + 1} / ${frames}` },
    });
  const bytes = inflated ?? file;
  return pixelData.encapsulated
    ? encapsulatedFrame(bytes, header, pixelData, frames, frame)
    : nativeFrame(bytes, header, pixelData, attributes, frame);
}

function nativeFrame(
  bytes: Bytes,
  { littleEndian }: DicomHeader,
  { offset, length, vr }: PixelDataLocation,
  attributes: ImageAttributes,
  frame: number,
): FrameResult {
  const bits = nativeFrameBits(attributes);
  if (bits === undefined) return fail({ code: 'IMAGE_UNDECODABLE', facts: { reason: 'size-missing' } });
  const firstBit = bits * frame;
  const first = Math.floor(firstBit / 8);
  const end = Math.ceil((firstBit + bits) / 8);
  const available = Math.min(length, bytes.length - offset);
  if (end > available) return fail({ code: 'IMAGE_TRUNCATED', facts: { bytes: available, needed: end } });
  const inWords = !littleEndian && vr === 'OW' && (attributes.BitsAllocated ?? 16) <= 8;
  const samples = inWords
    ? turnedSlice(bytes.subarray(offset, offset + available), first, end)
    : bytes.slice(offset + first, offset + end);
  return ok(firstBit % 8 === 0 ? samples : shiftedDown(samples, firstBit % 8, bits));
}

/** Part of a value that is written in 16-bit big endian words, as its bytes follow each other in meaning. */
const turnedSlice = (value: Bytes, first: number, end: number): Bytes =>
  Uint8Array.from({ length: end - first }, (_, at) => value[(first + at) ^ 1] ?? 0);

/** Frames of single bits follow each other without a gap (PS3.5 section 8.1.1, 8.2); the first bit is the lowest. */
const shiftedDown = (bytes: Bytes, by: number, bits: number): Bytes =>
  Uint8Array.from(
    { length: Math.ceil(bits / 8) },
    (_, at) => ((bytes[at] ?? 0) >> by) | ((bytes[at + 1] ?? 0) << (8 - by)),
  );

/** More fragments than any film or scan has; a hostile file could hold more than memory does. */
export const MAX_FRAGMENTS = 2 ** 20;
/** Tag and length of an item. */
export const ITEM_BYTES = 8;

/** A fragment by its place in the pixel data, in bytes from the beginning of their value. */
export interface Fragment {
  /** Of its value, behind tag and length of its item. */
  readonly start: number;
  /** As it declares, which may lie behind the end of the file. */
  readonly end: number;
  /** JPEG and JPEG-LS streams begin with SOI (FFD8), JPEG 2000 and HTJ2K with SOC (FF4F). */
  readonly beginsStream: boolean;
}

function encapsulatedFrame(
  bytes: Bytes,
  { dataset }: DicomHeader,
  { offset, length }: PixelDataLocation,
  frames: number,
  frame: number,
): FrameResult {
  const value = bytes.subarray(offset, offset + length);
  const [table, ...fragments] = readFragments(value);
  if (!table || fragments.length === 0) return fail({ code: 'IMAGE_TRUNCATED', facts: { frame: frame + 1 } });
  const tables = offsetTables(dataset, value.subarray(table.start, table.end));
  const group = groupFragments(fragments, tables, frames)[frame];
  if (!group?.every(({ end }) => end <= value.length))
    return fail({ code: 'IMAGE_TRUNCATED', facts: { frame: frame + 1 } });
  const parts = group.map(({ start, end }) => value.subarray(start, end));
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  return ok(concatBytes(parts, total));
}

/** An item whose tag and length begin at `at` of some bytes; undefined for anything else. */
export function itemAt(view: DataView, at: number): { readonly length: number } | undefined {
  if (at + ITEM_BYTES > view.byteLength) return undefined;
  const isItem = view.getUint16(at, true) === 0xfffe && view.getUint16(at + 2, true) === 0xe000;
  return isItem ? { length: view.getUint32(at + 4, true) } : undefined;
}

/** Whether a value that begins at `at` is the beginning of a compressed stream. */
export const beginsStreamAt = (view: DataView, at: number): boolean =>
  at + 2 <= view.byteLength && [0xffd8, 0xff4f].includes(view.getUint16(at));

/**
 * Items of an encapsulated value, the offset table first (PS3.5 A.4). Ends at the delimiter, at the end of the
 * bytes, or at anything that is no item; the last item may be cut off.
 */
function readFragments(bytes: Bytes): Fragment[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const items: Fragment[] = [];
  for (let at = 0; items.length < MAX_FRAGMENTS;) {
    const item = itemAt(view, at);
    if (!item) break;
    const start = at + ITEM_BYTES;
    at = start + item.length;
    items.push({ start, end: at, beginsStream: beginsStreamAt(view, start) });
  }
  return items;
}

/** Offsets of frames that a file states, the better ones first: an Extended Offset Table (PS3.3 C.7.6.3.1.8), the basic one. */
export const offsetTables = (dataset: DicomDataset, basic: Uint8Array): readonly (readonly number[])[] => [
  offsetsOf(dataset.get(TAG.ExtendedOffsetTable)?.bytes, 8),
  offsetsOf(basic, 4),
];

/** Little endian offsets of four or eight bytes. */
function offsetsOf(table: Uint8Array | undefined, size: 4 | 8): readonly number[] {
  if (!table) return [];
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  return Array.from({ length: Math.floor(table.length / size) }, (_, index) =>
    size === 4 ? view.getUint32(index * size, true) : Number(view.getBigUint64(index * size, true)),
  );
}

/** Fragments of each frame: by the first offset table that fits frames and fragments, else by what they begin with. */
export function groupFragments(
  fragments: readonly Fragment[],
  tables: readonly (readonly number[])[],
  frames: number,
): readonly (readonly Fragment[])[] {
  for (const offsets of tables) {
    const groups = groupByOffsets(fragments, offsets, frames);
    if (groups) return groups;
  }
  return groupByShape(fragments, frames);
}

/** Offset tables count from the first byte of the first fragment's item. */
function groupByOffsets(
  fragments: readonly Fragment[],
  offsets: readonly number[],
  frames: number,
): readonly (readonly Fragment[])[] | undefined {
  const first = fragments[0]?.start ?? 0;
  const places = new Map(fragments.map(({ start }, index) => [start - first, index]));
  const starts = offsets.map((offset) => places.get(offset) ?? -1);
  const fits = starts.length === frames && starts.every((start, at) => start > (starts[at - 1] ?? -1));
  return fits ? starts.map((start, at) => fragments.slice(start, starts[at + 1])) : undefined;
}

/**
 * Fragments of each frame without an offset table: all of them for one frame, one each where there are as many
 * (RLE has no other way, PS3.5 A.4.2), else from one beginning of a stream to the next.
 */
function groupByShape(fragments: readonly Fragment[], frames: number): readonly (readonly Fragment[])[] {
  if (frames === 1) return [fragments];
  if (fragments.length <= frames) return fragments.map((fragment) => [fragment]);
  const starts = fragments.flatMap(({ beginsStream }, at) => (beginsStream ? [at] : []));
  return starts.map((start, at) => fragments.slice(start, starts[at + 1]));
}
