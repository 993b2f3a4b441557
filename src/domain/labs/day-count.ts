import { datesSaid, type DatesSaid } from '../dataset/altered-dates.ts';
import { cellOf } from '../dataset/columns.ts';
import type { DatasetIndex } from '../dataset/dataset-index.ts';
import { daysBetween } from './day-distance.ts';
import { DAY_ZEROS, type DayZero } from './day-zero.ts';

/** How the days of one patient are counted, everywhere on a page. */
export interface DayCount {
  /** Undefined where there is no day to count from: then no day has a number. */
  readonly zero: DayZero | undefined;
  /** The day that is 0, yyyymmdd; 0 without. */
  readonly date: number;
  /** What days of this patient can be counted from, in the order of {@link DAY_ZEROS}. */
  readonly choices: readonly DayZero[];
  /** What the files say of the dates: where they were altered, no distance in days is sure. */
  readonly dates: DatesSaid;
}

/** Day of a patient's first positive PCR, yyyymmdd; 0 where there is none with a date. */
export function firstPositivePcr({ subjects, tests }: DatasetIndex, subject: number): number {
  for (const row of cellOf(subjects.tests, subject))
    if (tests.kind[row] === 'PCR' && tests.result[row] === 'positive' && (tests.date[row] ?? 0) > 0)
      return tests.date[row] ?? 0;
  return 0;
}

/**
 * How days are counted around a session.
 *
 * @param wanted what to count from; where the patient has no such day, the other one counts.
 */
export function dayCountOf(index: DatasetIndex, session: number, wanted: DayZero): DayCount {
  const subject = index.sessions.subject[session] ?? 0;
  const days: Readonly<Record<DayZero, number>> = {
    'first-positive': firstPositivePcr(index, subject),
    session: index.sessions.date[session] ?? 0,
  };
  const choices = DAY_ZEROS.filter((zero) => days[zero] > 0);
  const zero = choices.includes(wanted) ? wanted : choices[0];
  return { zero, date: zero ? days[zero] : 0, choices, dates: datesSaid(index, subject) };
}

/** Number of a day, yyyymmdd, negative before the one that is 0; undefined where either has no date (0). */
export const dayOf = ({ date: zero }: Pick<DayCount, 'date'>, date: number): number | undefined =>
  daysBetween(zero, date);
