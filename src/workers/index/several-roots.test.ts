import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { findSession } from '../../domain/dataset/case-series.ts';
import { cellOf } from '../../domain/dataset/columns.ts';
import { PRESENCES, type DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import {
  codesOf,
  findingsOf,
  imagesOf,
  LABELS_HEAD,
  pngHead,
  sessionNames,
} from '../../testing/index-contents.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import { scan } from './test-scan.ts';

const PNG = pngHead();
/** Another film, of the same size. */
const other = (grey: number): Uint8Array => Uint8Array.from([...PNG, grey]);
const SAME = other(0);

/** The dataset as a disk would hand it out that walks backwards and is slow to read the given files. */
const contrary = (files: MemoryFiles, isSlow: (path: string) => boolean): FileSource => {
  const source = memorySource(files);
  return {
    ...source,
    async *walk(signal) {
      const paths: DatasetPath[] = [];
      for await (const batch of source.walk(signal)) paths.push(...batch);
      for (const path of paths.toReversed()) yield [path];
    },
    async read(path, signal, range) {
      if (isSlow(path)) await new Promise((resolve) => void setTimeout(resolve, 5));
      return source.read(path, signal, range);
    },
  };
};

/** An index without what may come in any order. */
const inAnyOrder = ({ issues, ...rest }: DatasetIndex) => ({
  ...rest,
  progress: undefined,
  issues: issues.map((issue) => JSON.stringify(issue)).toSorted(),
});

/** What is known in the end, whatever the order of files and of their contents. */
async function scanAnyhow(files: MemoryFiles): Promise<DatasetIndex> {
  const index = await scan(memorySource(files));
  for (const slow of ['a/', 'b/', '']) {
    const again = await scan(contrary(files, (path) => slow !== '' && path.startsWith(slow)));
    expect(inAnyOrder(again)).toEqual(inAnyOrder(index));
  }
  return index;
}

const film = (session: string, run = 1): string => `sub-S1/${session}/mod-rx/sub-S1_${session}_run-${run}_dx`;
const labels = (label: string, cuis = '[]'): string =>
  `${LABELS_HEAD}0\tsub-S1\tses-E1\tr\t['${label}']\t[]\t['${label}']\t${cuis}\t[]\n`;
const sessions = (report: string): string =>
  `session_id\tstudy_date\tmedical_evaluation\nses-E1\t20200101\t['${report}']\n`;
const participants = (age: number, modality = 'CR'): string =>
  `participant\tmodality_dicom\tage\tgender\nsub-S1\t['${modality}']\t[${age}]\tM\n`;
const TESTS_HEAD = 'label\tsubject\tdate\ttest\tresult\tparticipant\t\n';
const tests = (...rows: readonly string[]): string =>
  TESTS_HEAD + rows.map((row) => `1\t1\t${row}\tsub-S1\t\n`).join('');

/** Everything one root says of one person. */
const person = (root: string, grey: number): MemoryFiles => ({
  [`${root}/${film('ses-E1')}.png`]: other(grey),
  [`${root}/derivatives/masks/sub-S1/ses-E1/sub-S1_ses-E1_run-1_dx_dseg.png`]: other(grey),
  [`${root}/sub-S1/sub-S1_sessions.tsv`]: sessions(`Informe de ${root}`),
  [`${root}/derivatives/labels/l.tsv`]: labels(`finding of ${root}`),
  [`${root}/derivatives/EHR/t.tsv`]: tests(`0${grey}.03.2020\tPCR\tPOSITIVO`),
  [`${root}/participants.tsv`]: participants(60 + grey),
  [`${root}/derivatives/partitions.tsv`]: `subject session filepath\nsub-S1\tses-E1\t./${film('ses-E1', 10 + grey)}.png\n`,
});

/** What is beside the films of a session. */
function whole(index: DatasetIndex, subject: string, session: string) {
  const row = findSession(index, subject, session);
  const own = index.sessions.subject[row] ?? -1;
  const images = Array.from(cellOf(index.sessions.images, row));
  return {
    images: images.map((image) => [
      index.images.paths[image],
      PRESENCES[index.images.presence[image] ?? 0] ?? '',
    ]),
    masks: Array.from(cellOf(index.sessions.masks, row), (mask) => [
      index.masks.paths[mask],
      index.images.paths[index.masks.image[mask] ?? -1],
    ]),
    report: index.sessions.reports[row],
    findings: findingsOf(index, subject, session),
    tests: Array.from(cellOf(index.subjects.tests, own), (test) => index.tests.date[test]),
    ages: [...cellOf(index.subjects.ages, own)],
  };
}

const expected = (root: string, grey: number) => ({
  images: [
    [`${root}/${film('ses-E1')}.png`, 'found'],
    [`${film('ses-E1', 10 + grey)}.png`, 'listed'],
  ],
  masks: [
    [
      `${root}/derivatives/masks/sub-S1/ses-E1/sub-S1_ses-E1_run-1_dx_dseg.png`,
      `${root}/${film('ses-E1')}.png`,
    ],
  ],
  report: [`Informe de ${root}`],
  findings: [`finding of ${root}`],
  tests: [20200300 + grey],
  ages: [60 + grey],
});

const conflicts = ({ issues }: DatasetIndex): readonly unknown[] =>
  issues.flatMap((issue) =>
    issue.code === 'SESSION_CONFLICT' ? [[issue.facts?.what, issue.path, issue.facts?.other]] : [],
  );

describe('two people of one id in two roots', () => {
  it('are kept apart with films, masks, labels, report, tests, age and what is missing', async () => {
    const index = await scanAnyhow({ ...person('b', 2), ...person('a', 1) });
    expect(sessionNames(index)).toEqual(['sub-S1 ses-E1', 'sub-S1@b ses-E1']);
    expect(whole(index, 'sub-S1', 'ses-E1')).toEqual(expected('a', 1));
    expect(whole(index, 'sub-S1@b', 'ses-E1')).toEqual(expected('b', 2));
    expect(conflicts(index)).toEqual([['images', `b/${film('ses-E1')}.png`, `a/${film('ses-E1')}.png`]]);
  });

  it('keep the sessions that only one of them has, and their folders in their ids', async () => {
    const index = await scanAnyhow({
      ...person('a', 1),
      ...person('x y/b', 2),
      [`x y/b/${film('ses-E2')}.png`]: PNG,
    });
    expect(sessionNames(index)).toEqual(['sub-S1 ses-E1', 'sub-S1@x~y~b ses-E1', 'sub-S1@x~y~b ses-E2']);
  });

  it('have the tables of a root without images that lies with one of them', async () => {
    const { [`b/derivatives/labels/l.tsv`]: table = '', ...rest } = { ...person('a', 1), ...person('b', 2) };
    const index = await scanAnyhow({ ...rest, 'b/tables/derivatives/labels/l.tsv': table });
    expect(findingsOf(index, 'sub-S1@b', 'ses-E1')).toEqual(['finding of b']);
  });

  it('leave to nobody what could be of either, and say so', async () => {
    const index = await scanAnyhow({
      [`a/${film('ses-E1')}.png`]: other(1),
      [`b/${film('ses-E1')}.png`]: other(2),
      'c/derivatives/labels/l.tsv': labels('nodule'),
    });
    expect(sessionNames(index)).toEqual(['sub-S1 ses-E1', 'sub-S1@b ses-E1', 'sub-S1@c ses-E1']);
    expect(findingsOf(index, 'sub-S1', 'ses-E1')).toEqual([]);
    expect(findingsOf(index, 'sub-S1@c', 'ses-E1')).toEqual(['nodule']);
    expect(conflicts(index)).toContainEqual([
      'owner',
      'c/derivatives/labels/l.tsv',
      `a/${film('ses-E1')}.png`,
    ]);
  });
});

/** A NIfTI by its name, of the same size whatever it holds. */
const volume = (at: number): Uint8Array => new Uint8Array(300_000).fill(1, at, at + 16);

const sidecar = (width: number): string =>
  `{"00281050": {"vr": "DS", "Value": [9]}, "00281051": {"vr": "DS", "Value": [${width}]}}`;

/** Rows about one person in two roots, equal but for what is given. */
const rows = (age: string, modality: string, cuis: string): MemoryFiles => ({
  'a/participants.tsv': participants(60),
  'b/participants.tsv': participants(60, modality).replace('[60]', age),
  'a/derivatives/labels/l.tsv': labels('nodule', '[C0034079]'),
  'b/derivatives/labels/l.tsv': labels(' nodule', cuis),
  [`a/${film('ses-E1')}.png`]: PNG,
});

/** In what such rows are said to differ. */
const what = async (...given: Parameters<typeof rows>): Promise<readonly unknown[]> =>
  conflicts(await scanAnyhow(rows(...given))).map((conflict) => (conflict as readonly unknown[])[0]);

describe('one person in two roots', () => {
  it('has one session out of both when the images are the same', async () => {
    const index = await scanAnyhow({ ...person('a', 1), ...person('b', 1) });
    expect(sessionNames(index)).toEqual(['sub-S1 ses-E1']);
    expect(whole(index, 'sub-S1', 'ses-E1')).toEqual(expected('a', 1));
    expect(conflicts(index)).toEqual([
      ['labels', 'b/derivatives/labels/l.tsv', 'a/derivatives/labels/l.tsv'],
      ['date-or-report', 'b/sub-S1/sub-S1_sessions.tsv', 'a/sub-S1/sub-S1_sessions.tsv'],
    ]);
  });

  it('has a second session where one image differs and another shows that it is the same person', async () => {
    const index = await scanAnyhow({
      [`a/${film('ses-E1')}.png`]: SAME,
      [`b/${film('ses-E1')}.png`]: SAME,
      [`a/${film('ses-E2')}.png`]: other(1),
      [`b/${film('ses-E2')}.png`]: other(2),
      'a/derivatives/labels/l.tsv': labels('nodule').replace('ses-E1', 'ses-E2'),
      'b/derivatives/labels/l.tsv': labels('fracture').replace('ses-E1', 'ses-E2'),
      'b/derivatives/m/sub-S1/ses-E2/sub-S1_ses-E2_run-1_dx_dseg.png': PNG,
    });
    expect(sessionNames(index)).toEqual(['sub-S1 ses-E1', 'sub-S1 ses-E2', 'sub-S1 ses-E2@b']);
    expect(findingsOf(index, 'sub-S1', 'ses-E2')).toEqual(['nodule']);
    expect(findingsOf(index, 'sub-S1', 'ses-E2@b')).toEqual(['fracture']);
    expect(index.images.paths[index.masks.image[0] ?? -1]).toBe(`b/${film('ses-E2')}.png`);
  });

  it('has the images that only one root holds, and the labels that lie with them', async () => {
    const index = await scanAnyhow({
      'a/derivatives/labels/l.tsv': labels('nodule'),
      'b/derivatives/labels/l.tsv': labels('fracture'),
      [`b/${film('ses-E1')}.png`]: PNG,
      [`c/${film('ses-E1', 2)}.png`]: other(2),
    });
    expect(imagesOf(index, 'sub-S1', 'ses-E1')).toEqual([
      `b/${film('ses-E1')}.png DX`,
      `c/${film('ses-E1', 2)}.png DX`,
    ]);
    expect(findingsOf(index, 'sub-S1', 'ses-E1')).toEqual(['fracture']);
    expect(conflicts(index)).toEqual([
      ['labels', 'a/derivatives/labels/l.tsv', 'b/derivatives/labels/l.tsv'],
    ]);
  });

  it('is not one for volumes that are the same in header and air only', async () => {
    const path = 'sub-S1/ses-E1/mod-rx/sub-S1_ses-E1_run-1_ct.nii';
    for (const at of [150_000, 299_000]) {
      const index = await scan(
        memorySource({ [`a/${path}`]: new Uint8Array(300_000), [`b/${path}`]: volume(at) }),
      );
      expect(sessionNames(index)).toHaveLength(2);
    }
    const index = await scan(memorySource({ [`a/${path}`]: volume(9), [`b/${path}`]: volume(9) }));
    expect(sessionNames(index)).toHaveLength(1);
  });

  it('is told of sidecars and masks that differ beside the same image, and the first counts', async () => {
    const mask = 'derivatives/m/sub-S1/ses-E1/sub-S1_ses-E1_run-1_dx_dseg.png';
    const files = (second: string): MemoryFiles => ({
      [`a/${film('ses-E1')}.png`]: PNG,
      [`b/${film('ses-E1')}.png`]: PNG,
      [`a/${film('ses-E1')}.json`]: sidecar(2),
      [`b/${film('ses-E1')}.json`]: second,
      [`a/${mask}`]: other(1),
      [`b/${mask}`]: other(1),
    });
    const index = await scanAnyhow({ ...files(sidecar(3)), [`b/${mask}`]: other(2) });
    expect(conflicts(index)).toEqual([
      ['sidecars', `b/${film('ses-E1')}.json`, `a/${film('ses-E1')}.json`],
      ['masks', `b/${mask}`, `a/${mask}`],
    ]);
    expect(index.images.sidecars).toEqual([`a/${film('ses-E1')}.json`]);
    expect(index.masks.paths).toEqual([`a/${mask}`]);
    const written = '{"00281051":{"Value":["2"],"vr":"DS"},\n"00281050":{"Value":[9.0],"vr":"DS"}}\n';
    expect(conflicts(await scanAnyhow(files(written)))).toEqual([]);
  });

  it('has the sidecar of whichever copy has one', async () => {
    const index = await scanAnyhow({
      [`a/${film('ses-E1')}.png`]: PNG,
      [`b/${film('ses-E1')}.png`]: PNG,
      [`b/${film('ses-E1')}.json`]: '{"Modality": "DX"}',
    });
    expect(index.images.sidecars).toEqual([`b/${film('ses-E1')}.json`]);
    expect(codesOf(index)).not.toContain('SIDECAR_MISSING');
  });

  it('is told of every difference in its rows but not of the way they are written', async () => {
    expect(await what("['060Y']", 'CR', '"[C0034079]"')).toEqual([]);
    expect(await what('[60, 61]', 'CR', '[C0034079]')).toEqual(['age-or-sex']);
    expect(await what('[60]', 'DX', '[C0034079]')).toEqual(['modalities']);
    expect(await what('[60]', 'CR', '[C0277877]')).toEqual(['cuis']);
  });
});

/** Dates of the tests in tables beside one film. */
const dates = async (files: MemoryFiles): Promise<readonly unknown[]> => {
  const index = await scanAnyhow({ [`a/${film('ses-E1')}.png`]: PNG, ...files });
  return [...index.tests.date];
};

describe('tests filed in several tables', () => {
  it('count once, while two on one day in one table are two', async () => {
    const twice = tests(
      '01.03.2020\tPCR\tPOSITIVO',
      '01.03.2020\tPCR\tPOSITIVO',
      '02.03.2020\tIGG\tNEGATIVO',
    );
    const once = tests('2020-03-01\tpcr\tpositivo', '03.03.2020\tPCR\tNEGATIVO');
    expect(await dates({ 'a/derivatives/EHR/t.tsv': twice })).toEqual([20200301, 20200301, 20200302]);
    for (const [first, second] of [
      [twice, once],
      [once, twice],
    ] as const)
      expect(await dates({ 'a/derivatives/EHR/t.tsv': first, 'b/derivatives/EHR/t.txt': second })).toEqual([
        20200301, 20200301, 20200302, 20200303,
      ]);
    expect(await dates({ 'a/derivatives/t1.tsv': twice, 'a/derivatives/t2.tsv': twice })).toHaveLength(3);
  });

  it('are told apart by what was not understood', async () => {
    expect(
      await dates({
        'a/derivatives/t1.tsv': tests('31.02.2020\tPCR\tPOSITIVO', '01.03.2020\tPCR\tDUDOSO'),
        'a/derivatives/t2.tsv': tests('30.02.2020\tPCR\tPOSITIVO', '01.03.2020\tPCR\tNULO'),
      }),
    ).toHaveLength(4);
  });
});
