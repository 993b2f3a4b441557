import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TAG, type DicomElement, type DicomValue } from './dicom-dataset.ts';
import { readImageAttributes } from './read-image-attributes.ts';
import { datasetOf } from './test-attributes.ts';

const read = (values: Parameters<typeof datasetOf>[0]) => readImageAttributes(datasetOf(values));
const issue = (tag: string, value: string) => ({ code: 'SIDECAR_VALUE', facts: { tag, value } });
const text = (value: string): DicomElement => ({ vr: 'UN', values: [value] });
const EMPTY = { windows: [], voiLuts: [] };

describe('the attributes of an image', () => {
  test('of an empty dataset are none, without an issue', () => {
    expect(read({})).toEqual({ attributes: EMPTY, issues: [] });
  });

  test('of elements without value are none, without an issue', () => {
    const empty: readonly DicomValue[] = [];
    expect(
      read({ Rows: empty, PixelSpacing: empty, ImageOrientationPatient: empty, WindowCenter: [''] }),
    ).toEqual({
      attributes: EMPTY,
      issues: [],
    });
  });

  test('of a film are read as filed', () => {
    const { attributes, issues } = read({
      Modality: ['DX'],
      ImageType: ['ORIGINAL', 'PRIMARY', ''],
      Rows: [2336],
      Columns: [2836],
      SamplesPerPixel: [1],
      PhotometricInterpretation: ['MONOCHROME1'],
      BitsAllocated: [16],
      BitsStored: [14],
      HighBit: [13],
      PixelRepresentation: [0],
      WindowCenter: [8192, 7000, 9000],
      WindowWidth: [16384, 9000, 20_000],
      WindowCenterWidthExplanation: ['NORMAL', 'HARDER', 'SOFTER'],
      VOILUTFunction: ['SIGMOID'],
      PresentationLUTShape: ['INVERSE'],
      ImagerPixelSpacing: [0.143, 0.143],
      PatientOrientation: ['L', 'F'],
      ViewPosition: ['AP'],
      SeriesDescription: ['portátil AP'],
      BurnedInAnnotation: ['NO'],
      LongitudinalTemporalInformationModified: ['MODIFIED'],
      StudyDate: ['20200318'],
    });
    expect(issues).toEqual([]);
    expect(attributes).toEqual({
      Modality: 'DX',
      ImageType: ['ORIGINAL', 'PRIMARY', ''],
      Rows: 2336,
      Columns: 2836,
      SamplesPerPixel: 1,
      PhotometricInterpretation: 'MONOCHROME1',
      BitsAllocated: 16,
      BitsStored: 14,
      HighBit: 13,
      PixelRepresentation: 0,
      windows: [
        { center: 8192, width: 16384, explanation: 'NORMAL' },
        { center: 7000, width: 9000, explanation: 'HARDER' },
        { center: 9000, width: 20_000, explanation: 'SOFTER' },
      ],
      VOILUTFunction: 'SIGMOID',
      voiLuts: [],
      PresentationLUTShape: 'INVERSE',
      ImagerPixelSpacing: [0.143, 0.143],
      PatientOrientation: ['L', 'F'],
      ViewPosition: 'AP',
      SeriesDescription: 'portátil AP',
      BurnedInAnnotation: false,
      datesModified: true,
      date: 20200318,
    });
  });

  test('are read out of texts joined by a backslash, whatever the VR says', () => {
    const { attributes, issues } = read({
      Rows: text('512'),
      PixelSpacing: text('0.7\\0.8'),
      PixelAspectRatio: text('4\\3'),
      ImageOrientationPatient: text('1\\0\\0\\0\\1\\0'),
      ImagePositionPatient: text('-180.5\\-190\\1.5e2'),
      WindowCenter: text('40\\-600'),
      WindowWidth: text('400\\1500'),
      RescaleType: { vr: 'US', values: ['HU'] },
      PresentationLUTShape: { vr: 'DS', values: ['identity '] },
    });
    expect(issues).toEqual([]);
    expect(attributes).toMatchObject({
      Rows: 512,
      PixelSpacing: [0.7, 0.8],
      PixelAspectRatio: [4, 3],
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      ImagePositionPatient: [-180.5, -190, 150],
      windows: [
        { center: 40, width: 400 },
        { center: -600, width: 1500 },
      ],
      RescaleType: 'HU',
      PresentationLUTShape: 'IDENTITY',
    });
  });

  test.each([
    ['Rows', [0], '0'],
    ['Rows', [-5], '-5'],
    ['Columns', ['wide'], 'wide'],
    ['Columns', [10.5], '10.5'],
    ['NumberOfFrames', ['1A'], '1A'],
    ['PixelRepresentation', [2], '2'],
    ['PixelSpacing', [0, 0], '0\\0'],
    ['PixelSpacing', [0.1], '0.1'],
    ['ImagerPixelSpacing', [0.1, -0.1], '0.1\\-0.1'],
    ['PixelAspectRatio', [1, 0], '1\\0'],
    ['RescaleSlope', [0], '0'],
    ['EstimatedRadiographicMagnificationFactor', [0], '0'],
    ['ImageOrientationPatient', [1, 0, 0, 1, 0, 0], '1\\0\\0\\1\\0\\0'],
    ['ImageOrientationPatient', [2, 0, 0, 0, 1, 0], '2\\0\\0\\0\\1\\0'],
    ['ImagePositionPatient', [1, 2], '1\\2'],
    ['VOILUTFunction', ['CURVED'], 'CURVED'],
    ['StudyDate', ['20201345'], '20201345'],
  ] as const)('leave out %s %j, which cannot be', (keyword, values, value) => {
    expect(read({ [keyword]: values })).toEqual({ attributes: EMPTY, issues: [issue(TAG[keyword], value)] });
  });

  test('keep bits that fit each other', () => {
    const { attributes, issues } = read({ BitsAllocated: [16], BitsStored: [17], HighBit: [3] });
    expect(attributes).toMatchObject({ BitsAllocated: 16, HighBit: 3 });
    expect(attributes.BitsStored).toBeUndefined();
    expect(issues).toEqual([issue(TAG.BitsStored, '17')]);
    expect(read({ BitsAllocated: [16], BitsStored: [12], HighBit: [10] }).attributes.HighBit).toBeUndefined();
  });

  test('drop a window without positive width and keep the others', () => {
    const { attributes, issues } = read({ WindowCenter: [40, 50, 60], WindowWidth: [400, 0] });
    expect(attributes.windows).toEqual([{ center: 40, width: 400, explanation: '' }]);
    expect(issues).toEqual([issue(TAG.WindowWidth, '400\\0')]);
  });

  test('say of a centre without any width that it is no window', () => {
    expect(read({ WindowCenter: [40] })).toEqual({
      attributes: EMPTY,
      issues: [issue(TAG.WindowCenter, '40')],
    });
  });

  test('take padding values in the sign of the pixels', () => {
    expect(read({ PixelRepresentation: [1], PixelPaddingValue: [63536] }).attributes.PixelPaddingValue).toBe(
      -2000,
    );
    expect(read({ PixelRepresentation: [0], PixelPaddingValue: [-2000] }).attributes.PixelPaddingValue).toBe(
      63536,
    );
    expect(read({ PixelRepresentation: [1], PixelPaddingValue: [-2000] }).attributes.PixelPaddingValue).toBe(
      -2000,
    );
  });

  test('take the first mapped value of a VOI LUT with the sign of the modality values', () => {
    const sequence = [datasetOf({ LUTDescriptor: [2, 0xfc00, 8], LUTData: [0, 255] })];
    const first = (values: Parameters<typeof datasetOf>[0]) =>
      read({ ...values, VOILUTSequence: sequence }).attributes.voiLuts[0]?.firstMapped;
    expect(first({ PixelRepresentation: [0] })).toBe(0xfc00);
    expect(first({ PixelRepresentation: [1] })).toBe(-1024);
    expect(first({ PixelRepresentation: [0], RescaleIntercept: [-1024], RescaleSlope: [1] })).toBe(-1024);
    expect(first({ PixelRepresentation: [1], ModalityLUTSequence: sequence })).toBe(0xfc00);
  });

  test('keep every usable item of a VOI LUT Sequence, with its explanation', () => {
    const { attributes, issues } = read({
      VOILUTSequence: [
        datasetOf({ LUTDescriptor: [2, 0, 12], LUTData: [0, 4095], LUTExplanation: ['NORMAL'] }),
        datasetOf({ LUTDescriptor: [2, 0, 12] }),
        datasetOf({ LUTDescriptor: [2, 5, 12], LUTData: [1, 4095], LUTExplanation: ['HARDER'] }),
      ],
    });
    expect(attributes.voiLuts.map(({ explanation, firstMapped }) => [explanation, firstMapped])).toEqual([
      ['NORMAL', 0],
      ['HARDER', 5],
    ]);
    expect(issues).toEqual([issue(TAG.LUTData, '')]);
  });

  test('name the procedure by its code meaning, else by the study description', () => {
    const ProcedureCodeSequence = [datasetOf({ CodeMeaning: ['RX TORAX, PA O AP'] })];
    expect(read({ ProcedureCodeSequence, StudyDescription: ['x'] }).attributes.procedure).toBe(
      'RX TORAX, PA O AP',
    );
    expect(read({ StudyDescription: ['TORAX'] }).attributes.procedure).toBe('TORAX');
  });

  test('have the padding of floating-point pixels where there is no other', () => {
    expect(
      read({ FloatPixelPaddingValue: [-1.5], FloatPixelPaddingRangeLimit: [2.5] }).attributes,
    ).toMatchObject({
      PixelPaddingValue: -1.5,
      PixelPaddingRangeLimit: 2.5,
    });
    expect(read({ DoubleFloatPixelPaddingValue: [0.25] }).attributes.PixelPaddingValue).toBe(0.25);
    expect(read({ PixelPaddingValue: [3], FloatPixelPaddingValue: [4] }).attributes.PixelPaddingValue).toBe(
      3,
    );
  });

  test('take the first date that is one', () => {
    expect(read({ SeriesDate: ['2020.03.18'] }).attributes.date).toBe(20200318);
    expect(read({ StudyDate: [''], AcquisitionDate: [20200319] }).attributes.date).toBe(20200319);
  });

  test('never throw, and never let an unusable number through', () => {
    const value = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.string(),
      fc.constantFrom('NaN', '1\\2', '', 'YES', 'MONOCHROME1', Infinity),
    );
    const keywords = Object.keys(TAG) as (keyof typeof TAG)[];
    const element = fc.record({
      vr: fc.constantFrom('DS', 'US', 'SQ', 'XX'),
      values: fc.array(fc.oneof(value, fc.constant(datasetOf({ LUTDescriptor: [2, 0, 8], LUTData: [1] })))),
      bytes: fc.uint8Array({ maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keywords), element), (elements) => {
        const { attributes, issues } = readImageAttributes(datasetOf(elements));
        const numbers = Object.values(attributes).filter((found) => typeof found === 'number');
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(attributes.windows.every(({ width }) => width > 0)).toBe(true);
        expect(
          issues.every((found) => found.code === 'SIDECAR_VALUE' && typeof found.facts?.tag === 'string'),
        ).toBe(true);
      }),
    );
  });
});
