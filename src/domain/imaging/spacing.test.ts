import { describe, expect, test } from 'vitest';
import { filedAspect, pixelShape, spacingOf, withoutSpacing } from './spacing.ts';

const DX = { Modality: 'DX' };

describe('a length on a projection X-ray', () => {
  test('with the detector’s spacing alone is one at the detector', () => {
    expect(spacingOf({ ...DX, ImagerPixelSpacing: [0.143, 0.15] })).toEqual({
      kind: 'detector',
      rowMm: 0.143,
      columnMm: 0.15,
    });
  });

  test('with an equal Pixel Spacing is one at the detector', () => {
    expect(spacingOf({ ...DX, ImagerPixelSpacing: [0.143, 0.143], PixelSpacing: [0.143, 0.143] }).kind).toBe(
      'detector',
    );
    expect(
      spacingOf({ ...DX, ImagerPixelSpacing: [0.143, 0.143], PixelSpacing: [0.143001, 0.143] }).kind,
    ).toBe('detector');
  });

  test('with Pixel Spacing alone is one at the detector', () => {
    expect(spacingOf({ Modality: 'CR', PixelSpacing: [0.2, 0.1] })).toEqual({
      kind: 'detector',
      rowMm: 0.2,
      columnMm: 0.1,
    });
  });

  test('with another Pixel Spacing is calibrated', () => {
    expect(spacingOf({ ...DX, ImagerPixelSpacing: [0.143, 0.143], PixelSpacing: [0.13, 0.143] })).toEqual({
      kind: 'calibrated',
      rowMm: 0.13,
      columnMm: 0.143,
    });
  });

  test('with a Calibration Type is calibrated, and says how', () => {
    expect(spacingOf({ ...DX, PixelSpacing: [0.13, 0.13], PixelSpacingCalibrationType: 'FIDUCIAL' })).toEqual(
      { kind: 'calibrated', rowMm: 0.13, columnMm: 0.13, calibrationType: 'FIDUCIAL' },
    );
  });

  test('with a magnification is the detector’s divided by it', () => {
    const magnified = {
      ...DX,
      ImagerPixelSpacing: [0.15, 0.3],
      EstimatedRadiographicMagnificationFactor: 1.5,
    } as const;
    expect(spacingOf(magnified)).toEqual({
      kind: 'magnified',
      rowMm: 0.15 / 1.5,
      columnMm: 0.3 / 1.5,
      factor: 1.5,
    });
    expect(spacingOf({ ...magnified, PixelSpacing: [0.12, 0.24] }).kind).toBe('calibrated');
  });

  test('with a magnification but no detector spacing is not divided', () => {
    expect(
      spacingOf({ ...DX, PixelSpacing: [0.2, 0.2], EstimatedRadiographicMagnificationFactor: 1.1 }),
    ).toEqual({
      kind: 'detector',
      rowMm: 0.2,
      columnMm: 0.2,
    });
  });

  test('without any spacing is counted in pixels', () => {
    expect(spacingOf({ ...DX, PixelSpacingCalibrationType: 'GEOMETRY' })).toEqual({ kind: 'none' });
  });
});

describe('a length in a cross-section', () => {
  test('is one in the patient', () => {
    expect(spacingOf({ Modality: 'CT', PixelSpacing: [0.7, 0.8] })).toEqual({
      kind: 'patient',
      rowMm: 0.7,
      columnMm: 0.8,
    });
    expect(spacingOf({ PixelSpacing: [0.7, 0.8], ImageOrientationPatient: [1, 0, 0, 0, 1, 0] }).kind).toBe(
      'patient',
    );
  });

  test('without Pixel Spacing is counted in pixels', () => {
    expect(spacingOf({ Modality: 'CT', ImagerPixelSpacing: [0.7, 0.8] })).toEqual({ kind: 'none' });
  });
});

test('an image of unknown modality and orientation is taken for a projection', () => {
  expect(spacingOf({ PixelSpacing: [0.7, 0.8] }).kind).toBe('detector');
});

describe('a length on a CT localizer', () => {
  test('is one in projection: depths are not told apart', () => {
    const scout = { Modality: 'CT', ImageType: ['ORIGINAL', 'PRIMARY', 'LOCALIZER'] };
    expect(spacingOf({ ...scout, PixelSpacing: [0.6, 0.5] })).toEqual({
      kind: 'projection',
      rowMm: 0.6,
      columnMm: 0.5,
    });
    expect(spacingOf(scout)).toEqual({ kind: 'none' });
    expect(
      spacingOf({ ...scout, ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'], PixelSpacing: [1, 1] }).kind,
    ).toBe('patient');
  });
});

describe('the shape of a pixel', () => {
  const ratio = { windows: [], voiLuts: [], PixelAspectRatio: [4, 3] as const };

  test('is that of its spacing, else of its aspect ratio, else a square', () => {
    expect(pixelShape({ ...ratio, PixelSpacing: [0.2, 0.1], ImagerPixelSpacing: [1, 1] })).toEqual([
      0.2, 0.1,
    ]);
    expect(pixelShape({ ...ratio, ImagerPixelSpacing: [0.3, 0.2] })).toEqual([0.3, 0.2]);
    expect(pixelShape(ratio)).toEqual([4, 3]);
    expect(pixelShape({})).toEqual([1, 1]);
  });

  test('is said where only the aspect ratio tells it', () => {
    expect(filedAspect(ratio)).toEqual([4, 3]);
    expect(filedAspect({ ...ratio, PixelAspectRatio: [2, 2] })).toBeUndefined();
    expect(filedAspect({ ...ratio, PixelSpacing: [1, 1] })).toBeUndefined();
    expect(filedAspect({ ...ratio, ImagerPixelSpacing: [1, 1] })).toBeUndefined();
    expect(filedAspect(withoutSpacing(ratio))).toBeUndefined();
  });
});
