import {
  ByteStream,
  littleEndianByteArrayParser,
  readSequenceItemsImplicit,
  type Element,
} from 'dicom-parser';
import {
  TAG,
  type DicomDataset,
  type DicomElement,
  type DicomValue,
  type Tag,
} from '../../domain/imaging/dicom-dataset.ts';
import { vrOfTag } from '../../domain/imaging/dicom-dictionary.ts';
import { MAX_SEQUENCE_DEPTH, valuesOfText } from '../../domain/imaging/dicom-values.ts';
import { textReader, type TextReader } from './character-set.ts';
import { tagOf } from './scan-elements.ts';

/** Larger binary values than this are no lookup table and no offset table; they are left out. */
const MAX_KEPT_BYTES = 16 * 2 ** 20;

/** Where elements lie, and how their values are written. */
export interface ElementSource {
  readonly bytes: Uint8Array;
  readonly littleEndian: boolean;
}

/** Bytes of a number, and how it is read. */
type BinaryNumber = readonly [
  size: number,
  read: (view: DataView, at: number, littleEndian: boolean) => number,
];

const UNSIGNED_SHORT: BinaryNumber = [2, (view, at, little) => view.getUint16(at, little)];

/** PS3.5 section 6.2. */
const BINARY_NUMBERS: ReadonlyMap<string, BinaryNumber> = new Map<string, BinaryNumber>([
  ['US', UNSIGNED_SHORT],
  ['SS', [2, (view, at, little) => view.getInt16(at, little)]],
  ['UL', [4, (view, at, little) => view.getUint32(at, little)]],
  ['SL', [4, (view, at, little) => view.getInt32(at, little)]],
  ['UV', [8, (view, at, little) => Number(view.getBigUint64(at, little))]],
  ['SV', [8, (view, at, little) => Number(view.getBigInt64(at, little))]],
  ['FL', [4, (view, at, little) => view.getFloat32(at, little)]],
  ['FD', [8, (view, at, little) => view.getFloat64(at, little)]],
]);

/** Bytes of a word of the binary VRs, by which big endian values are turned. */
const WORD_SIZE: ReadonlyMap<string, number> = new Map([
  ['OB', 1],
  ['UN', 1],
  ['OW', 2],
  ['US', 2],
  ['SS', 2],
  ['OL', 4],
  ['OF', 4],
  ['OD', 8],
  ['OV', 8],
]);

const DEFAULT_TEXT_VRS = ['AE', 'AS', 'CS', 'DA', 'DS', 'DT', 'IS', 'TM', 'UI', 'UR'];
/** VRs in the Specific Character Set. */
const ENCODED_TEXT_VRS: ReadonlySet<string> = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);
const KNOWN_VRS: ReadonlySet<string> = new Set([
  ...BINARY_NUMBERS.keys(),
  ...WORD_SIZE.keys(),
  ...DEFAULT_TEXT_VRS,
  ...ENCODED_TEXT_VRS,
  'AT',
  'SQ',
]);

/**
 * Elements of one dataset as plain data. Values of tags whose VR is missing, wrong or UN are read by
 * midscope's own dictionary; those it does not know keep their bytes, with their text where it is printable.
 */
export function datasetOf(
  source: ElementSource,
  elements: readonly Element[],
  inherited?: TextReader,
  depth = 1,
): DicomDataset {
  const set = elements.find((element) => tagOf(element) === TAG.SpecificCharacterSet);
  const terms = set && textValues(source, set, 'CS', textReader([]));
  const text = terms ? textReader(terms.map(String)) : (inherited ?? textReader([]));
  const dataset = new Map<Tag, DicomElement>();
  for (const element of elements) {
    const tag = tagOf(element);
    if (!tag.startsWith('FFFE')) dataset.set(tag, elementOf(source, element, tag, text, depth));
  }
  return dataset;
}

