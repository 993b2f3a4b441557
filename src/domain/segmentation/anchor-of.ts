import { outlineCrossings } from './fill-outline.ts';

/** Pixels of a row between each two crossings. */
const pixelsIn = (xs: readonly number[]): number =>
  xs.reduce((sum, x, at) => sum + (at % 2 === 1 ? x - (xs[at - 1] ?? x) : 0), 0);

/**
 * A point inside a segment to point at, in image pixel space: in the row with half of the segment's pixels above it, the
 * middle of the longest run, so that it lies in none of its holes and between none of its parts. Undefined for a segment
 * without pixels.
 */
export function anchorOf(outline: string): readonly [x: number, y: number] | undefined {
  const rows = [...outlineCrossings(outline)].toSorted(([a], [b]) => a - b);
  let left = rows.reduce((sum, [, xs]) => sum + pixelsIn(xs), 0) / 2;
  const middle = rows.find(([, xs]) => (left -= pixelsIn(xs)) <= 0);
  if (!middle) return undefined;
  const [row, xs] = middle;
  let best = [0, 0];
  for (let at = 0; at + 1 < xs.length; at += 2) {
    const run = [xs[at] ?? 0, xs[at + 1] ?? 0];
    if ((run[1] ?? 0) - (run[0] ?? 0) > (best[1] ?? 0) - (best[0] ?? 0)) best = run;
  }
  const [from = 0, to = 0] = best;
  return to > from ? [(from + to) / 2, row + 0.5] : undefined;
}
