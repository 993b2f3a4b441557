import { dateOfDay, dayNumber } from '../labs/day-distance.ts';

/** First and last day, as yyyymmdd. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

const isDay = (date: number): boolean => dateOfDay(dayNumber(date)) === date;

const joined = (year: string | undefined, month: string | undefined, day: string | undefined): number =>
  Number(year) * 10_000 + Number(month) * 100 + Number(day);

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})(?:[/.-](\d{1,2})[/.-](\d{1,2})|(\d{2})(\d{2}))$/;

/** A day as people type it, `18/3/2020` or `2020-03-18`, as yyyymmdd; undefined where the calendar has none. */
export function readDay(text: string): number | undefined {
  const shown = text.trim();
  const dayFirst = DAY_FIRST.exec(shown);
  const yearFirst = YEAR_FIRST.exec(shown);
  const date = dayFirst
    ? joined(dayFirst[3], dayFirst[2], dayFirst[1])
    : yearFirst
      ? joined(yearFirst[1], yearFirst[2] ?? yearFirst[4], yearFirst[3] ?? yearFirst[5])
      : Number.NaN;
  return isDay(date) ? date : undefined;
}

/** The days that a day, a month (`2020-03`, `3/2020`) or a year names. */
export function readDaySpan(text: string): DaySpan | undefined {
  const shown = text.trim();
  const day = readDay(shown);
  if (day !== undefined) return { from: day, to: day };
  const month = /^(?:(?<year>\d{4})[/.-](?<month>\d{1,2})|(?<month2>\d{1,2})[/.-](?<year2>\d{4}))$/.exec(
    shown,
  )?.groups;
  if (month) {
    const first = joined(month['year'] ?? month['year2'], month['month'] ?? month['month2'], '1');
    // The day before the first of the next month.
    const next = first % 10_000 > 1_200 ? first + 10_000 - 1_100 : first + 100;
    return isDay(first) ? { from: first, to: dateOfDay(dayNumber(next) - 1) } : undefined;
  }
  if (/^[12]\d{3}$/.test(shown)) return { from: joined(shown, '1', '1'), to: joined(shown, '12', '31') };
  return undefined;
}

/** yyyymmdd → `18/03/2020`, which {@link readDay} reads back; empty for 0. */
export const writeDay = (date: number): string =>
  date > 0 ? String(date).replace(/^(\d{4})(\d{2})(\d{2})$/, '$3/$2/$1') : '';
