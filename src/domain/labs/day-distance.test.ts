import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, daysBetween, isoDate } from './day-distance.ts';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The next day, by counting on the fingers. */
function tomorrow(date: number): number {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  const last = month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);
  if (day < last) return date + 1;
  return month === 12 ? (year + 1) * 10_000 + 101 : year * 10_000 + (month + 1) * 100 + 1;
}

const between = (from: number, to: number): number => daysBetween(from, to) ?? Number.NaN;
const anyDate = fc.integer({ min: dayNumber(18_991_230), max: dayNumber(21_000_302) }).map(dateOfDay);

describe('day distances', () => {
  it('counts calendar days over months and leap years', () => {
    expect(daysBetween(20200228, 20200301)).toBe(2);
    expect(daysBetween(20190228, 20190301)).toBe(1);
    expect(daysBetween(19000228, 19000301)).toBe(1);
    expect(daysBetween(20000228, 20000301)).toBe(2);
    expect(daysBetween(20200327, 20200320)).toBe(-7);
    // Clocks were put forward in Spain on the 29th.
    expect(daysBetween(20200328, 20200330)).toBe(2);
    expect(daysBetween(20200101, 20200101)).toBe(0);
  });

  it('goes one day further with every day of the calendar', () => {
    const wrong: number[] = [];
    let date = 19_991_230;
    for (let days = 0; days < 9_000; days++, date = tomorrow(date))
      if (daysBetween(19_991_230, date) !== days) wrong.push(date);
    expect(wrong).toEqual([]);
    expect(date).toBe(20_240_820);
  });

  it('is the same backwards, adds up, and dates come back from their numbers', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        expect(between(a, b)).toBe(-between(b, a) || 0);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(Math.sign(between(a, b))).toBe(Math.sign(b - a));
        expect(dateOfDay(dayNumber(a))).toBe(a);
      }),
    );
  });

  it('is unknown when a date is missing', () => {
    expect(daysBetween(0, 20200301)).toBeUndefined();
    expect(daysBetween(20200301, 0)).toBeUndefined();
    expect(daysBetween(0, 0)).toBeUndefined();
  });

  it('writes dates as ISO 8601, none as nothing', () => {
    expect(isoDate(20200305)).toBe('2020-03-05');
    expect(isoDate(0)).toBe('');
  });
});
