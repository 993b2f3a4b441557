import type { ImageAttributes } from '../imaging/image-attributes.ts';
import { isLying, projectionOf } from '../imaging/projection.ts';
import { spacingOf } from '../imaging/spacing.ts';
import type { ImagePoint } from './image-point.ts';
import { vectorOf, type Scale } from './scale.ts';

/**
 * What a cardiothoracic ratio on an image is worth. Only on an upright PA film does 0.5 serve as a reference: on AP
 * and supine films the heart lies further from the detector and is drawn larger, and where the projection is not
 * known, or two sources disagree, nobody can say.
 */
export type CtrBasis =
  'pa' | 'ap' | 'supine' | 'portable' | 'lateral' | 'conflict' | 'unknown' | 'cross-section';

interface Film {
  /** Projection as the dataset's index shows it: `PA`, `AP`, `LL`, `lateral`, or empty. */
  readonly view: string;
  /** File name and header disagree on it. */
  readonly viewConflict: boolean;
}

/** On what ground a ratio on this image stands. */
export function ctrBasis({ view, viewConflict }: Film, attributes: ImageAttributes): CtrBasis {
  if (spacingOf(attributes).kind === 'patient' || attributes.ImageOrientationPatient) return 'cross-section';
  const { shown, portable, conflict } = projectionOf(view, attributes);
  if (shown === 'lateral' || shown === 'LL') return 'lateral';
  if (viewConflict || conflict) return 'conflict';
  if (isLying(attributes)) return 'supine';
  if (shown === 'AP') return 'ap';
  if (portable) return 'portable';
  return shown === 'PA' ? 'pa' : 'unknown';
}

/** The widths of a cardiothoracic ratio, in mm or pixels. */
export interface Cardiothoracic {
  readonly cardiac: number;
  readonly thoracic: number;
  /** NaN where the thorax has no width. */
  readonly ratio: number;
}

/**
 * The greatest width of the heart over the greatest inner width of the thorax, both measured perpendicular to the
 * midline.
 *
 * @param points two of the midline, then the borders of the heart on either side, then the inner borders of the ribs
 */
export function cardiothoracic(scale: Scale, points: readonly ImagePoint[]): Cardiothoracic {
  const off = points.slice(2).map((point) => offMidline(scale, points, point));
  const width = (at: 0 | 2): number => Math.abs((off[at] ?? NaN) - (off[at + 1] ?? NaN));
  const [cardiac, thoracic] = [width(0), width(2)];
  return { cardiac, thoracic, ratio: thoracic > 0 ? cardiac / thoracic : NaN };
}

/** Signed distance of a point from the midline, in mm or pixels; positive to the right of its direction. */
function offMidline(scale: Scale, [top, foot]: readonly ImagePoint[], point: ImagePoint): number {
  if (!top || !foot) return NaN;
  const [ux, uy] = vectorOf(scale, top, foot);
  const [dx, dy] = vectorOf(scale, top, point);
  return (dy * ux - dx * uy) / Math.hypot(ux, uy);
}

/** The point of the midline from which a border is measured. */
export function footOnMidline(
  scale: Scale,
  [top, foot]: readonly ImagePoint[],
  point: ImagePoint,
): ImagePoint | undefined {
  if (!top || !foot) return undefined;
  const [ux, uy] = vectorOf(scale, top, foot);
  const [dx, dy] = vectorOf(scale, top, point);
  const share = (dx * ux + dy * uy) / (ux * ux + uy * uy);
  if (!Number.isFinite(share)) return undefined;
  return [top[0] + (foot[0] - top[0]) * share, top[1] + (foot[1] - top[1]) * share];
}
