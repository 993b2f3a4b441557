import type { TableIssue } from '../../domain/dataset/rows.ts';
import { asWindows1252, countUtf8, mendUtf8 } from './mend-utf8.ts';

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

/**
 * Decodes the bytes of a table: UTF-16 by its byte-order mark, else UTF-8, else Windows-1252. Where most of what is
 * beyond ASCII is UTF-8, only the bytes that are not are read as Windows-1252: files are put together from several.
 * Issues: `TABLE_ENCODING`; `TEXT_CUT` where the text ends inside a character; `TABLE_UNREADABLE`, without text, for more
 * than {@link MAX_TABLE_BYTES}.
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
  const census = countUtf8(bytes);
  const isUtf8 = census.characters > 0 && census.characters >= census.strays;
  if (!isUtf8) {
    const issue: TableIssue = { code: 'TABLE_ENCODING', facts: { encoding: 'windows-1252' } };
    return { text: unifyLineEndings(asWindows1252(bytes)), encoding: 'windows-1252', issues: [issue] };
  }
  const issues: TableIssue[] = [];
  if (census.strays > 0)
    issues.push({ code: 'TABLE_ENCODING', facts: { encoding: 'windows-1252', bytes: census.strays } });
  if (census.cut > 0 && !head) issues.push({ code: 'TEXT_CUT' });
  return { text: unifyLineEndings(mendUtf8(bytes, census)), encoding: 'utf-8', issues };
}
