import { describe, expect, it } from 'vitest';
import type { DicomDataset, DicomElement } from './dicom-dataset.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { readShutter } from './shutter.ts';

const dataset = (elements: Readonly<Record<string, readonly (string | number)[]>>): DicomDataset =>
  new Map(
    Object.entries(elements).map(([tag, values]): [string, DicomElement] => [tag, { vr: 'IS', values }]),
  );

const SIZE = { columns: 100, rows: 200 };
const SQUARE: ImageAttributes = { windows: [], voiLuts: [] };

const RECTANGLE = {
  '00181602': [11],
  '00181604': [90],
  '00181606': [21],
  '00181608': [180],
};

const greyFor = (value: number): number | undefined =>
  readShutter(dataset({ '00181600': ['RECTANGULAR'], ...RECTANGLE, '00181622': [value] }), SQUARE, SIZE)
    ?.grey;

describe('the display shutter', () => {
  it('is none without a shape, and none where the shape cannot be', () => {
    expect(readShutter(dataset(RECTANGLE), SQUARE, SIZE)).toBeUndefined();
    expect(
      readShutter(dataset({ '00181600': ['RECTANGULAR'], ...RECTANGLE, '00181604': [5] }), SQUARE, SIZE),
    ).toBe(undefined);
    expect(
      readShutter(dataset({ '00181600': ['CIRCULAR'], '00181610': [50, 50] }), SQUARE, SIZE),
    ).toBeUndefined();
    expect(
      readShutter(dataset({ '00181600': ['POLYGONAL'], '00181620': [1, 1, 2, 2] }), SQUARE, SIZE),
    ).toBeUndefined();
  });

  it('leaves columns 11 to 90 and rows 21 to 180 of a rectangle, counted from 1', () => {
    expect(readShutter(dataset({ '00181600': ['RECTANGULAR'], ...RECTANGLE }), SQUARE, SIZE)).toEqual({
      covered: ['M-1 -1H101V201H-1ZM10 20H90V180H10Z'],
      grey: 0,
    });
  });

  it('has a circle about the middle of its centre pixel, and a polygon through the middles of its corners', () => {
    // Row 101, column 51: the middle of that pixel is 50.5 across and 100.5 down.
    const both = dataset({
      '00181600': ['CIRCULAR', 'POLYGONAL'],
      '00181610': [101, 51],
      '00181612': [40],
      '00181620': [1, 1, 1, 100, 200, 100],
    });
    expect(readShutter(both, SQUARE, SIZE)?.covered).toEqual([
      'M-1 -1H101V201H-1ZM10.5 100.5A40 40 0 1 0 90.5 100.5A40 40 0 1 0 10.5 100.5Z',
      'M-1 -1H101V201H-1ZM0.5 0.5L99.5 0.5L99.5 199.5Z',
    ]);
  });

  it.each([
    { PixelSpacing: [0.4, 0.2] },
    { ImagerPixelSpacing: [0.4, 0.2] },
    { PixelAspectRatio: [2, 1] },
    { PixelSpacing: [0.4, 0.2], PixelAspectRatio: [1, 3] },
  ] as const)('is round on pixels that are twice as high as wide: %o', (shape) => {
    const circle = dataset({ '00181600': ['CIRCULAR'], '00181610': [101, 51], '00181612': [40] });
    // 40 pixels along a row are as long as 20 along a column.
    expect(readShutter(circle, { ...SQUARE, ...shape }, SIZE)?.covered).toEqual([
      'M-1 -1H101V201H-1ZM10.5 100.5A40 20 0 1 0 90.5 100.5A40 20 0 1 0 10.5 100.5Z',
    ]);
  });

  it('is as light as the file asks, of 65,535 for white', () => {
    expect([0, 32_768, 65_535, 70_000].map(greyFor)).toEqual([0, 128, 255, 255]);
  });
});
