import { describe, expect, test } from 'vitest';
import { buildDisplayChain, type DisplayChainOptions } from './display-chain.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { applyModality } from './modality.ts';
import { attributesOf, greyPixels } from './test-attributes.ts';

const pixels = greyPixels(Uint16Array.from({ length: 101 }, (_, at) => at));
const build = (attributes: Partial<ImageAttributes>, options: Partial<DisplayChainOptions> = {}) =>
  buildDisplayChain({ attributes: attributesOf(attributes), pixels, ...options });

const lut = { firstMapped: 0, bits: 8, entries: Uint16Array.of(0, 255), explanation: '' };
const window = { center: 40, width: 400, explanation: '' };
const windowOf = (center: number, width: number, shape = 'LINEAR') => ({
  kind: 'window',
  function: shape,
  center,
  width,
});

describe('the values of interest', () => {
  test('are the first VOI LUT before any window', () => {
    const chain = build({ voiLuts: [lut], windows: [window] });
    expect(chain).toMatchObject({
      choice: { kind: 'lut', index: 0 },
      voi: { kind: 'lut', lut },
      guessed: [],
    });
    expect(chain.issues).toEqual([]);
  });

  test('are the first window without a VOI LUT, in the file’s function', () => {
    expect(build({ windows: [window], VOILUTFunction: 'SIGMOID' })).toMatchObject({
      choice: { kind: 'window', index: 0 },
      voi: windowOf(40, 400, 'SIGMOID'),
    });
  });

  test('are the 1–99 percentile where nothing is filed, and it is said', () => {
    expect(build({})).toMatchObject({
      choice: { kind: 'percentile' },
      voi: windowOf(50, 98, 'LINEAR_EXACT'),
      guessed: ['percentile'],
      issues: [{ code: 'VOI_MISSING' }],
    });
  });

  test('are the user’s choice among what is filed', () => {
    const other = { center: -600, width: 1500, explanation: 'LUNG' };
    const attributes = { voiLuts: [lut], windows: [window, other] };
    expect(build(attributes, { choice: { kind: 'window', index: 1 } }).voi).toEqual(windowOf(-600, 1500));
    expect(build(attributes, { choice: { kind: 'percentile' } })).toMatchObject({
      guessed: ['percentile'],
      issues: [],
    });
  });

  test('are a window from elsewhere, in the file’s function', () => {
    const choice = { kind: 'manual', center: 10, width: 20 } as const;
    expect(build({ VOILUTFunction: 'LINEAR_EXACT' }, { choice })).toMatchObject({
      choice,
      voi: windowOf(10, 20, 'LINEAR_EXACT'),
      guessed: [],
    });
    expect(build({}, { choice: { ...choice, kind: 'preset' } }).voi).toEqual(windowOf(10, 20));
  });

  test.each([
    { kind: 'lut', index: 1 },
    { kind: 'lut', index: -1 },
    { kind: 'window', index: 0.5 },
    { kind: 'manual', center: 10, width: 0 },
    { kind: 'preset', center: NaN, width: 10 },
    { kind: 'manual', center: 0, width: Infinity },
  ] as const)('are the file’s where %j cannot be had, and it is said', (choice) => {
    expect(build({ voiLuts: [lut], windows: [window] }, { choice })).toMatchObject({
      choice: { kind: 'lut', index: 0 },
      guessed: ['voi-choice'],
    });
  });
});

describe('without values of interest', () => {
  const choice = { kind: 'none' } as const;

  test('the stored bits are shown from end to end', () => {
    expect(build({ BitsStored: 12 }, { choice }).voi).toEqual(windowOf(2047.5, 4095, 'LINEAR_EXACT'));
    expect(build({}, { choice }).voi).toEqual(windowOf(32_767.5, 65_535, 'LINEAR_EXACT'));
    expect(build({}, { choice, pixels: greyPixels(Uint8Array.of(1)) }).voi).toEqual(
      windowOf(127.5, 255, 'LINEAR_EXACT'),
    );
  });

  test('signed values are shown from their least', () => {
    const signed = { choice, pixels: greyPixels(Int16Array.of(1)) };
    expect(build({ BitsStored: 12 }, signed).voi).toEqual(windowOf(-0.5, 4095, 'LINEAR_EXACT'));
  });

  test('the range is in modality units', () => {
    const rescaled = build({ BitsStored: 12, RescaleSlope: -1, RescaleIntercept: 100 }, { choice });
    expect(rescaled.voi).toEqual(windowOf(100 - 2047.5, 4095, 'LINEAR_EXACT'));
    expect(build({ modalityLut: { ...lut, bits: 10 } }, { choice }).voi).toEqual(
      windowOf(511.5, 1023, 'LINEAR_EXACT'),
    );
  });

  test('floating-point data are shown from their least to their largest value', () => {
    const data = greyPixels(Float32Array.of(-2, NaN, Infinity, 6));
    expect(build({}, { choice, pixels: data }).voi).toEqual(windowOf(2, 8, 'LINEAR_EXACT'));
    expect(build({}, { choice, pixels: greyPixels(Float32Array.of(NaN)) }).voi).toEqual(
      windowOf(0, 1, 'LINEAR_EXACT'),
    );
  });
});

