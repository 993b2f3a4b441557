import { describe, expect, it } from 'vitest';
import { daysBetween, isoDate } from './day-distance.ts';

describe('day distances', () => {
  it('counts calendar days over months and leap years', () => {
    expect(daysBetween(20200228, 20200301)).toBe(2);
    expect(daysBetween(20190228, 20190301)).toBe(1);
    expect(daysBetween(20200327, 20200320)).toBe(-7);
    expect(daysBetween(20200329, 20200330)).toBe(1);
    expect(daysBetween(20200101, 20200101)).toBe(0);
  });

  it('is unknown when a date is missing', () => {
    expect(daysBetween(0, 20200301)).toBeUndefined();
    expect(daysBetween(20200301, 0)).toBeUndefined();
  });

  it('writes dates as ISO 8601, none as nothing', () => {
    expect(isoDate(20200305)).toBe('2020-03-05');
    expect(isoDate(0)).toBe('');
  });
});
