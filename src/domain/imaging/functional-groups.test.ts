import { describe, expect, test } from 'vitest';
import type { DicomDataset } from './dicom-dataset.ts';
import { frameDataset } from './functional-groups.ts';
import { readImageAttributes } from './read-image-attributes.ts';
import { datasetOf } from './test-attributes.ts';

const window = (center: number, width: number) => datasetOf({ WindowCenter: [center], WindowWidth: [width] });
const rescale = (slope: number) => datasetOf({ RescaleSlope: [slope], RescaleIntercept: [-1024] });

const ENHANCED: DicomDataset = datasetOf({
  Modality: ['CT'],
  NumberOfFrames: [2],
  RescaleSlope: [7],
  SharedFunctionalGroupsSequence: [
    datasetOf({
      FrameVOILUTSequence: [window(40, 400)],
      PixelMeasuresSequence: [datasetOf({ PixelSpacing: [0.5, 0.75], SliceThickness: [2] })],
      PlaneOrientationSequence: [datasetOf({ ImageOrientationPatient: [1, 0, 0, 0, 1, 0] })],
    }),
  ],
  PerFrameFunctionalGroupsSequence: [
    datasetOf({
      PlanePositionSequence: [datasetOf({ ImagePositionPatient: [0, 0, 5] })],
      PixelValueTransformationSequence: [rescale(1)],
    }),
    datasetOf({
      PlanePositionSequence: [datasetOf({ ImagePositionPatient: [0, 0, 9] })],
      PixelValueTransformationSequence: [rescale(2)],
      FrameVOILUTSequence: [window(-600, 1500)],
    }),
  ],
});

const frame = (number: number) => readImageAttributes(ENHANCED, number).attributes;
const SHARED = {
  Modality: 'CT',
  PixelSpacing: [0.5, 0.75],
  SliceThickness: 2,
  ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
};

describe('a frame of an enhanced image', () => {
  test('has what all frames share, and its own rescale and place', () => {
    expect(frame(0)).toMatchObject({
      ...SHARED,
      RescaleSlope: 1,
      RescaleIntercept: -1024,
      ImagePositionPatient: [0, 0, 5],
      windows: [{ center: 40, width: 400 }],
    });
  });

  test('has its own window before the shared one', () => {
    expect(frame(1)).toMatchObject({
      ...SHARED,
      RescaleSlope: 2,
      ImagePositionPatient: [0, 0, 9],
      windows: [{ center: -600, width: 1500 }],
    });
  });

  test('without a group of its own has what is shared, and what the file says', () => {
    expect(frame(2)).toMatchObject({ ...SHARED, RescaleSlope: 7, windows: [{ center: 40 }] });
    expect(frame(2).ImagePositionPatient).toBeUndefined();
  });
});

test('a file without functional groups is what it is', () => {
  const dataset = datasetOf({ Rows: [2], PerFrameFunctionalGroupsSequence: [datasetOf({})] });
  expect(frameDataset(dataset, 0)).toBe(dataset);
});
