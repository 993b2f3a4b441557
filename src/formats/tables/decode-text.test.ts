import { describe, expect, test } from 'vitest';
import { decodeText, MAX_TABLE_BYTES } from './decode-text.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('the encoding of a table', () => {
  test('UTF-8 reads with and without byte-order mark', () => {
    const tórax = [0x74, 0xc3, 0xb3, 0x72, 0x61, 0x78];
    expect(decodeText(bytes(...tórax))).toEqual({ text: 'tórax', encoding: 'utf-8', issues: [] });
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, ...tórax)).text).toBe('tórax');
  });

  test('UTF-16 reads by its byte-order mark', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0xf3, 0x00, 0x0d, 0x00, 0x0a, 0x00))).toEqual({
      text: 'ó\n',
      encoding: 'utf-16le',
      issues: [],
    });
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0xf3)).text).toBe('ó');
  });

  test('what is no UTF-8 is Windows-1252, and an issue says so', () => {
    expect(decodeText(bytes(0x74, 0xf3, 0x72, 0x61, 0x78, 0x20, 0x93))).toEqual({
      text: 'tórax “',
      encoding: 'windows-1252',
      issues: [{ code: 'TABLE_ENCODING', facts: { encoding: 'windows-1252' } }],
    });
  });

  test('a head that breaks off inside a character is still UTF-8', () => {
    expect(decodeText(bytes(0x61, 0xc3), true)).toMatchObject({ text: 'a', encoding: 'utf-8' });
    expect(decodeText(bytes(0x61, 0xc3)).encoding).toBe('windows-1252');
  });

  test('CRLF, CR and LF are one line ending each', () => {
    expect(decodeText(new TextEncoder().encode('a\r\nb\rc\nd\r\r\n')).text).toBe('a\nb\nc\nd\n\n');
  });

  test('no bytes are no text', () => {
    expect(decodeText(bytes())).toEqual({ text: '', encoding: 'utf-8', issues: [] });
  });

  test('more bytes than any table has are refused', () => {
    const { text, issues } = decodeText(new Uint8Array(MAX_TABLE_BYTES + 1));
    expect(text).toBe('');
    expect(issues).toEqual([{ code: 'TABLE_UNREADABLE', facts: { bytes: MAX_TABLE_BYTES + 1 } }]);
  });
});
