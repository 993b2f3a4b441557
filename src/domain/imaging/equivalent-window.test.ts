import { describe, expect, test } from 'vitest';
import { equivalentWindow } from './equivalent-window.ts';
import { applyVoi, MAX_GREY } from './voi.ts';

const lut = (firstMapped: number, entries: readonly number[]) => ({
  voi: {
    kind: 'lut' as const,
    lut: { firstMapped, bits: 16, entries: Uint16Array.from(entries), explanation: '' },
  },
});
const ramp = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.round((at / (count - 1)) * 65_535));

describe('the window from which a drag goes on', () => {
  test('is the window itself where one is shown', () => {
    const voi = { kind: 'window', function: 'LINEAR', center: 2048, width: 3000 } as const;
    expect(equivalentWindow({ voi })).toEqual({ center: 2048, width: 3000 });
  });

  test('spans a straight LUT from end to end', () => {
    const { center, width } = equivalentWindow(lut(1000, ramp(2001)));
    expect(Math.abs(center - 2000)).toBeLessThanOrEqual(1);
    expect(Math.abs(width - 2000)).toBeLessThanOrEqual(3);
  });

  test('leaves out the flat ends of an S curve', () => {
    const steep = Array.from({ length: 4096 }, (_, at) => 65_535 / (1 + Math.exp(-(at - 1500) / 150)));
    const found = lut(0, steep);
    const { center, width } = equivalentWindow(found);
    // The logistic curve passes 10 % and 90 % at ± ln 9 of its scale from the middle.
    expect(Math.abs(center - 1500)).toBeLessThanOrEqual(1);
    expect(Math.abs(width - (2 * 150 * Math.log(9)) / 0.8)).toBeLessThanOrEqual(4);
    expect(Math.abs(applyVoi(found.voi, center) / MAX_GREY - 0.5)).toBeLessThan(0.01);
  });

  test('is as wide for a LUT that falls', () => {
    const rising = equivalentWindow(lut(0, ramp(1001)));
    const falling = equivalentWindow(lut(0, ramp(1001).toReversed()));
    expect(Math.abs(falling.center - rising.center)).toBeLessThanOrEqual(2);
    expect(Math.abs(falling.width - rising.width)).toBeLessThanOrEqual(3);
  });

  test('is never narrower than one, whatever the LUT', () => {
    for (const entries of [[0], [7, 7], [0, 65_535]])
      expect(equivalentWindow(lut(5, entries)).width).toBeGreaterThanOrEqual(1);
  });
});
