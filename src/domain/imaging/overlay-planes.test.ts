import { describe, expect, it } from 'vitest';
import type { DicomDataset, DicomElement } from './dicom-dataset.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { asWholeWords, hasEmbeddedPlanes, readOverlayPlanes } from './overlay-planes.ts';

type Elements = Readonly<Record<string, readonly (string | number)[] | Uint8Array>>;

const dataset = (elements: Elements): DicomDataset =>
  new Map(
    Object.entries(elements).map(([tag, value]): [string, DicomElement] => [
      tag,
      value instanceof Uint8Array ? { vr: 'OW', values: [], bytes: value } : { vr: 'US', values: value },
    ]),
  );

/** Four columns, three rows: a square of two by two at the right end of the first two rows. */
const PLANE: Elements = {
  '60000010': [3],
  '60000011': [4],
  '60000040': ['G'],
  '60000050': [1, 1],
  // Row by row from the lowest bit on: 0011 0011 0000.
  '60003000': Uint8Array.of(0b11001100, 0b0000),
};

const outlineAt = (row: number, column: number) =>
  readOverlayPlanes(dataset({ ...PLANE, '60000050': [row, column] }), 0).planes[0]?.outline;

/** The same square in a bit of 16-bit words, of which the lower twelve are the value. */
function embedded(bit: number, attributes: Partial<ImageAttributes> = {}) {
  const { '60003000': _data, ...others } = PLANE;
  const elements = dataset({ ...others, '60000100': [16], '60000102': [bit] });
  const square = [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0];
  const words = {
    kind: 'grey',
    columns: 4,
    rows: 3,
    data: Uint16Array.from(square, (set, at) => set * 2 ** bit + at),
  } as const;
  const all = { windows: [], voiLuts: [], BitsAllocated: 16, BitsStored: 12, HighBit: 11, ...attributes };
  return { elements, found: readOverlayPlanes(elements, 0, { words, attributes: all }) };
}

describe('overlay planes in the words of the pixels', () => {
  it('are read from the bit they say', () => {
    for (const bit of [12, 14, 15]) {
      const { elements, found } = embedded(bit);
      expect(hasEmbeddedPlanes(elements)).toBe(true);
      expect(found.issues).toEqual([]);
      expect(found.planes).toMatchObject([{ group: '6000', outline: 'M2,0H4V2H2Z', areaPx: 4 }]);
    }
  });

  it('are none in a bit of the value, or in none of the word', () => {
    for (const { found } of [embedded(11), embedded(16), embedded(15, { BitsStored: 4, HighBit: 15 })])
      expect(found).toMatchObject({ planes: [], issues: [{ code: 'OVERLAY_INVALID' }] });
    expect(embedded(3, { BitsStored: 12, HighBit: 15 }).found.planes).toHaveLength(1);
  });

  it('need the words, which have no sign, no palette and all their bits', () => {
    expect(readOverlayPlanes(embedded(15).elements, 0).issues).toHaveLength(1);
    const filed = { windows: [], voiLuts: [], BitsAllocated: 16, BitsStored: 12, PixelRepresentation: 1 };
    expect(asWholeWords(filed)).toEqual({
      windows: [],
      voiLuts: [],
      BitsAllocated: 16,
      BitsStored: 16,
      HighBit: 15,
      PhotometricInterpretation: 'MONOCHROME2',
    });
  });
});

describe('overlay planes', () => {
  it('are read from the lowest bit on, row by row', () => {
    const { planes, issues } = readOverlayPlanes(dataset({ ...PLANE, '60001500': ['ROI 1'] }), 0);
    expect(issues).toEqual([]);
    expect(planes).toEqual([
      { group: '6000', kind: 'graphics', label: 'ROI 1', outline: 'M2,0H4V2H2Z', areaPx: 4 },
    ]);
  });

  it('lie where their origin says, which counts from 1 and may be outside', () => {
    expect(outlineAt(11, 21)).toBe('M22,10H24V12H22Z');
    expect(outlineAt(0, -1)).toBe('M0,-1H2V1H0Z');
  });

  it('of several frames give each frame its own, and none to a frame they do not reach', () => {
    // Two frames of 12 bits: the second has the lower left pixel alone, bit 12 + 8 = 20.
    const frames = dataset({
      ...PLANE,
      '60000015': [2],
      '60000051': [2],
      '60003000': Uint8Array.of(0b11001100, 0b0000, 0b10000),
    });
    expect([0, 1, 2, 3].map((frame) => readOverlayPlanes(frames, frame).planes[0]?.outline)).toEqual([
      undefined,
      'M2,0H4V2H2Z',
      'M0,2H1V3H0Z',
      undefined,
    ]);
    expect(readOverlayPlanes(frames, 0).issues).toEqual([]);
  });

  it('without a frame count lie on every frame', () => {
    expect(readOverlayPlanes(dataset(PLANE), 7).planes).toHaveLength(1);
  });

  it('that are cut short are said to be left out', () => {
    const cut = dataset({ ...PLANE, '60003000': Uint8Array.of(0b11001100) });
    expect(readOverlayPlanes(cut, 0)).toEqual({
      planes: [],
      issues: [{ code: 'OVERLAY_INVALID', facts: { group: '6000' } }],
    });
    const { '60003000': _data, ...without } = PLANE;
    expect(readOverlayPlanes(dataset(without), 0).issues).toHaveLength(1);
    expect(hasEmbeddedPlanes(dataset(without))).toBe(false);
  });

  it('of other groups are read too, each by itself', () => {
    const other = Object.fromEntries(
      Object.entries(PLANE).map(([tag, value]) => [tag.replace('6000', '601E'), value]),
    );
    const { planes } = readOverlayPlanes(dataset({ ...PLANE, ...other, '601E0040': ['R'] }), 0);
    expect(planes.map(({ group, kind }) => `${group} ${kind}`)).toEqual(['6000 graphics', '601E roi']);
  });
});
