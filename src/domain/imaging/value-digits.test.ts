import { describe, expect, it } from 'vitest';
import type { DisplayChain } from './display-chain.ts';
import type { ModalityTransform } from './modality.ts';
import type { PixelArray } from './pixels.ts';
import { areHounsfield, valueDigits } from './value-digits.ts';
import { rangeTransform } from './voi.ts';

const NONE = { kind: 'none', reason: 'absent' } as const;
const rescale = (slope: number, intercept: number): ModalityTransform => ({
  kind: 'rescale',
  slope,
  intercept,
});

const digitsOf = (data: PixelArray, width: number, modality: ModalityTransform = NONE): number => {
  const chain: Pick<DisplayChain, 'modality' | 'voi'> = { modality, voi: rangeTransform(0, width) };
  return valueDigits(chain, { kind: 'grey', columns: 1, rows: 1, data });
};

describe('the digits of a value', () => {
  it('are none of whole numbers, however narrow the window', () => {
    expect(digitsOf(new Int16Array(1), 1)).toBe(0);
    expect(digitsOf(new Int32Array(1), 0.5, rescale(1, -1024))).toBe(0);
    expect(digitsOf(new Uint8Array(1), 2, rescale(2, 10))).toBe(0);
  });

  it.each([
    [4000, 0],
    [1000, 0],
    [400, 0],
    [100, 1],
    [10, 2],
    [1, 3],
    [0.5, 3],
    [0.002, 5],
    [1e-30, 12],
  ])('tell a thousandth of a window of %d apart: %d', (width, digits) => {
    expect(digitsOf(new Float32Array(1), width)).toBe(digits);
    expect(digitsOf(new Float64Array(1), width)).toBe(digits);
    expect(digitsOf(new Uint16Array(1), width, rescale(0.25, 0))).toBe(digits);
    expect(digitsOf(new Uint16Array(1), width, rescale(1, 0.5))).toBe(digits);
  });
});

describe('Hounsfield units', () => {
  it.each([
    [{ Modality: 'CT', RescaleType: 'HU' }, rescale(1, -1024), true],
    [{ RescaleType: 'HU' }, rescale(1, -1024), true],
    [{ Modality: 'CT' }, rescale(1, -1024), true],
    [{ Modality: 'CT' }, { kind: 'none', reason: 'applied' } as const, true],
    [{ Modality: 'CT' }, NONE, false],
    [{ Modality: 'CT', RescaleType: 'US' }, rescale(1, 0), false],
    [{ Modality: 'DX' }, rescale(1, 0), false],
  ])('of %o after %o: %s', (attributes, modality, expected) => {
    expect(areHounsfield(attributes, { modality })).toBe(expected);
  });
});
