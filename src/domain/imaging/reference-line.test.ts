import { describe, expect, it } from 'vitest';
import { imagePointOf, pointOfImage, referenceLine, shareFrame, type PlacedImage } from './reference-line.ts';

/** 100 × 100 pixels of 2 mm around the middle of the body, at a height. */
const axial = (z: number): PlacedImage => ({
  columns: 100,
  rows: 100,
  attributes: {
    ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
    ImagePositionPatient: [-99, -99, z],
    PixelSpacing: [2, 2],
  },
});

/** 50 columns of 4 mm and 100 rows of 3 mm, from 150 mm down, in the middle from front to back. */
const scout: PlacedImage = {
  columns: 50,
  rows: 100,
  attributes: {
    ImageOrientationPatient: [1, 0, 0, 0, 0, -1],
    ImagePositionPatient: [-98, 0, 148.5],
    PixelSpacing: [3, 4],
  },
};

describe('the line of a slice on a scout', () => {
  it('lies at its height, as wide as the slice', () => {
    // 150 mm − 30 mm are 40 rows of 3 mm.
    expect(referenceLine(axial(30), scout)).toEqual([
      [50, 40],
      [0, 40],
    ]);
  });

  it('ends at the edge of the image, and of the slice', () => {
    const narrow = { ...axial(30), columns: 50 };
    const [start, end] = referenceLine(narrow, scout) ?? [];
    expect([start?.[0], end?.[0]].toSorted((a = 0, b = 0) => a - b)).toEqual([0, 25]);
  });

  it('is none above the scout, between parallel planes, and without a place', () => {
    expect(referenceLine(axial(151), scout)).toBeUndefined();
    expect(referenceLine(axial(30), axial(30))).toBeUndefined();
    expect(referenceLine(axial(30), axial(40))).toBeUndefined();
    expect(referenceLine({ ...axial(30), attributes: {} }, scout)).toBeUndefined();
  });

  it('slopes for a tilted slice', () => {
    const tilted: PlacedImage = {
      columns: 100,
      rows: 100,
      attributes: {
        ImageOrientationPatient: [0.8, 0, 0.6, 0, 1, 0],
        ImagePositionPatient: [-79.2, -99, -59.4],
        PixelSpacing: [2, 2],
      },
    };
    const line = referenceLine(tilted, scout);
    const sorted = line?.toSorted((a, b) => a[0] - b[0]);
    // From (−80, −60) to (80, 60) mm, left and up.
    expect(sorted?.[0]?.[0]).toBeCloseTo(5, 6);
    expect(sorted?.[0]?.[1]).toBeCloseTo(70, 6);
    expect(sorted?.[1]?.[0]).toBeCloseTo(45, 6);
    expect(sorted?.[1]?.[1]).toBeCloseTo(30, 6);
  });
});

describe('a point of an image', () => {
  it('is in the patient where the image says, and back', () => {
    expect(pointOfImage(scout, [0.5, 0.5])).toEqual([-98, 0, 148.5]);
    expect(pointOfImage(scout, [25, 50])).toEqual([0, 0, 0]);
    expect(imagePointOf(scout, [0, 12, 0])).toEqual([25, 50]);
    expect(pointOfImage({ ...scout, attributes: {} }, [0, 0])).toBeUndefined();
  });
});

it('images are in one frame of reference where both name the same', () => {
  const [one, other] = [{ FrameOfReferenceUID: '1.2' }, { FrameOfReferenceUID: '1.3' }];
  expect([shareFrame(one, { ...one }), shareFrame(one, other), shareFrame({}, {})]).toEqual([
    true,
    false,
    false,
  ]);
});
