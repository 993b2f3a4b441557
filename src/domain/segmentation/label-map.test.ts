import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAreas } from './label-map.ts';

describe('countAreas', () => {
  it('counts the pixels of each value but background, in ascending order', () => {
    const data = Uint8Array.of(0, 255, 3, 3, 0, 3);
    expect([...countAreas({ columns: 3, rows: 2, data })]).toEqual([
      [3, 3],
      [255, 1],
    ]);
  });

  it('tells 16-bit values apart', () => {
    const data = Uint16Array.of(65535, 256, 0, 256);
    expect([...countAreas({ columns: 4, rows: 1, data })]).toEqual([
      [256, 2],
      [65535, 1],
    ]);
  });

  it('is empty for a mask of background', () => {
    expect(countAreas({ columns: 2, rows: 2, data: new Uint8Array(4) }).size).toBe(0);
  });

  it.each([
    ['8', Uint8Array],
    ['16', Uint16Array],
  ])('misses no pixel of %s bits, however many there are and wherever they begin', (_, Data) => {
    const values = fc.array(fc.constantFrom(0, 0, 0, 0, 1, 7, 200), { maxLength: 40 });
    fc.assert(
      fc.property(values, fc.nat(5), (pixels, start) => {
        const data = Data.from([...Array<number>(start).fill(9), ...pixels]).subarray(start);
        const naive = new Map<number, number>();
        for (const value of pixels.toSorted((a, b) => a - b))
          if (value > 0) naive.set(value, (naive.get(value) ?? 0) + 1);
        expect([...countAreas({ columns: pixels.length, rows: 1, data })]).toEqual([...naive]);
      }),
    );
  });
});
