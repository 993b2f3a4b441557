import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { MidscopeError } from '../../domain/error.ts';
import { LABELS_HEAD, pngHead, sessionNames } from '../../testing/index-contents.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import { findTables } from './find-tables.ts';
import { scan, scannedIndexes } from './test-scan.ts';

const FILM = 'sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx';
const PARTICIPANTS =
  "participant\tmodality_dicom\tbody_parts\tage\tgender\nsub-S03999\t['DX']\t[]\t[67]\tM\n";
const LABELS = `${LABELS_HEAD}0\tsub-S03999\tses-E07001\tr\t['pneumonia']\t[]\t[]\t[]\t[]\n`;
const TESTS =
  'label\tsubject\tdate\ttest\tresult\tparticipant\t\n1\t1\t20.03.2020\tPCR\tPOSITIVO\tsub-S03999\t\n';
const SYNTHETIC = '{"Name": "midscope demo"\n"synthetic": true}';
const comment = (text: string): string => `{"00104000": {"vr": "LT", "Value": ["${text}"]}}`;
const REAL = comment('Project:covid19_posi Subject:000384 Session:000700');
const DEMO = comment('Project:covid19_posi Subject:003114 Session:005911 Synthetic');

/** One film; what is in its sidecar. */
const film = (root: string, sidecar = '{"Modality": "DX"}'): MemoryFiles => ({
  [`${root}${FILM}.png`]: pngHead(),
  [`${root}${FILM}.json`]: sidecar,
});
const demo = (root: string): MemoryFiles => ({
  ...film(root, DEMO),
  [`${root}dataset_description.json`]: SYNTHETIC,
  [`${root}derivatives/labels/labels_covid_posi.tsv`]: LABELS,
  [`${root}derivatives/EHR/tests.tsv`]: TESTS,
});

/** Release after the tables, after the walk, and in the end. */
async function releases(files: MemoryFiles, name = 'memory'): Promise<readonly string[]> {
  const indexes = await scannedIndexes(memorySource(files, name));
  const after = indexes.find(({ progress }) => progress.files === 'done');
  return [indexes[0], after, indexes.at(-1)].map((index) => index?.release ?? '');
}

const LISTING_LINE = '-rw-r--r-- root/root 812 2020-10-02 11:20 ';

describe('the release of a dataset', () => {
  it('is synthetic only where nothing else is beside the demo', async () => {
    expect(await releases(demo(''))).toEqual(['synthetic', 'synthetic', 'synthetic']);
    expect(await releases(demo('a/b/'))).toEqual(['synthetic', 'synthetic', 'synthetic']);
    expect((await releases({ ...demo('demo/'), ...film('mine/') }))[2]).toBe('mids');
    expect(
      await releases({ ...demo('demo/'), 'covid19_posi/derivatives/labels/labels_covid_posi.tsv': LABELS }),
    ).toEqual(['bimcv-1-2', 'bimcv-1-2', 'bimcv-1-2']);
    expect((await releases({ ...demo('demo/'), ...film('mine/', REAL) }))[2]).toBe('bimcv');
  });

  it('is BIMCV in spite of a description of the same folder when a sidecar is of real patients', async () => {
    expect(await releases({ ...demo(''), ...film('', REAL) })).toEqual(['synthetic', 'synthetic', 'bimcv']);
  });

  it('is BIMCV by a table of tests, without labels', async () => {
    const files = { 'participants.tsv': PARTICIPANTS, 'derivatives/EHR/sil_reg_covid_posi.tsv': TESTS };
    expect(await releases({ ...files, ...film('') })).toEqual(['bimcv', 'bimcv', 'bimcv']);
  });

  it('is BIMCV by the name of a folder, also of the one that was opened', async () => {
    const table = { 'participants.tsv': PARTICIPANTS };
    expect(await releases({ ...table, ...film('') }, 'covid19_posi')).toEqual(['bimcv', 'bimcv', 'bimcv']);
    expect(await releases({ ...table, ...film('covid19_neg/') })).toEqual(['mids', 'bimcv', 'bimcv']);
    expect(await releases({ ...table, ...film('') })).toEqual(['mids', 'mids', 'mids']);
  });

  it('is BIMCV by the name of an archive listing, or by what it lists', async () => {
    for (const listing of [
      { 'bimcv_covid19_posi_subjects_1.tar-tvf.txt': `${LISTING_LINE}${FILM}.png\n` },
      { 'x.tar-tvf.txt': `${LISTING_LINE}covid19_posi/${FILM}.png\n` },
    ])
      expect(await releases({ ...listing, ...film('') })).toEqual(['bimcv', 'bimcv', 'bimcv']);
  });

  it('is BIMCV as soon as the first header says so, before all are read', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, run) => [`sub-1/ses-1/rx/sub-1_ses-1_run-${run}_dx.png`, pngHead()]),
    );
    const indexes = await scannedIndexes(memorySource({ ...film('', REAL), ...many }));
    const first = indexes.find(({ release }) => release === 'bimcv');
    expect(first?.progress.readings).toBe('running');
  });

  it('is known from a description that lies deeper than tables are looked for', async () => {
    expect((await releases(demo('a/b/c/d/e/')))[2]).toBe('synthetic');
  });

  it('is not that of a description of derivatives', async () => {
    const files = { ...film(''), 'derivatives/masks/dataset_description.json': SYNTHETIC };
    expect((await releases(files))[2]).toBe('mids');
  });
});

