import type { Scale } from '../measure/scale.ts';

/**
 * The area of so many pixels in square millimetres, in the meaning that {@link Scale} gives to lengths: a
 * magnification of lengths counts twice. Undefined where the file has no spacing and pixels are all that is known.
 */
export const areaMm2 = (pixels: number, spacing: Scale): number | undefined =>
  spacing.kind === 'none' ? undefined : pixels * spacing.rowMm * spacing.columnMm;
