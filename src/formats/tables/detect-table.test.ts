import { describe, expect, test } from 'vitest';
import { detectTable, type TableKind } from './detect-table.ts';

const HEADS: readonly (readonly [TableKind, string])[] = [
  [
    'participants',
    "participant\tmodality_dicom\tbody_parts\tage\tgender\nsub-S1\t['CR']\t[['chest']]\t[67]\tM\n",
  ],
  ['participants', 'participant modality_dicom age gender\tpartition\nsub-S1\t[]\t39\tM\ttr\n'],
  ['participants', 'participant_id\tage\tgender\tcontrol\nsub-2\t57\tF\t0'],
  ['participants', 'participant_id\tparticipant_pseudo_id\tsex\tages\tmodalities\n'],
  ['sessions', 'session\tmedical_evaluation\nses-E07001\tDatos clínicos: tos.\n\nInforme:\n'],
  ['sessions', "session_id\tstudy_date\tmedical_evaluation\nses-E07001\t20200318\t['Opacidad.']\n"],
  ['sessions', 'session_id\tsession_pseudo_id\tacquisition_date_Time\tradiology_report\n'],
  ['sessions', 'session_id\tsession_pseudo_id\tacq_time\tage\nsub-44\t44\t2021-05-06T07:08:09\t61\n'],
  ['scans', "filename\tPatient's Sex (00100040)\nmod-rx/a.png\tM\n"],
  ['scans', 'scan_file\tBodyPart\tSeriesNumber\n'],
  ['labels', "\tPatientID\tReportID\tReport\tLabels\tLocalizations\n0\tsub-S1\tses-E1\tx\t['normal']\t[]\n"],
  ['labels', "Localizations\tLabels\textra\tReportID\tPatientID\n[]\t['normal']\t1\tses-E1\tsub-S1\n"],
  ['tests', 'label\tsubject\tdate\ttest\tresult\tparticipant\t\n1\t1\t20.03.2020\tPCR\tPOSITIVO\tsub-S1\t\n'],
  ['tests', 'participant\tprueba\tresultado\tfecha\tSubject\n'],
  ['partitions', 'subject session filepath\nsub-S1\tses-E1\t./sub-S1/ses-E1/mod-rx/a.png\n'],
  ['partitions', 'sub-S1\tses-E1\t./sub-S1/ses-E1/a.png\nsub-S1\tses-E1\t./sub'],
  ['cohort-links', 'label\tcovid19_neg\tcovid19_posi\n1\tsub-S1\tsub-S2\n'],
  ['tree', 'normal [CUI:C0205307, counts:236, 236]\\\\\nexclude [counts:24, 24]\\\\\n'],
  ['tree', 'infiltrates\\\\\n├── interstitial pattern\\\\\n│   └── miliary opacities\\\\\n'],
  ['listing', 'drwxr-xr-x root/root 0 2020-10-02 11:20 covid19_posi/\n'],
  ['checksums', 'da39a3ee5e6b4b0d3255bfef95601890afd80709  LICENSE.md\n'],
  ['unknown', 'index\tname\tcolor\n1\tconsolidation\t#ff0000\n'],
  ['unknown', 'Mark\tType\tidx\tx\ty\tlabel\n'],
  ['unknown', '{"Name": "midscope demo"}'],
  ['unknown', 'Read me first.\nThis dataset, and others, has tests.\n'],
  ['unknown', ''],
];

describe('the kind of a table', () => {
  test.each(HEADS)('%s: %j', (kind, head) => {
    expect(detectTable(head)).toBe(kind);
  });

  test.each(HEADS)('is %s behind a byte-order mark and with CRLF: %j', (kind, head) => {
    expect(detectTable(`\ufeff${head.replaceAll('\n', '\r\n')}`)).toBe(kind);
  });

  test.each(HEADS.filter(([kind]) => !['partitions', 'tree', 'listing'].includes(kind)))(
    'is %s with its header in capitals: %j',
    (kind, head) => {
      const [header = '', ...rest] = head.split('\n');
      expect(detectTable([header.toUpperCase(), ...rest].join('\n'))).toBe(kind);
    },
  );

  test('a report that mentions a file mode is no listing', () => {
    expect(detectTable('session\tmedical_evaluation\nses-E1\tx\n-rw-r--r-- root\n')).toBe('sessions');
  });
});