describe('tables', () => {
  it('are found beside subjects that were unpacked next to the folder of their tables', async () => {
    const files: MemoryFiles = {
      'covid19_posi/participants.tsv': PARTICIPANTS,
      'covid19_posi/derivatives/labels/Labels_covid_123.tsv': LABELS,
      'archives/posi/covid19_posi/derivatives/EHR/SIL_REG_COVID_POSI_iter123.txt': TESTS,
      ...film(''),
    };
    const [first] = await scannedIndexes(memorySource(files));
    expect(first?.progress.files).toBe('running');
    expect(first && sessionNames(first)).toEqual(['sub-S03999 ses-E07001']);
    expect(first?.release).toBe('bimcv-1-2-3');
    const { tests } = await scan(memorySource(files));
    expect(tests.count).toBe(1);
  });

  it('are looked for beside subjects two folders deep, and never inside of subjects', async () => {
    const listed: string[] = [];
    const source = memorySource({
      'sub-1/ses-1/rx/sub-1_ses-1_dx.png': pngHead(),
      'one/two/a.tsv': 'x',
      'one/two/three/b.tsv': 'x',
      'one/derivatives/x/y/c.tsv': 'x',
    });
    const { signal } = new AbortController();
    const found = await findTables(
      {
        ...source,
        list: (path, abort) => {
          listed.push(path);
          return source.list(path, abort);
        },
      },
      signal,
    );
    expect(found.tables).toEqual(['one/derivatives/x/y/c.tsv', 'one/two/a.tsv']);
    expect(listed.toSorted()).toEqual([
      '',
      'one',
      'one/derivatives',
      'one/derivatives/x',
      'one/derivatives/x/y',
      'one/two',
    ]);
  });

  it('are read although a folder beside them is closed, which is said', async () => {
    const source = memorySource({ 'a/participants.tsv': PARTICIPANTS, 'b/participants.tsv': PARTICIPANTS });
    const closed = 'b' as DatasetPath;
    const index = await scan({
      ...source,
      list: async (path, signal) => {
        if (path === closed) throw new MidscopeError('FILE_DENIED');
        return source.list(path, signal);
      },
    });
    expect(index.subjects.count).toBe(1);
    expect(index.issues).toContainEqual({ code: 'FILE_DENIED', facts: {}, path: closed });
  });
});
