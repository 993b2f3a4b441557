import type { ParsedTable } from '../../domain/dataset/rows.ts';
import { TEST_KINDS, type LabTest, type TestKind, type TestResult } from '../../domain/labs/lab-test.ts';
import { subjectId } from '../names/ids.ts';
import { excerpt } from './cell.ts';
import { dateCell } from './date-cell.ts';
import { parseTable, rowIds } from './parse-table.ts';

/** Header names, lower case. */
export const TEST_COLUMNS = {
  participant: ['participant', 'participant_id'],
  subject: ['subject'],
  test: ['test', 'prueba'],
  result: ['result', 'resultado'],
  date: ['date', 'fecha'],
} as const;

const KIND_OF_WORD: ReadonlyMap<string, TestKind> = new Map(
  TEST_KINDS.map((kind) => [kind.toUpperCase(), kind]),
);

const RESULT_OF_WORD: ReadonlyMap<string, TestResult> = new Map([
  ['POSITIVO', 'positive'],
  ['POSITIVA', 'positive'],
  ['POSITIVE', 'positive'],
  ['NEGATIVO', 'negative'],
  ['NEGATIVA', 'negative'],
  ['NEGATIVE', 'negative'],
  ['INDETERMINADO', 'indeterminate'],
  ['INDETERMINADA', 'indeterminate'],
  ['INDETERMINATE', 'indeterminate'],
]);

/**
 * Reads the laboratory table of any release: `label, subject, date, test, result, participant`, or that of iteration 1,
 * `participant, prueba, resultado, fecha, Subject`. An unknown result word is result `unknown`; an unknown test gives
 * `TEST_UNKNOWN` and no row.
 */
export const parseTests = (text: string): ParsedTable<LabTest> =>
  parseTable(text, {
    columns: TEST_COLUMNS,
    required: ['test', 'result'],
    identify: (cell) => rowIds(subjectId(cell('participant')) ?? subjectId(cell('subject'))),
    read: (cell, { subject }, report) => {
      const raw = { test: cell('test'), result: cell('result'), date: cell('date') };
      const kind = KIND_OF_WORD.get(raw.test.toUpperCase());
      if (kind === undefined)
        report('TEST_UNKNOWN', { test: excerpt(raw.test), result: excerpt(raw.result) });
      if (subject === undefined)
        report('TABLE_ROW', { value: excerpt(`${cell('participant')} ${cell('subject')}`) });
      if (kind === undefined || subject === undefined) return undefined;
      const result = RESULT_OF_WORD.get(raw.result.toUpperCase()) ?? 'unknown';
      return { subject, kind, result, date: dateCell(raw.date, report), raw };
    },
  });
