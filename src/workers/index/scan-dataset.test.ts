import { describe, expect, it } from 'vitest';
import { cellOf } from '../../domain/dataset/columns.ts';
import { findSession } from '../../domain/dataset/case-series.ts';
import { DATE_SOURCES, LABEL_STATES, PRESENCES } from '../../domain/dataset/dataset-index.ts';
import { searchSessions } from '../../domain/dataset/search.ts';
import { bundledVocabulary } from '../../domain/vocabulary/vocabulary.ts';
import {
  codesOf as codes,
  findingsOf as findings,
  LABELS_HEAD,
  locationsOf,
  pngHead,
  sessionNames,
} from '../../testing/index-contents.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import type { IndexEvent } from './index-contract.ts';
import { createPauseGate } from './pause-gate.ts';
import { scanDataset } from './scan-dataset.ts';
import { scan as scanSource, scannedIndexes } from './test-scan.ts';

const scan = (files: MemoryFiles) => scanSource(memorySource(files));

const PNG_HEAD = pngHead();

const SIDECAR =
  '{"00080020": {"Value": ["20200318"], "vr": "DA"}, "00080060": {"Value": ["DX"], "vr": "CS"}, ' +
  '"00181164": {"Value": [0.139, 0.139], "vr": "DS"}, "00280004": {"Value": ["MONOCHROME1"], "vr": "CS"}, ' +
  '"00281050": {"Value": [2048.0], "vr": "DS"}, "00281051": {"Value": [4096.0], "vr": "DS"}}';

