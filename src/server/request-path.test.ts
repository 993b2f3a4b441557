import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeNames, requestPath } from './request-path.ts';

describe('the names of a request path', () => {
  test('are decoded once', () => {
    expect(decodeNames('')).toEqual([]);
    expect(decodeNames('sub-S1/T%C3%B3rax%20PA.png')).toEqual(['sub-S1', 'T\u00F3rax PA.png']);
    expect(decodeNames('100%25.txt/%252e%252e')).toEqual(['100%.txt', '%2e%2e']);
    expect(decodeNames('a+b')).toEqual(['a+b']);
  });

  test.each([
    '.',
    '..',
    '.git',
    'a/',
    '/a',
    'a//b',
    '%2f',
    'a%2Fb',
    'a%5cb',
    'a\\b',
    '%00',
    'c%3a',
    'C:',
    '%',
    '%c0',
  ])('%s is none', (encoded) => {
    expect(decodeNames(encoded)).toBeUndefined();
  });

  test('read back as they were, when they are names', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /^[^./\\\0:][^/\\\0:]*$/.test(text));
    const property = fc.property(fc.array(name, { minLength: 1 }), (names) => {
      expect(decodeNames(names.map(encodeURIComponent).join('/'))).toEqual(names);
    });
    fc.assert(property);
  });

  test('never lead anywhere else, whatever the request', () => {
    const bits = fc.constantFrom(
      '.',
      '..',
      '%2e',
      '%2E',
      '%2f',
      '/',
      '\\',
      '%5C',
      '%00',
      '%25',
      'a',
      'C:',
      '%3a',
      '%c0',
    );
    const property = fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
      for (const name of decodeNames(parts.join('')) ?? [])
        expect(name).toMatch(/^(?![a-z]:)[^./\\\0][^/\\\0]*$/i);
    });
    fc.assert(property, { numRuns: 2000 });
  });
});

test('the path of a request ends at its query and is not normalised', () => {
  expect(requestPath('/dataset/../x?a=/..?b')).toBe('/dataset/../x');
  expect(requestPath(undefined)).toBe('');
});
