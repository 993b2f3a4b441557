import type { CtGeometry } from './scanner.ts';

const SIZE = 256;
const PIXEL = 1.46;
const LOWEST = -186;
const HEIGHT = 289;

/** A scan of the whole chest in so many axial slices of 256 × 256. */
export const chestScan = (slices: number): CtGeometry => ({
  columns: SIZE,
  rows: SIZE,
  slices,
  spacing: [PIXEL, PIXEL, Math.round((100 * HEIGHT) / slices) / 100],
  origin: [-(PIXEL * (SIZE - 1)) / 2, -(PIXEL * (SIZE - 1)) / 2 + 6, LOWEST],
});