describe('the modality transformation', () => {
  test('is a Modality LUT before slope and intercept', () => {
    const chain = build({ modalityLut: lut, RescaleSlope: 2, RescaleIntercept: 3 });
    expect(chain.modality).toEqual({ kind: 'lut', lut });
  });

  test('has slope 1 and intercept 0 where only the other is filed', () => {
    expect(build({ RescaleIntercept: -1024 }).modality).toEqual({
      kind: 'rescale',
      slope: 1,
      intercept: -1024,
    });
    expect(build({ RescaleSlope: 2 }).modality).toEqual({ kind: 'rescale', slope: 2, intercept: 0 });
  });

  test('is none where nothing is filed', () => {
    expect(build({}).modality).toEqual({ kind: 'none', reason: 'absent' });
  });

  test('is not applied again to values that went through it', () => {
    const chain = build({ RescaleSlope: 1, RescaleIntercept: -1024 }, { valuesAreModality: true });
    expect(chain.modality).toEqual({ kind: 'none', reason: 'applied' });
  });

  // pydicom 2.3.1, apply_modality_lut.
  test('agrees with pydicom', () => {
    const rescale = build({ RescaleSlope: 1.5, RescaleIntercept: -1024 }).modality;
    expect([-2000, -1, 0, 1, 3000].map((stored) => applyModality(rescale, stored))).toEqual([
      -4024, -1025.5, -1024, -1022.5, 3476,
    ]);
    const table = {
      firstMapped: 100,
      bits: 16,
      entries: Uint16Array.of(10, 200, 3000, 65_535),
      explanation: '',
    };
    const looked = build({ modalityLut: table }).modality;
    expect([0, 99, 100, 101, 102, 103, 104, 4095].map((stored) => applyModality(looked, stored))).toEqual([
      10, 10, 10, 200, 3000, 65_535, 65_535, 65_535,
    ]);
  });
});

describe('padding', () => {
  test('runs from the value to the limit, whichever is larger', () => {
    expect(build({ PixelPaddingValue: 5 }).padding).toEqual({ low: 5, high: 5 });
    expect(build({ PixelPaddingValue: 5, PixelPaddingRangeLimit: -3 }).padding).toEqual({ low: -3, high: 5 });
    expect(build({}).padding).toBeUndefined();
  });

  test('follows pixels that were rescaled', () => {
    const attributes = { PixelPaddingValue: -2000, RescaleSlope: 1, RescaleIntercept: -1024 };
    expect(build(attributes, { valuesAreModality: true }).padding).toEqual({ low: -3024, high: -3024 });
  });
});

describe('polarity', () => {
  test.each([
    ['MONOCHROME2', undefined, false, 'none'],
    ['MONOCHROME2', 'IDENTITY', false, 'none'],
    ['MONOCHROME2', 'INVERSE', true, 'INVERSE'],
    ['MONOCHROME1', undefined, true, 'MONOCHROME1'],
    ['MONOCHROME1', 'INVERSE', true, 'MONOCHROME1'],
    ['MONOCHROME1', 'IDENTITY', true, 'MONOCHROME1'],
    [undefined, 'INVERSE', true, 'INVERSE'],
    [undefined, undefined, false, 'none'],
  ] as const)('of %s with %s: inverted %s', (photometric, shape, inverted, reason) => {
    const attributes = {
      windows: [window],
      ...(photometric && { PhotometricInterpretation: photometric }),
      ...(shape && { PresentationLUTShape: shape }),
    };
    expect(build(attributes).polarity).toEqual({ inverted, reason, byUser: false });
    expect(build(attributes, { invert: true }).polarity).toEqual({
      inverted: !inverted,
      reason,
      byUser: true,
    });
    const conflict = ['MONOCHROME1 IDENTITY', 'MONOCHROME2 INVERSE'].includes(`${photometric} ${shape}`);
    expect(build(attributes).guessed).toEqual(conflict ? ['polarity'] : []);
    expect(build(attributes).issues.map(({ code }) => code)).toEqual(conflict ? ['POLARITY_CONFLICT'] : []);
  });
});
