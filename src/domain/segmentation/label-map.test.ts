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
});
