import { Inflate } from 'fflate';
import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { textsOf } from '../../domain/imaging/dicom-values.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { concatBytes } from '../inflate.ts';
import { datasetOf } from './element-values.ts';
import { scanElements, type ElementScan } from './scan-elements.ts';
import {
  beginsLikeDataset,
  DEFLATED_EXPLICIT_LITTLE_ENDIAN,
  encodingByShape,
  encodingOf,
  isEncapsulatedSyntax,
  EXPLICIT_LITTLE_ENDIAN,
  transferSyntaxOf,
  type Encoding,
} from './transfer-syntax.ts';

/** Where Pixel Data (7FE0,0010), Float or Double Float Pixel Data lies, in bytes of the file, or of `inflated` where that is there. */
export interface PixelDataLocation {
  readonly offset: number;
  /** Of the value as declared; the rest of the file for fragments, whose element has no length. */
  readonly length: number;
  /**
   * In fragments (PS3.5 A.4): the element's length is undefined, or the transfer syntax is one of fragments and the value
   * begins with one, as some writers leave it who state a length.
   */
  readonly encapsulated: boolean;
  readonly vr: string;
  /** Samples are floating point. */
  readonly isFloat?: true;
}

export interface DicomHeader {
  /** Group 0002 included, Pixel Data not. */
  readonly dataset: DicomDataset;
  /** As filed, else what the dataset looks like. */
  readonly transferSyntax: string;
  /** Byte order of the dataset and of native pixel data. */
  readonly littleEndian: boolean;
  readonly pixelData?: PixelDataLocation;
  /** False when more of the file is needed: neither Pixel Data nor the end of file or header was reached. */
  readonly complete: boolean;
  /** With `complete` false: how many bytes from the file's beginning to try next. */
  readonly needed?: number;
  /** A deflated file with its dataset inflated; offsets count in it. */
  readonly inflated?: Uint8Array<ArrayBuffer>;
  /** DICOM_INVALID where a complete file breaks off or cannot be read on, with what was read before. */
  readonly issues: readonly ImageIssue[];
}

/** The preamble and its mark (PS3.10 section 7.1), and the first element. */
const SHORTEST_HEAD = 144;
const PREAMBLE_BYTES = 128;
/**
 * The most bytes that are read as a header. Elements take far more memory than bytes when a hostile file
 * makes them small; published headers with all their lookup tables stay below one megabyte.
 */
const MAX_HEADER_BYTES = 2 ** 24;
/** The most bytes a deflated dataset may inflate to. */
const MAX_INFLATED_BYTES = 2 ** 29;

type Bytes = Uint8Array<ArrayBuffer>;

interface Body {
  readonly bytes: Bytes;
  readonly start: number;
  /** Bytes there are in all: more than those at hand when only the beginning was given, unknown if deflated. */
  readonly size: number;
}

/**
 * Reads the header of a DICOM file out of its first bytes, with or without preamble, file meta information or
 * transfer syntax, in implicit, explicit little or big endian, and deflated encoding.
 *
 * The dataset's shape is believed before the transfer syntax, which some writers get wrong. When the bytes end
 * before Pixel Data and the file goes on, the header is not `complete`: read more and try again.
 *
 * A header of more than 16 MB is complete with what it holds by then.
 *
 * Fails with FILE_EMPTY, IMAGE_UNKNOWN (not DICOM) or IMAGE_TOO_LARGE (inflates beyond 512 MB).
 *
 * @param fileSize bytes of the whole file.
 * @throws an AbortError once the signal is aborted.
 */
export function readDicomHeader(
  bytes: Uint8Array<ArrayBuffer>,
  fileSize: number,
  signal: AbortSignal,
): Result<DicomHeader, ImageIssue> {
  if (fileSize === 0) return fail({ code: 'FILE_EMPTY' });
  const isWhole = bytes.length >= fileSize;
  if (!isWhole && bytes.length < SHORTEST_HEAD) return ok(incomplete(SHORTEST_HEAD));
  const start = datasetStart(bytes, fileSize);
  if (start === undefined) return fail({ code: 'IMAGE_UNKNOWN' });
  const head = bytes.subarray(0, MAX_HEADER_BYTES);
  const meta = scanElements(head, start, metaEncoding(bytes, start), (group) => group === 0x0002);
  const wanted = needed(meta, bytes);
  if (meta.brokenAt !== undefined && !isWhole && wanted <= MAX_HEADER_BYTES) return ok(incomplete(wanted));
  const metaDataset = datasetOf({ bytes, littleEndian: true }, meta.elements);
  const declared = textsOf(metaDataset, TAG.TransferSyntaxUID)[0];
  const body: Body = { bytes, start: meta.at, size: fileSize };
  if (declared !== DEFLATED_EXPLICIT_LITTLE_ENDIAN) return ok(readBody(body, metaDataset, declared));
  const inflated = inflateBody(body, signal);
  if (!inflated.ok) return inflated;
  const header = readBody(inflated.value, metaDataset, declared);
  // Bytes of the inflated dataset say little about how many of the file to ask for.
  return ok({
    ...header,
    inflated: inflated.value.bytes,
    ...(!header.complete && { needed: 2 * bytes.length }),
  });
}

