import { describe, expect, it } from 'vitest';
import { MASK_MATCHES, type DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { maskedSeries } from '../../domain/dataset/masked-series.ts';
import { bundledVocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { element, fileHead, joined, words } from '../../formats/dicom/test-dicom.ts';
import { encodePng } from '../../formats/png/encode-png.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import { testAim, testSeg, testStructureSet } from '../../testing/test-masks.ts';
import type { IndexEvent } from './index-contract.ts';
import { createPauseGate } from './pause-gate.ts';
import { scanDataset } from './scan-dataset.ts';

async function scan(files: MemoryFiles): Promise<DatasetIndex> {
  let last: IndexEvent | undefined;
  await scanDataset(memorySource(files), {
    parallelReads: 4,
    signal: new AbortController().signal,
    gate: createPauseGate(),
    vocabulary: bundledVocabulary(),
    now: () => 0,
    isKept: () => Promise.resolve(false),
    emit: (event) => (last = event),
  });
  if (last?.kind !== 'index') throw new Error('the last event is the index');
  return last.index;
}

const lastPart = (path = ''): string => path.split('/').pop() ?? '';

/** Masks as `mask → how image`, and codes of what is wrong with masks. */
function masksOf({ masks, images, issues }: DatasetIndex) {
  return {
    masks: masks.paths.map((path, row) => {
      const image = images.paths[masks.image[row] ?? -1];
      return `${lastPart(path)} ${MASK_MATCHES[masks.match[row] ?? 0]} ${image === undefined ? '–' : lastPart(image)}`;
    }),
    issues: issues.filter(({ code }) => code.startsWith('MASK')).map(({ code }) => code),
  };
}

const grey = (columns: number, rows: number): Uint8Array =>
  encodePng({
    columns,
    rows,
    samples: 1,
    data: new Uint8Array(columns * rows),
  });

const sidecar = (uid: string): string =>
  `{"00080018": {"Value": ["${uid}"], "vr": "UI"}, "00080060": {"Value": ["DX"], "vr": "CS"}}`;

const FOLDER = 'sub-1/ses-1/mod-rx';
const film = (run: number, uid?: string, size = 8): MemoryFiles => ({
  [`${FOLDER}/sub-1_ses-1_run-${run}_bp-chest_dx.png`]: grey(size, 6),
  ...(uid !== undefined && {
    [`${FOLDER}/sub-1_ses-1_run-${run}_bp-chest_dx.json`]: sidecar(uid),
  }),
});
const name = (run: number): string => `sub-1_ses-1_run-${run}_bp-chest_dx.png`;

const seg = (uid: string): Uint8Array<ArrayBuffer> =>
  testSeg({
    columns: 8,
    rows: 6,
    frames: [{ segment: 1, uid, samples: Array<number>(48).fill(1) }],
  });
const aim = (uid: string): string =>
  testAim([
    [
      'a',
      {
        type: 'Polyline',
        uid,
        points: [
          [1, 1],
          [5, 1],
          [5, 5],
        ],
      },
    ],
  ]);

const slice = (at: number): Uint8Array<ArrayBuffer> =>
  joined(
    fileHead(),
    element('00080016', 'UI', '1.2.840.10008.5.1.4.1.1.2'),
    element('00080018', 'UI', `2.25.5${at}`),
    element('00080060', 'CS', 'CT'),
    element('0020000E', 'UI', '2.25.50'),
    element('00280010', 'US', words(2, [6])),
    element('00280011', 'US', words(2, [8])),
    element('00280100', 'US', words(2, [16])),
    element('7FE00010', 'OW', new Uint8Array(96)),
  );

describe('masks are matched', () => {
  it('by the SOP Instance UIDs that they name, wherever they lie and whatever they are called', async () => {
    const index = await scan({
      ...film(1, '2.25.1'),
      ...film(2, '2.25.2'),
      'derivatives/aim/collection.xml': aim('2.25.2'),
      'derivatives/sub-1/ses-1/anything.xml': aim('2.25.1'),
      'derivatives/seg/0001.dcm': seg('2.25.1'),
      [`${FOLDER}/sub-1_ses-1_run-9_seg.dcm`]: seg('2.25.2'),
      // Beside the films, where DICOM images would be.
      [`${FOLDER}/sub-1_ses-1_run-8.dcm`]: seg('2.25.1'),
      [`${FOLDER}/sub-1_ses-1_run-7.dcm`]: testStructureSet([
        { name: 'a', contours: [{ uid: '2.25.2', data: [0, 0, 0] }] },
      ]),
      'readme.xml': '<dataset/>',
    });
    const { masks, issues } = masksOf(index);
    expect(masks.toSorted()).toEqual([
      `0001.dcm uid ${name(1)}`,
      `anything.xml uid ${name(1)}`,
      `collection.xml uid ${name(2)}`,
      `sub-1_ses-1_run-7.dcm uid ${name(2)}`,
      `sub-1_ses-1_run-8.dcm uid ${name(1)}`,
      `sub-1_ses-1_run-9_seg.dcm uid ${name(2)}`,
    ]);
    expect(issues).toEqual([]);
    expect(index.images.paths.map((path) => path.split('/').pop())).toEqual([name(1), name(2)]);
    // Each of them once, however many masks it has.
    expect(maskedSeries(index).map(({ series, isByHand }) => [lastPart(series.key), isByHand])).toEqual([
      [name(1), false],
      [name(2), false],
    ]);
  });

  it('to the series of which they name most images', async () => {
    const files = Object.fromEntries(
      [1, 2, 3].map((at) => [`${FOLDER}/sub-1_ses-1_run-3_bp-chest_chunk-${at}_ct.dcm`, slice(at)]),
    );
    const mask = testSeg({
      columns: 8,
      rows: 6,
      frames: ['2.25.1', '2.25.52', '2.25.53'].map((uid) => ({
        segment: 1,
        uid,
        samples: Array<number>(48).fill(1),
      })),
    });
    const index = await scan({
      ...film(1, '2.25.1'),
      ...files,
      'derivatives/x.dcm': mask,
    });
    expect(masksOf(index).masks).toEqual(['x.dcm uid sub-1_ses-1_run-3_bp-chest_chunk-2_ct.dcm']);
  });

  it('not to an image of their name that is known to be another one', async () => {
    const index = await scan({
      ...film(1, '2.25.1'),
      'derivatives/masks/sub-1/ses-1/sub-1_ses-1_run-1_bp-chest_dx_seg.dcm': seg('2.25.77'),
      'derivatives/aim/other.xml': aim('2.25.78'),
    });
    expect(masksOf(index)).toEqual({
      masks: [`sub-1_ses-1_run-1_bp-chest_dx_seg.dcm none –`],
      issues: ['MASK_REFERENCE', 'MASK_REFERENCE'],
    });
  });

  it('and images with masks of the user’s hand are told apart', async () => {
    const index = await scan({ ...film(1), ...film(2) });
    const [, second] = index.images.paths;
    expect(maskedSeries(index)).toEqual([]);
    expect(maskedSeries(index, new Set([second!]))).toMatchObject([{ image: second, isByHand: true }]);
  });

  it('by name where no UID is known of the image', async () => {
    const index = await scan({
      ...film(1),
      'derivatives/masks/sub-1/ses-1/sub-1_ses-1_run-1_bp-chest_dx_seg.dcm': seg('2.25.77'),
      'derivatives/masks/sub-1/ses-1/sub-1_ses-1_run-1_bp-chest_dx.xml': aim('2.25.78'),
    });
    expect(masksOf(index)).toEqual({
      masks: [
        `sub-1_ses-1_run-1_bp-chest_dx.xml name ${name(1)}`,
        `sub-1_ses-1_run-1_bp-chest_dx_seg.dcm name ${name(1)}`,
      ],
      issues: [],
    });
  });

  it('by size where the name leaves several images', async () => {
    const mask = 'derivatives/masks/sub-1/ses-1/sub-1_ses-1_mask.png';
    expect(
      masksOf(
        await scan({
          ...film(1),
          ...film(2, undefined, 9),
          [mask]: grey(9, 6),
        }),
      ),
    ).toEqual({
      masks: [`sub-1_ses-1_mask.png size ${name(2)}`],
      issues: [],
    });
    expect(masksOf(await scan({ ...film(1), ...film(2), [mask]: grey(8, 6) }))).toEqual({
      masks: ['sub-1_ses-1_mask.png none –'],
      issues: ['MASK_UNMATCHED'],
    });
  });

  it('to the film with a sidecar of its own, of several that share a UID', async () => {
    const stem = `${FOLDER}/sub-1_ses-1_acq`;
    const index = await scan({
      [`${stem}-1_run-1_bp-chest_vp-pa_dx.png`]: grey(8, 6),
      [`${stem}-1_run-1_bp-chest_vp-pa_dx.json`]: sidecar('2.25.1'),
      [`${stem}-2_run-1_bp-chest_vp-pa_dx.png`]: grey(8, 6),
      'derivatives/x.xml': aim('2.25.1'),
    });
    expect(masksOf(index).masks).toEqual(['x.xml uid sub-1_ses-1_acq-1_run-1_bp-chest_vp-pa_dx.png']);
  });

  it('as tables of marks where they stand alone, and as names beside a label map', async () => {
    const table = '\tMark\tType\tidx\tx\ty\tlabel\n0\t1\ta\t0\t1\t1\t1\n';
    const folder = 'derivatives/masks/sub-1/ses-1';
    const alone = await scan({
      ...film(1),
      [`${folder}/sub-1_ses-1_run-1_bp-chest_dx_mask.csv`]: table,
    });
    expect(masksOf(alone).masks).toEqual([`sub-1_ses-1_run-1_bp-chest_dx_mask.csv name ${name(1)}`]);
    const beside = await scan({
      ...film(1),
      [`${folder}/sub-1_ses-1_run-1_bp-chest_dx_mask.csv`]: table,
      [`${folder}/sub-1_ses-1_run-1_bp-chest_dx_mask.png`]: grey(8, 6),
    });
    expect(masksOf(beside).masks).toEqual([`sub-1_ses-1_run-1_bp-chest_dx_mask.png name ${name(1)}`]);
    expect(beside.masks.names).toEqual([`${folder}/sub-1_ses-1_run-1_bp-chest_dx_mask.csv`]);
  });

  it('and a broken or hostile file is an issue, with everything else read', async () => {
    const index = await scan({
      ...film(1, '2.25.1'),
      'derivatives/a.xml': `<!DOCTYPE x><ImageAnnotationCollection xmlns="a"/>`,
      'derivatives/b.xml': '<ImageAnnotationCollection>',
      'derivatives/c.dcm': new Uint8Array(300).fill(7),
      'derivatives/d.xml': aim('2.25.1'),
    });
    expect(masksOf(index)).toEqual({
      masks: [`d.xml uid ${name(1)}`],
      issues: ['MASK_INVALID', 'MASK_INVALID'],
    });
  });
});
