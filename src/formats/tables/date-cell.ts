import type { DateNumber } from '../../domain/brand.ts';
import { excerpt, isMissing } from './cell.ts';
import type { Report } from './parse-table.ts';

const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:\.0*)?$/;
const ISO = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ][\d:.+Z-]*)?$/;
const DAY_FIRST = /^(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4})(?: [\d:.]*)?$/;

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a number is a day of the Gregorian calendar as yyyymmdd, or 0 for no date. */
function isDateNumber(value: number): value is DateNumber {
  const [year, month, day] = [Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100];
  return value === 0 || (year > 0 && month > 0 && month < 13 && day > 0 && day <= daysInMonth(year, month));
}

function dateNumber(value: number): DateNumber {
  if (isDateNumber(value)) return value;
  throw new RangeError(`${value} is no day of the calendar`);
}

/** No date. */
export const NO_DATE = dateNumber(0);

/** xnat2mids writes this day for a date it does not know. */
const STAND_IN = 15000101;

/** The digits of a date in their order, 0 for a cell without one, NaN for one that is not a date. */
function numberIn(cell: string): number {
  if (isMissing(cell)) return 0;
  const text = cell.trim();
  const parts = (COMPACT.exec(text) ?? ISO.exec(text) ?? DAY_FIRST.exec(text))?.groups;
  if (parts === undefined) return Number.NaN;
  const month = Number(parts['month']);
  const day = Number(parts['day']);
  const date = Number(parts['year']) * 10000 + month * 100 + day;
  if (date === STAND_IN) return 0;
  return date === 0 ? Number.NaN : date;
}

/**
 * Reads a day of the Gregorian calendar: `20200318`, the pandas float `20200318.0`, `18.03.2020`, or ISO 8601 with
 * or without a time (which is dropped).
 * @returns 0 for a cell that holds no date, nothing for one that is not a date.
 */
export function parseDate(cell: string): DateNumber | undefined {
  const date = numberIn(cell);
  return isDateNumber(date) ? date : undefined;
}

/** As {@link parseDate}; a cell that is not a date gives 0 and a `DATE_UNREADABLE` issue. */
export function dateCell(cell: string, report: Report): DateNumber {
  const date = parseDate(cell);
  if (date !== undefined) return date;
  report('DATE_UNREADABLE', { value: excerpt(cell) });
  return NO_DATE;
}
