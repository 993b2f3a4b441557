import { expect, test } from 'vitest';
import type { Mark } from '../domain/measure/measurement.ts';
import { readStoredMark, storedMark } from './stored-mark.ts';

/** As version 1 wrote them: a region on a film, a line in a plane. */
const VERSION_1 = [
  '{"id":"6f1c2a34-0000-4000-8000-000000000001","tool":"ellipse","subject":"sub-S1","session":"ses-E1",' +
    '"picture":{"place":{"kind":"image","path":"sub-S1/ses-E1/mod-rx/a_dx.png","frame":0},"columns":2500,"rows":3000,' +
    '"bytes":14500000,"modality":"DX","spacing":{"kind":"magnified","rowMm":0.1,"columnMm":0.1,"factor":1.1},' +
    '"basis":"pa"},"points":[[10.5,20],[110.5,220]],"text":"nodule","statistics":{"count":15000,"mean":2040.5,' +
    '"sd":12.25,"min":1900,"max":2100,"unit":"stored"},"createdAt":1764000000000,"changedAt":1764000001000,' +
    '"dataset":"files:covid19_posi","version":1}',
  '{"id":"6f1c2a34-0000-4000-8000-000000000002","tool":"length","subject":"sub-S1","session":"ses-E1",' +
    '"picture":{"place":{"kind":"plane","path":"sub-S1/ses-E1/mod-rx/b_ct.nii.gz","plane":"coronal","layer":212,' +
    '"slab":{"mode":"max","thickness":10},"orientation":"LPH"},"columns":512,"rows":120,"modality":"CT",' +
    '"spacing":{"kind":"patient","rowMm":2,"columnMm":0.7},"patient":{"corner":[-180.35,12,101],"right":[0.7,0,0],' +
    '"down":[0,0,-2]},"basis":"cross-section"},"points":[[1,2],[3,4]],"text":"",' +
    '"createdAt":1764000000000,"changedAt":1764000000000,"dataset":"files:covid19_posi","version":1}',
].map((text) => JSON.parse(text) as Record<string, unknown>);

test('what version 1 wrote is read', () => {
  const [region, line] = VERSION_1.map(readStoredMark) as readonly Mark[];
  expect(region).toEqual({
    id: '6f1c2a34-0000-4000-8000-000000000001',
    tool: 'ellipse',
    subject: 'sub-S1',
    session: 'ses-E1',
    picture: {
      place: { kind: 'image', path: 'sub-S1/ses-E1/mod-rx/a_dx.png', frame: 0 },
      columns: 2500,
      rows: 3000,
      bytes: 14_500_000,
      modality: 'DX',
      spacing: { kind: 'magnified', rowMm: 0.1, columnMm: 0.1, factor: 1.1 },
      basis: 'pa',
    },
    points: [
      [10.5, 20],
      [110.5, 220],
    ],
    text: 'nodule',
    statistics: { count: 15_000, mean: 2040.5, sd: 12.25, min: 1900, max: 2100, unit: 'stored' },
    createdAt: 1_764_000_000_000,
    changedAt: 1_764_000_001_000,
  });
  expect(line?.picture.place).toEqual({
    kind: 'plane',
    path: 'sub-S1/ses-E1/mod-rx/b_ct.nii.gz',
    plane: 'coronal',
    layer: 212,
    slab: { mode: 'max', thickness: 10 },
    orientation: 'LPH',
  });
});

test('what is written is what version 1 wrote', () => {
  for (const kept of VERSION_1) {
    const mark = readStoredMark(kept);
    expect(mark === undefined || mark === 'newer' ? mark : storedMark('files:covid19_posi', mark)).toEqual(
      kept,
    );
  }
});

test('a mark of a later version is left alone', () => {
  expect(readStoredMark({ ...VERSION_1[0], version: 2 })).toBe('newer');
});

test.each([
  ['nothing', undefined],
  ['no object', 7],
  ['no version', { ...VERSION_1[0], version: undefined }],
  ['a tool that there is not', { ...VERSION_1[0], tool: 'laser' }],
  ['a point too few', { ...VERSION_1[0], points: [[1, 2]] }],
  [
    'a point that is none',
    {
      ...VERSION_1[0],
      points: [
        [1, 2],
        ['3', 4],
      ],
    },
  ],
  ['points that are none', { ...VERSION_1[0], points: 'many' }],
  ['no picture', { ...VERSION_1[0], picture: null }],
  [
    'a spacing of nothing',
    { ...VERSION_1[0], picture: { ...(VERSION_1[0]?.['picture'] as object), spacing: { kind: 'patient' } } },
  ],
  ['a place nowhere', { ...VERSION_1[0], picture: { ...(VERSION_1[0]?.['picture'] as object), place: {} } }],
  ['no date', { ...VERSION_1[0], createdAt: 'today' }],
])('%s is no mark', (_, kept) => {
  expect(readStoredMark(kept)).toBeUndefined();
});
