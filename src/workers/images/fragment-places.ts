import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import {
  beginsStreamAt,
  groupFragments,
  ITEM_BYTES,
  itemAt,
  MAX_FRAGMENTS,
  offsetTables,
  type Fragment,
} from '../../formats/dicom/frames.ts';
import type { DicomHeader, PixelDataLocation } from '../../formats/dicom/read-header.ts';

/** Where the items of a frame lie in a file, in bytes; the last one is not in it any more. */
export interface FramePlace {
  readonly from: number;
  readonly to: number;
}

/** Items are looked for in pieces of so many bytes: their values are passed over, unless they are shorter. */
const WINDOW_BYTES = 2 ** 14;
/** An offset table for more frames than a file may have is none. */
const MAX_TABLE_BYTES = 2 ** 20;

export interface FragmentedFile {
  readonly path: DatasetPath;
  readonly header: DicomHeader;
  readonly pixelData: PixelDataLocation;
  readonly frames: number;
}

/** Reads parts of a file through a window that moves forward. */
function windowOn(source: FileSource, path: DatasetPath, signal: AbortSignal) {
  let [from, bytes] = [0, new Uint8Array()];
  /** The bytes from `at` on: as many as are wanted, fewer at the end of the file. */
  return async (at: number, wanted: number): Promise<DataView> => {
    if (at < from || at + wanted > from + bytes.length) {
      bytes = await source.read(path, signal, { offset: at, length: Math.max(wanted, WINDOW_BYTES) });
      from = at;
    }
    return new DataView(bytes.buffer, bytes.byteOffset + at - from, bytes.length - (at - from));
  };
}

/**
 * Where each frame of an encapsulated file lies, without reading the frames: by an offset table that can be one, else from item
 * to item. A frame that is not there has no place.
 *
 * @param areTablesBelieved false when a table was found to be wrong.
 */
export async function fragmentPlaces(
  source: FileSource,
  { path, header, pixelData, frames }: FragmentedFile,
  signal: AbortSignal,
  areTablesBelieved = true,
): Promise<readonly (FramePlace | undefined)[]> {
  const look = windowOn(source, path, signal);
  const { offset, length } = pixelData;
  const end = offset + length;
  const first = itemAt(await look(offset, ITEM_BYTES), 0);
  if (!first) return [];
  const base = offset + ITEM_BYTES + first.length;
  const size = Math.min(first.length, MAX_TABLE_BYTES);
  const basic = await look(offset + ITEM_BYTES, size);
  const bytes = new Uint8Array(basic.buffer, basic.byteOffset, Math.min(size, basic.byteLength));
  const tables = offsetTables(header.dataset, bytes.slice());
  const table = areTablesBelieved
    ? tables.find((offsets) => canBeTable(offsets, frames, end - base))
    : undefined;
  if (table)
    return table.map((from, at) => ({
      from: base + from,
      to: at + 1 < frames ? base + (table[at + 1] ?? 0) : end,
    }));
  const fragments = await walk(look, base, end);
  return groupFragments(fragments, tables, frames).map((group) => {
    const [begin, last] = [group[0], group.at(-1)];
    return begin && last ? { from: begin.start - ITEM_BYTES, to: last.end } : undefined;
  });
}

const canBeTable = (offsets: readonly number[], frames: number, size: number): boolean =>
  offsets.length === frames &&
  offsets[0] === 0 &&
  offsets.every((offset, at) => offset < size && offset > (offsets[at - 1] ?? -1));

async function walk(
  look: ReturnType<typeof windowOn>,
  base: number,
  end: number,
): Promise<readonly Fragment[]> {
  const fragments: Fragment[] = [];
  for (let at = base; at + ITEM_BYTES <= end && fragments.length < MAX_FRAGMENTS;) {
    const view = await look(at, ITEM_BYTES + 2);
    const item = itemAt(view, 0);
    if (!item) break;
    const start = at + ITEM_BYTES;
    at = start + item.length;
    fragments.push({ start, end: at, beginsStream: beginsStreamAt(view, ITEM_BYTES) });
  }
  return fragments;
}
