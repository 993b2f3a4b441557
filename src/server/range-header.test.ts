import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRange } from './range-header.ts';

describe('a Range header over 1,000 bytes', () => {
  test.each([
    ['bytes=0-499', { first: 0, last: 499 }],
    ['bytes=500-', { first: 500, last: 999 }],
    ['bytes=-100', { first: 900, last: 999 }],
    ['bytes=-5000', { first: 0, last: 999 }],
    ['bytes=999-5000', { first: 999, last: 999 }],
    ['BYTES=0-0', { first: 0, last: 0 }],
    [`bytes=0-${'9'.repeat(400)}`, { first: 0, last: 999 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    [`bytes=${'9'.repeat(400)}-`, 'unsatisfiable'],
    ['bytes=5-4', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,5-6', undefined],
    ['bytes=a-b', undefined],
    ['bytes=1.5-2', undefined],
    ['bytes= 0-1', undefined],
    ['items=0-1', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s asks for %o', (header, expected) => {
    expect(parseRange(header, 1000)).toEqual(expected);
  });

  test('an empty file satisfies no range', () => {
    expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(parseRange('bytes=-1', 0)).toBe('unsatisfiable');
  });

  test('a satisfied range lies inside the file, whatever the header', () => {
    const digits = fc.stringMatching(/^\d{0,20}$/);
    const property = fc.property(digits, digits, fc.nat(5000), (from, to, size) => {
      const span = parseRange(`bytes=${from}-${to}`, size);
      if (typeof span !== 'object') return;
      expect(span.first).toBeGreaterThanOrEqual(0);
      expect(span.first).toBeLessThanOrEqual(span.last);
      expect(span.last).toBeLessThan(size);
    });
    fc.assert(property);
  });
});
