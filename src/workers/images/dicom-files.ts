import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource, FileStat } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { concatBytes } from '../../formats/inflate.ts';
import { itemAt } from '../../formats/dicom/frames.ts';
import { nativeFrameBits, withSamples } from '../../formats/dicom/native-pixels.ts';
import {
  readDicomHeader,
  type DicomHeader,
  type PixelDataLocation,
} from '../../formats/dicom/read-header.ts';
import { sniff } from '../../formats/sniff.ts';
import { fragmentPlaces, type FramePlace } from './fragment-places.ts';
import type { StackSlice } from './image-contract.ts';
import { readHeader } from './read-header.ts';
import { readHead } from '../read-head.ts';

/** The bytes a frame of a DICOM file is decoded from. */
export interface DicomBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly header: DicomHeader;
  /** The bytes hold this frame alone, and the header says where in them. */
  readonly isAlone: boolean;
  /** Size of the file. */
  readonly size: number;
}

/** DICOM files of many frames, of which what all frames need is read once. */
export interface DicomFiles {
  /**
   * One frame without the others: an enhanced CT of 300 slices would be read 300 times. Nothing for every other file, which is
   * read whole.
   */
  frame(slice: StackSlice, stat: FileStat, signal: AbortSignal): Promise<DicomBytes | undefined>;
  /** Takes note of a file that had to be read whole, for its other frames. */
  keep(path: DatasetPath, stat: FileStat, file: DicomBytes): void;
}

/** Of smaller files the first frame is read with the whole: most have no other. */
const LARGE_FILE = 2 ** 25;
/** Files whose headers are kept, and the most bytes of one file that is kept whole. */
const KEPT_HEADERS = 4;
const KEPT_BYTES = 2 ** 26;

/** What is known of a file; without a header it is none whose frames can be read one by one. */
interface Opened {
  readonly stat: FileStat;
  readonly header?: DicomHeader;
  /** Of the frames of an encapsulated file. */
  places?: readonly (FramePlace | undefined)[];
}

const isSame = (a: FileStat | undefined, b: FileStat): boolean =>
  a?.size === b.size && a.modified === b.modified;

/** A file that was read whole. @throws MidscopeError where it is no DICOM. */
export function readDicom(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): DicomBytes {
  const header = readDicomHeader(bytes, bytes.length, signal);
  if (!header.ok) throw MidscopeError.of(header.error);
  return { bytes, header: header.value, isAlone: false, size: bytes.length };
}

/** What is kept goes with the object. */
export function createDicomFiles(source: FileSource): DicomFiles {
  // The one used last comes last.
  const opened = new Map<DatasetPath, Opened>();
  let whole: { readonly path: DatasetPath; readonly stat: FileStat; readonly file: DicomBytes } | undefined;

  const open = async (path: DatasetPath, stat: FileStat, signal: AbortSignal): Promise<Opened> => {
    const known = opened.get(path);
    const file =
      known && isSame(known.stat, stat) ? known : { stat, ...(await headerOf(source, path, signal)) };
    opened.delete(path);
    opened.set(path, file);
    for (const oldest of opened.keys()) {
      if (opened.size <= KEPT_HEADERS) break;
      opened.delete(oldest);
    }
    return file;
  };

  return {
    async frame({ file: { path }, frame }, stat, signal) {
      if (frame === 0 && stat.size < LARGE_FILE) return undefined;
      if (whole?.path === path && isSame(whole.stat, stat)) return whole.file;
      const file = await open(path, stat, signal);
      const { header } = file;
      if (!header?.pixelData) return undefined;
      const { pixelData } = header;
      const own = pixelData.encapsulated
        ? await fragments(source, { path, file, header, pixelData, frame }, signal)
        : await samples(source, { path, file, header, pixelData, frame }, signal);
      return own && { ...own, isAlone: true, size: stat.size };
    },
    keep(path, stat, file) {
      const { attributes } = readImageAttributes(file.header.dataset);
      const bytes = file.bytes.length + (file.header.inflated?.length ?? 0);
      if ((attributes.NumberOfFrames ?? 1) > 1 && bytes <= KEPT_BYTES) whole = { path, stat, file };
    },
  };
}

/** The header of a file of many frames that can be read one by one. */
async function headerOf(
  source: FileSource,
  path: DatasetPath,
  signal: AbortSignal,
): Promise<{ readonly header?: DicomHeader }> {
  const head = await readHead(source, path, signal);
  if (sniff(head) !== 'dicom') return {};
  const { header } = await readHeader(source, path, signal);
  const { NumberOfFrames: frames = 1 } = readImageAttributes(header.dataset).attributes;
  return header.pixelData && !header.inflated && frames > 1 ? { header } : {};
}

interface WantedFrame {
  readonly path: DatasetPath;
  readonly file: Opened;
  readonly header: DicomHeader;
  readonly pixelData: PixelDataLocation;
  readonly frame: number;
}

type OwnBytes = Pick<DicomBytes, 'bytes' | 'header'>;

const alone = (header: DicomHeader, pixelData: PixelDataLocation, bytes: DicomBytes['bytes']): OwnBytes => ({
  bytes,
  header: { ...header, pixelData: { ...pixelData, offset: 0, length: bytes.length } },
});

async function samples(
  source: FileSource,
  { path, file, header, pixelData, frame }: WantedFrame,
  signal: AbortSignal,
): Promise<OwnBytes | undefined> {
  const attributes = withSamples(readImageAttributes(header.dataset, frame).attributes, header);
  const length = (nativeFrameBits(attributes) ?? 0) / 8;
  // Frames that begin inside a word are cut out of the whole.
  if (frame >= (attributes.NumberOfFrames ?? 1) || length === 0 || length % 2 !== 0) return undefined;
  if ((frame + 1) * length > Math.min(pixelData.length, file.stat.size - pixelData.offset)) return undefined;
  const bytes = await source.read(path, signal, { offset: pixelData.offset + frame * length, length });
  return alone(header, pixelData, bytes);
}

/** An offset table without offsets, which comes before the fragments of a single frame. */
const NO_OFFSETS = Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0);

async function fragments(
  source: FileSource,
  { path, file, header, pixelData, frame }: WantedFrame,
  signal: AbortSignal,
): Promise<OwnBytes | undefined> {
  const { NumberOfFrames: frames = 1 } = readImageAttributes(header.dataset).attributes;
  const place = async (areTablesBelieved: boolean): Promise<FramePlace | undefined> => {
    file.places ??= await fragmentPlaces(
      source,
      { path, header, pixelData, frames },
      signal,
      areTablesBelieved,
    );
    return file.places[frame];
  };
  const read = async (areTablesBelieved = true): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const found = await place(areTablesBelieved);
    if (!found) return undefined;
    const bytes = await source.read(path, signal, { offset: found.from, length: found.to - found.from });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (itemAt(view, 0) || !areTablesBelieved) return bytes;
    // The table points into the middle of something.
    delete file.places;
    return read(false);
  };
  const bytes = await read();
  if (!bytes) return undefined;
  return alone(header, pixelData, concatBytes([NO_OFFSETS, bytes], NO_OFFSETS.length + bytes.length));
}
