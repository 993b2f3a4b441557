import { describe, expect, test } from 'vitest';
import { parseSessions } from './parse-sessions.ts';

describe('raw reports of iteration 1', () => {
  const { rows, issues } = parseSessions(
    'session\tmedical_evaluation\n' +
      'ses-E07001\tDatos clínicos: tos.\n' +
      '\n' +
      'Informe:\tAP portátil\n' +
      'Opacidad en base derecha, "no nodular". <NOMBREPROPIO>\n' +
      '\n' +
      'ses-E07003\tSin cambios.\n' +
      'ses-E07004\t\n' +
      '\n' +
      'Se obtienen planos axiales.\n' +
      'ses-E07003\tAnexo: control en 24 h.\n',
  );

  test('a report runs over lines, blank ones included, up to the next session', () => {
    expect(rows[0]).toEqual({
      session: 'ses-E07001',
      date: 0,
      reports: [
        'Datos clínicos: tos.\n\nInforme:\tAP portátil\nOpacidad en base derecha, "no nodular". <NOMBREPROPIO>',
      ],
      raw: {
        date: '',
        report:
          'Datos clínicos: tos.\n\nInforme:\tAP portátil\nOpacidad en base derecha, "no nodular". <NOMBREPROPIO>',
      },
    });
  });

  test('a report may begin on the line below its session', () => {
    expect(rows.find(({ session }) => session === 'ses-E07004')?.reports).toEqual([
      'Se obtienen planos axiales.',
    ]);
  });

  test('a session filed twice is one row with both reports', () => {
    expect(rows.map(({ session }) => session)).toEqual(['ses-E07001', 'ses-E07003', 'ses-E07004']);
    expect(rows[1]?.reports).toEqual(['Sin cambios.', 'Anexo: control en 24 h.']);
    expect(rows[1]?.raw.report).toBe('Sin cambios.\nAnexo: control en 24 h.');
    expect(issues).toEqual([{ code: 'SESSION_REPEATED', session: 'ses-E07003', facts: { line: 11 } }]);
  });

  test('the same text twice counts once', () => {
    const twice = parseSessions('session\tmedical_evaluation\nses-E1\tNormal.\nses-E1\tNormal.\n');
    expect(twice.rows[0]?.reports).toEqual(['Normal.']);
    expect(twice.issues).toHaveLength(1);
  });

  test('a line that is a bare label or begins with sub- is text', () => {
    const { rows: bare } = parseSessions('session\tmedical_evaluation\nses-E1\tVer\nE07001\nsub-S03999\n');
    expect(bare).toHaveLength(1);
    expect(bare[0]?.reports).toEqual(['Ver\nE07001\nsub-S03999']);
  });
});

describe('list literals of the later releases', () => {
  const { rows, issues } = parseSessions(
    'session_id\tstudy_date\tmedical_evaluation\n' +
      String.raw`ses-E07001	20200318	['Opacidad en base derecha.\nSenos libres.']` +
      '\n' +
      String.raw`ses-E07002	20200318.0	["Foramen d'Orsay.", 'dijo \'no\'.\tFin']` +
      '\n' +
      "ses-E07003\t20200322\t['Sin cambios.', 'Anexo: control.', '']\n" +
      'ses-E07004\t\t\n' +
      'ses-E07005\tNaN\tnan\n' +
      `ses-E07006\t20200325\t"['Imagen ""en vidrio"".']"\n`,
  );

  test('escapes are line breaks, tabs and apostrophes', () => {
    expect(rows[0]?.reports).toEqual(['Opacidad en base derecha.\nSenos libres.']);
    expect(rows[1]?.reports).toEqual(["Foramen d'Orsay.", "dijo 'no'.\tFin"]);
    expect(rows[5]?.reports).toEqual(['Imagen "en vidrio".']);
  });

  test('several reports of a session stay apart', () => {
    expect(rows[2]?.reports).toEqual(['Sin cambios.', 'Anexo: control.']);
  });

  test('dates are days, pandas floats too, and empty cells and NaN are nothing', () => {
    expect(rows.map(({ date }) => date)).toEqual([20200318, 20200318, 20200322, 0, 0, 20200325]);
    expect(rows[3]?.reports).toEqual([]);
    expect(rows[4]?.reports).toEqual([]);
    expect(issues).toEqual([]);
  });

  test('the raw cells stay as filed', () => {
    expect(rows[0]?.raw).toEqual({
      date: '20200318',
      report: String.raw`['Opacidad en base derecha.\nSenos libres.']`,
    });
  });
});

