import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPythonValue } from './python-value.ts';

/** Python's repr of a string of printable ASCII. */
const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

describe('a value printed by Python', () => {
  test.each([
    ["['DERIVED', 'PRIMARY']", ['DERIVED', 'PRIMARY']],
    ['[0.143, 0.143]', ['0.143', '0.143']],
    ["['a', '', 'b']", ['a', '', 'b']],
    ["[\"it's\", 'x']", ["it's", 'x']],
    ['[]', []],
    ['CR', ['CR']],
    ['', []],
    ['None', []],
    ['[broken', ['[broken']],
    ["['never closed]", ['never closed]']],
    ['b', ['b']],
  ])('%j is %j', (text, values) => {
    expect(readPythonValue(text)).toEqual(values);
  });

  test('may be bytes', () => {
    expect(readPythonValue("b'\\x00\\xffA\\\\\\t'")).toEqual(Uint8Array.of(0, 255, 0x41, 0x5c, 9));
    expect(readPythonValue('b"\'"')).toEqual(Uint8Array.of(0x27));
  });

  test('reads back the items of any list of strings', () => {
    const item = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(readPythonValue(`[${items.map(quoted).join(', ')}]`)).toEqual(items);
      }),
    );
  });

  test('never hangs on a broken list', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Array.from(`['",] \\bx1`))), (letters) => {
        expect(readPythonValue(letters.join(''))).toBeDefined();
      }),
    );
  });
});
