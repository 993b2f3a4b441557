import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyVoi, rangeTransform, voiChoices, windowTransform } from './voi.ts';

const along = (transform: Parameters<typeof applyVoi>[0], values: readonly number[]) =>
  values.map((value) => applyVoi(transform, value));

describe('a window', () => {
  // pydicom 2.3.1, apply_windowing, Bits Stored 8, centre 100, width 100.
  const values = [0, 40, 50, 51, 99, 100, 101, 128, 149, 150, 151, 200, 255];
  test.each([
    [
      'LINEAR',
      [
        0, 0, 0, 2.575757576, 126.212121212, 128.787878788, 131.363636364, 200.909090909, 255, 255, 255, 255,
        255,
      ],
    ],
    ['LINEAR_EXACT', [0, 0, 0, 2.55, 124.95, 127.5, 130.05, 198.9, 252.45, 255, 255, 255, 255]],
    [
      'SIGMOID',
      [
        4.58648354, 21.209037606, 30.396745116, 31.484097129, 124.950339946, 127.5, 130.049660054,
        192.267122694, 223.515902871, 224.603254884, 225.657983328, 250.41351646, 254.483543301,
      ],
    ],
  ] as const)('%s agrees with pydicom', (shape, expected) => {
    const shown = along(windowTransform(100, 100, shape), values);
    shown.forEach((value, at) => expect(value).toBeCloseTo(expected[at] ?? NaN, 8));
  });

  // pydicom 2.3.1, apply_windowing, Bits Stored 12, centre 2047.5, width 3000, scaled from 0…4095 to 0…255.
  const wide = [0, 500, 1023, 1024, 2047, 2048, 3000, 4000, 4095];
  test.each([
    ['LINEAR', [0, 0, 40.430976992, 40.516005335, 127.5, 127.585028343, 208.53201067, 255, 255]],
    ['LINEAR_EXACT', [0, 0, 40.4175, 40.5025, 127.4575, 127.5425, 208.4625, 255, 255]],
    [
      'SIGMOID',
      [
        15.612671519, 28.741570035, 51.833053227, 51.888137827, 127.457500002, 127.542499998, 199.089400718,
        237.424328862, 239.387328481,
      ],
    ],
  ] as const)('%s over 12 bits agrees with pydicom', (shape, expected) => {
    const shown = along(windowTransform(2047.5, 3000, shape), wide);
    shown.forEach((value, at) => expect(value).toBeCloseTo(expected[at] ?? NaN, 8));
  });

  test('LINEAR of width 1 is a step above its centre less one half', () => {
    expect(along(windowTransform(50, 1), [48, 49, 49.5, 49.6, 50])).toEqual([0, 0, 0, 255, 255]);
  });

  test('LINEAR narrower than 1 is LINEAR_EXACT', () => {
    expect(windowTransform(50, 0.5)).toMatchObject({ function: 'LINEAR_EXACT' });
    expect(along(windowTransform(50, 0.5), [49, 50, 51])).toEqual([0, 127.5, 255]);
  });

  test('over a range shows its ends black and white', () => {
    expect(along(rangeTransform(-1000, 400), [-1001, -1000, -300, 400, 401])).toEqual([
      0, 0, 127.5, 255, 255,
    ]);
  });

  test('over an empty range shows its value as middle grey', () => {
    expect(along(rangeTransform(7, 7), [6, 7, 8])).toEqual([0, 127.5, 255]);
  });

  test('never leaves 0…255 and never falls', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom('LINEAR' as const, 'LINEAR_EXACT' as const, 'SIGMOID' as const),
        number,
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        number,
        number,
        (shape, center, width, a, b) => {
          const transform = windowTransform(center, width, shape);
          const [low, high] = [applyVoi(transform, Math.min(a, b)), applyVoi(transform, Math.max(a, b))];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(255);
          // One unit in the last place of the middle: LINEAR is not monotonic in floating point there.
          expect(high - low).toBeGreaterThanOrEqual(-1e-9);
        },
      ),
    );
  });
});

describe('a VOI LUT', () => {
  test('is spread from its own bits to 0…255, its ends holding beyond it', () => {
    const lut = {
      firstMapped: -2,
      bits: 12,
      entries: Uint16Array.of(0, 1000, 2000, 3000, 4095),
      explanation: '',
    };
    // pydicom 2.3.1, apply_voi, scaled from 0…4095 to 0…255.
    const expected = [0, 0, 62.271062271, 124.542124542, 186.813186813, 255, 255, 255];
    const shown = along({ kind: 'lut', lut }, [-100, -2, -1, 0, 1, 2, 3, 500]);
    shown.forEach((value, at) => expect(value).toBeCloseTo(expected[at] ?? NaN, 8));
  });

  test('that begins above 32,767 and does not begin at 0 agrees with pydicom', () => {
    const lut = { firstMapped: 40_000, bits: 10, entries: Uint16Array.of(5, 600, 1023), explanation: '' };
    // pydicom 2.3.1, apply_voi, scaled from 0…1023 to 0…255.
    const expected = [1.246334311, 1.246334311, 149.560117302, 255, 255];
    const shown = along({ kind: 'lut', lut }, [0, 40_000, 40_001, 40_002, 65_535]);
    shown.forEach((value, at) => expect(value).toBeCloseTo(expected[at] ?? NaN, 8));
  });

  test('takes the nearer entry for a value between two', () => {
    const lut = { firstMapped: 0, bits: 8, entries: Uint16Array.of(0, 100, 255), explanation: '' };
    expect(along({ kind: 'lut', lut }, [0.4, 0.6, 1.4])).toEqual([0, 100, 100]);
  });
});

describe('the choices of a file', () => {
  const lut = { firstMapped: 0, bits: 8, entries: Uint16Array.of(0, 255), explanation: 'HARDER' };
  const window = { center: 40, width: 400, explanation: 'NORMAL' };

  test('are its VOI LUTs, then its windows, then the percentile', () => {
    expect(voiChoices({ voiLuts: [lut], windows: [window] })).toEqual([
      { choice: { kind: 'lut', index: 0 }, explanation: 'HARDER' },
      { choice: { kind: 'window', index: 0 }, explanation: 'NORMAL', window },
      { choice: { kind: 'percentile' }, explanation: '' },
    ]);
  });

  test('end with a LUT that lacks entries, since what lies beyond its end would be lost', () => {
    const cut = { ...lut, explanation: 'CUT', missing: 4093 };
    const kinds = (luts: readonly (typeof lut)[]) =>
      voiChoices({ voiLuts: luts, windows: [window] }).map(({ explanation }) => explanation);
    expect(kinds([cut])).toEqual(['NORMAL', 'CUT', '']);
    expect(kinds([cut, lut])).toEqual(['HARDER', 'NORMAL', 'CUT', '']);
    expect(voiChoices({ voiLuts: [cut], windows: [] })[0]?.choice).toEqual({ kind: 'lut', index: 0 });
  });

  test('are only the percentile where nothing is filed', () => {
    expect(voiChoices({ voiLuts: [], windows: [] })).toEqual([
      { choice: { kind: 'percentile' }, explanation: '' },
    ]);
  });
});
