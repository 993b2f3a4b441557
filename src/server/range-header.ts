/** First and last byte of a part of a file, from 0, both included. */
export interface ByteSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of a file a `Range` header asks for (RFC 9110 section 14.1.2): `bytes=0-99`, `bytes=100-` or the
 * suffix `bytes=-100`.
 * @returns undefined when the whole file is to be sent, as for several ranges, which a server may decline, and
 * for a malformed header, which it must ignore.
 */
export function parseRange(header: string | undefined, size: number): ByteSpan | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return satisfiable(Math.max(0, size - Number(to)), size - 1);
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return satisfiable(Number(from), Math.min(to === '' ? Infinity : Number(to), size - 1));
}

const satisfiable = (first: number, last: number): ByteSpan | 'unsatisfiable' =>
  first <= last ? { first, last } : 'unsatisfiable';
