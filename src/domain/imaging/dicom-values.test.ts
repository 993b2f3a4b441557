import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TAG } from './dicom-dataset.ts';
import { itemsOf, numbersOf, parseDecimal, textsOf, valuesOfText } from './dicom-values.ts';
import { datasetOf } from './test-attributes.ts';

describe('a decimal text', () => {
  test.each([
    ['0.143', 0.143],
    [' -1024 ', -1024],
    ['+5', 5],
    ['1.', 1],
    ['.5', 0.5],
    ['-1.5E+3', -1500],
  ])('%j is %d', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  test.each(['', ' ', '.', '1,5', '0x10', '1e', 'NaN', 'Infinity', '1e999', '12 34', '--1', '1'.repeat(65)])(
    '%j is no number',
    (text) => {
      expect(parseDecimal(text)).toBeNaN();
    },
  );

  test('reads back whatever number was printed', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseDecimal(String(value))).toBe(value === 0 ? Number(String(value)) : value);
      }),
    );
  });

  test('is decided in linear time', () => {
    const started = performance.now();
    expect(parseDecimal(`${'1'.repeat(1_000_000)}x`)).toBeNaN();
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('the values of an element', () => {
  test('divide at the backslash, numbers by their VR', () => {
    expect(valuesOfText('DS', '0.1\\0.2')).toEqual([0.1, 0.2]);
    expect(valuesOfText('CS', 'ORIGINAL\\PRIMARY \\')).toEqual(['ORIGINAL', 'PRIMARY', '']);
    expect(valuesOfText('IS', '1A')).toEqual(['1A']);
  });

  test('of a long text keep the backslash', () => {
    expect(valuesOfText('LT', 'C:\\temp')).toEqual(['C:\\temp']);
  });

  test('are read as numbers out of texts, in their places', () => {
    const dataset = datasetOf({ WindowCenter: { vr: 'LO', values: ['40\\x', 80, NaN] } });
    expect(numbersOf(dataset, TAG.WindowCenter)).toEqual([40, NaN, 80, NaN]);
  });

  test('are read as texts out of numbers', () => {
    const dataset = datasetOf({ RescaleType: { vr: 'DS', values: [1, 'HU'] } });
    expect(textsOf(dataset, TAG.RescaleType)).toEqual(['1', 'HU']);
  });

  test('are none where the attribute is missing', () => {
    expect(numbersOf(new Map(), TAG.Rows)).toEqual([]);
    expect(textsOf(new Map(), TAG.Modality)).toEqual([]);
    expect(itemsOf(new Map(), TAG.VOILUTSequence)).toEqual([]);
  });

  test('of a sequence are its items; a text in its place is none', () => {
    const item = datasetOf({ CodeMeaning: ['TORAX'] });
    const dataset = datasetOf({ ProcedureCodeSequence: ['not a sequence', item] });
    expect(itemsOf(dataset, TAG.ProcedureCodeSequence)).toEqual([item]);
  });
});
