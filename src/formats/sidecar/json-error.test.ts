import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonErrorOffset } from './json-error.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the first character that is wrong in a JSON text', () => {
  test.each([
    ['', 0],
    ['  ', 2],
    ['nul', 0],
    ['{a: 1}', 1],
    ["{'a': 1}", 1],
    ['{"a" 1}', 5],
    ['{"a": 1 "b": 2}', 8],
    ['{"a": 1,}', 8],
    ['[1, 2', 5],
    ['[1,, 2]', 3],
    ['[1 2]', 3],
    ['[1}', 2],
    ['{"a": 1]', 7],
    ['01', 1],
    ['-', 0],
    ['1.', 1],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['"\\u12"', 1],
    ['"never closed', 13],
    ['{} {}', 3],
    ['[NaN]', 1],
    [':', 0],
    [']', 0],
  ])('of %j is at %i', (text, offset) => {
    expect(isJson(text)).toBe(false);
    expect(jsonErrorOffset(text)).toBe(offset);
  });

  test('is the end of every text that JSON.parse accepts', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, 2), (text, indent) => {
        const printed = JSON.stringify(JSON.parse(text), undefined, indent);
        expect(jsonErrorOffset(printed)).toBe(printed.length);
      }),
    );
  });

  test('cannot be made right by anything behind it', () => {
    const alphabet = fc.constantFrom(...Array.from('{}[]":, \\truenfals10.-eu\n'));
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 12 }), (letters) => {
        const text = letters.join('');
        const offset = jsonErrorOffset(text);
        expect(offset).toBeLessThanOrEqual(text.length);
        expect(!isJson(text) || offset === text.length).toBe(true);
        // A number, word or escape that is still open could be made right.
        const isOpen = offset === text.length || /[-\d.eEtfn\\]/.test(text[offset] ?? '');
        const endings = isOpen ? [] : ['', '}', ']', '"}', ':1}', '0', '1]', '"'];
        expect(endings.filter((ending) => isJson(text + ending))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('is found in linear time', () => {
    const started = performance.now();
    expect(jsonErrorOffset('['.repeat(1_000_000))).toBe(1_000_000);
    expect(jsonErrorOffset(`"${'a'.repeat(4_000_000)}`)).toBe(4_000_001);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