function elementOf(
  source: ElementSource,
  element: Element,
  tag: Tag,
  text: TextReader,
  depth: number,
): DicomElement {
  const filed = element.vr ?? 'UN';
  const vr = filed === 'UN' || !KNOWN_VRS.has(filed) ? (vrOfTag(tag) ?? 'UN') : filed;
  if (vr === 'SQ' || element.items) return { vr: 'SQ', values: itemsOf(source, element, text, depth) };
  // An unknown value is written implicit little endian whatever the file is (PS3.5 section 6.2.2).
  const of = filed === 'UN' ? { ...source, littleEndian: true } : source;
  if (tag === TAG.LUTData || (WORD_SIZE.has(vr) && !BINARY_NUMBERS.has(vr))) return binary(of, element, vr);
  const number = BINARY_NUMBERS.get(vr);
  if (number) return { vr, values: numbers(of, element, number) };
  if (vr === 'AT') return { vr, values: attributeTags(of, element) };
  const reader = ENCODED_TEXT_VRS.has(vr) ? text : textReader([]);
  return { vr, values: textValues(of, element, vr, reader) };
}

const valueOf = ({ bytes }: ElementSource, { dataOffset, length }: Element): Uint8Array =>
  bytes.subarray(dataOffset, dataOffset + length);

function itemsOf(
  source: ElementSource,
  element: Element,
  text: TextReader,
  depth: number,
): readonly DicomDataset[] {
  if (depth >= MAX_SEQUENCE_DEPTH) return [];
  return itemElements(source, element).map((elements) => datasetOf(source, elements, text, depth + 1));
}

/** Items as dicom-parser left them; those of a known sequence that was filed as UN are read here. */
function itemElements(source: ElementSource, element: Element): readonly (readonly Element[])[] {
  const { items } = element.items || element.length === 0 ? element : readUnknownSequence(source, element);
  return items?.map((item) => Object.values(item.dataSet?.elements ?? {})) ?? [];
}

function readUnknownSequence({ bytes }: ElementSource, element: Element): Element {
  const sequence = { ...element };
  try {
    const end = bytes.subarray(0, element.dataOffset + element.length);
    readSequenceItemsImplicit(
      new ByteStream(littleEndianByteArrayParser, end, element.dataOffset),
      sequence,
      (tag) => vrOfTag(tag.slice(1).toUpperCase()) as string,
    );
  } catch {
    return element;
  }
  return sequence;
}

function numbers(source: ElementSource, element: Element, [size, read]: BinaryNumber): readonly number[] {
  const value = valueOf(source, element);
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  return Array.from({ length: Math.floor(value.length / size) }, (_, index) =>
    read(view, index * size, source.littleEndian),
  );
}

function attributeTags(source: ElementSource, element: Element): readonly Tag[] {
  const halves = numbers(source, element, UNSIGNED_SHORT).map((half) =>
    half.toString(16).padStart(4, '0').toUpperCase(),
  );
  return Array.from(
    { length: halves.length >> 1 },
    (_, index) => `${halves[2 * index]}${halves[2 * index + 1]}`,
  );
}

/** Spaces and NULs at the end fill up to an even length (PS3.5 section 6.2). */
function withoutFilling(value: Uint8Array): Uint8Array {
  let end = value.length;
  while (end > 0 && (value[end - 1] === 0 || value[end - 1] === 0x20)) end--;
  return value.subarray(0, end);
}

function textValues(
  source: ElementSource,
  element: Element,
  vr: string,
  read: TextReader,
): readonly (string | number)[] {
  const value = withoutFilling(valueOf(source, element));
  if (value.length === 0) return [];
  const text = read(value).replaceAll('\0', '');
  return vr === 'PN'
    ? text.split('\\').map((name) => name.split('=', 1)[0]?.trim() ?? '')
    : valuesOfText(vr, text);
}

const isPrintable = (value: Uint8Array): boolean => value.every((byte) => byte >= 0x20 && byte < 0x7f);

function binary(source: ElementSource, element: Element, vr: string): DicomElement {
  const value = valueOf(source, element);
  if (value.length > MAX_KEPT_BYTES) return { vr, values: [] };
  const text = withoutFilling(value);
  const values: readonly DicomValue[] =
    vr === 'UN' && text.length > 0 && isPrintable(text)
      ? textValues(source, element, vr, textReader([]))
      : [];
  const size = source.littleEndian ? 1 : (WORD_SIZE.get(vr) ?? 1);
  return { vr, values, bytes: turnWords(value.slice(), size) };
}

/** Words of big endian bytes with their bytes in little endian order, in place. */
function turnWords(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  if (size > 1)
    for (let at = 0; at + size <= bytes.length; at += size) bytes.subarray(at, at + size).reverse();
  return bytes;
}
