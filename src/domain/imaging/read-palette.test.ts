import { describe, expect, test } from 'vitest';
import type { DicomElement } from './dicom-dataset.ts';
import { readPalette } from './read-palette.ts';
import { datasetOf } from './test-attributes.ts';

const bytes = (values: readonly number[], size: 1 | 2 = 2): DicomElement => ({
  vr: 'OW',
  values: [],
  bytes: size === 1 ? Uint8Array.from(values) : new Uint8Array(Uint16Array.from(values).buffer),
});

function segmented(descriptor: readonly number[], codes: readonly number[], size: 1 | 2 = 2) {
  const table = readPalette(
    datasetOf({
      RedPaletteColorLookupTableDescriptor: descriptor,
      GreenPaletteColorLookupTableDescriptor: descriptor,
      BluePaletteColorLookupTableDescriptor: descriptor,
      SegmentedRedPaletteColorLookupTableData: bytes(codes, size),
      SegmentedGreenPaletteColorLookupTableData: bytes(codes, size),
      SegmentedBluePaletteColorLookupTableData: bytes(codes, size),
    }),
    false,
    () => undefined,
  )?.red;
  return table && Array.from(table.entries);
}

const plain = (descriptor: readonly number[], entries: readonly number[]) =>
  datasetOf({
    RedPaletteColorLookupTableDescriptor: descriptor,
    GreenPaletteColorLookupTableDescriptor: descriptor,
    BluePaletteColorLookupTableDescriptor: descriptor,
    RedPaletteColorLookupTableData: bytes(entries),
    GreenPaletteColorLookupTableData: bytes(entries),
    BluePaletteColorLookupTableData: bytes(entries),
  });

describe('a palette', () => {
  test('has three tables of one depth', () => {
    const palette = readPalette(plain([3, 0, 16], [0, 1000, 65_535]), false, () => undefined);
    expect(palette?.green).toMatchObject({
      firstMapped: 0,
      bits: 16,
      entries: Uint16Array.of(0, 1000, 65_535),
    });
  });

  test('of 16 bits with nothing above 255 has 8', () => {
    const palette = readPalette(plain([3, 0, 16], [0, 100, 255]), false, () => undefined);
    expect(palette?.blue.bits).toBe(8);
  });

  test('begins below 0 where the pixels are signed', () => {
    const dataset = plain([3, 0xfffe, 16], [0, 1, 65_535]);
    expect(readPalette(dataset, true, () => undefined)?.red.firstMapped).toBe(-2);
    expect(readPalette(dataset, false, () => undefined)?.red.firstMapped).toBe(0xfffe);
  });

  test('is none without all three tables', () => {
    const { RedPaletteColorLookupTableDescriptor, RedPaletteColorLookupTableData } = {
      RedPaletteColorLookupTableDescriptor: [3, 0, 16],
      RedPaletteColorLookupTableData: bytes([0, 1, 2]),
    };
    const dataset = datasetOf({ RedPaletteColorLookupTableDescriptor, RedPaletteColorLookupTableData });
    expect(readPalette(dataset, false, () => undefined)).toBeUndefined();
    expect(readPalette(new Map(), false, () => undefined)).toBeUndefined();
  });
});

describe('segments of a palette', () => {
  test('are entries, or lines to an entry', () => {
    expect(segmented([6, 0, 16], [0, 2, 7, 300, 1, 4, 500])).toEqual([7, 300, 350, 400, 450, 500]);
  });

  test('may repeat earlier ones, by their place in bytes', () => {
    // The line at word 4, byte 8, goes from wherever the repetition begins.
    expect(segmented([8, 0, 16], [0, 2, 0, 100, 1, 2, 300, 0, 1, 0, 2, 1, 8, 0])).toEqual([
      0, 100, 200, 300, 0, 150, 300,
    ]);
    expect(segmented([5, 0, 8], [0, 2, 9, 10, 1, 2, 20, 2, 1, 0, 0, 0, 0, 0], 1)).toEqual([9, 10, 15, 20, 9]);
  });

  test.each([
    ['cut off', [0, 5, 1, 2]],
    ['of no kind', [3, 1, 1, 1]],
    ['a line without a beginning', [1, 2, 100]],
    ['a repetition of itself', [0, 1, 5, 2, 1, 6, 0]],
    ['a repetition of a repetition', [0, 1, 5, 2, 1, 0, 0, 2, 1, 6, 0]],
  ])('that are %s are none', (_, codes) => {
    expect(segmented([9, 0, 16], codes)).toBeUndefined();
  });

  test('that only repeat nothing come to an end', () => {
    const nothing = Array.from({ length: 60_000 }, () => 0);
    const repeats = Array.from({ length: 10_000 }, () => [2, 20_000, 6, 0]).flat();
    expect(segmented([60_000, 0, 16], [0, 1, 5, ...nothing, ...repeats])).toBeUndefined();
  });
});
