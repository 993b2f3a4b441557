import { describe, expect, test } from 'vitest';
import { parseParticipants } from './parse-participants.ts';

describe('participants of the BIMCV releases', () => {
  const { rows, issues } = parseParticipants(
    'participant\tmodality_dicom\tbody_parts\tage\tgender\n' +
      "sub-S03999\t['CR', 'DX']\t[['chest']]\t[67]\tM\n" +
      "sub-S331013\t['CT']\t[['chest']]\t[54, 55]\tF\n" +
      "sub-S04890\t['CR']\t[['chest']]\t[]\tNone\n" +
      'derivatives\t[]\t[]\t[]\tNone\n',
  );

  test('ages, sex and modalities are read, raw cells are kept', () => {
    expect(rows).toEqual([
      {
        subject: 'sub-S03999',
        ages: [67],
        sex: 'M',
        modalities: ['CR', 'DX'],
        raw: { age: '[67]', sex: 'M', modalities: "['CR', 'DX']" },
      },
      {
        subject: 'sub-S331013',
        ages: [54, 55],
        sex: 'F',
        modalities: ['CT'],
        raw: { age: '[54, 55]', sex: 'F', modalities: "['CT']" },
      },
      {
        subject: 'sub-S04890',
        ages: [],
        sex: 'unknown',
        modalities: ['CR'],
        raw: { age: '[]', sex: 'None', modalities: "['CR']" },
      },
    ]);
  });

  test('the row derivatives is stray', () => {
    expect(issues).toEqual([{ code: 'PARTICIPANT_STRAY', facts: { line: 5, value: 'derivatives' } }]);
  });
});

describe('participants of other MIDS writers', () => {
  test('MIDS 2019 has one age without brackets and more columns', () => {
    const { rows, issues } = parseParticipants(
      'participant\tid_pseudoanonymization\thealth_areas\tmodality_dicom\tbody_parts\tage\tgender\n' +
        "sub-S18019\t8593484238664\tds01\t['CT','PT']\t[['HEAD'],['HEAD']]\t11\tF\n",
    );
    expect(rows[0]).toMatchObject({ subject: 'sub-S18019', ages: [11], sex: 'F', modalities: ['CT', 'PT'] });
    expect(issues).toEqual([]);
  });

  test('a header with blanks between its names is understood', () => {
    const { rows, issues } = parseParticipants(
      'participant id_pseudoanonymization health_areas modality_dicom body_parts age gender\tpartition\n' +
        "sub-S07649\t28373455812\tcv05\t['MR']\t[['HEAD']]\t39\tM\ttr\n",
    );
    expect(rows[0]).toMatchObject({ subject: 'sub-S07649', ages: [39], sex: 'M', modalities: ['MR'] });
    expect(issues).toEqual([]);
  });

  test('the MIDS examples have neither modalities nor a last line ending', () => {
    const { rows } = parseParticipants(
      'participant_id\tage\tgender\tcontrol\nsub-2\t57\tF\t0\nsub-1\t54\tF\t0',
    );
    expect(rows.map(({ subject, ages, modalities }) => [subject, ages, modalities])).toEqual([
      ['sub-2', [57], []],
      ['sub-1', [54], []],
    ]);
  });

  test('xnat2mids and dcm2mids name the columns in their own way', () => {
    const xnat = parseParticipants(
      'participant_id\tparticipant_pseudo_id\tmodalities\tbody_parts\tpatient_birthday\tage\tgender\n' +
        "sub-12\tceib_S12\t['OP']\t['eye']\t1950-01-02\t[70, 71]\tO\n",
    );
    expect(xnat.rows[0]).toMatchObject({ ages: [70, 71], sex: 'O', modalities: ['OP'] });
    const dcm = parseParticipants(
      'participant_id\tparticipant_pseudo_id\tsex\tparticipant_birthday\tages\tmodalities\tbody_parts_examined\n' +
        "sub-7\t7\tF\t1960-05-06\t[60.0]\t['CR']\t['CHEST']\n",
    );
    expect(dcm.rows[0]).toMatchObject({ ages: [60], sex: 'F', modalities: ['CR'] });
  });
});

describe('broken participants', () => {
  test('a short row is read as far as it goes', () => {
    const { rows, issues } = parseParticipants("participant\tmodality_dicom\tage\tgender\nsub-S1\t['CR']\n");
    expect(rows[0]).toMatchObject({ subject: 'sub-S1', modalities: ['CR'], ages: [], sex: 'unknown' });
    expect(issues).toEqual([
      { code: 'TABLE_ROW', subject: 'sub-S1', facts: { line: 2, fields: 2, columns: 4 } },
    ]);
  });

  test('more cells than names are a fault, blank ones are not', () => {
    const { issues } = parseParticipants('participant\tage\nsub-S1\t[6]\t\nsub-S2\t[7]\tx\n');
    expect(issues).toEqual([
      { code: 'TABLE_ROW', subject: 'sub-S2', facts: { line: 3, fields: 3, columns: 2 } },
    ]);
  });

  test('an age that is none is left out and named', () => {
    const { rows, issues } = parseParticipants(
      "participant\tage\nsub-S1\t['067Y', 'old', 54]\nsub-S2\t[54, 5\n",
    );
    expect(rows.map(({ ages }) => ages)).toEqual([[67, 54], [54]]);
    expect(issues).toEqual([
      { code: 'LIST_CELL', subject: 'sub-S1', facts: { line: 2, column: 'age', value: 'old' } },
      { code: 'LIST_CELL', subject: 'sub-S2', facts: { line: 3, column: 'age', value: '[54, 5' } },
    ]);
  });

  test('a table without participants is unreadable', () => {
    expect(parseParticipants('name\tage\nx\t1\n')).toEqual({
      rows: [],
      issues: [{ code: 'TABLE_UNREADABLE', facts: { missing: 'participant' } }],
    });
    expect(parseParticipants('').issues).toHaveLength(1);
  });
});
