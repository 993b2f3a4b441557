import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, MAX_TABLE_BYTES } from './decode-text.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** Texts as UTF-8 with single bytes between them. */
const mixed = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [part])),
  );

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

  test('single bytes of Windows-1252 in UTF-8 are mended, and counted', () => {
    expect(decodeText(mixed('Clínica: año 2º. Neumon', 0xed, 'a', 0x96, 'sí', 0x80, '.'))).toEqual({
      text: 'Clínica: año 2º. Neumonía–sí€.',
      encoding: 'utf-8',
      issues: [{ code: 'TABLE_ENCODING', facts: { encoding: 'windows-1252', bytes: 3 } }],
    });
  });

  test('a file with more bytes of Windows-1252 than characters of UTF-8 is Windows-1252', () => {
    expect(decodeText(mixed('ó', 0xf3, 0xed, 0xf1)).text).toBe('Ã³óíñ');
  });

  test('overlong forms, surrogates and what is beyond Unicode are no characters', () => {
    const odd = [0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80];
    const accents = 'áéíóúñçüà';
    expect(decodeText(mixed(accents, ...odd, '.'))).toMatchObject({
      text: `${accents}À¯í\u00a0€ô\u0090€€.`,
      issues: [{ facts: { bytes: odd.length } }],
    });
  });

  test('a file that is cut inside a character is UTF-8 up to there, and an issue says so', () => {
    for (const cut of [[0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98]])
      expect(decodeText(mixed('Opacidad. Año', ...cut))).toEqual({
        text: 'Opacidad. Año',
        encoding: 'utf-8',
        issues: [{ code: 'TEXT_CUT' }],
      });
    expect(decodeText(mixed('í', 0xe2, 0xc3))).toMatchObject({
      text: 'íâ',
      issues: [{ code: 'TABLE_ENCODING', facts: { bytes: 1 } }, { code: 'TEXT_CUT' }],
    });
    expect(decodeText(mixed('í', 0xf3, 'x', 0xc3)).issues.map(({ code }) => code)).toEqual([
      'TABLE_ENCODING',
      'TEXT_CUT',
    ]);
    expect(decodeText(mixed('í', 0xf3, 'x', 0xc3), true).issues.map(({ code }) => code)).toEqual([
      'TABLE_ENCODING',
    ]);
  });

  test('every text of UTF-8 with one byte in it that is none keeps all its characters', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'binary', minLength: 1 })
          .filter((text) => text.isWellFormed() && !/[\r\ufeff]/.test(text)),
        fc.string({ unit: 'grapheme-ascii' }),
        (before, after) => {
          const { text, encoding } = decodeText(
            mixed('ñ', before, ' ', 0xf3, ' ', after.replaceAll('\r', '')),
          );
          expect(encoding).toBe('utf-8');
          expect(text).toBe(`ñ${before} ó ${after.replaceAll('\r', '')}`);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('any bytes among UTF-8 come to an end, and lose no character around them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), (odd) => {
        const accents = 'áéíóúñçüà';
        const { text } = decodeText(mixed(accents, ...odd, ' ', accents, ...odd));
        expect(text.startsWith(accents)).toBe(true);
        expect(text).toContain(` ${accents}`);
      }),
    );
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
