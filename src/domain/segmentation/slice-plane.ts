import { cross, dot, norm, scale, subtract, type Vector } from '../imaging/vector.ts';
import type { LabelMap } from './label-map.ts';
import type { SlicePlane } from './mask-target.ts';

/** Cosines of parallel planes differ in rounding only. */
const PARALLEL = 1 - 1e-4;

/** The normal of a plane, of length 1; its sign is that of rows crossed with columns. */
export function normalOf({ ImageOrientationPatient: [a, b, c, d, e, f] }: SlicePlane): Vector {
  const normal = cross([a, b, c], [d, e, f]);
  return scale(normal, 1 / norm(normal));
}

export const areParallel = (one: SlicePlane, other: SlicePlane): boolean =>
  Math.abs(dot(normalOf(one), normalOf(other))) >= PARALLEL;

/**
 * A point of the patient, LPS mm, in the pixels of a slice: image pixel space, (0, 0) the top left corner of the top
 * left pixel, so that its centre is (½, ½); `distance` is mm off the plane, along its normal.
 */
export function toPixel(
  plane: SlicePlane,
  point: Vector,
): { readonly x: number; readonly y: number; readonly distance: number } {
  const { ImageOrientationPatient: o, ImagePositionPatient: origin, PixelSpacing } = plane;
  const [rowMm, columnMm] = PixelSpacing;
  const from = subtract(point, origin);
  return {
    x: dot(from, [o[0], o[1], o[2]]) / columnMm + 0.5,
    y: dot(from, [o[3], o[4], o[5]]) / rowMm + 0.5,
    distance: dot(from, normalOf(plane)),
  };
}

/** Centre of a pixel of a slice in the patient, LPS mm; columns and rows from 0. */
export function toPatient(plane: SlicePlane, column: number, row: number): Vector {
  const { ImageOrientationPatient: o, ImagePositionPatient: at, PixelSpacing } = plane;
  const [rowMm, columnMm] = PixelSpacing;
  const place = (axis: 0 | 1 | 2): number =>
    at[axis] + o[axis] * columnMm * column + o[axis + 3]! * rowMm * row;
  return [place(0), place(1), place(2)];
}

/** How far a plane lies along the normal of another, mm; negative on its other side. */
export const planeOffset = (of: SlicePlane, other: SlicePlane): number =>
  dot(subtract(other.ImagePositionPatient, of.ImagePositionPatient), normalOf(of));

/** Distance of two planes, mm, along the normal of the first. */
export const planeDistance = (one: SlicePlane, other: SlicePlane): number =>
  Math.abs(planeOffset(one, other));

const areNear = (a: readonly number[], b: readonly number[], most: number): boolean =>
  a.every((value, at) => Math.abs(value - (b[at] ?? NaN)) <= most);

/** Whether two slices have their pixels at the same places, but for the distance between their planes. */
export function haveSamePixels(one: SlicePlane, other: SlicePlane): boolean {
  const { x, y } = toPixel(one, other.ImagePositionPatient);
  return (
    areNear(one.ImageOrientationPatient, other.ImageOrientationPatient, 1e-4) &&
    areNear(one.PixelSpacing, other.PixelSpacing, 1e-5) &&
    areNear([x, y], [0.5, 0.5], 1e-2)
  );
}

/**
 * Labels of one plane as seen on a slice parallel to it: each pixel of the slice has the label that lies at its centre,
 * and none where the plane does not reach.
 */
export function projectLabels(
  labels: LabelMap,
  from: SlicePlane,
  onto: SlicePlane,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): LabelMap {
  const pixel = (column: number, row: number) => toPixel(from, toPatient(onto, column, row));
  const [origin, right, down] = [pixel(0, 0), pixel(1, 0), pixel(0, 1)];
  const [stepX, stepY] = [right.x - origin.x, right.y - origin.y];
  const data =
    labels.data instanceof Uint8Array ? new Uint8Array(columns * rows) : new Uint16Array(columns * rows);
  for (let row = 0, at = 0; row < rows; row++) {
    const startX = origin.x + row * (down.x - origin.x);
    const startY = origin.y + row * (down.y - origin.y);
    for (let column = 0; column < columns; column++, at++) {
      const x = Math.floor(startX + column * stepX);
      const y = Math.floor(startY + column * stepY);
      if (x >= 0 && y >= 0 && x < labels.columns && y < labels.rows)
        data[at] = labels.data[y * labels.columns + x]!;
    }
  }
  return { columns, rows, data };
}
