import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseName } from './parse-name.ts';

describe('well-formed names', () => {
  test('a BIMCV film states subject, session, run, body part, view and suffix', () => {
    expect(parseName('sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx.png')).toEqual({
      subject: 'sub-S03999',
      session: 'ses-E07001',
      run: '1',
      bodyPart: 'chest',
      view: 'ap',
      suffix: 'dx',
      kind: 'png',
      extension: '.png',
      stem: 'sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx',
      misformed: [],
    });
  });

  test('a CT of iteration 3 has a six-digit subject, an acquisition and no view', () => {
    expect(parseName('sub-S331013_ses-E34698_acq-12_run-3_bp-chest_ct.nii.gz')).toEqual({
      subject: 'sub-S331013',
      session: 'ses-E34698',
      acq: '12',
      run: '3',
      bodyPart: 'chest',
      suffix: 'ct',
      kind: 'nifti',
      extension: '.nii.gz',
      stem: 'sub-S331013_ses-E34698_acq-12_run-3_bp-chest_ct',
      misformed: [],
    });
  });

  test('a film without view has no view', () => {
    expect(parseName('sub-S05999_ses-E11001_run-1_bp-chest_cr.png')).not.toHaveProperty('view');
  });

  test('an xnat2mids name states laterality and chunk', () => {
    const { run, bodyPart, laterality, view, chunk, suffix, misformed } = parseName(
      'sub-1234_ses-9_run-2_bp-eye_lat-L_vp-frontal_chunk-0003_op.png',
    );
    expect([run, bodyPart, laterality, view, chunk, suffix]).toEqual([
      '2',
      'eye',
      'l',
      'frontal',
      '0003',
      'op',
    ]);
    expect(misformed).toEqual([]);
  });

  test('keys, body part and suffix may be upper case as dcm2mids writes them', () => {
    const name = parseName('SUB-77_Ses-4_run-2_BP-CHEST_BF.DCM');
    expect(name).toMatchObject({
      subject: 'sub-77',
      session: 'ses-4',
      bodyPart: 'chest',
      suffix: 'bf',
      kind: 'dicom',
    });
    expect(name.extension).toBe('.DCM');
  });

  test('entities of BIDS that midscope does not use are no fault', () => {
    expect(parseName('sub-01_ses-02_task-rest_dir-AP_echo-1_bold.nii').misformed).toEqual([]);
  });

  test('a mask carries the suffix of its image before its own', () => {
    const name = parseName('sub-S03999_ses-E07001_run-1_bp-chest_vp-pa_dx_dseg.png');
    expect(name).toMatchObject({ suffix: 'dseg', view: 'pa', misformed: [] });
  });

  test('tables at the top and in folders are told by their suffix', () => {
    expect(parseName('participants.tsv')).toMatchObject({ suffix: 'participants', kind: 'table' });
    expect(parseName('sub-S03999_sessions.tsv')).toMatchObject({ subject: 'sub-S03999', suffix: 'sessions' });
    expect(parseName('sub-S1_ses-E1_scans.tsv')).toMatchObject({ session: 'ses-E1', suffix: 'scans' });
  });
});

describe('endings', () => {
  test.each([
    ['x.nii', 'nifti', '.nii'],
    ['x.NII.GZ', 'nifti', '.NII.GZ'],
    ['x.dcm', 'dicom', '.dcm'],
    ['x.dicom', 'dicom', '.dicom'],
    ['x.IMA', 'dicom', '.IMA'],
    ['x.json', 'json', '.json'],
    ['x.csv', 'table', '.csv'],
    ['SIL_REG_COVID_POSI_iter123.txt', 'table', '.txt'],
    ['covid19_posi_head.tar.gz', 'other', '.tar.gz'],
    ['x.tgz', 'other', '.tgz'],
    ['LICENSE.md', 'other', '.md'],
    ['IM000001', 'other', ''],
    ['1.2.840.113619.2.55.3', 'other', ''],
    ['MR.1.3.12.2.1107.5', 'other', ''],
    ['1.2.840.113619.dcm', 'dicom', '.dcm'],
    ['.bidsignore', 'other', ''],
    ['.png', 'other', ''],
    ['', 'other', ''],
  ])('%s is %s with ending %j', (name, kind, extension) => {
    const parsed = parseName(name);
    expect([parsed.kind, parsed.extension]).toEqual([kind, extension]);
    expect(parsed.stem).toBe(name.slice(0, name.length - extension.length));
  });

  test('the sidecar x.nii.json belongs to x', () => {
    expect(parseName('sub-1_ses-1_vp-ap_dx.nii.json')).toMatchObject({
      kind: 'json',
      stem: 'sub-1_ses-1_vp-ap_dx',
      extension: '.nii.json',
      suffix: 'dx',
      misformed: ['.nii'],
    });
  });
});