describe('a folder of iterations 1+2', () => {
  const stem = 'sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx';
  const files: MemoryFiles = {
    'participants.tsv':
      'participant\tmodality_dicom\tbody_parts\tage\tgender\n' +
      "sub-S03999\t['CR', 'DX']\t[['chest']]\t[67]\tM\n" +
      "sub-S04888\t['CT']\t[['chest']]\t[54, 55]\tF\n" +
      'derivatives\t[]\t[]\t[]\tNone\n',
    'derivatives/labels/labels_covid_posi.tsv':
      LABELS_HEAD +
      "0\tsub-S03999\tses-E07001\topacidad en base derecha . senos libres .\t['increased density', ' COVID 19']\t['loc basal', ' loc right']\t['increased density', 'loc basal', 'loc right', 'normal']\t[C1443940,C5203670]\t[C1282378,C0444532]\n" +
      "1\tsub-S04888\tses-E07050\t\t['normal']\t[]\t['exclude', 'normal']\t[C0205307]\t[]\n" +
      '2\tsub-S04888\tses-E07060\t\t\t\t\t\t\n',
    'derivatives/EHR/sil_reg_covid_posi.tsv':
      'label\tsubject\tdate\ttest\tresult\tparticipant\t\n' +
      '1\t1\t20.03.2020\tPCR\tPOSITIVO\tsub-S03999\t\n' +
      '2\t7\t21.03.2020\tIGG\tNEGATIVO\tsub-S09999\t\n',
    'derivatives/partitions.tsv':
      'subject session filepath\n' +
      `sub-S03999\tses-E07001\t./${stem}.png\n` +
      'sub-S03999\tses-E07001\t./sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-2_bp-chest_vp-ll_dx.png\n',
    'sub-S03999/sub-S03999_sessions.tsv':
      "session_id\tstudy_date\tmedical_evaluation\nses-E07001\t20200318\t['Opacidad en base derecha.\\nSenos libres.']\n",
    [`${stem}.png`]: PNG_HEAD,
    [`${stem}.json`]: SIDECAR,
    'sub-S04888/ses-E07070/mod-rx/sub-S04888_ses-E07070_run-1_bp-chest_cr.png': new Uint8Array(0),
  };

  it('lists every session that a table or a folder names, by patient and date', async () => {
    const index = await scan(files);
    expect(sessionNames(index)).toEqual([
      'sub-S03999 ses-E07001',
      'sub-S04888 ses-E07050',
      'sub-S04888 ses-E07060',
      'sub-S04888 ses-E07070',
    ]);
    expect(index.release).toBe('bimcv-1-2');
  });

  it('joins labels, places, date, report, tests and image of one session', async () => {
    const index = await scan(files);
    const row = findSession(index, 'sub-S03999', 'ses-E07001');
    expect(findings(index, 'sub-S03999', 'ses-E07001')).toEqual(['increased density', 'COVID 19']);
    expect(locationsOf(index, 'sub-S03999', 'ses-E07001')).toEqual(['loc basal', 'loc right']);
    expect(index.sessions.date[row]).toBe(20200318);
    expect(DATE_SOURCES[index.sessions.dateSource[row] ?? 0]).toBe('table');
    expect(index.sessions.reports[row]).toEqual(['Opacidad en base derecha.\nSenos libres.']);
    expect(index.sessions.normalisedReport[row]).toBe('opacidad en base derecha . senos libres .');
    const [image = -1] = cellOf(index.sessions.images, row);
    expect(index.images.paths[image]).toBe(`${stem}.png`);
    expect(index.images.sidecars[index.images.sidecar[image] ?? -1]).toBe(`${stem}.json`);
    expect(index.images.modalities[index.images.modality[image] ?? 0]).toBe('DX');
    expect(index.images.views[index.images.view[image] ?? 0]).toBe('AP');
    const [test = -1] = cellOf(index.subjects.tests, index.sessions.subject[row] ?? 0);
    expect([index.tests.kind[test], index.tests.result[test], index.tests.date[test]]).toEqual([
      'PCR',
      'positive',
      20200320,
    ]);
    expect([...cellOf(index.subjects.ages, 0)]).toEqual([67]);
  });

  it('tells a row without labels from a session without a row', async () => {
    const index = await scan(files);
    const state = (session: string) =>
      LABEL_STATES[index.sessions.labelState[findSession(index, 'sub-S04888', session)] ?? 0];
    expect(state('ses-E07050')).toBe('labelled');
    expect(state('ses-E07060')).toBe('empty');
    expect(state('ses-E07070')).toBe('none');
  });

  it('shows what a table promises and the folder does not hold', async () => {
    const index = await scan(files);
    const missing = index.issues.find(({ code }) => code === 'FILE_MISSING');
    expect(missing?.path).toContain('run-2_bp-chest_vp-ll_dx.png');
    const row = index.images.paths.findIndex((path) => path.includes('run-2'));
    expect(PRESENCES[index.images.presence[row] ?? 0]).toBe('listed');
  });

  it('reports the empty image, the missing sidecar, labels without images and tests without a person', async () => {
    const index = await scan(files);
    expect(codes(index)).toEqual(
      expect.arrayContaining([
        'FILE_EMPTY',
        'SIDECAR_MISSING',
        'LABEL_NO_IMAGE',
        'LABEL_NONE',
        'TEST_NO_SUBJECT',
        'PARTICIPANT_STRAY',
      ]),
    );
    expect(codes(index)).not.toContain('LABEL_UNKNOWN');
  });

  it('finds sessions by id, label, CUI and report words, whatever the accents and capitals', async () => {
    const index = await scan(files);
    const found = (text: string): readonly string[] => {
      const marks = searchSessions(index, text);
      return sessionNames(index).filter((_, row) => marks?.[row] === 1);
    };
    expect(found('E07001')).toEqual(['sub-S03999 ses-E07001']);
    expect(found('C5203670')).toEqual(['sub-S03999 ses-E07001']);
    expect(found('OPACIDÁD der')).toEqual(['sub-S03999 ses-E07001']);
    expect(found('"base derecha"')).toEqual(['sub-S03999 ses-E07001']);
    expect(found('"derecha base"')).toEqual([]);
    expect(found('s04888')).toHaveLength(3);
    expect(searchSessions(index, '  ')).toBeUndefined();
  });

  it('is usable after its tables, before any file was met', async () => {
    const [first] = await scannedIndexes(memorySource(files));
    if (!first) throw new Error('an index comes first');
    expect(first.progress.files).toBe('running');
    expect(sessionNames(first)).toContain('sub-S03999 ses-E07001');
    expect(codes(first)).not.toContain('FILE_MISSING');
  });
});

describe('a folder of iteration 1', () => {
  it('reads raw reports without a date, and takes the date from the sidecar', async () => {
    const stem = 'sub-S03044/ses-E07001/mod-rx/sub-S03044_ses-E07001_run-1_bp-chest_dx';
    const index = await scan({
      'participants.tsv':
        'participant\tmodality_dicom\tbody_parts\tage\tgender\nsub-S03044\t[]\t[]\t[]\tNone\n',
      'derivatives/labels/labels_covid19_posi.tsv':
        LABELS_HEAD +
        "0\tsub-S03044\tses-E07001\topacidad .\t\"['infiltrates'\t 'pneumonia']\"\t\"['loc basal']\"\t\"['infiltrates'\t 'loc basal'\t 'pneumonia']\"\t\"[C0277877\t C0032285]\"\t\"[C1282378]\"\n",
      'derivatives/EHR/sil_reg_covid.tsv':
        'participant\tprueba\tresultado\tfecha\tSubject\nsub-S03044\tIGM\tINDETERMINADO\t02.04.2020\t1\n',
      'sub-S03044/sub-S03044_sessions.tsv':
        'session\tmedical_evaluation\nses-E07001\tDatos clínicos: tos.\n\nInforme:\nOpacidad en base derecha.\n',
      [`${stem}.png`]: PNG_HEAD,
      [`${stem}.json`]: SIDECAR,
    });
    expect(index.release).toBe('bimcv-1');
    expect(findings(index, 'sub-S03044', 'ses-E07001')).toEqual(['infiltrates', 'pneumonia']);
    expect(index.sessions.reports[0]?.[0]).toContain('Opacidad en base derecha.');
    expect(index.sessions.date[0]).toBe(20200318);
    expect(DATE_SOURCES[index.sessions.dateSource[0] ?? 0]).toBe('sidecar');
    expect(index.tests.result).toEqual(['indeterminate']);
  });
});

