/** A DICOM file in Explicit VR Little Endian, written by hand after PS3.5 section 7.1 and PS3.10 section 7.1. */

export type ElementValue = string | readonly number[] | Buffer | readonly DicomItem[];
/** Tag as eight hexadecimal digits → VR and value. */
export type DicomItem = Readonly<Record<string, readonly [vr: string, value: ElementValue]>>;

const LONG_VRS = new Set(['OB', 'OW', 'SQ', 'UN', 'UT']);

function valueBytes(vr: string, value: ElementValue): Buffer {
  if (Buffer.isBuffer(value)) return value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.alloc(1)]);
  if (typeof value === 'string') {
    const pad = vr === 'UI' ? '\0' : ' ';
    return Buffer.from(value.length % 2 === 0 ? value : value + pad, 'latin1');
  }
  if (vr === 'SQ') return Buffer.concat((value as readonly DicomItem[]).map(item));
  const numbers = value as readonly number[];
  const bytes = Buffer.alloc(numbers.length * (vr === 'US' || vr === 'SS' ? 2 : 4));
  numbers.forEach((number, at) => {
    if (vr === 'US') bytes.writeUInt16LE(number, 2 * at);
    else if (vr === 'SS') bytes.writeInt16LE(number, 2 * at);
    else bytes.writeUInt32LE(number, 4 * at);
  });
  return bytes;
}

function item(elements: DicomItem): Buffer {
  const body = dataset(elements);
  const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function element(tag: string, vr: string, value: ElementValue): Buffer {
  const bytes = valueBytes(vr, value);
  const head = Buffer.alloc(LONG_VRS.has(vr) ? 12 : 8);
  head.writeUInt16LE(parseInt(tag.slice(0, 4), 16), 0);
  head.writeUInt16LE(parseInt(tag.slice(4), 16), 2);
  head.write(vr, 4, 'latin1');
  if (LONG_VRS.has(vr)) head.writeUInt32LE(bytes.length, 8);
  else head.writeUInt16LE(bytes.length, 6);
  return Buffer.concat([head, bytes]);
}

const dataset = (elements: DicomItem): Buffer =>
  Buffer.concat(
    Object.entries(elements)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([tag, [vr, value]]) => element(tag, vr, value)),
  );

/** @param syntax its transfer syntax, one of those in explicit little endian. */
export function dicom(elements: DicomItem, syntax = '1.2.840.10008.1.2.1'): Buffer {
  const meta = dataset({
    '00020001': ['OB', Buffer.from([0, 1])],
    '00020002': ['UI', '1.2.840.10008.5.1.4.1.1.1'],
    '00020003': ['UI', '2.25.1'],
    '00020010': ['UI', syntax],
    '00020012': ['UI', '2.25.2'],
  });
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    element('00020000', 'UL', [meta.length]),
    meta,
    dataset(elements),
  ]);
}

/** Stored values as 16-bit little endian pixel data. */
export function pixelData(values: ArrayLike<number>): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (let at = 0; at < values.length; at++) bytes.writeUInt16LE((values[at] ?? 0) & 0xffff, 2 * at);
  return bytes;
}

/** Attributes every image here has; 16 bits allocated. */
export const imageAttributes = (
  columns: number,
  rows: number,
  bitsStored: number,
  signed: boolean,
): DicomItem => ({
  '00280002': ['US', [1]],
  '00280010': ['US', [rows]],
  '00280011': ['US', [columns]],
  '00280100': ['US', [16]],
  '00280101': ['US', [bitsStored]],
  '00280102': ['US', [bitsStored - 1]],
  '00280103': ['US', [signed ? 1 : 0]],
});
