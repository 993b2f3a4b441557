import { fillPolygons } from '../segmentation/fill-polygons.ts';
import type { ImagePoint } from './image-point.ts';
import type { MarkTool } from './mark-tool.ts';
import { stepsOf, type Scale } from './scale.ts';

/** A closed region in image pixel space; a rectangle is the polygon of its corners. */
export type Region =
  | { readonly kind: 'polygon'; readonly points: readonly ImagePoint[] }
  | { readonly kind: 'ellipse'; readonly centre: ImagePoint; readonly radii: ImagePoint };

/** The four corners of the box between two opposite ones, clockwise from the top left. */
export function boxOf([a = [0, 0], b = a]: readonly ImagePoint[]): readonly ImagePoint[] {
  const [left, right] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [top, bottom] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** The region of a rectangle, an ellipse (both between two opposite corners) or an outline drawn by hand. */
export function regionOf(tool: MarkTool, points: readonly ImagePoint[]): Region | undefined {
  if (tool === 'rectangle') return { kind: 'polygon', points: boxOf(points) };
  if (tool === 'freehand') return { kind: 'polygon', points };
  if (tool !== 'ellipse') return undefined;
  const [[left, top] = [0, 0], , [right, bottom] = [0, 0]] = boxOf(points);
  return {
    kind: 'ellipse',
    centre: [(left + right) / 2, (top + bottom) / 2],
    radii: [(right - left) / 2, (bottom - top) / 2],
  };
}

/** A run of pixels of one row whose centres lie inside a region: columns from `start` up to, not including, `end`. */
export interface PixelRun {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

/** Size of an image. */
interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The pixels of an image whose centres lie inside a region; of an outline by the even-odd rule. */
export function pixelsInside(region: Region, size: Size): readonly PixelRun[] {
  return region.kind === 'ellipse' ? ellipseRuns(region, size) : polygonRuns(region.points, size);
}

/** The first whole number whose pixel has its centre at or after an edge. */
const firstAfter = (edge: number, last: number): number => Math.max(0, Math.min(last, Math.ceil(edge - 0.5)));

function ellipseRuns(
  { centre: [cx, cy], radii: [rx, ry] }: Region & { kind: 'ellipse' },
  { columns, rows }: Size,
): readonly PixelRun[] {
  const runs: PixelRun[] = [];
  for (let row = firstAfter(cy - ry, rows); row < firstAfter(cy + ry, rows); row++) {
    const off = (row + 0.5 - cy) / ry;
    const half = rx * Math.sqrt(Math.max(0, 1 - off * off));
    const [start, end] = [firstAfter(cx - half, columns), firstAfter(cx + half, columns)];
    if (start < end) runs.push({ row, start, end });
  }
  return runs;
}

function polygonRuns(points: readonly ImagePoint[], size: Size): readonly PixelRun[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [firstAfter(Math.min(...xs), size.columns), firstAfter(Math.min(...ys), size.rows)];
  const columns = firstAfter(Math.max(...xs), size.columns) - left;
  const rows = firstAfter(Math.max(...ys), size.rows) - top;
  if (points.length < 3 || columns <= 0 || rows <= 0) return [];
  // Only the box around it is filled: a film has millions of pixels.
  const data = new Uint8Array(columns * rows);
  fillPolygons({ columns, rows, data }, [points.flatMap(([x, y]) => [x - left, y - top])], 1);
  const runs: PixelRun[] = [];
  for (let row = 0; row < rows; row++) {
    let start = -1;
    for (let column = 0; column <= columns; column++) {
      const isInside = column < columns && data[row * columns + column] === 1;
      if (isInside && start < 0) start = column;
      if (!isInside && start >= 0) {
        runs.push({ row: row + top, start: start + left, end: column + left });
        start = -1;
      }
    }
  }
  return runs;
}

/** On which side of the line from p to q a point lies. */
const side = (p: ImagePoint, q: ImagePoint, r: ImagePoint): number =>
  Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));

/** Whether two segments cross each other between their ends. */
const cross = (a: ImagePoint, b: ImagePoint, c: ImagePoint, d: ImagePoint): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Whether an outline crosses itself, so that the formula of Gauss would take parts of it away from others. */
export function crossesItself(points: readonly ImagePoint[]): boolean {
  const at = (index: number): ImagePoint => points[index % points.length] ?? [0, 0];
  for (let one = 0; one < points.length; one++)
    for (let other = one + 2; other < points.length; other++)
      if ((other + 1) % points.length !== one && cross(at(one), at(one + 1), at(other), at(other + 1)))
        return true;
  return false;
}

/** Larger than any image: the pixels of an outline that crosses itself are counted beyond its image too. */
const ANYWHERE: Size = { columns: 2 ** 15, rows: 2 ** 15 };

/**
 * The area of a region in mm² or pixels, in the meaning of {@link Scale}: by formula, so that it does not depend on
 * where the pixels lie. Of an outline that crosses itself, the pixels inside are counted.
 */
export function regionArea(scale: Scale, region: Region): number {
  const [right, down] = stepsOf(scale);
  if (region.kind === 'ellipse') return Math.PI * region.radii[0] * right * region.radii[1] * down;
  const { points } = region;
  if (crossesItself(points))
    return (
      pixelsInside(region, ANYWHERE).reduce((sum, { start, end }) => sum + end - start, 0) * right * down
    );
  const twice = points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return (Math.abs(twice) / 2) * right * down;
}
