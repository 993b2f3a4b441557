/** Points of a shape's box that are looked at, in each direction. */
const GRID = 12;

/** Whether a point is inside what a path is cut off by; without such a thing, always. */
function isInClip(path: SVGPathElement, point: DOMPoint): boolean {
  const id = /url\("?#([^")]+)"?\)/.exec(path.getAttribute('clip-path') ?? '')?.[1];
  const clip = id === undefined ? undefined : document.getElementById(id)?.querySelector('path');
  return clip?.isPointInFill(point) ?? true;
}

/** Where a point of a path is in the drawing: the second of a pair is a mirror image. */
function inDrawing(path: SVGPathElement, { x, y }: DOMPoint): readonly [number, number] {
  const matrix = path.transform.baseVal.consolidate()?.matrix;
  return matrix ? [matrix.a * x + matrix.e, matrix.d * y + matrix.f] : [x, y];
}

/**
 * A point of a region to point at, in units of the drawing: of the first shape that is in the group the point inside that is
 * nearest to the middle of all that is, or the middle of a line.
 */
export function anchorIn(group: SVGGElement): readonly [number, number] | undefined {
  const path = group.querySelector<SVGPathElement>('path:not(clipPath path)');
  if (!path) return undefined;
  const { x, y, width, height } = path.getBBox();
  const inside: DOMPoint[] = [];
  for (let row = 0; row < GRID; row++)
    for (let column = 0; column < GRID; column++) {
      const point = new DOMPoint(x + ((column + 0.5) * width) / GRID, y + ((row + 0.5) * height) / GRID);
      if (path.isPointInFill(point) && isInClip(path, point)) inside.push(point);
    }
  if (inside.length === 0 || width === 0 || height === 0)
    return inDrawing(path, DOMPoint.fromPoint(path.getPointAtLength(path.getTotalLength() / 2)));
  const middle = (of: (point: DOMPoint) => number): number =>
    inside.reduce((sum, point) => sum + of(point), 0) / inside.length;
  const [mx, my] = [middle((point) => point.x), middle((point) => point.y)];
  const far = (point: DOMPoint): number => Math.hypot(point.x - mx, point.y - my);
  const [first, ...others] = inside;
  return (
    first &&
    inDrawing(
      path,
      others.reduce((best, one) => (far(one) < far(best) ? one : best), first),
    )
  );
}
