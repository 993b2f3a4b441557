import { describe, expect, test } from 'vitest';
import { parseTests } from './parse-tests.ts';

describe('laboratory tests', () => {
  test('iterations 1+2 and 1+2+3 have a seventh column without name', () => {
    const { rows, issues } = parseTests(
      'label\tsubject\tdate\ttest\tresult\tparticipant\t\n' +
        '1\t1\t20.03.2020\tPCR\tPOSITIVO\tsub-S03999\t\n' +
        '1\t1\t02.04.2020\tIGG\tINDETERMINADO\tsub-S03999\t\n' +
        '2\t2\t21.03.2020\tACT\tNEGATIVO\tsub-S331013\t\n',
    );
    expect(rows).toEqual([
      {
        subject: 'sub-S03999',
        kind: 'PCR',
        result: 'positive',
        date: 20200320,
        raw: { test: 'PCR', result: 'POSITIVO', date: '20.03.2020' },
      },
      {
        subject: 'sub-S03999',
        kind: 'IgG',
        result: 'indeterminate',
        date: 20200402,
        raw: { test: 'IGG', result: 'INDETERMINADO', date: '02.04.2020' },
      },
      {
        subject: 'sub-S331013',
        kind: 'ACT',
        result: 'negative',
        date: 20200321,
        raw: { test: 'ACT', result: 'NEGATIVO', date: '21.03.2020' },
      },
    ]);
    expect(issues).toEqual([]);
  });

  test('iteration 1 is headed in Spanish and names the subject in either column', () => {
    const header = 'participant\tprueba\tresultado\tfecha\tSubject\n';
    const { rows, issues } = parseTests(
      `${header}sub-S03999\tIGM\tPOSITIVO\t20.03.2020\t384\n384\tIGA\tNEGATIVO\t21.03.2020\tS03999\n`,
    );
    expect(rows.map(({ subject, kind, date }) => [subject, kind, date])).toEqual([
      ['sub-S03999', 'IgM', 20200320],
      ['sub-S03999', 'IgA', 20200321],
    ]);
    expect(issues).toEqual([]);
  });

  test('an unknown result is unknown, an unknown test is no row', () => {
    const { rows, issues } = parseTests(
      'date\ttest\tresult\tparticipant\n' +
        '20.03.2020\tpcr\tPENDIENTE\tsub-S1\n' +
        '20.03.2020\tELISA\tPOSITIVO\tsub-S1\n',
    );
    expect(rows).toMatchObject([
      { kind: 'PCR', result: 'unknown', raw: { test: 'pcr', result: 'PENDIENTE' } },
    ]);
    expect(issues).toEqual([
      { code: 'TEST_UNKNOWN', subject: 'sub-S1', facts: { line: 3, test: 'ELISA', result: 'POSITIVO' } },
    ]);
  });

  test('an impossible date is 0 and said, a missing one is 0', () => {
    const { rows, issues } = parseTests(
      'date\ttest\tresult\tparticipant\n31.02.2020\tPCR\tPOSITIVO\tsub-S1\n\tPCR\tNEGATIVO\tsub-S1\n',
    );
    expect(rows.map(({ date }) => date)).toEqual([0, 0]);
    expect(issues).toEqual([
      { code: 'DATE_UNREADABLE', subject: 'sub-S1', facts: { line: 2, value: '31.02.2020' } },
    ]);
  });

  test('a row without a subject is left out', () => {
    const { rows, issues } = parseTests('subject\ttest\tresult\tparticipant\n7\tPCR\tPOSITIVO\tx\n');
    expect(rows).toEqual([]);
    expect(issues).toEqual([{ code: 'TABLE_ROW', facts: { line: 2, value: 'x 7' } }]);
  });
});
