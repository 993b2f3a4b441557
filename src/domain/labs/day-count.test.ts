import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listColumn } from '../dataset/columns.ts';
import type { DatasetIndex } from '../dataset/dataset-index.ts';
import { dayCountOf, dayOf, firstPositivePcr } from './day-count.ts';

/**
 * Two patients; tests are by date within a patient, undated ones first. The first has sessions on 18 March and one
 * without a date, the second one on 2 April.
 */
const indexWith = (
  altered: readonly number[] = [],
  readState: readonly number[] = [1, 1, 1],
  presence: readonly number[] = [0, 0, 0],
): DatasetIndex =>
  ({
    subjects: { tests: listColumn([[0, 1, 2, 3, 4], [5]]), sessions: listColumn([[0, 1], [2]]) },
    sessions: {
      subject: Uint32Array.of(0, 0, 1),
      date: Uint32Array.of(20200318, 0, 20200402),
      images: listColumn([[0], [1], [2]]),
    },
    images: { readState: Uint8Array.from(readState), presence: Uint8Array.from(presence) },
    tests: {
      date: Uint32Array.of(0, 20200317, 20200319, 20200321, 20200330, 20200401),
      kind: ['PCR', 'PCR', 'IgG', 'PCR', 'PCR', 'PCR'],
      result: ['positive', 'negative', 'positive', 'positive', 'positive', 'negative'],
    },
    filters: {
      facets: {
        issue: {
          values: ['VOI_MISSING', 'DATES_MODIFIED'],
          cells: listColumn([0, 1, 2].map((row) => (altered.includes(row) ? [0, 1] : [0]))),
        },
      },
    },
  }) as unknown as DatasetIndex;

describe('firstPositivePcr', () => {
  it('is the day of the first PCR that is positive and has a date', () => {
    expect(firstPositivePcr(indexWith(), 0)).toBe(20200321);
  });

  it('is none without such a test', () => {
    expect(firstPositivePcr(indexWith(), 1)).toBe(0);
  });
});

describe('dayCountOf', () => {
  it('counts from what is wanted where the patient has such a day', () => {
    expect(dayCountOf(indexWith(), 0, 'first-positive')).toMatchObject({
      zero: 'first-positive',
      date: 20200321,
      choices: ['first-positive', 'session'],
    });
    expect(dayCountOf(indexWith(), 0, 'session')).toMatchObject({ zero: 'session', date: 20200318 });
  });

  it('counts from the other day where there is none, and says so', () => {
    expect(dayCountOf(indexWith(), 1, 'session')).toMatchObject({
      zero: 'first-positive',
      choices: ['first-positive'],
    });
    expect(dayCountOf(indexWith(), 2, 'first-positive')).toMatchObject({
      zero: 'session',
      date: 20200402,
      choices: ['session'],
    });
  });

  it('numbers days with one zero; what has no date has no number', () => {
    const count = dayCountOf(indexWith(), 0, 'first-positive');
    expect([20200317, 20200318, 20200321, 20200402, 0].map((date) => dayOf(count, date))).toEqual([
      -4,
      -3,
      0,
      12,
      undefined,
    ]);
    expect(dayOf({ date: 0 }, 20200317)).toBeUndefined();
  });

  it('gives two days the same distance whatever is counted from', () => {
    const index = indexWith();
    const date = fc
      .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((day) => Number(day.toISOString().slice(0, 10).replaceAll('-', '')));
    fc.assert(
      fc.property(date, date, (a, b) => {
        const distances = (['first-positive', 'session'] as const).map((zero) => {
          const count = dayCountOf(index, 0, zero);
          return (dayOf(count, b) ?? Number.NaN) - (dayOf(count, a) ?? Number.NaN);
        });
        expect(distances[0]).toBe(distances[1]);
      }),
    );
  });
});

const said = (index: DatasetIndex, session: number) => dayCountOf(index, session, 'session').dates;

describe('what is said of dates', () => {
  it('is that they were altered where any image of the patient says so', () => {
    expect(said(indexWith([1]), 0)).toBe('altered');
    expect(said(indexWith([1]), 1)).toBe('altered');
    expect(said(indexWith([1]), 2)).toBe('nothing');
  });

  it('is nothing yet while images of the patient are unread; those not on disk are not waited for', () => {
    expect(said(indexWith([], [1, 0, 1]), 0)).toBe('unread');
    expect(said(indexWith([], [1, 0, 1]), 2)).toBe('nothing');
    expect(said(indexWith([], [1, 0, 1], [0, 1, 0]), 0)).toBe('nothing');
    expect(said(indexWith([1], [1, 0, 1]), 0)).toBe('altered');
  });
});
