import { describe, expect, test } from 'vitest';
import { parseLabels } from './parse-labels.ts';

const HEADER =
  '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS\n';

describe('labels of iteration 1+2 and of the negative release', () => {
  const { rows, issues } = parseLabels(
    HEADER +
      "0\tsub-S03999\tses-E07001\topacidad en base derecha . senos libres .\t['increased density']\t" +
      "['loc basal', ' loc right']\t['increased density', ' loc basal', ' loc right', ' normal']\t[C1443940]\t" +
      '[C1282378,C0444532]\n' +
      "1\tsub-S03999\tses-E07003\tsin cambios . neumonia covid 19 .\t['unchanged', 'COVID 19', ' pneumonia']\t[]\t" +
      "['unchanged', 'COVID 19', ' pneumonia']\t[C5203670,C0032285]\t[]\n" +
      "2\tsub-S04888\tses-E07050\tnan\t['normal', '', 'normal']\t['loc pleural']\t['exclude', 'normal']\t[,,]\t[C0032225]\n" +
      '3\tsub-S04890\tses-E07060\t\t\t\t\t\t\n',
  );

  test('a row is a session with its report and its lists, trimmed and without empties', () => {
    expect(rows[0]).toMatchObject({
      subject: 'sub-S03999',
      session: 'ses-E07001',
      report: 'opacidad en base derecha . senos libres .',
      labels: { items: ['increased density'], raw: "['increased density']" },
      locations: { items: ['loc basal', 'loc right'] },
      bySentence: { items: ['increased density', 'loc basal', 'loc right', 'normal'] },
      labelCuis: { items: ['C1443940'] },
      locationCuis: { items: ['C1282378', 'C0444532'] },
    });
    expect(rows[1]?.labels.items).toEqual(['unchanged', 'COVID 19', 'pneumonia']);
  });

  test('an empty row is a session without labels, NaN is no report', () => {
    expect(rows).toHaveLength(4);
    expect(rows[2]?.report).toBe('');
    expect(rows[3]).toMatchObject({ session: 'ses-E07060', report: '', labels: { items: [] } });
  });

  test('differing numbers of labels and codes and repeated labels are said, with whom', () => {
    expect(issues).toEqual([
      {
        code: 'CUI_LENGTH',
        subject: 'sub-S03999',
        session: 'ses-E07003',
        facts: { line: 3, column: 'Labels', labels: 3, cuis: 2 },
      },
      {
        code: 'LABEL_DUPLICATE',
        subject: 'sub-S04888',
        session: 'ses-E07050',
        facts: { line: 4, column: 'Labels', labels: 'normal' },
      },
    ]);
  });
});

describe('labels of the public iteration 1', () => {
  test('quoted cells have tabs for commas', () => {
    const { rows, issues } = parseLabels(
      HEADER +
        `0\tsub-S03044\tses-E06213\tinfiltrado .\t"['infiltrates'\t 'pneumonia']"\t"['loc right'\t 'loc basal']"\t` +
        `"['infiltrates'\t 'loc right'\t 'loc basal'\t 'pneumonia']"\t"[C0277877\t C0032285]"\t"[C0444532\t C1282378]"\n`,
    );
    expect(issues).toEqual([]);
    expect(rows[0]).toMatchObject({
      labels: { items: ['infiltrates', 'pneumonia'] },
      locations: { items: ['loc right', 'loc basal'] },
      bySentence: { items: ['infiltrates', 'loc right', 'loc basal', 'pneumonia'] },
      labelCuis: { items: ['C0277877', 'C0032285'] },
      locationCuis: { items: ['C0444532', 'C1282378'] },
    });
  });
});

