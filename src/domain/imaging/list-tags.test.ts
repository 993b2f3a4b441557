import { describe, expect, it } from 'vitest';
import type { DicomDataset, DicomElement } from './dicom-dataset.ts';
import { findTags, listTags } from './list-tags.ts';

const dataset = (elements: Readonly<Record<string, DicomElement>>): DicomDataset =>
  new Map(Object.entries(elements));
const element = (vr: string, ...values: DicomElement['values']): DicomElement => ({ vr, values });

const KEYWORDS = {
  '00080060': 'Modality',
  '00081030': 'StudyDescription',
  '00100030': 'PatientBirthDate',
  '00281050': 'WindowCenter',
  '00283006': 'LUTData',
  '00283010': 'VOILUTSequence',
};

const ROWS = listTags(
  dataset({
    '00283010': element('SQ', dataset({ '00283006': { vr: 'OW', values: [], bytes: new Uint8Array(512) } })),
    '00281050': element('DS', 2048, 1024),
    '00080060': element('CS', 'DX'),
    '00081030': element('LO', 'TORAX PA'),
    '00100030': element('DA', '19530214'),
    '00091010': element('LO', 'maker'),
    '00204000': element('LT', 'typed'),
  }),
  KEYWORDS,
);

describe('listTags', () => {
  it('has every attribute in the order of tags, those of sequences below them', () => {
    expect(ROWS.map(({ tag, keyword, value, depth }) => [tag, keyword, value, depth])).toEqual([
      ['00080060', 'Modality', 'DX', 0],
      ['00081030', 'StudyDescription', 'TORAX PA', 0],
      ['00091010', '', 'maker', 0],
      ['00100030', 'PatientBirthDate', '19530214', 0],
      ['00204000', '', 'typed', 0],
      ['00281050', 'WindowCenter', '2048\\1024', 0],
      ['00283010', 'VOILUTSequence', '[1]', 0],
      ['00283006', 'LUTData', '512 B', 1],
    ]);
  });

  it('marks birth dates, descriptors, free text and attributes of makers', () => {
    expect(ROWS.filter(({ personal }) => personal).map(({ tag }) => tag)).toEqual([
      '00081030',
      '00091010',
      '00100030',
      '00204000',
    ]);
  });

  it('is bounded, whatever is in the file', () => {
    const many = dataset(
      Object.fromEntries(
        Array.from({ length: 5_000 }, (_, at) => [
          (at + 0x10).toString(16).padStart(8, '0'),
          element('LO', 'x'.repeat(1e4)),
        ]),
      ),
    );
    const rows = listTags(many, {});
    expect(rows).toHaveLength(2_000);
    expect(rows[0]?.value).toHaveLength(4_001);
    const lut = dataset({ '00283006': element('US', ...Array.from({ length: 4_096 }, (_, at) => at)) });
    expect(listTags(lut, {})).toMatchObject([
      { count: 4_096, value: expect.stringMatching(/^0\\1\\2\\.*…$/) },
    ]);
    let deep = dataset({ '00080060': element('CS', 'DX') });
    for (let depth = 0; depth < 50; depth++) deep = dataset({ '00283010': element('SQ', deep) });
    expect(listTags(deep, {})).toHaveLength(5);
  });
});

const tags = (search: string, personal = false) => findTags(ROWS, search, personal).map(({ tag }) => tag);

describe('findTags', () => {
  it('looks in tag, keyword and value, for every word', () => {
    expect(tags('window 1024')).toEqual(['00281050']);
    expect(tags('(0028,1050)')).toEqual(['00281050']);
    expect(tags('dx')).toEqual(['00080060']);
    expect(tags('')).toHaveLength(ROWS.length);
  });

  it('does not find what is hidden by its value', () => {
    expect(tags('1953')).toEqual([]);
    expect(tags('1953', true)).toEqual(['00100030']);
  });
});
