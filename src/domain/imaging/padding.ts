import type { ImageAttributes } from './image-attributes.ts';
import { applyModality, modalityTransform } from './modality.ts';

/** Values that are no image, both ends included, in the units of the pixel data. */
export interface PaddingRange {
  readonly low: number;
  readonly high: number;
}

/**
 * From Pixel Padding Value to Pixel Padding Range Limit, which may lie on either side of it
 * (PS3.3 C.7.5.1.1.2). Both are filed as stored values, so they are rescaled where the pixels already are.
 */
export function paddingRange(
  attributes: ImageAttributes,
  valuesAreModality = false,
): PaddingRange | undefined {
  const { PixelPaddingValue: value, PixelPaddingRangeLimit: limit } = attributes;
  if (value === undefined) return undefined;
  const applied = modalityTransform(valuesAreModality ? attributes : {});
  const ends = [value, limit ?? value].map((end) => applyModality(applied, end));
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Whether a value is padding; what is not a number is, too. */
export const isPadding = (range: PaddingRange | undefined, value: number): boolean =>
  Number.isNaN(value) || (range !== undefined && value >= range.low && value <= range.high);