const incomplete = (needed: number): DicomHeader => ({
  dataset: new Map(),
  transferSyntax: EXPLICIT_LITTLE_ENDIAN,
  littleEndian: true,
  complete: false,
  needed,
  issues: [],
});

/** Offset of the first element: behind the preamble, or at once. */
function datasetStart(bytes: Uint8Array, fileSize: number): number | undefined {
  const isMark = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4)) === 'DICM';
  if (isMark(PREAMBLE_BYTES)) return PREAMBLE_BYTES + 4;
  return beginsLikeDataset(bytes, fileSize) ? 0 : undefined;
}

/** File meta information is explicit little endian (PS3.10 section 7.1); a few writers made it implicit. */
const metaEncoding = (bytes: Uint8Array, start: number): Encoding => ({
  explicit: encodingByShape(bytes, start)?.explicit ?? true,
  littleEndian: true,
});

/** An element whose end is known needs that, and room for the next one; else the double is tried. */
const needed = (scan: ElementScan, bytes: Uint8Array): number =>
  Math.max(scan.needed === undefined ? 0 : scan.needed + SHORTEST_HEAD, 2 * bytes.length);

function readBody(
  { bytes, start, size }: Body,
  meta: DicomDataset,
  declared: string | undefined,
): DicomHeader {
  const fallback = encodingOf(declared ?? EXPLICIT_LITTLE_ENDIAN);
  const encoding = encodingByShape(bytes, start) ?? fallback;
  const scan = scanElements(bytes.subarray(0, MAX_HEADER_BYTES), start, encoding);
  const dataset = datasetOf({ bytes, littleEndian: encoding.littleEndian }, scan.elements);
  const transferSyntax = declared ?? transferSyntaxOf(encoding);
  const { pixelData } = scan;
  // A value that states a length where it should not has to be looked into.
  const mayBeItems =
    pixelData !== undefined && pixelData.hadUndefinedLength !== true && isEncapsulatedSyntax(transferSyntax);
  const isCutOff = mayBeItems && pixelData.dataOffset + ITEM.length > bytes.length;
  const wanted = Math.max(needed(scan, bytes), isCutOff ? pixelData.dataOffset + ITEM.length : 0);
  const isOver = bytes.length >= size || wanted > MAX_HEADER_BYTES;
  const complete = (pixelData !== undefined && !isCutOff) || isOver;
  const hasItems = mayBeItems && ITEM.every((byte, at) => bytes[pixelData.dataOffset + at] === byte);
  return {
    dataset: new Map([...meta, ...dataset]),
    transferSyntax,
    littleEndian: encoding.littleEndian,
    ...(pixelData && { pixelData: locationOf(pixelData, size, hasItems) }),
    complete,
    ...(!complete && { needed: wanted }),
    issues:
      complete && scan.brokenAt !== undefined
        ? [{ code: 'DICOM_INVALID', facts: { offset: scan.brokenAt } }]
        : [],
  };
}

/** The tag of an item, FFFE,E000, in little endian. */
const ITEM: readonly number[] = [0xfe, 0xff, 0x00, 0xe0];

function locationOf(
  {
    dataOffset: offset,
    length,
    hadUndefinedLength = false,
    vr = 'OW',
    tag,
  }: NonNullable<ElementScan['pixelData']>,
  size: number,
  hasItems: boolean,
): PixelDataLocation {
  return {
    offset,
    length: hadUndefinedLength ? size - offset : length,
    encapsulated: hadUndefinedLength || hasItems,
    vr,
    ...(tag !== `x${TAG.PixelData.toLowerCase()}` && { isFloat: true }),
  };
}

/** The file meta information, followed by as much of the dataset as inflates. */
function inflateBody({ bytes, start, size }: Body, signal: AbortSignal): Result<Body, ImageIssue> {
  const inflated = inflateDataset(bytes.subarray(start), signal);
  if (!inflated.ok) return inflated;
  const total = start + inflated.value.length;
  const body = concatBytes([bytes.subarray(0, start), inflated.value], total);
  return ok({ bytes: body, start, size: bytes.length < size ? Infinity : total });
}

/** Compressed bytes that are inflated before the signal and the bound are looked at again. */
const INFLATE_STEP = 2 ** 16;

/**
 * Inflates a dataset as far as it goes. What follows the end of the stream is left alone: the NUL that fills up
 * an odd length (PS3.5 A.5), and the checksums some writers add, which the browsers' own inflation refuses.
 */
function inflateDataset(deflated: Bytes, signal: AbortSignal): Result<Bytes, ImageIssue> {
  const parts: Bytes[] = [];
  let total = 0;
  const stream = new Inflate((chunk) => {
    total += chunk.length;
    parts.push(new Uint8Array(chunk));
  });
  for (let at = 0; at < deflated.length; at += INFLATE_STEP) {
    signal.throwIfAborted();
    try {
      stream.push(deflated.subarray(at, at + INFLATE_STEP));
    } catch {
      // Broken from here on; what came before is read like a dataset that breaks off.
      break;
    }
    if (total > MAX_INFLATED_BYTES) return fail({ code: 'IMAGE_TOO_LARGE', facts: { bytes: total } });
  }
  return ok(concatBytes(parts, total));
}
