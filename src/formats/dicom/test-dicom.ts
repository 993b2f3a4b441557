import { EXPLICIT_LITTLE_ENDIAN, type Encoding } from './transfer-syntax.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const EXPLICIT: Encoding = { explicit: true, littleEndian: true };
const LONG_VRS = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
export const UNDEFINED_LENGTH = 0xffffffff;

/** For tests: bytes one after the other. */
export const joined = (...parts: readonly Uint8Array[]): Bytes =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));

/** For tests: a text in Latin-1. */
export const latin1 = (text: string): Bytes => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** For tests: whole numbers of so many bytes each. */
export function words(size: 1 | 2 | 4 | 8, values: readonly number[], littleEndian = true): Bytes {
  const view = new DataView(new ArrayBuffer(values.length * size));
  values.forEach((value, index) => {
    for (let byte = 0; byte < size; byte++) {
      const place = littleEndian ? byte : size - 1 - byte;
      view.setUint8(index * size + place, Math.floor(value / 2 ** (8 * byte)) & 0xff);
    }
  });
  return new Uint8Array(view.buffer);
}

const tagBytes = (tag: string, littleEndian: boolean): Bytes =>
  words(2, [Number.parseInt(tag.slice(0, 4), 16), Number.parseInt(tag.slice(4), 16)], littleEndian);

/** For tests: one element (PS3.5 section 7.1), filled up to an even length where its length is not given. */
export function element(
  tag: string,
  vr: string,
  value: Uint8Array | string,
  { explicit, littleEndian }: Encoding = EXPLICIT,
  length?: number,
): Bytes {
  const raw = typeof value === 'string' ? latin1(value) : value;
  const filled =
    raw.length % 2 === 1 && length === undefined ? joined(raw, latin1(vr === 'UI' ? '\0' : ' ')) : raw;
  const size = length ?? filled.length;
  const head = tagBytes(tag, littleEndian);
  if (!explicit) return joined(head, words(4, [size], littleEndian), filled);
  const lengthBytes = LONG_VRS.has(vr)
    ? joined(Uint8Array.of(0, 0), words(4, [size], littleEndian))
    : words(2, [size], littleEndian);
  return joined(head, latin1(vr), lengthBytes, filled);
}

const IMPLICIT: Encoding = { explicit: false, littleEndian: true };

/** For tests: an item, a delimiter: elements without VR in every encoding (PS3.5 section 7.5). */
export const item = (value: Uint8Array, littleEndian = true, length = value.length): Bytes =>
  element('FFFEE000', '', value, { ...IMPLICIT, littleEndian }, length);
export const itemEnd = (littleEndian = true): Bytes =>
  element('FFFEE00D', '', new Uint8Array(), { ...IMPLICIT, littleEndian });
export const sequenceEnd = (littleEndian = true): Bytes =>
  element('FFFEE0DD', '', new Uint8Array(), { ...IMPLICIT, littleEndian });

/** For tests: preamble, mark, and file meta information with the given transfer syntax (PS3.10 section 7.1). */
export const fileHead = (transferSyntax: string | undefined = EXPLICIT_LITTLE_ENDIAN): Bytes =>
  joined(
    new Uint8Array(128),
    latin1('DICM'),
    element('00020001', 'OB', Uint8Array.of(0, 1)),
    ...(transferSyntax ? [element('00020010', 'UI', transferSyntax)] : []),
  );
