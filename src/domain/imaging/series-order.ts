import type { ImageAttributes } from './image-attributes.ts';
import { planeDirections } from './geometry.ts';
import { dot } from './vector.ts';

/** What is known of one slice. */
export interface Slice {
  readonly path: string;
  readonly attributes: Pick<
    ImageAttributes,
    'ImageOrientationPatient' | 'ImagePositionPatient' | 'InstanceNumber'
  >;
}

/** Slices in the order they are shown. */
export interface SeriesOrder {
  /** Indices into the given slices. */
  readonly order: readonly number[];
  readonly basis: 'position' | 'instance-number' | 'path';
  /** Why positions could not decide; absent when they did. */
  readonly fallback?: 'no-position' | 'mixed-orientation';
  /** Typical distance between neighbours, mm: the median; absent without two different positions. */
  readonly spacing?: number;
  /** Places in `order` whose slice shares its position, or its instance number, with the one before. */
  readonly duplicates: readonly number[];
  /** Places in `order` whose slice is farther from the one before than the others are, and how far, mm. */
  readonly gaps: readonly { readonly at: number; readonly distance: number }[];
}

/** Slices of one series have one orientation; cosines differ in rounding only. */
const SAME_ORIENTATION = 1e-3;
/** Positions are compared in steps of this many millimetres; closer ones are the same. */
const SAME_POSITION = 1e-2;
/** A distance this many times the typical one leaves room for a missing slice. */
const GAP_FACTOR = 1.5;

/**
 * Sorts the slices of one series by their position along the normal of their plane, from its back to its front
 * (PS3.3 C.7.6.2.1.1): from the feet to the head for axial slices. Instance Number says nothing about
 * geometry; it decides between slices at one place, and orders the series where a position is missing or the
 * orientation is not the same throughout. Where it is missing too, paths decide, numbers in them by value.
 */
export function orderSeries(slices: readonly Slice[]): SeriesOrder {
  const positions = positionsAlongNormal(slices);
  const byName = new Intl.Collator('en', { numeric: true });
  const comparePaths = (a: number, b: number) => byName.compare(pathAt(slices, a), pathAt(slices, b));
  const compareInstances = (a: number, b: number) =>
    instanceAt(slices, a) - instanceAt(slices, b) || comparePaths(a, b);
  const places = slices.map((_, place) => place);
  if (typeof positions !== 'string') {
    const at = (slice: number) => positions[slice] ?? 0;
    const place = (slice: number) => Math.round(at(slice) / SAME_POSITION);
    const order = places.toSorted((a, b) => place(a) - place(b) || compareInstances(a, b));
    return { order, basis: 'position', ...distances(order.map(at)) };
  }
  const numbered = slices.every(({ attributes }) => attributes.InstanceNumber !== undefined);
  const order = places.toSorted(numbered ? compareInstances : comparePaths);
  const isSecond = (place: number) =>
    place > 0 && instanceAt(slices, order[place] ?? 0) === instanceAt(slices, order[place - 1] ?? 0);
  return {
    order,
    basis: numbered ? 'instance-number' : 'path',
    fallback: positions,
    duplicates: numbered ? places.filter(isSecond) : [],
    gaps: [],
  };
}

const pathAt = (slices: readonly Slice[], at: number): string => slices[at]?.path ?? '';
const instanceAt = (slices: readonly Slice[], at: number): number =>
  slices[at]?.attributes.InstanceNumber ?? 0;

/** Millimetres along the common normal, or why there are none. */
function positionsAlongNormal(
  slices: readonly Slice[],
): readonly number[] | 'no-position' | 'mixed-orientation' {
  const first = slices[0]?.attributes.ImageOrientationPatient;
  const normal = slices[0] && planeDirections(slices[0].attributes)?.normal;
  if (!first || !normal) return 'no-position';
  const positions: number[] = [];
  for (const { attributes } of slices) {
    const { ImageOrientationPatient: cosines, ImagePositionPatient: position } = attributes;
    if (!cosines || !position) return 'no-position';
    if (cosines.some((cosine, at) => Math.abs(cosine - (first[at] ?? 0)) > SAME_ORIENTATION))
      return 'mixed-orientation';
    positions.push(dot(normal, position));
  }
  return positions;
}

/** What the steps between sorted positions tell. */
function distances(sorted: readonly number[]): Pick<SeriesOrder, 'spacing' | 'duplicates' | 'gaps'> {
  const steps = sorted.map((position, at) => (at === 0 ? NaN : position - (sorted[at - 1] ?? 0)));
  const apart = steps.filter((step) => step > SAME_POSITION).toSorted((a, b) => a - b);
  const spacing = apart[apart.length >> 1];
  return {
    ...(spacing !== undefined && { spacing }),
    duplicates: steps.flatMap((step, at) => (step <= SAME_POSITION ? [at] : [])),
    gaps: steps.flatMap((distance, at) =>
      spacing !== undefined && distance > spacing * GAP_FACTOR ? [{ at, distance }] : [],
    ),
  };
}