describe('a folder of the negative cohort beside the positive one', () => {
  const files: MemoryFiles = {
    'covid19_posi/participants.tsv':
      'participant\tmodality_dicom\tbody_parts\tage\tgender\nsub-S03999\t[]\t[]\t[]\tM\n',
    'covid19_neg/participants.tsv':
      'participant\tmodality_dicom\tbody_parts\tage\tgender\nsub-S05999\t[]\t[]\t[]\tF\n',
    'covid19_neg/derivatives/labels/Labels_covid_NEG_JAN21.tsv':
      LABELS_HEAD +
      "0\tsub-S05999\tses-E11001\tsin hallazgos .\t['normal']\t[]\t['normal']\t[C0205307]\t[]\n",
    'covid19_neg/derivatives/partitions.tsv':
      'subject session filepath\nsub-S05999\tses-E11001\t./sub-S05999/ses-E11001/sub-S05999_ses-E11001_run-1_bp-chest_cr.png\n',
    'listjoin_ok.tsv': 'label\tcovid19_neg\tcovid19_posi\n1\tsub-S05999\tsub-S03999\n',
    'covid19_neg/sub-S05999/ses-E11001/mod-rx/sub-S05999_ses-E11001_run-1_bp-chest_cr.png': PNG_HEAD,
  };

  it('finds both below the opened folder and joins the same person', async () => {
    const index = await scan(files);
    expect(index.subjects.ids).toEqual(['sub-S03999', 'sub-S05999']);
    expect(index.subjects.otherCohort).toEqual(['sub-S05999', 'sub-S03999']);
    expect(index.release).toBe('bimcv-negative');
  });

  it('repairs paths that leave out mod-rx, so that the file is not called missing', async () => {
    expect(codes(await scan(files))).not.toContain('FILE_MISSING');
  });
});

describe('MIDS folders of other writers', () => {
  it('understands misnamed files, a subject without sessions and folders of other modalities', async () => {
    const xnat =
      '{"ResultSet":{"Result":[{"tag1":"(0008,0060)","tag2":"","vr":"CS","value":"CR","desc":"Modality"}]}}';
    const index = await scan({
      'sub-1/ses-1/rx/sub-1_ses-1_bp-thorax_vp_ap_dx.png': PNG_HEAD,
      'sub-1/ses-1/rx/sub-1_ses-1_bp-thorax_vp_ap_dx.nii.json': xnat,
      'sub-2/rx/sub-2_ses-4_bp-thorax_vp-ll_dx.png': PNG_HEAD,
      'sub-3/mim-light/cr/sub-3_run-2_bp-CHEST_cr.png': PNG_HEAD,
      'sub-4/ses-9/mr/anat/sub-4_ses-9_T1w.nii.gz': Uint8Array.from([0x1f, 0x8b, 8, 0]),
      'sub-4/ses-9/notes.md': 'nothing',
    });
    expect(sessionNames(index)).toEqual(['sub-1 ses-1', 'sub-2 ses-4', 'sub-3 ses-none', 'sub-4 ses-9']);
    expect(index.release).toBe('mids');
    expect(index.images.sidecars).toEqual(['sub-1/ses-1/rx/sub-1_ses-1_bp-thorax_vp_ap_dx.nii.json']);
    expect(codes(index)).toContain('NAME_MISFORMED');
    expect(codes(index)).not.toContain('LABEL_NONE');
  });

  it('says of a broken sidecar which file it is and where it breaks off', async () => {
    const stem = 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_cr';
    const index = await scan({ [`${stem}.png`]: PNG_HEAD, [`${stem}.json`]: '{\n"Rows": }' });
    expect(index.issues.find(({ code }) => code === 'SIDECAR_JSON')).toMatchObject({
      path: `${stem}.json`,
      facts: { line: 2, column: 9 },
    });
  });

  it('groups the slices of a DICOM series by name and leaves unknown files out', async () => {
    const index = await scan({
      'sub-1/ses-1/mim-rx/ct/sub-1_ses-1_run-3_bp-chest_chunk-1_ct.dcm': 'not DICOM',
      'sub-1/ses-1/mim-rx/ct/sub-1_ses-1_run-3_bp-chest_chunk-2_ct.dcm': 'not DICOM',
      'sub-1/ses-1/mim-rx/ct/CT1_UNNAMED': 'not DICOM',
    });
    expect(index.images.count).toBe(2);
    expect(index.images.series[0]).toBe(index.images.series[1]);
    expect(codes(index)).toEqual(expect.arrayContaining(['IMAGE_UNKNOWN', 'FILE_UNKNOWN']));
  });
});

