import {
  bigEndianByteArrayParser,
  ByteStream,
  littleEndianByteArrayParser,
  readDicomElementExplicit,
  readDicomElementImplicit,
  type Element,
} from 'dicom-parser';
import { TAG } from '../../domain/imaging/dicom-dataset.ts';
import { vrOfTag } from '../../domain/imaging/dicom-dictionary.ts';
import type { Encoding } from './transfer-syntax.ts';

/** Tag in the form of dicom-parser, `x7fe00010`, as midscope writes it. */
export const tagOf = (element: Element): string => element.tag.slice(1).toUpperCase();

const PIXEL_DATA = `x${TAG.PixelData.toLowerCase()}`;
/** Pixels as floating-point numbers (PS3.3 C.7.6.24, C.7.6.25), which stand in the place of Pixel Data. */
const FLOAT_PIXEL_DATA: ReadonlySet<string> = new Set(
  [TAG.FloatPixelData, TAG.DoubleFloatPixelData].map((tag) => `x${tag.toLowerCase()}`),
);
/** Long VRs that dicom-parser takes for short ones: it reads their two reserved bytes as a length of 0. */
const UNKNOWN_LONG_VRS: ReadonlySet<string> = new Set(['OV', 'SV', 'UV']);
/** Explicit VRs with a length of four bytes (PS3.5 section 7.1.2) that can hold elements. */
const NESTING_VRS: ReadonlySet<string> = new Set(['SQ', 'UN']);
const UNDEFINED_LENGTH = 0xffffffff;

/** The elements of a dataset as far as they could be read. */
export interface ElementScan {
  readonly elements: readonly Element[];
  /** Pixel Data, or what stands for it, without its value; nothing is read behind it. */
  readonly pixelData?: Element;
  /** Where reading ended. */
  readonly at: number;
  /** Offset of the first element that cannot be read, or is not wholly there. */
  readonly brokenAt?: number;
  /** Bytes that would hold the whole of that element, where its length is known. */
  readonly needed?: number;
}

/**
 * Reads elements one after the other with dicom-parser, until Pixel Data, the end, or the first one that breaks.
 * dicom-parser throws texts, calls a list (`warnings()`) and overflows the stack on hostile input: all end here.
 *
 * @param isWanted ends the scan before the first element for which it is false; given the element's group.
 */
export function scanElements(
  bytes: Uint8Array,
  start: number,
  encoding: Encoding,
  isWanted: (group: number) => boolean = () => true,
): ElementScan {
  const elements: Element[] = [];
  if (start + 8 > bytes.length) return { elements, at: start };
  const order = encoding.littleEndian ? littleEndianByteArrayParser : bigEndianByteArrayParser;
  const stream = new ByteStream(order, bytes, start);
  while (stream.position + 8 <= bytes.length) {
    const at = stream.position;
    if (!isWanted(order.readUint16(bytes, at))) return { elements, at };
    const element = readElement(stream, encoding);
    if (!element) return { elements, at, brokenAt: at };
    if (element.tag === PIXEL_DATA || FLOAT_PIXEL_DATA.has(element.tag))
      return { elements, pixelData: element, at: element.dataOffset };
    if (stream.position > bytes.length) return { elements, at, brokenAt: at, needed: stream.position };
    elements.push(element);
    if (element.hadUndefinedLength && isCutOff(stream))
      return { elements, at: stream.position, brokenAt: at };
  }
  return { elements, at: stream.position };
}

/** dicom-parser returns an element of undefined length that the end of the bytes cut off as if it were whole. */
function isCutOff({ position, byteArray: bytes, byteArrayParser: order }: ByteStream): boolean {
  if (position + 8 <= bytes.length) return false;
  const isDelimiter =
    order.readUint16(bytes, position - 8) === 0xfffe && order.readUint16(bytes, position - 6) === 0xe0dd;
  return !isDelimiter;
}

function readElement(stream: ByteStream, encoding: Encoding): Element | undefined {
  const start = stream.position;
  try {
    const element = encoding.explicit
      ? readDicomElementExplicit(stream, [], PIXEL_DATA)
      : readDicomElementImplicit(stream, PIXEL_DATA, vrOrNone);
    if (!encoding.explicit || !UNKNOWN_LONG_VRS.has(element.vr ?? '')) return element;
    const length = stream.readUint32();
    const dataOffset = stream.position;
    stream.seek(length);
    return { ...element, length, dataOffset };
  } catch {
    return skipNested(stream, start, encoding);
  }
}

/** dicom-parser declares a VR for every tag, and looks for items where there is none. */
const vrOrNone = (tag: string): string => vrOfTag(tag.slice(1).toUpperCase()) as string;

/** A sequence whose items break is passed over, where its own length is known. */
function skipNested(stream: ByteStream, start: number, encoding: Encoding): Element | undefined {
  const { byteArray: bytes, byteArrayParser: order } = stream;
  const header = encoding.explicit ? 12 : 8;
  if (start + header > bytes.length) return undefined;
  const vr = encoding.explicit ? String.fromCharCode(bytes[start + 4] ?? 0, bytes[start + 5] ?? 0) : 'UN';
  const length = order.readUint32(bytes, start + header - 4);
  if (!NESTING_VRS.has(vr) || length === UNDEFINED_LENGTH) return undefined;
  const group = order.readUint16(bytes, start);
  const number = order.readUint16(bytes, start + 2);
  const tag = `x${(group * 0x10000 + number).toString(16).padStart(8, '0')}`;
  const dataOffset = start + header;
  stream.position = dataOffset + length;
  return { tag, vr, length, dataOffset };
}
