import { outlineCrossings } from './fill-outline.ts';

/** How far two segments of one image agree: pixels of each, and of both together. */
export interface Overlap {
  readonly one: number;
  readonly other: number;
  readonly both: number;
}

/** Dice coefficient, 2·|A ∩ B| / (|A| + |B|); undefined when both are empty. */
export const dice = ({ one, other, both }: Overlap): number | undefined =>
  one + other === 0 ? undefined : (2 * both) / (one + other);

/** Intersection over union (Jaccard index); undefined when both are empty. */
export const iou = ({ one, other, both }: Overlap): number | undefined =>
  one + other === 0 ? undefined : both / (one + other - both);

type Runs = ReadonlyMap<number, readonly number[]>;

/** Pixels between the crossings of a row: from the first to the second, from the third to the fourth … */
function lengthOf(crossings: readonly number[]): number {
  let length = 0;
  for (let at = 0; at + 1 < crossings.length; at += 2) length += crossings[at + 1]! - crossings[at]!;
  return length;
}

function areaOf(runs: Runs): number {
  let area = 0;
  for (const crossings of runs.values()) area += lengthOf(crossings);
  return area;
}

/** Pixels in both of two rows, going through their crossings in order. */
function sharedLength(one: readonly number[], other: readonly number[]): number {
  let [a, b, shared] = [0, 0, 0];
  while (a + 1 < one.length && b + 1 < other.length) {
    const from = Math.max(one[a]!, other[b]!);
    const to = Math.min(one[a + 1]!, other[b + 1]!);
    shared += Math.max(0, to - from);
    if (one[a + 1]! < other[b + 1]!) a += 2;
    else b += 2;
  }
  return shared;
}

/** Slices as one segment has them: undefined where it has no pixel. */
export type OutlineSlices = readonly ({ readonly outline: string } | undefined)[];

/**
 * The overlap of two segments over all slices, out of their outlines along pixel edges (`toSvgPath`), which is exact:
 * a pixel is in a segment or not.
 */
export function overlapOf(one: OutlineSlices, other: OutlineSlices): Overlap {
  const sum = { one: 0, other: 0, both: 0 };
  for (let slice = 0; slice < Math.max(one.length, other.length); slice++) {
    const [a, b] = [runsOf(one[slice]?.outline), runsOf(other[slice]?.outline)];
    sum.one += areaOf(a);
    sum.other += areaOf(b);
    for (const [row, crossings] of a) sum.both += sharedLength(crossings, b.get(row) ?? []);
  }
  return sum;
}

const runsOf = (outline: string | undefined): Runs => (outline ? outlineCrossings(outline) : new Map());
