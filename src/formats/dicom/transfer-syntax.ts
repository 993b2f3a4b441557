/** Transfer syntaxes that say how a dataset is written (PS3.5 annex A); all others are explicit little endian. */
export const IMPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2';
export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
export const DEFLATED_EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1.99';
export const EXPLICIT_BIG_ENDIAN = '1.2.840.10008.1.2.2';

/** Whether frames are compressed, or at least wrapped, one by one (PS3.5 A.4). */
export const isEncapsulatedSyntax = (uid: string): boolean =>
  /^1\.2\.840\.10008\.1\.2\.(4\.\d+|5|1\.98)$/.test(uid);

/** How the elements of a dataset are written. */
export interface Encoding {
  readonly explicit: boolean;
  readonly littleEndian: boolean;
}

export const encodingOf = (transferSyntax: string): Encoding => ({
  explicit: transferSyntax !== IMPLICIT_LITTLE_ENDIAN,
  littleEndian: transferSyntax !== EXPLICIT_BIG_ENDIAN,
});

/** Transfer syntax of an uncompressed dataset that is written like this. */
export const transferSyntaxOf = ({ explicit, littleEndian }: Encoding): string =>
  explicit ? (littleEndian ? EXPLICIT_LITTLE_ENDIAN : EXPLICIT_BIG_ENDIAN) : IMPLICIT_LITTLE_ENDIAN;

const isCapital = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x41 && byte <= 0x5a;

/**
 * How a dataset is written, by its first element: the group there is small (0008 as a rule), so that its larger
 * byte is the low one, and an explicit element has two capitals for a VR. Nothing where no element fits.
 */
export function encodingByShape(bytes: Uint8Array, at: number): Encoding | undefined {
  if (at + 8 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = view.getUint16(at, true) <= view.getUint16(at, false);
  const explicit = isCapital(bytes[at + 4]) && isCapital(bytes[at + 5]);
  return { explicit, littleEndian: littleEndian || !explicit };
}

/**
 * Whether a file without preamble begins like a DICOM dataset: an element of group 0002 or 0008, explicit, or
 * implicit with a length that the file of `size` bytes has room for.
 */
export function beginsLikeDataset(bytes: Uint8Array, size: number): boolean {
  const encoding = encodingByShape(bytes, 0);
  if (!encoding) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const group = view.getUint16(0, encoding.littleEndian);
  if (group !== 0x0002 && group !== 0x0008) return false;
  return encoding.explicit || view.getUint32(4, true) <= size - 8;
}
