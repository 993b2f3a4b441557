import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasetPath } from './dataset-path.ts';
import { parsePath, type PathFacts } from './parse-path.ts';

function facts(path: string): PathFacts {
  const checked = datasetPath(path);
  if (checked === undefined) throw new Error(`${path} is no path`);
  return parsePath(checked);
}

describe('BIMCV releases', () => {
  test('a film lies below subject, session and mod-rx', () => {
    expect(
      facts('sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx.png'),
    ).toMatchObject({
      root: '',
      area: 'raw',
      subject: 'sub-S03999',
      session: 'ses-E07001',
      conflict: false,
      folder: 'mod-rx',
      modality: 'DX',
    });
  });

  test('a CT in mod-rx is a CT', () => {
    const { modality } = facts('sub-S03999/ses-E07002/mod-rx/sub-S03999_ses-E07002_run-2_bp-chest_ct.nii.gz');
    expect(modality).toBe('CT');
  });

  test('mod-rx alone decides no modality', () => {
    expect(facts('sub-S03999/ses-E07002/mod-rx/image.png')).not.toHaveProperty('modality');
  });

  test('an archive extracted into a folder of its own is part of the root', () => {
    expect(
      facts('covid19_posi_subjects_part03/covid19_posi/sub-S1/ses-E1/mod-rx/sub-S1_ses-E1_dx.png'),
    ).toMatchObject({
      root: 'covid19_posi_subjects_part03/covid19_posi',
      subject: 'sub-S1',
      session: 'ses-E1',
    });
  });

  test('two releases side by side have two roots', () => {
    expect(facts('posi/participants.tsv').root).toBe('posi');
    expect(facts('nega/participants.tsv').root).toBe('nega');
    expect(facts('nega/sub-S1/sub-S1_sessions.tsv').root).toBe('nega');
  });

  test('a table at the top is of no subject', () => {
    expect(facts('participants.tsv')).toMatchObject({ root: '', area: 'other', conflict: false, folder: '' });
    expect(facts('participants.tsv')).not.toHaveProperty('subject');
  });

  test('a sessions table has a subject and no session', () => {
    const { subject, session, area } = facts('covid19_posi/sub-S03999/sub-S03999_sessions.tsv');
    expect([subject, session, area]).toEqual(['sub-S03999', undefined, 'raw']);
  });

  test('tables of the derivatives have the root above them', () => {
    expect(facts('covid19_posi/derivatives/labels/labels_covid_posi.tsv')).toMatchObject({
      root: 'covid19_posi',
      area: 'derivatives',
      folder: '',
    });
  });

  test('a mask below derivatives still has subject and session', () => {
    expect(
      facts('posi/derivatives/segmentations/sub-S1/ses-E1/mod-rx/sub-S1_ses-E1_run-1_dx_dseg.png'),
    ).toMatchObject({
      root: 'posi',
      area: 'derivatives',
      subject: 'sub-S1',
      session: 'ses-E1',
      folder: 'mod-rx',
      modality: 'DX',
    });
  });

  test('a mask filed flat takes subject and session from its name', () => {
    expect(facts('derivatives/masks/sub-S1_ses-E1_dseg.png')).toMatchObject({
      area: 'derivatives',
      subject: 'sub-S1',
      session: 'ses-E1',
      folder: '',
    });
  });
});

describe('other MIDS writers', () => {
  test.each([
    ['sub-1/ses-1/mod-ct/a.nii.gz', 'mod-ct', 'CT'],
    ['sub-1/ses-1/mod-rm/func/sub-1_ses-1_task-rest_bold.nii.gz', 'mod-rm/func', 'MR'],
    ['sub-1/ses-1/mod-eco/a.png', 'mod-eco', 'US'],
    ['sub-1/ses-1/anat/sub-1_ses-1_acq-1_run-2_T1w.nii.gz', 'anat', 'MR'],
    ['sub-1/ses-1/mr/anat/a.nii.gz', 'mr/anat', 'MR'],
    ['sub-1/ses-1/mim-light/cr/sub-1_ses-1_run-1_cr.png', 'mim-light/cr', 'CR'],
    ['sub-1/ses-1/mim-light/op/a.png', 'mim-light/op', 'OP'],
    ['sub-1/ses-1/mim-rx/ct/sub-1_ses-1_chunk-1_ct.dcm', 'mim-rx/ct', 'CT'],
    ['sub-1/ses-1/micr/sub-1_ses-1_BF.dcm', 'micr', 'SM'],
    ['sub-1/ses-1/rx/sub-1_ses-1_cr.nii.gz', 'rx', 'CR'],
    ['sub-1/ses-1/1.2.840.113619.2', '', undefined],
  ])('%s lies in %j and is %s', (path, folder, modality) => {
    const read = facts(path);
    expect([read.folder, read.modality, read.session]).toEqual([folder, modality, 'ses-1']);
  });

  test('a subject without session folder takes the session of the file name', () => {
    expect(facts('sub-2/rx/sub-2_ses-1_bp-thorax_vp-ll_dx.nii.gz')).toMatchObject({
      subject: 'sub-2',
      session: 'ses-1',
      folder: 'rx',
      conflict: false,
    });
  });

  test('no session anywhere is no session', () => {
    expect(facts('sub-2/rx/sub-2_vp-ll_dx.nii.gz')).not.toHaveProperty('session');
  });
});

describe('disagreement and odd places', () => {
  test('folders count where the name says otherwise, and the conflict is said', () => {
    const read = facts('sub-S1/ses-E1/mod-rx/sub-S2_ses-E1_dx.png');
    expect(read).toMatchObject({ subject: 'sub-S1', session: 'ses-E1', conflict: true });
    expect(read.entities.subject).toBe('sub-S2');
    expect(facts('sub-S1/ses-E1/mod-rx/sub-S1_ses-E2_dx.png').conflict).toBe(true);
  });

  test('the key of a folder may be upper case', () => {
    expect(facts('SUB-S1/SES-E1/sub-S1_ses-E1_dx.png')).toMatchObject({ subject: 'sub-S1', conflict: false });
  });

  test("a subject's own folder can be opened", () => {
    expect(facts('ses-E1/mod-rx/sub-S1_ses-E1_dx.png')).toMatchObject({
      root: '',
      area: 'raw',
      subject: 'sub-S1',
      session: 'ses-E1',
      folder: 'mod-rx',
    });
  });

  test("a session's own folder can be opened", () => {
    expect(facts('mod-rx/sub-S1_ses-E1_dx.png')).toMatchObject({
      root: '',
      folder: 'mod-rx',
      subject: 'sub-S1',
    });
  });

  test('files of a flat folder are raw', () => {
    expect(facts('films/sub-S1_ses-E1_cr.png')).toMatchObject({ root: 'films', area: 'raw', folder: '' });
  });

  test('the root is always the beginning of the path', () => {
    const segment = fc.oneof(
      fc.constantFrom('sub-S1', 'ses-E1', 'mod-rx', 'derivatives', 'rx', 'covid19_posi', 'sub-', 'SUB-2'),
      fc.stringMatching(/^[^/\0]{1,8}$/),
    );
    const path = fc
      .array(segment, { minLength: 1, maxLength: 8 })
      .map((segments) => datasetPath(segments.join('/')))
      .filter((checked) => checked !== undefined);
    fc.assert(
      fc.property(path, (checked) => {
        const { root } = parsePath(checked);
        expect(root === '' || checked.startsWith(`${root}/`)).toBe(true);
      }),
    );
  });
});
