import type { ByteRange } from '../domain/dataset/file-source.ts';

/** First byte and the byte after the last, both from 0; the end may lie beyond the file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The span a range names; a length of `Infinity` reaches to the end of the file.
 * @throws RangeError when offset or length is negative or no whole number: a defect of the caller.
 */
export function spanOf({ offset, length }: ByteRange): Span {
  const whole = Number.isSafeInteger(offset) && (Number.isSafeInteger(length) || length === Infinity);
  if (!whole || offset < 0 || length < 0) throw new RangeError(`No byte range: ${offset}, ${length}`);
  return { start: offset, end: Math.min(offset + length, Number.MAX_SAFE_INTEGER) };
}

/** A copy of the bytes, or of the part of them that a range names. */
export function copyRange(bytes: Uint8Array, range: ByteRange | undefined): Uint8Array<ArrayBuffer> {
  const { start, end } = range ? spanOf(range) : { start: 0, end: bytes.length };
  return new Uint8Array(bytes.subarray(start, end));
}
