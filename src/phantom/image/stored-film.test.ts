import { describe, expect, it } from 'vitest';
import type { Film } from '../film/film.ts';
import { DETECTORS } from './detectors.ts';
import type { DetectorName } from './detectors.ts';
import { shown, storeFilm, voiLutOf, windowsOf } from './stored-film.ts';

/** From outside air through lung and mediastinum to bone. */
const ramp: Film = {
  columns: 29,
  rows: 1,
  values: Float32Array.from({ length: 29 }, (_, n) => -0.9 + n * 0.1),
};

/** LINEAR window of PS3.3 C.11.2.1.2.1 to 0…1. */
const linear = (value: number, center: number, width: number): number =>
  Math.min(1, Math.max(0, (value - (center - 0.5)) / (width - 1) + 0.5));

const names = Object.keys(DETECTORS) as DetectorName[];

describe('storeFilm', () => {
  it.each(names)('%s uses its bits and its polarity', (name) => {
    const detector = DETECTORS[name];
    const stored = [...storeFilm(ramp, detector)];
    const rising = stored.every((value, n) => n === 0 || value >= stored[n - 1]!);
    const falling = stored.every((value, n) => n === 0 || value <= stored[n - 1]!);
    expect(detector.photometric === 'MONOCHROME1' ? falling : rising).toBe(true);
    expect(Math.max(...stored)).toBeLessThan(2 ** detector.bitsStored);
    expect(new Set(stored).size).toBeGreaterThan(20);
  });

  it.each(names.filter((name) => DETECTORS[name].windows.length > 0))(
    '%s shows lung dark and mediastinum bright through its first window',
    (name) => {
      const detector = DETECTORS[name];
      const [window] = windowsOf(detector);
      const film: Film = { columns: 3, rows: 1, values: Float32Array.of(-0.9, 0, 1) };
      const bright = Array.from(storeFilm(film, detector), (value) => {
        const grey = linear(value, window!.center, window!.width);
        return detector.photometric === 'MONOCHROME1' ? 1 - grey : grey;
      });
      expect(bright[0]).toBeLessThan(0.01);
      expect(bright[1]).toBeCloseTo(0.185, 1);
      expect(bright[2]).toBeCloseTo(0.73, 1);
    },
  );

  it.each(names.filter((name) => DETECTORS[name].voiLut))('%s shows the film through its VOI LUT', (name) => {
    const detector = DETECTORS[name];
    const lut = voiLutOf(detector);
    expect(lut.length).toBe(2 ** detector.bitsStored);
    storeFilm(ramp, detector).forEach((stored, n) => {
      const out = lut[stored]! / (2 ** detector.bitsStored - 1);
      const bright = detector.photometric === 'MONOCHROME1' ? 1 - out : out;
      expect(bright).toBeCloseTo(shown(ramp.values[n]!), 2);
    });
  });
});

it('brightness rises from black to white without a step', () => {
  let before = shown(-2);
  expect(before).toBe(0);
  for (let value = -2; value < 6; value += 0.01) {
    const now = shown(value);
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now - before).toBeLessThan(0.01);
    before = now;
  }
  expect(before).toBeLessThan(1);
});
