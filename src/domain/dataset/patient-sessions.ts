import type { SessionId } from '../brand.ts';
import { daysBetween } from '../labs/day-distance.ts';
import { caseSeries, type CaseSeries } from './case-series.ts';
import { cellOf } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { compareNaturally } from './text.ts';

/** How a session lies in time to the one that is read. */
export type SessionOrder = 'current' | 'earlier' | 'later';

/** One session of a patient, seen from the session that is read. */
export interface PatientSession {
  /** Row of the session table. */
  readonly row: number;
  readonly id: SessionId;
  /** yyyymmdd; 0 without a date. */
  readonly date: number;
  readonly order: SessionOrder;
  /** Days from the session that is read, negative before it; undefined where one of the two has no date. */
  readonly days: number | undefined;
  /** In the order of the strip. */
  readonly series: readonly CaseSeries[];
}

/** Everything of one patient that is within reach while one of the sessions is read. */
export interface PatientSeries {
  /** The session that is read; then the earlier ones, the nearest first; then the later ones, the nearest first. */
  readonly sessions: readonly PatientSession[];
  readonly current: PatientSession;
  /** A series of any of the sessions, with its session. */
  find(key: string | undefined): FoundSeries | undefined;
}

export interface FoundSeries {
  readonly session: PatientSession;
  readonly series: CaseSeries;
}

/** @param row the session that is read. */
export function patientSeries(index: DatasetIndex, row: number): PatientSeries {
  const subject = index.sessions.subject[row] ?? 0;
  const current = sessionOf(index, row, row);
  const others = Array.from(cellOf(index.subjects.sessions, subject))
    .filter((other) => other !== row)
    .map((other) => sessionOf(index, other, row));
  const nearest = (order: SessionOrder): readonly PatientSession[] =>
    others
      .filter((session) => session.order === order)
      .toSorted(
        (a, b) => distance(a) - distance(b) || compareNaturally(a.id, b.id) * (order === 'later' ? 1 : -1),
      );
  const sessions = [current, ...nearest('earlier'), ...nearest('later')];
  const byKey = new Map(
    sessions.flatMap((session) => session.series.map((series) => [series.key, { session, series }] as const)),
  );
  return { sessions, current, find: (key) => (key === undefined ? undefined : byKey.get(key)) };
}

/** Sessions without a date come after all others. */
const distance = ({ days }: PatientSession): number =>
  days === undefined ? Number.MAX_VALUE : Math.abs(days);

function sessionOf(index: DatasetIndex, row: number, current: number): PatientSession {
  const { sessions } = index;
  const id = sessions.ids[row] ?? ('' as SessionId);
  const date = sessions.date[row] ?? 0;
  const days = row === current ? 0 : daysBetween(sessions.date[current] ?? 0, date);
  // Of two sessions of one day, or without a date, the ids say which came first.
  const sign = days === undefined || days === 0 ? compareNaturally(id, sessions.ids[current] ?? '') : days;
  const order = row === current ? 'current' : sign < 0 ? 'earlier' : 'later';
  return { row, id, date, order, days, series: caseSeries(index, row) };
}
