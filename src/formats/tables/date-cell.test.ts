import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateCell, parseDate } from './date-cell.ts';

describe('date cells', () => {
  test.each([
    ['20200318', 20200318],
    ['20200318.0', 20200318],
    ['18.03.2020', 20200318],
    ['2.4.2020', 20200402],
    ['18/03/2020', 20200318],
    ['2020-03-18', 20200318],
    ['2020-03-18T10:20:30', 20200318],
    ['2020-03-18 10:20:30.500000', 20200318],
    ['20200229', 20200229],
    ['20000229', 20000229],
  ])('%j is a day', (cell, date) => {
    expect(parseDate(cell)).toBe(date);
  });

  test.each(['', ' ', 'NaN', 'nan', 'None', 'n/a', 'NaT'])('%j is no date', (cell) => {
    expect(parseDate(cell)).toBe(0);
  });

  test('the day that xnat2mids writes for an unknown date is no date', () => {
    expect(parseDate('1500-01-01T00:00:00')).toBe(0);
  });

  test.each([
    '20200230',
    '20190229',
    '19000229',
    '20201301',
    '20200100',
    '00000000',
    '31.04.2020',
    '0',
    'marzo',
    '2020031',
    '2020-3',
    '18.03.20',
    '20200318x',
  ])('%j is not a date', (cell) => {
    expect(parseDate(cell)).toBeUndefined();
  });

  test('a cell that is not a date gives 0 and says what it held', () => {
    const reported: unknown[] = [];
    expect(dateCell('31.02.2020', (code, facts) => reported.push([code, facts]))).toBe(0);
    expect(reported).toEqual([['DATE_UNREADABLE', { value: '31.02.2020' }]]);
  });

  test('every day of the calendar reads in each form', () => {
    const days = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year = '', month = '', date = ''] = iso.split('-');
        const expected = Number(year + month + date);
        for (const cell of [iso, year + month + date, `${date}.${month}.${year}`])
          expect(parseDate(cell)).toBe(expected);
      }),
    );
  });
});
