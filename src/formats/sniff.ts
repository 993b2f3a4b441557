/** What {@link sniff} tells apart; `unknown` is binary of no format it knows. */
export type SniffedKind =
  | 'dicom'
  | 'png'
  | 'nifti'
  | 'gzip'
  | 'json'
  | 'jpeg'
  | 'tiff'
  | 'zip'
  | 'pdf'
  | 'text'
  | 'empty'
  | 'unknown';

/** First bytes that no other format has, in hexadecimal. */
const SIGNATURES: readonly (readonly [string, SniffedKind])[] = [
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['1f8b08', 'gzip'],
  ['49492a00', 'tiff'],
  ['4d4d002a', 'tiff'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['255044462d', 'pdf'],
];

/**
 * What a file holds, by its first 544 bytes or all it has, whatever its name. gzip is not looked into;
 * text is told from binary by its control characters, in any encoding that keeps ASCII, or by a UTF-16 mark.
 */
export function sniff(head: Uint8Array): SniffedKind {
  if (head.length === 0) return 'empty';
  if (asciiAt(head, 128, 4) === 'DICM') return 'dicom';
  const start = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const signed = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (signed) return signed[1];
  if (isNifti(head)) return 'nifti';
  if (beginsWithElement(head)) return 'dicom';
  if (start.startsWith('fffe') || start.startsWith('feff')) return 'text';
  if (head.some(isBinary)) return 'unknown';
  return isJson(asciiAt(head, 0, head.length)) ? 'json' : 'text';
}

/** A control character that no text holds: any but tab, line feed, form feed, carriage return and escape. */
const isBinary = (byte: number) => (byte < 0x20 && ![9, 10, 12, 13, 27].includes(byte)) || byte === 0x7f;

/** Bytes as characters, one each; fewer where the head ends. */
const asciiAt = (head: Uint8Array, at: number, count: number) =>
  String.fromCharCode(...head.subarray(at, at + count));

/** sizeof_hdr in either byte order, and the magic of nifti1.h (also of a header apart from its voxels) or nifti2.h. */
function isNifti(head: Uint8Array): boolean {
  if (head.length < 348) return false;
  const view = viewOf(head);
  const hasSize = (size: number) => view.getInt32(0, true) === size || view.getInt32(0, false) === size;
  if (hasSize(348)) return /^n[+i]1\0$/.test(asciiAt(head, 344, 4));
  return hasSize(540) && /^n[+i]2\0$/.test(asciiAt(head, 4, 4));
}

/** An object or an array that goes on as JSON does, after a byte-order mark and blanks. */
const isJson = (text: string) =>
  /^(\xef\xbb\xbf)?[ \t\r\n]*(\{[ \t\r\n]*("|\}|$)|\[[ \t\r\n]*([{["\]\-\d]|(true|false|null)\b|$))/.test(
    text,
  );

const SHORT_VR = /^(AE|AS|AT|CS|DA|DS|DT|FD|FL|IS|LO|LT|PN|SH|SL|SS|ST|TM|UI|UL|US)$/;
const LONG_VR = /^(OB|OD|OF|OL|OV|OW|SQ|SV|UC|UN|UR|UT|UV)$/;

/** No first element of a data set is longer: it is a group length, a character set, an image type or a UID. */
const MAX_FIRST_VALUE = 256;

/**
 * Whether the bytes begin with two data elements in ascending order (PS3.5 section 7.1), the first of group
 * 0002 or 0008: a DICOM file without preamble, or a bare data set.
 */
function beginsWithElement(head: Uint8Array): boolean {
  const elements = [explicitElement(true), explicitElement(false), implicitElement];
  return elements.some((elementAt) => {
    const first = elementAt(head, 0);
    if (!first || (first.group !== 2 && first.group !== 8) || first.next > 12 + MAX_FIRST_VALUE) return false;
    const second = elementAt(head, first.next);
    return second !== undefined && second.tag > first.tag && second.group <= 0x0010;
  });
}

interface Element {
  readonly group: number;
  readonly tag: number;
  /** Where the next element begins. */
  readonly next: number;
}

type ElementReader = (head: Uint8Array, at: number) => Element | undefined;

/** Explicit VR, PS3.5 section 7.1.2. */
const explicitElement =
  (littleEndian: boolean): ElementReader =>
  (head, at) => {
    if (at + 8 > head.length) return undefined;
    const view = viewOf(head);
    const vr = asciiAt(head, at + 4, 2);
    const tag = tagAt(view, at, littleEndian);
    if (SHORT_VR.test(vr)) return { ...tag, next: at + 8 + view.getUint16(at + 6, littleEndian) };
    if (!LONG_VR.test(vr) || at + 12 > head.length || view.getUint16(at + 6) !== 0) return undefined;
    return { ...tag, next: at + 12 + view.getUint32(at + 8, littleEndian) };
  };

/** Implicit VR, PS3.5 section 7.1.3; never of group 0002 (PS3.10 section 7.1). */
const implicitElement: ElementReader = (head, at) => {
  if (at + 8 > head.length) return undefined;
  const view = viewOf(head);
  const tag = tagAt(view, at, true);
  const size = view.getUint32(at + 4, true);
  return tag.group === 2 || size % 2 === 1 ? undefined : { ...tag, next: at + 8 + size };
};

function tagAt(view: DataView, at: number, littleEndian: boolean): Pick<Element, 'group' | 'tag'> {
  const group = view.getUint16(at, littleEndian);
  return { group, tag: group * 0x10000 + view.getUint16(at + 2, littleEndian) };
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
