import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDisplayChain } from './display-chain.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { PixelArray } from './pixels.ts';
import { greyOf, modalityValue, renderGrey, traceValue } from './render-grey.ts';
import { attributesOf, greyPixels } from './test-attributes.ts';

const render = (data: PixelArray, attributes: Partial<ImageAttributes>, invert = false) => {
  const pixels = greyPixels(data);
  const chain = buildDisplayChain({ attributes: attributesOf(attributes), pixels, invert });
  return Array.from(renderGrey(chain, pixels));
};

/** Largest difference between two pictures. */
const difference = (shown: readonly number[], expected: readonly number[]): number =>
  Math.max(...expected.map((grey, at) => Math.abs(grey - (shown[at] ?? Infinity))));

const window = (center: number, width: number) => [{ center, width, explanation: '' }];

const table = (firstMapped: number, bits: number, ...entries: number[]) => ({
  firstMapped,
  bits,
  entries: Uint16Array.from(entries),
  explanation: '',
});

// Expected values: DCMTK 3.6.7, dcm2pnm +op +Wi 1, which cuts fractions off where the standard does not say.
describe('greys agree within one with those of DCMTK', () => {
  const stored = Uint16Array.of(0, 500, 1023, 1024, 2047, 2048, 3000, 4000, 4095, 4095);
  const film = { windows: window(2047.5, 3000), BitsStored: 12 };
  const dark = [0, 0, 40, 40, 127, 127, 208, 255, 255, 255];
  const light = [255, 255, 214, 214, 127, 127, 46, 0, 0, 0];

  test.each([
    ['MONOCHROME2', { PhotometricInterpretation: 'MONOCHROME2' }, dark],
    ['MONOCHROME1', { PhotometricInterpretation: 'MONOCHROME1' }, light],
    [
      'MONOCHROME2 and INVERSE',
      { PhotometricInterpretation: 'MONOCHROME2', PresentationLUTShape: 'INVERSE' },
      light,
    ],
    [
      'MONOCHROME1 and INVERSE',
      { PhotometricInterpretation: 'MONOCHROME1', PresentationLUTShape: 'INVERSE' },
      light,
    ],
    ['SIGMOID', { VOILUTFunction: 'SIGMOID' as const }, [15, 28, 51, 51, 127, 127, 199, 237, 239, 239]],
  ])('for %s', (_, attributes, expected) => {
    expect(difference(render(stored, { ...film, ...attributes }), expected)).toBeLessThanOrEqual(1);
  });

  test('for a rescaled CT of signed values', () => {
    const ct = { windows: window(40, 400), RescaleSlope: 1, RescaleIntercept: -1024, PixelRepresentation: 1 };
    const values = Int16Array.of(-32_768, 0, 864, 865, 900, 1064, 1200, 1263, 1264, 3000);
    const expected = [0, 0, 0, 0, 23, 127, 214, 255, 255, 255];
    expect(difference(render(values, ct), expected)).toBeLessThanOrEqual(1);
  });
});