describe('misformed names', () => {
  test('vp_ap is the view ap', () => {
    expect(parseName('sub-1_ses-1_bp-thorax_vp_ap_dx.nii.gz')).toMatchObject({
      view: 'ap',
      suffix: 'dx',
      misformed: ['vp', 'ap'],
    });
  });

  test('bp-ap is the view ap and leaves the body part alone', () => {
    expect(parseName('sub-1_ses-2_bp-thorax_bp-ap_cr.nii.gz')).toMatchObject({
      bodyPart: 'thorax',
      view: 'ap',
      suffix: 'cr',
      misformed: ['bp-ap'],
    });
  });

  test('run-4__vp-ax has an empty part', () => {
    expect(parseName('sub-1_ses-1_run-4__vp-ax_mr.nii.gz')).toMatchObject({
      run: '4',
      view: 'ax',
      suffix: 'mr',
      misformed: ['__'],
    });
  });

  test('a bare projection is a view', () => {
    expect(parseName('sub-1_ses-1_lateral_dx.png')).toMatchObject({ view: 'lateral', suffix: 'dx' });
  });

  test('the first of two values counts', () => {
    expect(parseName('sub-1_ses-1_run-1_run-2_dx.png')).toMatchObject({ run: '1', misformed: ['run-2'] });
  });

  test('unknown parts and keys without value are listed', () => {
    expect(parseName('sub-1_foo_xx-3_run-_dx.png')).toMatchObject({
      suffix: 'dx',
      misformed: ['foo', 'xx-3', 'run-'],
    });
  });
});

describe('any name', () => {
  const label = fc.stringMatching(/^[A-Za-z0-9ñé]{1,12}$/);
  const number = fc.nat(9999).map(String);
  const entities = fc.record(
    {
      subject: label.map((value) => `sub-${value}`),
      session: label.map((value) => `ses-${value}`),
      acq: number,
      run: number,
      bodyPart: fc.constantFrom('chest', 'abdomen', 'skull'),
      laterality: fc.constantFrom('l', 'r'),
      view: fc.constantFrom('ap', 'pa', 'll', 'lateral', 'ax'),
      chunk: number,
      suffix: fc.constantFrom('cr', 'dx', 'ct', 'bold', 'scans', 't1w'),
    },
    { requiredKeys: ['suffix'] },
  );
  const ending = fc.constantFrom('.png', '.nii', '.nii.gz', '.dcm', '.json', '.tsv', '');

  test('reads back the entities it was written from', () => {
    fc.assert(
      fc.property(entities, ending, (filed, extension) => {
        const pairs = [
          filed.subject,
          filed.session,
          filed.acq && `acq-${filed.acq}`,
          filed.run && `run-${filed.run}`,
          filed.bodyPart && `bp-${filed.bodyPart}`,
          filed.laterality && `lat-${filed.laterality}`,
          filed.view && `vp-${filed.view}`,
          filed.chunk && `chunk-${filed.chunk}`,
        ].filter((part) => part !== undefined);
        const stem = [...pairs, filed.suffix].join('_');
        const { kind: _kind, ...read } = parseName(stem + extension);
        expect(read).toEqual({ ...filed, stem, extension, misformed: [] });
      }),
    );
  });

  test('is its stem and its ending, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const { stem, extension } = parseName(name);
        expect(stem + extension).toBe(name);
      }),
    );
  });
});
