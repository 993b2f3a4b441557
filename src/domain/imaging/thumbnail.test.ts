import { describe, expect, it } from 'vitest';
import type { ImageAttributes } from './image-attributes.ts';
import { makeThumbnail } from './thumbnail.ts';

const attributes = (more: Partial<ImageAttributes> = {}): ImageAttributes => ({
  windows: [{ center: 128, width: 256, explanation: '' }],
  voiLuts: [],
  ...more,
});

/** Left half 0, right half 255. */
const halves = (columns: number, rows: number) => ({
  kind: 'grey' as const,
  columns,
  rows,
  data: Uint8Array.from({ length: columns * rows }, (_, at) => (at % columns < columns / 2 ? 0 : 255)),
});

const shapeOf = (more: Partial<ImageAttributes>) => {
  const { columns, rows } = makeThumbnail(halves(400, 200), attributes(more), false, 100);
  return [columns, rows];
};

describe('a thumbnail', () => {
  it('keeps the aspect ratio within the side asked for', () => {
    const { columns, rows } = makeThumbnail(halves(400, 200), attributes(), false, 100);
    expect([columns, rows]).toEqual([100, 50]);
  });

  it('has the shape of the image, where pixels are not square', () => {
    expect(shapeOf({ PixelSpacing: [5, 1] })).toEqual([40, 100]);
    expect(shapeOf({ ImagerPixelSpacing: [0.1, 0.2] })).toEqual([100, 25]);
    expect(shapeOf({ PixelAspectRatio: [2, 1] })).toEqual([100, 100]);
  });

  it('shows the image through its own window and polarity', () => {
    const plain = makeThumbnail(halves(400, 400), attributes(), false, 10);
    expect([plain.data[0], plain.data[9]]).toEqual([0, 255]);
    const inverse = makeThumbnail(
      halves(400, 400),
      attributes({ PhotometricInterpretation: 'MONOCHROME1' }),
      false,
      10,
    );
    expect([inverse.data[0], inverse.data[9]]).toEqual([255, 0]);
  });

  it('averages what lies between two values', () => {
    const { data } = makeThumbnail(halves(90, 90), attributes(), false, 3);
    // The middle pixel stands for 15 dark and 15 bright columns: 1 or 2 of its 3 sample columns are bright.
    expect([85, 170]).toContain(data[1]);
  });

  it('never enlarges', () => {
    const { columns, rows } = makeThumbnail(halves(8, 4), attributes(), false, 100);
    expect([columns, rows]).toEqual([8, 4]);
  });

  it('keeps colours', () => {
    const pixels = {
      kind: 'rgb' as const,
      columns: 2,
      rows: 1,
      data: Uint8Array.from([255, 0, 0, 0, 0, 255]),
    };
    expect([...makeThumbnail(pixels, attributes(), false, 2).data]).toEqual([255, 0, 0, 0, 0, 255]);
  });
});
