import { describe, expect, it } from 'vitest';
import { volumeIssues } from './volume-issues.ts';

const at = (...place: readonly [number, number, number]) => ({
  ImageOrientationPatient: [1, 0, 0, 0, 1, 0] as const,
  ImagePositionPatient: place,
  PixelSpacing: [0.7, 0.7] as const,
});
const heights = (...all: readonly number[]) => volumeIssues(all.map((z) => at(-100, -100, z)));

describe('how slices lie', () => {
  it('is not worth a word where they are evenly spaced, whatever their order', () => {
    expect(heights(0, 2, 4, 6)).toEqual([]);
    expect(heights(6, 4, 2, 0)).toEqual([]);
    // 3.333 mm, rounded to a tenth when it was filed.
    expect(heights(0, 3.3, 6.7, 10)).toEqual([]);
    expect(heights(5)).toEqual([]);
  });

  it('is said where several lie at one place', () => {
    expect(heights(0, 2, 2, 4, 4, 6)).toEqual([{ code: 'SERIES_DUPLICATES', facts: { slices: 2 } }]);
  });

  it('is said where some are missing', () => {
    expect(heights(0, 2, 6, 8, 14, 16, 18)).toEqual([{ code: 'SERIES_GAPS', facts: { gaps: 2, widest: 6 } }]);
  });

  it('is said where they are unevenly spaced', () => {
    expect(heights(0, 2, 4, 6.5, 9)).toEqual([{ code: 'SERIES_UNEVEN', facts: { least: 2, most: 2.5 } }]);
  });

  it('is said where the gantry is tilted, in degrees', () => {
    const [sine, cosine] = [Math.sin((12 * Math.PI) / 180), Math.cos((12 * Math.PI) / 180)];
    const tilted = [0, 1, 2, 3].map((k) => ({
      ...at(-100, -100, 5 * k),
      ImageOrientationPatient: [1, 0, 0, 0, cosine, sine] as const,
    }));
    expect(volumeIssues(tilted)).toEqual([{ code: 'SERIES_TILTED', facts: { degrees: 12 } }]);
  });

  it('is said where rows and columns are at no right angle', () => {
    const sheared = [0, 1, 2].map((k) => ({
      ...at(0, 0, k),
      ImageOrientationPatient: [1, 0, 0, 0.6, 0.8, 0] as const,
    }));
    expect(volumeIssues(sheared)).toEqual([{ code: 'SERIES_SHEARED' }]);
  });

  it('is not known without positions', () => {
    expect(volumeIssues([{}, {}])).toEqual([]);
  });
});
