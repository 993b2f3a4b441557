import { TAG, type DicomDataset, type DicomElement, type Tag } from './dicom-dataset.ts';
import type { LookupTable, Palette } from './image-attributes.ts';
import type { ImageIssue } from './image-issue.ts';
import { declaredEntries, readLookupTable } from './read-lookup-table.ts';

interface PaletteTags {
  readonly descriptor: Tag;
  readonly data: Tag;
  readonly segmented: Tag;
}

const RED: PaletteTags = {
  descriptor: TAG.RedPaletteColorLookupTableDescriptor,
  data: TAG.RedPaletteColorLookupTableData,
  segmented: TAG.SegmentedRedPaletteColorLookupTableData,
};
const GREEN: PaletteTags = {
  descriptor: TAG.GreenPaletteColorLookupTableDescriptor,
  data: TAG.GreenPaletteColorLookupTableData,
  segmented: TAG.SegmentedGreenPaletteColorLookupTableData,
};
const BLUE: PaletteTags = {
  descriptor: TAG.BluePaletteColorLookupTableDescriptor,
  data: TAG.BluePaletteColorLookupTableData,
  segmented: TAG.SegmentedBluePaletteColorLookupTableData,
};

/**
 * The three Palette Color Lookup Tables (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6), plain or segmented (C.7.9.2). Tables that
 * are declared to have 16 bits but hold nothing above 255 are taken for 8 bits, since they would be black.
 *
 * @param signed whether stored values are.
 * @returns nothing when one of the tables cannot be used.
 */
export function readPalette(
  dataset: DicomDataset,
  signed: boolean,
  report: (issue: ImageIssue) => void,
): Palette | undefined {
  if (!dataset.has(RED.descriptor)) return undefined;
  const [red, green, blue] = [RED, GREEN, BLUE].map((tags) => readTable(dataset, tags, signed, report));
  if (!red || !green || !blue) return undefined;
  const isDim = [red, green, blue].every(({ entries }) => entries.every((entry) => entry <= 0xff));
  const bits = isDim ? 8 : Math.max(red.bits, green.bits, blue.bits);
  return { red: { ...red, bits }, green: { ...green, bits }, blue: { ...blue, bits } };
}

function readTable(
  dataset: DicomDataset,
  { descriptor, data, segmented }: PaletteTags,
  signed: boolean,
  report: (issue: ImageIssue) => void,
): LookupTable | undefined {
  const described = dataset.get(descriptor);
  const filed = dataset.get(data) ?? expanded(dataset.get(segmented), described);
  if (!described || !filed) return undefined;
  const item: DicomDataset = new Map([
    [TAG.LUTDescriptor, described],
    [TAG.LUTData, filed],
  ]);
  return readLookupTable(item, signed, report);
}

const DISCRETE = 0;
const LINEAR = 1;
const INDIRECT = 2;

/** Segments as plain entries of 16 bits, no more than the descriptor allows. */
function expanded(
  segmented: DicomElement | undefined,
  descriptor: DicomElement | undefined,
): DicomElement | undefined {
  if (!segmented?.bytes || !descriptor) return undefined;
  const { declared, bits } = declaredEntries(new Map([[TAG.LUTDescriptor, descriptor]]));
  const { buffer, byteOffset, byteLength } = segmented.bytes;
  const view = new DataView(buffer, byteOffset, byteLength);
  const codes =
    bits <= 8
      ? Array.from(segmented.bytes)
      : Array.from({ length: byteLength >> 1 }, (_, at) => view.getUint16(2 * at, true));
  const entries = expandSegments(codes, declared, bits);
  return entries && { vr: 'US', values: entries };
}

/** More segments than a table of 65,536 entries can need; repetitions of empty ones would go on for ever. */
const MAX_SEGMENTS = 2 ** 17;

/**
 * Segments (PS3.3 C.7.9.2): some entries, a line to an entry, or a repetition of earlier segments by their offset.
 * Nothing where a segment is cut off, or repeats what lies behind it.
 */
function expandSegments(codes: readonly number[], declared: number, bits: number): number[] | undefined {
  const entries: number[] = [];
  const offsetCodes = bits <= 8 ? 4 : 2;
  let left = MAX_SEGMENTS;
  const run = (from: number, segments: number, isRepeated: boolean): boolean => {
    for (let at = from, done = 0; at + 1 < codes.length && done < segments; done++) {
      if (entries.length >= declared) return true;
      if (left-- === 0) return false;
      const [kind, count = 0] = [codes[at], codes[at + 1]];
      at += 2;
      const size = kind === DISCRETE ? count : kind === LINEAR ? 1 : offsetCodes;
      if (at + size > codes.length) return false;
      if (kind === DISCRETE) entries.push(...codes.slice(at, at + count));
      else if (kind === LINEAR && entries.length > 0) addLine(entries, codes[at] ?? 0, count);
      else if (kind === INDIRECT && !isRepeated) {
        const offset = offsetAt(codes, at, bits);
        if (offset >= at - 2 || !run(offset, count, true)) return false;
      } else return false;
      at += size;
    }
    return true;
  };
  return run(0, Infinity, false) ? entries : undefined;
}

/** Place of a segment among the codes; filed in bytes, the low part first. */
function offsetAt(codes: readonly number[], at: number, bits: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = codes.slice(at, at + 4);
  return bits <= 8 ? a + 256 * (b + 256 * (c + 256 * d)) : (a + 65_536 * b) / 2;
}

/** A line from the last entry, which is not repeated, to a given one. */
function addLine(entries: number[], end: number, count: number): void {
  const start = entries.at(-1) ?? 0;
  for (let step = 1; step <= count; step++) entries.push(Math.round(start + ((end - start) * step) / count));
}