describe('other MIDS writers', () => {
  test('xnat2mids quotes a raw report with line breaks and doubles its quotes', () => {
    const { rows, issues } = parseSessions(
      'session_id\tsession_pseudo_id\tacquisition_date_Time\tradiology_report\n' +
        'ses-9\t1234\t2020-03-18T10:20:30\t"Informe ""TC"".\n\nSin hallazgos."\n' +
        'ses-10\t1235\t1500-01-01T00:00:00\tn/a\n',
    );
    expect(rows.map(({ date, reports }) => [date, reports])).toEqual([
      [20200318, ['Informe "TC".\n\nSin hallazgos.']],
      [0, []],
    ]);
    expect(issues).toEqual([]);
  });

  test('dcm2mids has no reports and the key of the subject before the session', () => {
    const { rows, issues } = parseSessions(
      'session_id\tsession_pseudo_id\tacq_time\tage\nsub-44\t44\t2021-05-06T07:08:09\t61.0\n',
    );
    expect(rows).toEqual([
      { session: 'ses-44', date: 20210506, reports: [], raw: { date: '2021-05-06T07:08:09', report: '' } },
    ]);
    expect(issues).toEqual([]);
  });
});

describe('broken sessions tables', () => {
  test('half a report is kept', () => {
    const { rows, issues } = parseSessions(
      "session_id\tstudy_date\tmedical_evaluation\nses-E1\t20200318\t['Uno.', 'Dos a med\n",
    );
    expect(rows[0]?.reports).toEqual(['Uno.', 'Dos a med']);
    expect(issues).toEqual([
      {
        code: 'LIST_CELL',
        session: 'ses-E1',
        facts: { line: 2, column: 'medical_evaluation', value: "['Uno.', 'Dos a med" },
      },
    ]);
  });

  test('a literal with text around it is shown as filed', () => {
    const { rows, issues } = parseSessions("session_id\tmedical_evaluation\nses-E1\t['Uno.'] y más\n");
    expect(rows[0]?.reports).toEqual(["['Uno.'] y más"]);
    expect(issues.map(({ code }) => code)).toEqual(['LIST_CELL']);
  });

  test('a line that belongs to no session leaves the literal before it whole', () => {
    const { rows, issues } = parseSessions(
      "session_id\tstudy_date\tmedical_evaluation\nses-E1\t20200318\t['Uno.']\n\ngarbage\nses-E2\t\t['Dos.']\n",
    );
    expect(rows.map(({ reports }) => reports)).toEqual([['Uno.'], ['Dos.']]);
    expect(issues).toEqual([{ code: 'TABLE_ROW', session: 'ses-E1', facts: { line: 4, value: 'garbage' } }]);
  });

  test('a report in brackets that is no literal is a report', () => {
    const { rows, issues } = parseSessions('session\tmedical_evaluation\nses-E1\t[Informe] Normal.\n');
    expect(rows[0]?.reports).toEqual(['[Informe] Normal.']);
    expect(issues).toEqual([]);
  });

  test('an impossible date is 0 and said', () => {
    const { rows, issues } = parseSessions(
      "session_id\tstudy_date\tmedical_evaluation\nses-E1\t20201340\t['a']\n",
    );
    expect(rows[0]?.date).toBe(0);
    expect(issues).toEqual([
      { code: 'DATE_UNREADABLE', session: 'ses-E1', facts: { line: 2, value: '20201340' } },
    ]);
  });

  test('of two dates the first that is one counts', () => {
    const { rows } = parseSessions(
      "session_id\tstudy_date\tmedical_evaluation\nses-E1\t\t['a']\nses-E1\t20200318\t['b']\n",
    );
    expect(rows).toMatchObject([{ date: 20200318, reports: ['a', 'b'], raw: { date: '20200318' } }]);
  });

  test('a row with too few cells is read as far as it goes', () => {
    const { rows, issues } = parseSessions('session_id\tstudy_date\tmedical_evaluation\nses-E1\t20200318\n');
    expect(rows).toMatchObject([{ session: 'ses-E1', date: 20200318, reports: [] }]);
    expect(issues).toEqual([
      { code: 'TABLE_ROW', session: 'ses-E1', facts: { line: 2, fields: 2, columns: 3 } },
    ]);
  });

  test('lines before the first session are one issue', () => {
    const { rows, issues } = parseSessions('session\tmedical_evaluation\nx\ny\nses-E1\tNormal.\n');
    expect(rows).toHaveLength(1);
    expect(issues).toEqual([{ code: 'TABLE_ROW', facts: { line: 2, value: 'x' } }]);
  });

  test('a table without a session column is unreadable', () => {
    expect(parseSessions('a\tb\nses-E1\tx\n').issues).toEqual([
      { code: 'TABLE_UNREADABLE', facts: { missing: 'session' } },
    ]);
  });
});
