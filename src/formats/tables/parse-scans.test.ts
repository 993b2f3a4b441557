import { describe, expect, test } from 'vitest';
import { parseScans } from './parse-scans.ts';

describe('scans tables', () => {
  test('files of one series are joined by commas, fields are keyed by tag', () => {
    const { rows, issues } = parseScans(
      "filename\tPatient's Sex (00100040)\tPatient's Age (00101010)\tSeries Description (0008103E)\n" +
        'mod-rx/a_acq-1_dx.png,mod-rx/a_acq-2_dx.png\tM\t067Y\tTorax PA\n' +
        'mod-rx/b_cr.png\tM\t067Y\tportátil AP\n' +
        'sub-S05999_ses-E11001_run-1_bp-chest_cr.png\tF\tn/a\tW034 Tórax Lat.\n',
    );
    expect(rows.map(({ filenames }) => filenames)).toEqual([
      ['mod-rx/a_acq-1_dx.png', 'mod-rx/a_acq-2_dx.png'],
      ['mod-rx/b_cr.png'],
      ['sub-S05999_ses-E11001_run-1_bp-chest_cr.png'],
    ]);
    expect([...(rows[0]?.fields ?? [])]).toEqual([
      ['00100040', 'M'],
      ['00101010', '067Y'],
      ['0008103E', 'Torax PA'],
    ]);
    expect([...(rows[2]?.fields ?? [])]).toEqual([
      ['00100040', 'F'],
      ['0008103E', 'W034 Tórax Lat.'],
    ]);
    expect(issues).toEqual([]);
  });

  test('older writers put a comma in the tag, entities in the name, and name a tag twice', () => {
    const { rows } = parseScans(
      'filename\tManufacturer&rsquo;s Model Name (0008,1090)\tSeries Description (0008,103e)\t(0018,0082)\t' +
        'Manufacturer&rsquo;s Model Name (0008,1090)\n' +
        'dx/sub-1_ses-1_bp-thorax_vp_ap_cr.nii.gz\tOPTIMA\tThorax AP\tNone\tOPTIMA MR360\n',
    );
    expect([...(rows[0]?.fields ?? [])]).toEqual([
      ['00081090', 'OPTIMA'],
      ['0008103E', 'Thorax AP'],
    ]);
  });

  test('xnat2mids and dcm2mids head their columns by keyword', () => {
    const xnat = parseScans(
      'scan_file\tBodyPart\tSeriesNumber\tRows\nmim-light/cr/a_cr.png\tchest\t2\t2336\n',
    );
    expect([...(xnat.rows[0]?.fields ?? [])]).toEqual([
      ['00200011', '2'],
      ['00280010', '2336'],
    ]);
    const dcm = parseScans('scan_file\tseries_number\tphotometric_interpretation\na.png\t2\tMONOCHROME1\n');
    expect([...(dcm.rows[0]?.fields ?? [])]).toEqual([
      ['00200011', '2'],
      ['00280004', 'MONOCHROME1'],
    ]);
  });

  test('a row with a wrong number of cells is read by header, one without a file is left out', () => {
    const { rows, issues } = parseScans('filename\tRows (00280010)\na.png\nb.png\t5\tx\n , \t7\n');
    expect(rows.map(({ filenames, fields }) => [filenames, fields.size])).toEqual([
      [['a.png'], 0],
      [['b.png'], 1],
    ]);
    expect(issues).toEqual([
      { code: 'TABLE_ROW', facts: { line: 2, fields: 1, columns: 2 } },
      { code: 'TABLE_ROW', facts: { line: 3, fields: 3, columns: 2 } },
      { code: 'TABLE_ROW', facts: { line: 4, value: ',  7' } },
    ]);
  });

  test('a table without a file column is unreadable', () => {
    expect(parseScans('name\tRows (00280010)\na\t1\n').issues).toEqual([
      { code: 'TABLE_UNREADABLE', facts: { missing: 'filename' } },
    ]);
  });
});
