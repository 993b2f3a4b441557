import { describe, expect, it } from 'vitest';
import {
  libraryIndex,
  PLAIN_SESSION,
  type WantedImage,
  type WantedSession,
  type WantedTest,
} from '../../../testing/library-dataset.ts';
import { bundledVocabulary } from '../../vocabulary/vocabulary.ts';
import { rulesOf } from './contradictions.ts';
import { imageContradictions } from './image-rules.ts';
import { createTableRules } from './table-rules.ts';

const vocabulary = bundledVocabulary();

const labelled = (...findings: readonly string[]): WantedSession => ({
  ...PLAIN_SESSION,
  date: 20200320,
  labels: { findings, locations: [] },
});

const test = (name: string, date: number): WantedTest => ({ subject: 0, test: name, date });

/** What is found of one session, with the patient's tests. */
function found(session: WantedSession, tests: readonly WantedTest[] = []) {
  const index = libraryIndex(vocabulary, [session], [], tests);
  const table = createTableRules(index, vocabulary).of(0);
  expect(rulesOf(index, 0)).toEqual([...table, ...imageContradictions(index, 0)].map(({ rule }) => rule));
  return table;
}

describe('normal beside findings', () => {
  it('is found with any finding, known or not', () => {
    expect(found(labelled('normal', 'cardiomegaly', 'nodule'))).toEqual([
      { rule: 'normal-beside-findings', labels: ['cardiomegaly', 'nodule'] },
    ]);
    expect(found(labelled('no such label', 'normal'))).toEqual([
      { rule: 'normal-beside-findings', labels: ['no such label'] },
    ]);
  });

  it('is no such beside technique, emptiness or unchanged, nor for findings alone', () => {
    for (const labels of [
      ['normal'],
      ['normal', 'exclude'],
      ['suboptimal study', 'normal'],
      ['normal', 'unchanged'],
      ['cardiomegaly'],
      [],
    ])
      expect(found(labelled(...labels))).toEqual([]);
  });
});

describe('COVID 19 where the tests around are negative', () => {
  const covid = labelled('COVID 19', 'pneumonia');

  it('is found where every test for the virus within two weeks is negative', () => {
    expect(found(covid, [test('PCR:negative', 20200306), test('ACT:negative', 20200403)])).toEqual([
      { rule: 'covid-tests-negative', tests: [0, 1] },
    ]);
    expect(found(covid, [test('PCR:negative', 20200320), test('IgG:negative', 20200325)])).toEqual([
      { rule: 'covid-tests-negative', tests: [0] },
    ]);
  });

  it.each([
    ['one is positive', [test('PCR:negative', 20200319), test('PCR:positive', 20200321)]],
    ['one is indeterminate', [test('PCR:negative', 20200319), test('PCR:indeterminate', 20200321)]],
    ['antibodies are there', [test('PCR:negative', 20200319), test('IgM:positive', 20200325)]],
    ['the tests are too far away', [test('PCR:negative', 20200305), test('PCR:negative', 20200404)]],
    ['a test has no date', [test('PCR:negative', 0)]],
    ['there are only antibodies', [test('IgG:negative', 20200321)]],
    ['there is no test', []],
  ])('is no such where %s', (_, tests) => {
    expect(found(covid, tests)).toEqual([]);
  });

  it('is not asked of a session without a date, nor of an uncertain one', () => {
    const tests = [test('PCR:negative', 20200320)];
    expect(found({ ...covid, date: 0 }, tests)).toEqual([]);
    expect(found(labelled('COVID 19 uncertain', 'pneumonia'), tests)).toEqual([]);
  });
});

describe('positive tests where COVID 19 is no label', () => {
  it('is found beside pneumonia of any kind', () => {
    for (const label of ['pneumonia', 'viral pneumonia', 'atypical pneumonia'])
      expect(found(labelled(label, 'cardiomegaly'), [test('PCR:positive', 20200318)])).toEqual([
        { rule: 'covid-not-labelled', labels: [label], tests: [0] },
      ]);
  });

  it('is no such where COVID 19 is a label, certain or not, where there is no pneumonia, or where a test differs', () => {
    const positive = [test('PCR:positive', 20200318)];
    expect(found(labelled('pneumonia', 'COVID 19'), positive)).toEqual([]);
    expect(found(labelled('pneumonia', 'COVID 19 uncertain'), positive)).toEqual([]);
    expect(found(labelled('normal'), positive)).toEqual([]);
    expect(found(labelled('consolidation'), positive)).toEqual([]);
    expect(found(labelled('pneumonia'), [...positive, test('PCR:negative', 20200325)])).toEqual([]);
    expect(found(labelled('pneumonia'), [test('IgG:positive', 20200318)])).toEqual([]);
    expect(found(labelled('pneumonia'), [])).toEqual([]);
  });
});

const film = (named: string, read?: string): WantedImage => ({
  modality: 'DX',
  named,
  read,
  isMissing: false,
});
const imagesOf = (wanted: readonly WantedImage[], paths?: readonly string[]) => {
  const index = libraryIndex(vocabulary, [{ ...PLAIN_SESSION, images: wanted }]);
  const renamed = paths
    ? { ...index, images: { ...index.images, paths: paths as typeof index.images.paths } }
    : index;
  return imageContradictions(renamed, 0);
};

describe('what films are named', () => {
  it('is a contradiction where the sidecar says another projection', () => {
    expect(imagesOf([film('PA', 'PA'), film('PA', 'LL')])).toEqual([
      { rule: 'projection-mismatch', image: 1, named: 'PA', read: 'LL' },
    ]);
    expect(imagesOf([film('PA', 'PA'), film('PA'), film('', 'LL'), film('PA', '')])).toEqual([]);
  });

  it('is a contradiction where the files of one series share a projection', () => {
    const stem = 'sub-1/ses-1/mod-rx/sub-1_ses-1';
    const pair = [film('PA'), film('PA')];
    const name = (acq: string, run: number, end = '_bp-chest_vp-pa_dx.png') =>
      `${stem}${acq}_run-${run}${end}`;
    expect(imagesOf(pair, [name('_acq-1', 1), name('_acq-2', 1)])).toEqual([
      { rule: 'projection-shared', images: [0, 1], named: 'PA' },
    ]);
    expect(imagesOf(pair, [name('_acq-1', 1), name('_acq-2', 2)])).toEqual([]);
    expect(imagesOf(pair, [name('', 1), name('', 2)])).toEqual([]);
    expect(imagesOf(pair, [name('_acq-1', 1), name('_acq-2', 1, '_bp-chest_vp-ll_dx.png')])).toEqual([]);
    // Without a projection in the name nothing is claimed.
    expect(
      imagesOf([film(''), film('')], [name('_acq-1', 1, '_dx.png'), name('_acq-2', 1, '_dx.png')]),
    ).toEqual([]);
    // Slices and volumes come in files of one series.
    const cts = [film('PA'), film('PA')].map((one) => ({ ...one, modality: 'CT' }));
    expect(imagesOf(cts, [name('_acq-1', 1), name('_acq-2', 1)])).toEqual([]);
  });
});
