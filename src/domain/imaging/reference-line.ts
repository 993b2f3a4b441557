import type { ImageAttributes } from './image-attributes.ts';
import { lpsVector, planeDirections, type LpsVector } from './geometry.ts';
import { add, dot, norm, scale, subtract, type Vector } from './vector.ts';

type PlaneAttributes = Pick<
  ImageAttributes,
  'ImageOrientationPatient' | 'ImagePositionPatient' | 'PixelSpacing' | 'FrameOfReferenceUID'
>;

/** An image with its place in the patient. */
export interface PlacedImage {
  readonly columns: number;
  readonly rows: number;
  readonly attributes: PlaneAttributes;
}

/** Image pixel space, (0, 0) the top left corner of the image, its first pixel's centre at (0.5, 0.5). */
export type ImagePoint = readonly [x: number, y: number];

interface Plane {
  readonly origin: LpsVector;
  readonly row: Vector;
  readonly column: Vector;
  /** Of length 1. */
  readonly normal: Vector;
  readonly spacing: readonly [row: number, column: number];
}

function planeOf({ attributes }: PlacedImage): Plane | undefined {
  const { ImagePositionPatient: position, PixelSpacing: spacing } = attributes;
  const directions = planeDirections(attributes);
  if (!directions || !position || !spacing) return undefined;
  const length = norm(directions.normal);
  if (!(length > 0)) return undefined;
  return {
    origin: lpsVector(...position),
    row: directions.row,
    column: directions.column,
    normal: scale(directions.normal, 1 / length),
    spacing,
  };
}

/** LPS mm of a point of an image; undefined where the file does not place it. */
export function pointOfImage(image: PlacedImage, [x, y]: ImagePoint): LpsVector | undefined {
  const plane = planeOf(image);
  return plane && pointIn(plane, [x, y]);
}

const pointIn = ({ origin, row, column, spacing }: Plane, [x, y]: ImagePoint): LpsVector =>
  lpsVector(...add(add(origin, scale(row, (x - 0.5) * spacing[1])), scale(column, (y - 0.5) * spacing[0])));

/** The point of an image that is nearest to a point in the patient. */
export function imagePointOf(image: PlacedImage, point: Vector): ImagePoint | undefined {
  const plane = planeOf(image);
  if (!plane) return undefined;
  const from = subtract(point, plane.origin);
  return [dot(from, plane.row) / plane.spacing[1] + 0.5, dot(from, plane.column) / plane.spacing[0] + 0.5];
}

/** Whether positions of the two can be compared: the same frame of reference is filed for both. */
export const shareFrame = (a: PlaneAttributes, b: PlaneAttributes): boolean =>
  a.FrameOfReferenceUID !== undefined && a.FrameOfReferenceUID === b.FrameOfReferenceUID;

/**
 * Where one image cuts through another: the ends of the line, on the other image. Undefined where they do not meet,
 * are parallel, or one of them has no place. Whether they lie in one frame of reference is for the caller to ask.
 */
export function referenceLine(
  image: PlacedImage,
  on: PlacedImage,
): readonly [ImagePoint, ImagePoint] | undefined {
  const [cutting, cut] = [planeOf(image), planeOf(on)];
  if (!cutting || !cut) return undefined;
  const { columns, rows } = image;
  const corners: readonly ImagePoint[] = [
    [0, 0],
    [columns, 0],
    [columns, rows],
    [0, rows],
  ];
  const points = corners.map((corner) => pointIn(cutting, corner));
  const heights = points.map((point) => dot(subtract(point, cut.origin), cut.normal));
  const crossings: ImagePoint[] = [];
  points.forEach((point, at) => {
    const next = (at + 1) % points.length;
    const [from, to] = [heights[at] ?? 0, heights[next] ?? 0];
    // An end on the plane counts as above it, so that a corner is met once.
    if (from >= 0 === to >= 0) return;
    const edge = subtract(points[next] ?? point, point);
    const meeting = imagePointOf(on, add(point, scale(edge, from / (from - to))));
    if (meeting) crossings.push(meeting);
  });
  const [start, end] = crossings;
  return start && end ? clipLine(start, end, on) : undefined;
}

/** The part of a line inside an image (Liang and Barsky). */
function clipLine(
  [x0, y0]: ImagePoint,
  [x1, y1]: ImagePoint,
  { columns, rows }: PlacedImage,
): readonly [ImagePoint, ImagePoint] | undefined {
  let [from, to] = [0, 1];
  const [dx, dy] = [x1 - x0, y1 - y0];
  for (const [slope, room] of [
    [-dx, x0],
    [dx, columns - x0],
    [-dy, y0],
    [dy, rows - y0],
  ] as const) {
    if (slope === 0 && room < 0) return undefined;
    if (slope < 0) from = Math.max(from, room / slope);
    else if (slope > 0) to = Math.min(to, room / slope);
  }
  if (from >= to) return undefined;
  return [
    [x0 + from * dx, y0 + from * dy],
    [x0 + to * dx, y0 + to * dy],
  ];
}
