import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import { countAreas } from '../../domain/segmentation/label-map.ts';
import { openCoco } from './coco-file.ts';
import { decodeCoco, decodeCocoEntry } from './coco-polygons.ts';

const bytesOf = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

const COCO = {
  images: [
    { id: 1, file_name: 'other.png', width: 4, height: 4 },
    { id: 2, file_name: 'images/film.png', width: 10, height: 8 },
  ],
  categories: [
    { id: 30, name: ' consolidation ' },
    { id: 31, name: 'pleural effusion' },
  ],
  annotations: [
    { image_id: 2, category_id: 31, segmentation: [[0, 0, 2, 0, 2, 3, 0, 3]] },
    { image_id: 1, category_id: 30, segmentation: [[0, 0, 4, 0, 4, 4, 0, 4]] },
    { image_id: 2, category_id: 30, segmentation: [[1, 1, 5, 1, 5, 3, 1, 3]] },
    { image_id: 2, category_id: 30, segmentation: [[4, 2, 7, 2, 7, 4, 4, 4]], bbox: [4, 2, 3, 2] },
  ],
};

/** Pixels by name. */
const areas = (bytes: Uint8Array, name: string): Record<string, number> => {
  const mask = decodeCoco(bytes, name);
  const found: Record<string, number> = {};
  for (const { map } of mask.planes())
    for (const [value, area] of countAreas(map)) found[mask.names.get(value) ?? value] = area;
  return found;
};

const faultOf = (json: unknown): unknown => {
  try {
    for (const _ of decodeCoco(bytesOf(json), 'film.png').planes());
    return undefined;
  } catch (thrown) {
    return thrown instanceof MidscopeError ? thrown.issue.facts : thrown;
  }
};

const withSegmentation = (segmentation: unknown) => ({
  ...COCO,
  annotations: [{ image_id: 2, category_id: 30, segmentation }],
});

const sized = (width: unknown, height: unknown) => ({
  ...COCO,
  images: [{ id: 2, file_name: 'film.png', width, height }],
});

describe('decodeCoco', () => {
  it('has one segment per category of the image, its overlaps counted once, its name trimmed', () => {
    // 4 × 2 and 3 × 2 pixels that share one; the effusion lies over the consolidation's corner and keeps all its 6.
    expect(areas(bytesOf(COCO), 'film.png')).toEqual({ consolidation: 13, 'pleural effusion': 6 });
    expect(areas(bytesOf(COCO), 'other.png')).toEqual({ consolidation: 16 });
    expect(decodeCoco(bytesOf(COCO), 'film.png')).toMatchObject({ columns: 10, rows: 8, slices: 1 });
  });

  it('takes the only image whatever it is called, and none of several that are all called otherwise', () => {
    const only = { ...COCO, images: COCO.images.slice(1) };
    expect(areas(bytesOf(only), 'renamed.png')).toEqual({ consolidation: 13, 'pleural effusion': 6 });
    expect(() => decodeCoco(bytesOf(COCO), 'renamed.png')).toThrow('no-such-image');
  });

  it('numbers a category without a name', () => {
    expect(areas(bytesOf({ ...COCO, categories: [] }), 'other.png')).toEqual({ 1: 16 });
  });

  it('says what is no polygon', () => {
    for (const odd of [{}, [[1, 2, 3]], [['1', '2']], [[1, null]], 'RLE', undefined])
      expect(faultOf(withSegmentation(odd))).toEqual({ reason: 'not-polygons' });
    expect(faultOf(withSegmentation([]))).toBeUndefined();
  });

  it('refuses other JSON, sizes that are none, and sizes beyond measure before anything is allocated', () => {
    for (const other of [[], {}, { labels: { 1: 'x' } }, { images: 1, annotations: 2 }, null, 7])
      expect(faultOf(other)).toEqual({ reason: 'unknown-format' });
    for (const size of [0, -4, 2.5, '4', undefined])
      expect(faultOf(sized(size, 8))).toEqual({ reason: 'unknown-format' });
    expect(faultOf(sized(2 ** 20, 2 ** 20))).toEqual({ columns: 2 ** 20, rows: 2 ** 20 });
    expect(() => decodeCoco(new TextEncoder().encode('{"images": ['), 'film.png')).toThrow('broken-json');
  });

  it('fills run lengths, column by column, as a list and as a string', () => {
    // 8 rows: 2 outside, 3 inside in the first column; then the whole third column and one pixel of the fourth.
    const counts = [2, 3, 3 + 8, 9];
    // 11 is ';' of 48 + 11, 9 less 3 is '6'.
    for (const runs of [counts, '23;6']) {
      const crowd = withSegmentation({ counts: runs, size: [8, 10] });
      expect(areas(bytesOf(crowd), 'film.png')).toEqual({ consolidation: 12 });
      const [plane] = [...decodeCoco(bytesOf(crowd), 'film.png').planes()];
      const inside = Array.from(plane?.map.data ?? []).flatMap((value, at) => (value > 0 ? at : []));
      expect(inside).toEqual([2, 3, 12, 20, 22, 30, 32, 40, 42, 52, 62, 72].toSorted((a, b) => a - b));
    }
  });

  it('says what are no run lengths of the image', () => {
    for (const odd of [
      { counts: [3, 4], size: [10, 8] },
      { counts: [3, 4] },
      { counts: [80, 1], size: [8, 10] },
      { counts: 'P', size: [8, 10] },
      { counts: null, size: [8, 10] },
    ])
      expect(faultOf(withSegmentation(odd))).toEqual({ reason: 'not-run-lengths' });
  });

  it('decodes an entry by its place, if it is still of that name', () => {
    const file = openCoco(bytesOf(COCO));
    expect(decodeCocoEntry(file, 1, 'film.png')).toMatchObject({ columns: 10, rows: 8 });
    expect(() => decodeCocoEntry(file, 0, 'film.png')).toThrow('no-such-image');
    expect(() => decodeCocoEntry(file, 2, 'film.png')).toThrow('no-such-image');
  });

  it('either decodes or throws an error with a code, whatever the annotations are', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.array(fc.double())), (values, polygons) => {
        const annotations = [
          ...values,
          ...values.map((segmentation) => ({ image_id: 2, category_id: 30, segmentation })),
          { image_id: 2, category_id: values[0], segmentation: polygons },
        ];
        const fault = faultOf({ ...COCO, annotations, categories: values });
        expect(fault === undefined || !(fault instanceof Error)).toBe(true);
      }),
    );
  });
});