describe('the same subject and session in two folders', () => {
  const name = 'sub-1/ses-1/rx/sub-1_ses-1_run-1_dx.png';
  const other = Uint8Array.from([...PNG_HEAD, 1]);

  it('is one session when the files are the same', async () => {
    const index = await scan({ [`a/${name}`]: PNG_HEAD, [`b/${name}`]: PNG_HEAD });
    expect(sessionNames(index)).toEqual(['sub-1 ses-1']);
    expect(index.images.count).toBe(1);
    expect(codes(index)).not.toContain('SESSION_CONFLICT');
  });

  it('is one session when each folder has other files of it', async () => {
    const index = await scan({ [`a/${name}`]: PNG_HEAD, 'b/sub-1/ses-1/rx/sub-1_ses-1_run-2_dx.png': other });
    expect(sessionNames(index)).toEqual(['sub-1 ses-1']);
    expect(index.images.count).toBe(2);
  });

  it('is two sessions and an issue when the files differ, so that two people never share a case', async () => {
    const index = await scan({ [`a/${name}`]: PNG_HEAD, [`b/${name}`]: other });
    expect(sessionNames(index)).toEqual(['sub-1 ses-1', 'sub-1@b ses-1']);
    expect(index.images.count).toBe(2);
    expect(codes(index)).toContain('SESSION_CONFLICT');
  });
});

describe('archive listings', () => {
  it('tell which images are missing, and whose', async () => {
    const index = await scan({
      'covid19_posi_subjects_part01.tar.gz.tar-tvf.txt':
        '-rw-r--r-- root/root 8123456 2020-10-02 11:20 covid19_posi/sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx.png\n' +
        '-rw-r--r-- root/root 5123 2020-10-02 11:20 covid19_posi/sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx.json\n',
    });
    expect(sessionNames(index)).toEqual(['sub-S03999 ses-E07001']);
    expect(codes(index)).toEqual(['FILE_MISSING']);
    expect(index.images.count).toBe(1);
  });
});

describe('masks', () => {
  it('belong to the image their name names, with the names of their values', async () => {
    const stem = 'sub-1_ses-1_run-1_dx';
    const index = await scan({
      [`sub-1/ses-1/rx/${stem}.png`]: PNG_HEAD,
      'sub-1/ses-1/rx/sub-1_ses-1_run-2_dx.png': PNG_HEAD,
      [`derivatives/segmentations/sub-1/ses-1/${stem}_dseg.png`]: PNG_HEAD,
      [`derivatives/segmentations/sub-1/ses-1/${stem}_dseg.tsv`]: 'index\tname\n1\tconsolidation\n',
      'derivatives/segmentations/sub-1/ses-1/sub-1_ses-1_run-7_dseg.png': PNG_HEAD,
    });
    expect(index.masks.count).toBe(2);
    const [matched = -1, unmatched] = index.masks.image;
    expect(index.images.paths[matched]).toBe(`sub-1/ses-1/rx/${stem}.png`);
    expect(unmatched).toBe(-1);
    expect(index.masks.names[0]).toContain('_dseg.tsv');
    expect(codes(index)).toContain('MASK_UNMATCHED');
    expect(index.images.count).toBe(2);
  });
});

const film = (subject: number): string => `sub-${subject}/ses-1/rx/sub-${subject}_ses-1_run-1_dx.png`;

