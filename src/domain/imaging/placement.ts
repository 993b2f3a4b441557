type Point = readonly [x: number, y: number];

/** Where image pixels are on the element: CSS pixels = origin + x · right + y · down, (0, 0) the image's corner. */
export interface ImagePlacement {
  readonly origin: Point;
  readonly right: Point;
  readonly down: Point;
}

/** Where a point of the image is on its element, in CSS pixels. */
export const toScreen = ({ origin, right, down }: ImagePlacement, [x, y]: Point): Point => [
  origin[0] + x * right[0] + y * down[0],
  origin[1] + x * right[1] + y * down[1],
];

/** The point of the image below a point of its element; (0, 0) is the image's top left corner. */
export function toImage({ origin, right, down }: ImagePlacement, [x, y]: Point): Point {
  const determinant = right[0] * down[1] - right[1] * down[0];
  const [dx, dy] = [x - origin[0], y - origin[1]];
  return [(dx * down[1] - dy * down[0]) / determinant, (dy * right[0] - dx * right[1]) / determinant];
}

/**
 * What of an image is in view, whatever its pixels and its viewport: how far it is enlarged against the whole image,
 * and what is in the middle, in fractions of its width and height from the upper left corner as stored.
 */
export interface ImagePosition {
  readonly zoom: number;
  readonly middle: Point;
}

export const WHOLE: ImagePosition = { zoom: 1, middle: [0.5, 0.5] };

/** Differences smaller than this are none. */
const SAME = 1e-3;

export const isWhole = ({ zoom, middle }: ImagePosition): boolean =>
  Math.abs(zoom - 1) < SAME && Math.hypot(middle[0] - 0.5, middle[1] - 0.5) < SAME;

/** Width and height of an element in CSS pixels, or columns and rows of an image. */
type Size = readonly [width: number, height: number];

/** What of an image is in the middle of its element, in fractions of the image. */
export function middleInView(placement: ImagePlacement, element: Size, image: Size): Point {
  const [x, y] = toImage(placement, [element[0] / 2, element[1] / 2]);
  return [x / image[0], y / image[1]];
}

/** How far the picture must be moved, in CSS pixels, for a place of it to come to the middle of its element. */
export function wayToMiddle(placement: ImagePlacement, element: Size, image: Size, [x, y]: Point): Point {
  const [nowX, nowY] = toScreen(placement, [x * image[0], y * image[1]]);
  return [element[0] / 2 - nowX, element[1] / 2 - nowY];
}
