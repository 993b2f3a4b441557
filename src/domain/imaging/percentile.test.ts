import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxWithoutBorders, percentileRange, percentileWindow } from './percentile.ts';
import { attributesOf, greyPixels } from './test-attributes.ts';

const COLUMNS = 40;
const ROWS = 30;
/** numpy: ((np.arange(30*40).reshape(30,40)*37)%1001).astype('u2') */
const picture = () => Uint16Array.from({ length: ROWS * COLUMNS }, (_, at) => (at * 37) % 1001);

/** Ends of a range, to eight decimals. */
const ends = (low: number, high: number) => ({ low: expect.closeTo(low, 8), high: expect.closeTo(high, 8) });

// Expected values: numpy 1.24.2, np.percentile(values, [1, 99]).
describe('the 1–99 percentile', () => {
  test('is that of all pixels', () => {
    expect(percentileRange(greyPixels(picture(), COLUMNS), attributesOf())).toEqual(ends(10.99, 992.01));
  });

  test('is that of signed pixels', () => {
    const signed = Int16Array.from(picture(), (value) => value - 500);
    expect(percentileRange(greyPixels(signed, COLUMNS), attributesOf())).toEqual(ends(-489.01, 492.01));
  });

  test('is that of the modality values, also where they fall', () => {
    const attributes = attributesOf({ RescaleSlope: -2, RescaleIntercept: 10 });
    expect(percentileRange(greyPixels(picture(), COLUMNS), attributes)).toEqual(ends(-1974.02, -11.98));
    expect(percentileRange(greyPixels(picture(), COLUMNS), attributes, true)).toEqual(ends(10.99, 992.01));
  });

  test('leaves out rows and columns at the edges that hold one value', () => {
    const data = picture();
    data.fill(0, 0, 3 * COLUMNS);
    for (let row = 0; row < ROWS; row++) data.fill(4095, row * COLUMNS, row * COLUMNS + 2);
    data.fill(7, (ROWS - 1) * COLUMNS);
    const pixels = greyPixels(data, COLUMNS);
    expect(boxWithoutBorders(pixels)).toEqual({ left: 2, top: 3, right: COLUMNS, bottom: ROWS - 1 });
    expect(percentileRange(pixels, attributesOf())).toEqual(ends(11.87, 991));
  });

  test('leaves out padding', () => {
    const data = picture();
    for (let row = 10; row < 20; row++) data.fill(5000, row * COLUMNS + 5, row * COLUMNS + 15);
    const attributes = attributesOf({ PixelPaddingValue: 4990, PixelPaddingRangeLimit: 5000 });
    expect(percentileRange(greyPixels(data, COLUMNS), attributes)).toEqual(ends(11.99, 992.01));
  });

  test('of floating-point pixels leaves out what is not a number', () => {
    // (np.arange(600)*0.37%11.0).astype('f4')
    const data = Float32Array.from({ length: 602 }, (_, at) =>
      at === 300 ? NaN : at === 301 ? Infinity : ((at > 301 ? at - 2 : at) * 0.37) % 11,
    );
    expect(percentileRange(greyPixels(data), attributesOf())).toEqual(ends(0.0999000015, 10.8602996635));
  });

  test('of more pixels than are sampled stays close to the exact one', () => {
    const size = 1000;
    const data = Float32Array.from({ length: size * size }, (_, at) => at % size);
    const { low, high } = percentileRange(greyPixels(data, size), attributesOf());
    expect(Math.abs(low - 9.99)).toBeLessThan(2);
    expect(Math.abs(high - 989.01)).toBeLessThan(2);
  });

  test('of a picture that is nearly all one value is the range of all values', () => {
    const data = new Uint8Array(1000);
    data[500] = 200;
    expect(percentileRange(greyPixels(data, 1000), attributesOf())).toEqual({ low: 0, high: 200 });
  });

  test('of a constant picture is a window around its value', () => {
    expect(percentileWindow(greyPixels(new Uint16Array(100).fill(300), 10), attributesOf())).toEqual({
      center: 300,
      width: 1,
    });
  });

  test('of nothing but padding takes the padding', () => {
    const attributes = attributesOf({ PixelPaddingValue: 0 });
    expect(percentileWindow(greyPixels(new Uint8Array(16), 4), attributes)).toEqual({ center: 0, width: 1 });
  });

  test('of nothing but NaN is a window around 0', () => {
    expect(percentileWindow(greyPixels(new Float32Array(4).fill(NaN)), attributesOf())).toEqual({
      center: 0,
      width: 1,
    });
  });

  test('agrees with sorting all values', () => {
    const values = fc.array(fc.integer({ min: -32_768, max: 32_767 }), { minLength: 2, maxLength: 300 });
    fc.assert(
      fc.property(values, (numbers) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const at = (percent: number) => {
          const rank = (percent * (sorted.length - 1)) / 100;
          const [below = 0, above = 0] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
          return below + (rank % 1) * (above - below);
        };
        fc.pre(at(1) < at(99));
        // Every column of a single row is constant, so that none is a border.
        expect(percentileRange(greyPixels(Int16Array.from(numbers)), attributesOf())).toEqual(
          ends(at(1), at(99)),
        );
      }),
    );
  });
});

describe('the borders of a picture', () => {
  test('are found inside each other', () => {
    // prettier-ignore
    const data = Uint8Array.of(
      9, 9, 9, 9, 9,
      0, 5, 5, 5, 9,
      0, 5, 1, 2, 9,
      0, 5, 3, 4, 9,
      0, 5, 5, 5, 9,
    );
    expect(boxWithoutBorders(greyPixels(data, 5))).toEqual({ left: 2, top: 2, right: 4, bottom: 4 });
  });

  test('are one row or column wide, too', () => {
    // prettier-ignore
    const data = Uint8Array.of(
      0, 1, 2,
      0, 3, 4,
    );
    expect(boxWithoutBorders(greyPixels(data, 3))).toEqual({ left: 1, top: 0, right: 3, bottom: 2 });
  });

  test('of a constant picture are none', () => {
    expect(boxWithoutBorders(greyPixels(new Uint8Array(12), 4))).toEqual({
      left: 0,
      top: 0,
      right: 4,
      bottom: 3,
    });
  });
});