describe('one file of masks for the whole dataset', () => {
  const coco = JSON.stringify({
    images: [1, 2, 3].map((id) => ({ id, file_name: film(id), width: 4, height: 3 })),
    annotations: [2, 3].map((image) => ({
      image_id: image,
      category_id: 1,
      segmentation: [[0, 0, 2, 0, 2, 2]],
    })),
    categories: [{ id: 1, name: 'lung' }],
  });

  it('gives a mask to each session whose image it annotates, beside those of its own', async () => {
    const index = await scan({
      [film(1)]: PNG_HEAD,
      [film(2)]: PNG_HEAD,
      [film(3)]: PNG_HEAD,
      'derivatives/segmentations/sub-2/ses-1/sub-2_ses-1_run-1_dx_dseg.png': PNG_HEAD,
      'derivatives/segmentations/annotations.json': coco,
      'derivatives/segmentations/annotations.csv': 'value,name\n1,not these\n',
    });
    const masks = sessionNames(index).map((_, row) =>
      Array.from(cellOf(index.sessions.masks, row), (mask) => [
        index.masks.paths[mask]?.split('/').pop(),
        index.masks.entry[mask],
        index.images.paths[index.masks.image[mask] ?? -1],
        index.masks.names[mask],
      ]),
    );
    expect(masks).toEqual([
      [],
      [
        ['sub-2_ses-1_run-1_dx_dseg.png', -1, film(2), ''],
        ['annotations.json', 1, film(2), ''],
      ],
      [['annotations.json', 2, film(3), '']],
    ]);
    expect(codes(index).filter((code) => code.startsWith('MASK'))).toEqual([]);
  });

  it('follows its image into the session of another person of the same id', async () => {
    const index = await scan({
      [`a/${film(2)}`]: PNG_HEAD,
      [`b/${film(2)}`]: Uint8Array.from([...PNG_HEAD, 1]),
      'annotations.json': coco.replace(film(2), `b/${film(2)}`),
    });
    expect(sessionNames(index)).toEqual(['sub-2 ses-1', 'sub-2@b ses-1']);
    expect(index.masks.count).toBe(1);
    expect(index.images.paths[index.masks.image[0] ?? -1]).toBe(`b/${film(2)}`);
    expect([...cellOf(index.sessions.masks, 1)]).toEqual([0]);
  });
});

describe('a scan', () => {
  it('ends with an AbortError when it is aborted, and keeps what it had said', async () => {
    const controller = new AbortController();
    const seen: IndexEvent[] = [];
    const scanning = scanDataset(memorySource({ 'sub-1/ses-1/rx/sub-1_ses-1_dx.png': PNG_HEAD }), {
      parallelReads: 8,
      signal: controller.signal,
      gate: createPauseGate(),
      vocabulary: bundledVocabulary(),
      now: () => 0,
      isKept: () => Promise.resolve(false),
      emit: (event) => {
        seen.push(event);
        if (event.kind === 'index') controller.abort();
      },
    });
    await expect(scanning).rejects.toThrow(/abort/i);
    expect(seen.some(({ kind }) => kind === 'index')).toBe(true);
  });

  it('says the signature of the tables before it reads them, and with a kept index on screen only the last state', async () => {
    const said: string[] = [];
    const seen: IndexEvent[] = [];
    await scanDataset(
      memorySource({ 'participants.tsv': 'participant\n', 'sub-1/ses-1/rx/sub-1_ses-1_dx.png': PNG_HEAD }),
      {
        parallelReads: 8,
        signal: new AbortController().signal,
        gate: createPauseGate(),
        vocabulary: bundledVocabulary(),
        now: () => 0,
        isKept: (signature) => {
          said.push(signature, seen.at(-1)?.kind ?? '');
          return Promise.resolve(true);
        },
        emit: (event) => seen.push(event),
      },
    );
    expect(said).toEqual([expect.stringContaining('participants.tsv 12 '), 'progress']);
    const indexes = seen.flatMap((event) => (event.kind === 'index' ? [event.index.progress.readings] : []));
    expect(indexes).toEqual(['done']);
  });

  it('waits while it is paused', async () => {
    const gate = createPauseGate();
    gate.set(true);
    const seen: IndexEvent[] = [];
    const scanning = scanDataset(memorySource({ 'sub-1/ses-1/rx/sub-1_ses-1_dx.png': PNG_HEAD }), {
      parallelReads: 8,
      signal: new AbortController().signal,
      gate,
      vocabulary: bundledVocabulary(),
      now: () => 0,
      isKept: () => Promise.resolve(false),
      emit: (event) => {
        seen.push(event);
        if (event.kind === 'progress' && event.progress.readings === 'paused')
          setTimeout(() => gate.set(false), 10);
      },
    });
    await scanning;
    const readings = seen.map((event) => (event.kind === 'progress' ? event.progress.readings : ''));
    expect(readings.indexOf('paused')).toBeGreaterThan(-1);
    expect(readings.lastIndexOf('done')).toBeGreaterThan(readings.indexOf('paused'));
  });
});
