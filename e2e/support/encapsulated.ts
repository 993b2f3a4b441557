import { dicom, type DicomItem } from './dicom.ts';

const item = (value: Buffer): Buffer => {
  const even = value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.alloc(1)]);
  const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
  head.writeUInt32LE(even.length, 4);
  return Buffer.concat([head, even]);
};

/**
 * A DICOM file of one compressed frame: an empty offset table, a fragment, the delimiter (PS3.5 A.4). The attributes are
 * in explicit little endian, as in every compressed syntax.
 */
export function encapsulated(attributes: DicomItem, syntax: string, frame: Buffer): Buffer {
  const head = Buffer.from([0xe0, 0x7f, 0x10, 0x00, 0x4f, 0x42, 0, 0, 0xff, 0xff, 0xff, 0xff]);
  const delimiter = Buffer.from([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);
  return Buffer.concat([dicom(attributes, syntax), head, item(Buffer.alloc(0)), item(frame), delimiter]);
}
