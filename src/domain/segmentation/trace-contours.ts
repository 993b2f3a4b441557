import { MidscopeError } from '../error.ts';
import type { LabelMap } from './label-map.ts';

/**
 * One closed outline of a segment along pixel edges, in image pixel space where (0, 0) is the top left
 * corner of the top left pixel. It has no collinear points, and its last point joins the first.
 */
export interface Contour {
  /** x and y of each corner in turn. */
  readonly points: Int32Array<ArrayBuffer>;
  /**
   * Enclosed pixels by the shoelace formula, signed by winding: positive for an outer ring, which runs
   * clockwise as seen on screen, negative for a hole. The sum over a segment is its area.
   */
  readonly signedArea: number;
}

/** Corners of one segment beyond which it is noise, not an outline that anyone could read or draw. */
const MAX_CONTOUR_POINTS = 2 ** 21;

/** Steps of the walk: right, down, left, up. */
const STEP_X = [1, 0, -1, 0] as const;
const STEP_Y = [0, 1, 0, -1] as const;

/**
 * All outlines of one segment, by crack following: a walk along pixel edges with the segment on its right.
 * Pixels that touch at a corner only belong to separate rings (4-connected), so no ring crosses itself.
 * The even-odd and the non-zero rule fill the same pixels.
 *
 * @throws MidscopeError MASK_INVALID when it has more than {@link MAX_CONTOUR_POINTS} corners.
 */
export function traceContours(labelMap: LabelMap, value: number): readonly Contour[] {
  const { columns, data } = labelMap;
  const contours: Contour[] = [];
  // Every ring has an edge above a pixel of the segment; those already walked are marked, row by row.
  const walked = new Uint8Array(data.length);
  let points = 0;
  // Most of a mask is none of the segment: the browser skips that far faster than a loop.
  for (let at = data.indexOf(value); at >= 0; at = data.indexOf(value, at)) {
    for (; data[at] === value; at++) {
      if (walked[at] === 1 || data[at - columns] === value) continue;
      const [x, y] = [at % columns, Math.floor(at / columns)];
      const contour = walk(labelMap, value, x, y, walked, MAX_CONTOUR_POINTS - points);
      points += contour.points.length / 2;
      contours.push(contour);
    }
  }
  return contours;
}

/** Follows the ring whose edge above pixel (x, y) is its first, marking such edges on the way. */
function walk(
  { columns, rows, data }: LabelMap,
  value: number,
  startX: number,
  startY: number,
  walked: Uint8Array,
  maxPoints: number,
): Contour {
  const inside = (x: number, y: number) =>
    x >= 0 && x < columns && y >= 0 && y < rows && data[y * columns + x] === value;
  const points: number[] = [];
  let [x, y, direction, signedArea] = [startX, startY, 0, 0];
  do {
    const [stepX, stepY] = [STEP_X[direction] ?? 0, STEP_Y[direction] ?? 0];
    points.push(x, y);
    if (points.length > 2 * maxPoints)
      throw new MidscopeError('MASK_INVALID', { reason: 'outline-too-long', value });
    // The two pixels ahead of a corner, right and left of the way; the one to the right decides first.
    let right = true;
    let left = false;
    while (right && !left) {
      if (direction === 0) walked[y * columns + x] = 1;
      signedArea -= stepX * y;
      x += stepX;
      y += stepY;
      right = inside(x + (stepX - stepY - 1) / 2, y + (stepX + stepY - 1) / 2);
      left = inside(x + (stepX + stepY - 1) / 2, y + (stepY - stepX - 1) / 2);
    }
    direction = (direction + (right ? 3 : 1)) % 4;
  } while (x !== startX || y !== startY || direction !== 0);
  return { points: Int32Array.from(points), signedArea };
}

/** The outlines as path data of SVG, of horizontal and vertical lines; in image pixel space. */
export function toSvgPath(contours: readonly Contour[]): string {
  const parts: string[] = [];
  for (const { points } of contours) {
    parts.push(`M${points[0]},${points[1]}`);
    // Corners alternate: the walk begins to the right, so each odd one changes x and each even one y.
    for (let corner = 1; corner < points.length / 2; corner++)
      parts.push(corner % 2 === 1 ? `H${points[2 * corner]}` : `V${points[2 * corner + 1]}`);
    parts.push('Z');
  }
  return parts.join('');
}
