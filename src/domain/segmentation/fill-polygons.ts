import { MidscopeError } from '../error.ts';
import type { LabelMap } from './label-map.ts';

/**
 * A closed polygon in image pixel space, (0, 0) the top left corner of the top left pixel: x and y of each corner
 * in turn; the last joins the first.
 */
export type Polygon = readonly number[];

/** Places where edges cross the middle of a row, over all polygons of a map; more is noise. */
const MAX_CROSSINGS = 2 ** 23;

/** Sorted places where outlines cross the middle of each row that they cross. */
type Crossings = Map<number, number[]>;

/**
 * Sets the pixels of a label map whose centres lie in any of the polygons; within one polygon by the even-odd rule.
 * The count of those pixels is the polygons' area, overlaps once.
 *
 * @throws MidscopeError MASK_INVALID when the edges are too many to be anyone's drawing.
 */
export function fillPolygons(map: LabelMap, polygons: readonly Polygon[], value: number): void {
  let budget = MAX_CROSSINGS;
  for (const polygon of polygons) {
    const crossings: Crossings = new Map();
    budget -= addCrossings(crossings, polygon, map.rows, budget);
    fillCrossings(map, crossings, value);
  }
}

/**
 * The same where several polygons are one outline: pixels in an even number of them are outside, as in holes.
 * @throws MidscopeError as {@link fillPolygons}.
 */
export function fillEvenOdd(map: LabelMap, polygons: readonly Polygon[], value: number): void {
  const crossings: Crossings = new Map();
  let budget = MAX_CROSSINGS;
  for (const polygon of polygons) budget -= addCrossings(crossings, polygon, map.rows, budget);
  fillCrossings(map, crossings, value);
}

function fillCrossings({ columns, data }: LabelMap, crossings: Crossings, value: number): void {
  for (const [row, xs] of crossings) {
    xs.sort((a, b) => a - b);
    for (let at = 0; at + 1 < xs.length; at += 2) {
      // A pixel is inside when its centre is: its number and a half.
      const from = Math.max(0, Math.ceil(xs[at]! - 0.5));
      const to = Math.min(columns, Math.ceil(xs[at + 1]! - 0.5));
      if (from < to) data.fill(value, row * columns + from, row * columns + to);
    }
  }
}

/** Adds where a polygon crosses the middle of each row; returns how often it does. */
function addCrossings(crossings: Crossings, polygon: Polygon, rows: number, budget: number): number {
  const corners = Math.floor(polygon.length / 2);
  let count = 0;
  for (let at = 0; at < corners; at++) {
    const next = (at + 1) % corners;
    const [x0, y0] = [polygon[2 * at]!, polygon[2 * at + 1]!];
    const [x1, y1] = [polygon[2 * next]!, polygon[2 * next + 1]!];
    // An edge owns the middles from its upper end to just before its lower one, so that a corner counts once.
    const first = Math.max(0, Math.ceil(Math.min(y0, y1) - 0.5));
    const end = Math.min(rows, Math.ceil(Math.max(y0, y1) - 0.5));
    count += Math.max(0, end - first);
    if (count > budget) throw new MidscopeError('MASK_INVALID', { reason: 'outline-too-long' });
    for (let row = first; row < end; row++) {
      const x = x0 + ((row + 0.5 - y0) / (y1 - y0)) * (x1 - x0);
      const found = crossings.get(row);
      if (found) found.push(x);
      else crossings.set(row, [x]);
    }
  }
  return count;
}
