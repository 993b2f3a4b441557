import { cellOf } from '../dataset/columns.ts';
import type { DatasetIndex } from '../dataset/dataset-index.ts';
import { daysBetween } from './day-distance.ts';
import { TEST_KINDS, type TestKind, type TestResult } from './lab-test.ts';

/** A test of the session's patient, seen from the session. */
export interface SessionTest {
  readonly kind: TestKind;
  readonly result: TestResult;
  /** yyyymmdd; 0 without. */
  readonly date: number;
  /** Days from the session to the test; undefined when either has no date. */
  readonly days: number | undefined;
  readonly raw: { readonly test: string; readonly result: string; readonly date: string };
}

/** All tests of a session's patient, by date. */
export function testsOfSession(index: DatasetIndex, session: number): readonly SessionTest[] {
  const { sessions, subjects, tests } = index;
  const date = sessions.date[session] ?? 0;
  return Array.from(cellOf(subjects.tests, sessions.subject[session] ?? 0), (row) => {
    const testDate = tests.date[row] ?? 0;
    return {
      kind: tests.kind[row] ?? 'PCR',
      result: tests.result[row] ?? 'unknown',
      date: testDate,
      days: daysBetween(date, testDate),
      raw: tests.raw[row] ?? { test: '', result: '', date: '' },
    };
  });
}

/** Of each kind the test nearest to the session; of two equally near, the earlier. Without dates, the first. */
export function nearestTests(index: DatasetIndex, session: number): readonly SessionTest[] {
  const all = testsOfSession(index, session);
  const distance = ({ days }: SessionTest): number => (days === undefined ? Infinity : Math.abs(days));
  return TEST_KINDS.flatMap((kind) => {
    const own = all.filter((test) => test.kind === kind);
    const nearest = own.reduce<SessionTest | undefined>(
      (best, test) => (best === undefined || distance(test) < distance(best) ? test : best),
      undefined,
    );
    return nearest ?? [];
  });
}
