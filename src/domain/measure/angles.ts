import { middle, type ImagePoint } from './image-point.ts';
import { vectorOf, type Scale } from './scale.ts';

const DEGREES = 180 / Math.PI;

/** Degrees from 0 to 180 between two directions. */
const between = ([ax, ay]: ImagePoint, [bx, by]: ImagePoint): number =>
  Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * DEGREES;

/** The angle at a vertex between the arms to two points, 0 to 180 degrees; of pixels that are not square, in mm. */
export const angleAt = (scale: Scale, one: ImagePoint, vertex: ImagePoint, other: ImagePoint): number =>
  between(vectorOf(scale, vertex, one), vectorOf(scale, vertex, other));

/**
 * The angle of Cobb between two lines, such as end plates, 0 to 180 degrees. Whichever way each line was drawn, both
 * are taken across the line that joins their middles, which is the spine: so an angle beyond 90 degrees is one.
 */
export function cobbAngle(scale: Scale, points: readonly ImagePoint[]): number {
  const [a, b, c, d] = points;
  if (!a || !b || !c || !d) return NaN;
  const spine = vectorOf(scale, middle(a, b), middle(c, d));
  const across: ImagePoint = [-spine[1], spine[0]];
  return between(along(vectorOf(scale, a, b), across), along(vectorOf(scale, c, d), across));
}

const along = ([x, y]: ImagePoint, direction: ImagePoint): ImagePoint =>
  x * direction[0] + y * direction[1] < 0 ? [-x, -y] : [x, y];
