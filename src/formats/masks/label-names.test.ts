import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLabelNames } from './label-names.ts';

const namesIn = (text: string) => {
  const result = parseLabelNames(text);
  return result.ok ? [...result.value.names] : result.error.code;
};

const TWO = [
  [1, 'consolidation'],
  [2, 'pleural effusion'],
];

describe('parseLabelNames', () => {
  it.each([
    ['a JSON object', '{"1": "consolidation", "2": "pleural effusion"}'],
    [
      'an object under labels',
      '{"description": "x", "labels": {"1": "consolidation", "2": " pleural effusion "}}',
    ],
    ['a list', '[{"value": 1, "label": "consolidation"}, {"value": "2", "name": "pleural effusion"}]'],
    [
      'a list under labels',
      '{"labels": [{"index": 1, "name": "consolidation"}, {"id": 2, "name": "pleural effusion"}]}',
    ],
    ['a byte-order mark', '\ufeff\r\n{"1": "consolidation", "2": "pleural effusion"}'],
    ['a BIDS table', 'index\tname\tcolor\n1\tconsolidation\t#ff0000\n2\tpleural effusion\t#00ff00\n'],
    ['other column names and order', 'Label,Value\r\nconsolidation,1\r\n"pleural effusion",2\r\n'],
    [
      'entries that name nothing',
      '{"x": "y", "-1": "y", "1.5": "y", "70000": "y", "3": "", "4": 7, "1": "consolidation", "2": "pleural effusion"}',
    ],
    ['rows that name nothing', 'index\tname\n\n1\tconsolidation\nn/a\ty\n3\n2\tpleural effusion\n'],
  ])('reads %s', (_, text) => {
    expect(namesIn(text)).toEqual(TWO);
  });

  it('keeps commas in a table of tabs, and names as text', () => {
    expect(namesIn('index\tname\n1\tair bronchogram, <b>right</b>\n')).toEqual([
      [1, 'air bronchogram, <b>right</b>'],
    ]);
  });

  it('takes the last of equal values', () => {
    expect(namesIn('index\tname\n1\tfirst\n1\tlast\n')).toEqual([[1, 'last']]);
  });

  it.each([
    '{"1": "consolidation"',
    '[',
    '['.repeat(100_000),
    '{}',
    '[null, 1, "x", {}]',
    '{"labels": "none"}',
    `{"1": "${'x'.repeat(2 ** 22)}"}`,
    '',
    'column\tother\n1\tconsolidation\n',
    'index\tname\n',
  ])('finds no names in %.30s', (text) => {
    expect(namesIn(text)).toBe('MASK_NAMES');
  });

  it('reads back any names from JSON, whatever they are', () => {
    const names = fc.dictionary(
      fc.nat(65535).map(String),
      fc
        .string({ minLength: 1 })
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(names, (object) => {
        const expected = Object.entries(object).map(([value, name]) => [Number(value), name]);
        expect(namesIn(JSON.stringify(object))).toEqual(expected);
      }),
    );
  });

  it('answers any text with names or a code', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.stringMatching(/^[{}[\]":,\t\n0-9a-z]*$/)),
        (text) => {
          const result = parseLabelNames(text);
          const outcome = result.ok ? 'names' : result.error.code;
          const values = result.ok ? [...result.value.names.keys()] : [];
          expect(outcome).toMatch(/^(names|MASK_NAMES)$/);
          expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= 65535)).toBe(true);
        },
      ),
      { numRuns: 2000, seed: 3 },
    );
  });
});
