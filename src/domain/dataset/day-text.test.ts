import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay } from '../labs/day-distance.ts';
import { readDay, readDaySpan, writeDay } from './day-text.ts';

describe('days as they are typed', () => {
  it.each([
    ['18/3/2020', 20200318],
    ['18/03/2020', 20200318],
    [' 18.3.2020 ', 20200318],
    ['2020-03-18', 20200318],
    ['20200318', 20200318],
    ['29/2/2020', 20200229],
  ])('reads %s', (text, date) => {
    expect(readDay(text)).toBe(date);
  });

  it.each([
    '',
    '29/2/2021',
    '31/4/2020',
    '3/18/2020',
    '18/3/20',
    '2020-3',
    'today',
    '0/0/0000',
    '18/3/2020x',
  ])('knows no day %s', (text) => {
    expect(readDay(text)).toBeUndefined();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }).map(dateOfDay), (date) => {
        expect(readDay(writeDay(date))).toBe(date);
      }),
    );
    expect(writeDay(0)).toBe('');
  });

  it('reads months and years as all their days', () => {
    expect(readDaySpan('2020-03')).toEqual({ from: 20200301, to: 20200331 });
    expect(readDaySpan('2/2020')).toEqual({ from: 20200201, to: 20200229 });
    expect(readDaySpan('2020-12')).toEqual({ from: 20201201, to: 20201231 });
    expect(readDaySpan('2020')).toEqual({ from: 20200101, to: 20201231 });
    expect(readDaySpan('18/3/2020')).toEqual({ from: 20200318, to: 20200318 });
    for (const none of ['2020-13', '0/2020', '99', 'x']) expect(readDaySpan(none)).toBeUndefined();
  });
});
