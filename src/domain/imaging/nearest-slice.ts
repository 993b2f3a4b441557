import { planeDirections } from './geometry.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { dot } from './vector.ts';

type Placed = Pick<ImageAttributes, 'ImageOrientationPatient' | 'ImagePositionPatient'>;

/** Planes that point this nearly the same way, or the opposite one, can be scrolled together: 18 degrees. */
const PARALLEL = 0.95;

/**
 * The slice of a stack that lies nearest to an image, along the stack's normal.
 * @returns nothing where the planes are not parallel, or one of them has no place.
 */
export function nearestSlice(places: readonly (Placed | undefined)[], image: Placed): number | undefined {
  const first = places.find((place) => place !== undefined);
  const normal = first && planeDirections(first)?.normal;
  const own = planeDirections(image)?.normal;
  const { ImagePositionPatient: position } = image;
  if (!normal || !own || !position || Math.abs(dot(normal, own)) < PARALLEL) return undefined;
  const height = dot(normal, position);
  let [nearest, distance] = [-1, Infinity];
  for (const [slice, place] of places.entries()) {
    const at = place?.ImagePositionPatient;
    const off = at ? Math.abs(dot(normal, at) - height) : Infinity;
    if (off < distance) [nearest, distance] = [slice, off];
  }
  return nearest < 0 ? undefined : nearest;
}
