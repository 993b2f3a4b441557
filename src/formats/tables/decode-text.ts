import type { TableIssue } from '../../domain/dataset/rows.ts';

/** The most bytes of one table that are decoded; far above any published one. */
export const MAX_TABLE_BYTES = 2 ** 28;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without byte-order mark, with line feeds only. */
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly issues: readonly TableIssue[];
}

/** Turns CRLF and CR into LF. */
export const unifyLineEndings = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

function utf16ByMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function asUtf8(bytes: Uint8Array, head: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: head });
  } catch {
    return undefined;
  }
}

/** What the bytes 0x80 to 0x9F stand for (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252_UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 decodes these bytes as Latin-1; where the decoder is right the replacement finds nothing to change. */
const asWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252_UPPER[letter.charCodeAt(0) - 0x80] ?? letter);

/**
 * Decodes the bytes of a table: UTF-16 by its byte-order mark, else UTF-8, else Windows-1252 with a `TABLE_ENCODING`
 * issue. More than {@link MAX_TABLE_BYTES} give no text and a `TABLE_UNREADABLE` issue.
 * @param head whether the bytes are only the beginning of a file and may break off inside a character.
 */
export function decodeText(bytes: Uint8Array, head = false): DecodedText {
  if (bytes.length > MAX_TABLE_BYTES) {
    const issue: TableIssue = { code: 'TABLE_UNREADABLE', facts: { bytes: bytes.length } };
    return { text: '', encoding: 'utf-8', issues: [issue] };
  }
  const utf16 = utf16ByMark(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes, { stream: head });
    return { text: unifyLineEndings(text), encoding: utf16, issues: [] };
  }
  const utf8 = asUtf8(bytes, head);
  if (utf8 !== undefined) return { text: unifyLineEndings(utf8), encoding: 'utf-8', issues: [] };
  return {
    text: unifyLineEndings(asWindows1252(bytes)),
    encoding: 'windows-1252',
    issues: [{ code: 'TABLE_ENCODING', facts: { encoding: 'windows-1252' } }],
  };
}