describe('greys', () => {
  test('are rounded to the nearest', () => {
    // LINEAR_EXACT, centre 4, width 8: 31.875 for each step.
    const attributes = { windows: window(4, 8), VOILUTFunction: 'LINEAR_EXACT' } as const;
    expect(render(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 8, 9), attributes)).toEqual([
      0, 32, 64, 96, 128, 159, 191, 255, 255,
    ]);
  });

  test('of the user’s inversion are 255 less the others', () => {
    const data = Uint8Array.from({ length: 256 }, (_, at) => at);
    const attributes = { windows: window(100, 150) };
    const plain = render(data, attributes);
    expect(render(data, attributes, true)).toEqual(plain.map((grey) => 255 - grey));
    expect(render(data, { ...attributes, PhotometricInterpretation: 'MONOCHROME1' }, true)).toEqual(plain);
  });

  test('of padding are black in either polarity', () => {
    const attributes = { windows: window(50, 100), PixelPaddingValue: 90, PixelPaddingRangeLimit: 80 };
    expect(render(Uint8Array.of(79, 80, 85, 90, 91), attributes)).toEqual([203, 0, 0, 0, 234]);
    const inverted = { ...attributes, PhotometricInterpretation: 'MONOCHROME1' };
    expect(render(Uint8Array.of(79, 80, 85, 90, 91), inverted)).toEqual([52, 0, 0, 0, 21]);
  });

  test('go through the Modality LUT and then the VOI LUT', () => {
    // Stored 100, 101, 102 become 10, 20, 30; these become 0, 51 of 255 (12 bits: 819) and 255.
    const attributes = {
      modalityLut: table(100, 16, 10, 20, 30),
      voiLuts: [
        {
          ...table(10, 12),
          entries: Uint16Array.from({ length: 21 }, (_, at) => [0, 819, 4095][at / 10] ?? 7),
        },
      ],
    };
    expect(render(Uint16Array.of(0, 100, 101, 102, 60_000), attributes)).toEqual([0, 0, 51, 255, 255]);
  });

  test('of values that are not numbers are black', () => {
    expect(render(Float32Array.of(NaN, 0, 50, 100), { windows: window(50, 100) })).toEqual([0, 0, 129, 255]);
    expect(
      render(Float32Array.of(NaN, 0), { windows: window(50, 100), PhotometricInterpretation: 'MONOCHROME1' }),
    ).toEqual([0, 255]);
  });

  test.each([
    ['8-bit unsigned', Uint8Array],
    ['8-bit signed', Int8Array],
    ['16-bit unsigned', Uint16Array],
    ['16-bit signed', Int16Array],
    ['32-bit unsigned', Uint32Array],
    ['32-bit signed', Int32Array],
    ['single', Float32Array],
    ['double', Float64Array],
  ] as const)('of %s pixels are those of each value alone', (_, Values) => {
    const least = Values === Int8Array || Values === Int16Array || Values === Int32Array ? -120 : 0;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: least, max: 127 }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom('LINEAR' as const, 'LINEAR_EXACT' as const, 'SIGMOID' as const),
        fc.boolean(),
        (values, VOILUTFunction, invert) => {
          const pixels = greyPixels(Values.from(values));
          const attributes = attributesOf({ windows: window(20, 55), VOILUTFunction, RescaleSlope: 0.5 });
          const chain = buildDisplayChain({ attributes, pixels, invert });
          expect(Array.from(renderGrey(chain, pixels))).toEqual(values.map((value) => greyOf(chain, value)));
        },
      ),
    );
  });

  test('are written into the given array, clamped or not, at its own place', () => {
    const pixels = greyPixels(Uint16Array.of(1, 100));
    const chain = buildDisplayChain({ attributes: attributesOf({ windows: window(50, 100) }), pixels });
    const target = new Uint8ClampedArray(5).fill(9).subarray(1, 4);
    const greys = renderGrey(chain, pixels, target);
    expect(Array.from(greys)).toEqual([3, 255]);
    expect(Array.from(new Uint8Array(target.buffer))).toEqual([9, 3, 255, 9, 9]);
  });

  test('do not fit into an array that is too short, nor come out of one', () => {
    const pixels = greyPixels(new Uint8Array(4));
    const chain = buildDisplayChain({ attributes: attributesOf(), pixels });
    expect(() => renderGrey(chain, pixels, new Uint8Array(3))).toThrow(RangeError);
    expect(() => renderGrey(chain, { ...pixels, rows: 2 })).toThrow(RangeError);
  });

  test('read pixels that lie in the middle of a buffer', () => {
    const data = Int16Array.of(7, -100, 0, 100).subarray(1);
    expect(render(data, { windows: window(0, 201) })).toEqual([1, 128, 255]);
  });

  test('are none for colours', () => {
    const pixels = { kind: 'rgb' as const, columns: 1, rows: 1, data: Uint8Array.of(1, 2, 3) };
    const chain = buildDisplayChain({ attributes: attributesOf(), pixels });
    expect(chain).toMatchObject({ choice: { kind: 'none' }, guessed: [], issues: [] });
    expect(() => renderGrey(chain, pixels)).toThrow(TypeError);
  });
});

describe('the trace of a value', () => {
  const pixels = greyPixels(Uint16Array.of(0));
  const attributes = attributesOf({
    windows: window(0, 201),
    RescaleSlope: 2,
    RescaleIntercept: -1024,
    PixelPaddingValue: 5,
    PhotometricInterpretation: 'MONOCHROME1',
  });
  const chain = buildDisplayChain({ attributes, pixels });

  test('names every step', () => {
    // 2 · 500 − 1024 = −24; ((−24 + 0.5) / 200 + 0.5) · 255 = 97.5375; 255 − 98 = 157.
    const trace = traceValue(chain, 500);
    expect(trace).toMatchObject({ stored: 500, padding: false, modality: -24, grey: 157 });
    expect(trace.voi).toBeCloseTo(97.5375, 10);
    expect(modalityValue(chain, 500)).toBe(-24);
  });

  test('says of padding that it is', () => {
    expect(traceValue(chain, 5)).toMatchObject({ padding: true, modality: -1014, grey: 0 });
  });
});
