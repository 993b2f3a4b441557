/** What the bytes 0x80 to 0x9F stand for (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252_UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 decodes these bytes as Latin-1; where the decoder is right the replacement finds nothing to change. */
export const asWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252_UPPER[letter.charCodeAt(0) - 0x80] ?? letter);

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** How many bytes a first byte announces; 0 for one that begins no character. */
function announced(first: number): number {
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/** Whether the second byte may follow the first (Unicode, table 3-7: no overlong forms, surrogates, or beyond 10FFFF). */
function mayFollow(first: number, second: number | undefined): boolean {
  if (second === undefined || !isContinuation(second)) return false;
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second < 0x90;
}

/** Length of the character that begins at a place: 0 for none, −1 for one that the end of the bytes cuts off. */
function characterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = announced(first);
  if (length === 0) return 0;
  for (let next = 1; next < length; next++) {
    if (at + next >= bytes.length) return -1;
    const fits = next === 1 ? mayFollow(first, bytes[at + 1]) : isContinuation(bytes[at + next]);
    if (!fits) return 0;
  }
  return length;
}

/** What the bytes beyond ASCII are. */
export interface Utf8Census {
  /** Characters of several bytes. */
  readonly characters: number;
  /** Bytes that belong to no character. */
  readonly strays: number;
  /** Bytes at the end that begin a character and do not finish it. */
  readonly cut: number;
}

export function countUtf8(bytes: Uint8Array): Utf8Census {
  let characters = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length;) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++;
      continue;
    }
    const length = characterAt(bytes, at);
    if (length < 0) return { characters, strays, cut: bytes.length - at };
    if (length === 0) strays++;
    else characters++;
    at += length || 1;
  }
  return { characters, strays, cut: 0 };
}

/** Decodes UTF-8 in which single bytes are Windows-1252; what is cut off at the end is left out. */
export function mendUtf8(bytes: Uint8Array, { strays, cut }: Utf8Census): string {
  const end = bytes.length - cut;
  if (strays === 0) return new TextDecoder().decode(bytes.subarray(0, end));
  const upper = asWindows1252(Uint8Array.from({ length: 128 }, (_, at) => at + 128));
  const encoder = new TextEncoder();
  // No character of Windows-1252 takes more than three bytes.
  const mended = new Uint8Array(end + 2 * strays);
  let to = 0;
  for (let at = 0; at < end;) {
    const first = bytes[at] ?? 0;
    // What is cut off counts as well: it tells that the byte before it is alone.
    const length = first < 0x80 ? 1 : characterAt(bytes, at);
    if (length > 0) mended.set(bytes.subarray(at, at + length), to);
    to += length > 0 ? length : encoder.encodeInto(upper[first - 128] ?? '', mended.subarray(to)).written;
    at += Math.max(1, length);
  }
  return new TextDecoder().decode(mended.subarray(0, to));
}
