import type { Millimetres } from '../brand.ts';
import type { Spacing } from '../imaging/spacing.ts';
import type { ImagePoint } from './image-point.ts';

/** Spacings by a line whose true length the user has stated, for one picture. */
export interface UserCalibration {
  readonly kind: 'user';
  readonly rowMm: Millimetres;
  readonly columnMm: Millimetres;
}

/** What a step from pixel to pixel is worth: as filed (PS3.3 10.7.1.3), or as the user has calibrated it. */
export type Scale = Spacing | UserCalibration;

/** Lengths of one step to the right and one step down: in mm, or in pixels where nothing is known. */
export const stepsOf = (scale: Scale): readonly [right: number, down: number] =>
  scale.kind === 'none' ? [1, 1] : [scale.columnMm, scale.rowMm];

/** The vector from one point to another, in mm or pixels: pixels that are not square are stretched to be so. */
export function vectorOf(scale: Scale, from: ImagePoint, to: ImagePoint): ImagePoint {
  const [right, down] = stepsOf(scale);
  return [(to[0] - from[0]) * right, (to[1] - from[1]) * down];
}

/** The point that lies a vector of {@link vectorOf} away. */
export function pointAt(scale: Scale, from: ImagePoint, [x, y]: ImagePoint): ImagePoint {
  const [right, down] = stepsOf(scale);
  return [from[0] + x / right, from[1] + y / down];
}

/** Distance between two points, in mm or pixels. */
export const distance = (scale: Scale, from: ImagePoint, to: ImagePoint): number =>
  Math.hypot(...vectorOf(scale, from, to));

/** Unit of lengths, with what they mean; the same in every language. */
export function lengthUnit(scale: Scale): string {
  switch (scale.kind) {
    case 'patient':
      return 'mm';
    case 'projection':
      return 'mm in projection';
    case 'detector':
      return 'mm at detector';
    case 'calibrated':
      return 'mm (calibrated)';
    case 'user':
      return 'mm (calibrated by you)';
    case 'magnified':
      return `mm (magnification ${scale.factor})`;
    case 'none':
      return 'px';
  }
}

/** Unit of areas: the square of that of lengths; pixels are counted. */
export const areaUnit = (scale: Scale): string =>
  scale.kind === 'none' ? 'px' : lengthUnit(scale).replace('mm', 'mm²');

/**
 * The spacing after which the line is as long as stated. The ratio of rows to columns stays as filed, or square.
 * Undefined for a line without length and for what is no length.
 */
export function calibrate(
  spacing: Spacing,
  [from, to]: readonly ImagePoint[],
  statedMm: number,
): UserCalibration | undefined {
  const length = from && to ? distance(spacing, from, to) : 0;
  const factor = statedMm / length;
  if (!(length > 0) || !(factor > 0) || !Number.isFinite(factor)) return undefined;
  const [right, down] = stepsOf(spacing);
  return {
    kind: 'user',
    rowMm: (down * factor) as Millimetres,
    columnMm: (right * factor) as Millimetres,
  };
}