describe('other dialects', () => {
  test('PadChest nests sentences and has numpy arrays of codes', () => {
    const { rows } = parseLabels(
      'PatientID\tReportID\tReport\tLabels\tLabelsLocalizationsBySentence\tlabelCUIS\n' +
        `sub-1\tses-2\tx\t['unchanged', 'normal']\t[['unchanged'], ['normal', 'loc cardiac']]\t['C0205307' '']\n`,
    );
    expect(rows[0]).toMatchObject({
      bySentence: {
        items: ['unchanged', 'normal', 'loc cardiac'],
        groups: [['unchanged'], ['normal', 'loc cardiac']],
      },
      labelCuis: { items: ['C0205307'] },
      locations: { items: [] },
    });
  });

  test('other column order, case and further columns change nothing', () => {
    const { rows, issues } = parseLabels(
      "LABELS\textra\treportid\tpatientid\tLabelCuis\n['normal']\tx\tses-E1\tsub-S1\t[C0205307]\n",
    );
    expect(rows[0]).toMatchObject({ subject: 'sub-S1', session: 'ses-E1', labels: { items: ['normal'] } });
    expect(issues).toEqual([]);
  });
});

describe('broken label rows', () => {
  test('a table without codes says nothing of their number, a row with an empty list of them does', () => {
    const header = 'PatientID\tReportID\tLabels\tlabelCUIS\n';
    expect(parseLabels("PatientID\tReportID\tLabels\nsub-S1\tses-E1\t['normal']\n").issues).toEqual([]);
    expect(parseLabels(`${header}sub-S1\tses-E1\t['normal']\tnan\n`).issues).toEqual([]);
    expect(parseLabels(`${header}sub-S1\tses-E1\t['exclude']\t[]\n`).issues).toMatchObject([
      { code: 'CUI_LENGTH', facts: { labels: 1, cuis: 0 } },
    ]);
  });

  test('a list cell that never closes keeps the labels before the break', () => {
    const { rows, issues } = parseLabels(
      HEADER + "0\tsub-S1\tses-E1\tx\t['normal', 'pneumon\t[]\t['normal']\t[C0205307]\t[]\n",
    );
    expect(rows[0]?.labels.items).toEqual(['normal']);
    expect(issues).toEqual([
      {
        code: 'LABEL_TRUNCATED',
        subject: 'sub-S1',
        session: 'ses-E1',
        facts: { line: 2, column: 'Labels', kept: 1 },
      },
    ]);
  });

  test('a quoted cell that never closes swallows no other row', () => {
    const { rows, issues } = parseLabels(
      HEADER +
        `0\tsub-S1\tses-E1\tx\t"['normal'\t 'pneumon\n` +
        `1\tsub-S2\tses-E2\tx\t"['normal']"\t[]\t[]\t[C0205307]\t[]\n`,
    );
    expect(rows.map(({ session, labels }) => [session, labels.items])).toEqual([
      ['ses-E1', ['normal']],
      ['ses-E2', ['normal']],
    ]);
    expect(issues.filter(({ session }) => session === 'ses-E1').map(({ code }) => code)).toEqual([
      'TABLE_ROW',
      'LABEL_TRUNCATED',
      'LIST_CELL',
    ]);
    expect(issues.filter(({ session }) => session === 'ses-E2')).toEqual([]);
  });

  test('a cell that is no list is named', () => {
    const { rows, issues } = parseLabels('PatientID\tReportID\tLabels\nsub-S1\tses-E1\tnormal\n');
    expect(rows[0]?.labels).toEqual({ items: [], raw: 'normal' });
    expect(issues).toEqual([
      {
        code: 'LIST_CELL',
        subject: 'sub-S1',
        session: 'ses-E1',
        facts: { line: 2, column: 'Labels', value: 'normal' },
      },
    ]);
  });

  test('a row without subject or session is left out', () => {
    const { rows, issues } = parseLabels(
      "PatientID\tReportID\tLabels\n\tses-E1\t['normal']\nsub-S1\tx\t['normal']\n",
    );
    expect(rows).toEqual([]);
    expect(issues).toEqual([
      { code: 'TABLE_ROW', session: 'ses-E1', facts: { line: 2, value: ' ses-E1' } },
      { code: 'TABLE_ROW', subject: 'sub-S1', facts: { line: 3, value: 'sub-S1 x' } },
    ]);
  });

  test('a table without labels is unreadable', () => {
    expect(parseLabels('PatientID\tReport\nsub-S1\tx\n').issues).toEqual([
      { code: 'TABLE_UNREADABLE', facts: { missing: 'session, labels' } },
    ]);
  });
});
