import { footOnMidline } from './cardiothoracic.ts';
import { middle, type ImagePoint } from './image-point.ts';
import type { MarkTool, MeasureTool } from './mark-tool.ts';
import { boxOf } from './region.ts';
import { distance, pointAt, vectorOf, type Scale } from './scale.ts';

type Points = readonly ImagePoint[];

/** A line through points; closed ones come back to the first. */
export interface Stroke {
  readonly points: Points;
  readonly closed?: boolean;
  /** What was drawn, or what it is measured along. */
  readonly role?: 'guide';
}

/** Sides of the polygon that stands for an ellipse on screen. */
const ELLIPSE_SIDES = 96;

/** Points on the ellipse between two opposite corners, in equal steps of its angle. */
export function ellipsePoints(points: Points, sides = ELLIPSE_SIDES): Points {
  const [[left, top] = [0, 0], , [right, bottom] = [0, 0]] = boxOf(points);
  return Array.from({ length: sides }, (_, at) => {
    const angle = (2 * Math.PI * at) / sides;
    return [
      (left + right) / 2 + ((right - left) / 2) * Math.cos(angle),
      (top + bottom) / 2 + ((bottom - top) / 2) * Math.sin(angle),
    ];
  });
}

const pairs = (points: Points): readonly Stroke[] =>
  points.flatMap((point, at) => {
    const next = points[at + 1];
    return at % 2 === 0 && next ? [{ points: [point, next] }] : [];
  });

/** The lines of a mark, also of one that is being drawn and lacks points. */
export function strokesOf(tool: MarkTool, points: Points, scale: Scale): readonly Stroke[] {
  switch (tool) {
    case 'length':
    case 'calibration':
    case 'arrow':
    case 'bidirectional':
      return pairs(points);
    case 'cobb': {
      const [a, b, c, d] = points;
      const join = a && b && c && d ? [{ points: [middle(a, b), middle(c, d)], role: 'guide' } as const] : [];
      return [...pairs(points), ...join];
    }
    case 'angle':
      return [{ points }];
    case 'rectangle':
      return points.length < 2 ? [] : [{ points: boxOf(points), closed: true }];
    case 'ellipse':
      return points.length < 2 ? [] : [{ points: ellipsePoints(points), closed: true }];
    case 'freehand':
      return [{ points, closed: true }];
    case 'ctr':
      return ctrStrokes(points, scale);
    case 'probe':
    case 'key':
      return [];
  }
}

/** The midline, and from each border the way to it. */
function ctrStrokes(points: Points, scale: Scale): readonly Stroke[] {
  const borders = points.slice(2).flatMap((point): Stroke[] => {
    const foot = footOnMidline(scale, points, point);
    return foot ? [{ points: [point, foot] }] : [];
  });
  return [{ points: points.slice(0, 2), role: 'guide' }, ...borders];
}

/** The points of a mark that can be taken hold of. */
export function handlesOf(tool: MarkTool, points: Points): Points {
  if (tool === 'rectangle') return boxOf(points);
  if (tool !== 'ellipse') return points;
  const box = boxOf(points);
  return box.map((corner, at) => middle(corner, box[(at + 1) % 4] ?? corner));
}

/** The points after one of {@link handlesOf} was taken elsewhere. */
export function moveHandle(
  tool: MarkTool,
  points: Points,
  handle: number,
  to: ImagePoint,
  scale: Scale,
): Points {
  switch (tool) {
    case 'rectangle': {
      const opposite = boxOf(points)[(handle + 2) % 4];
      return opposite ? [opposite, to] : points;
    }
    case 'ellipse':
      return moveSide(boxOf(points), handle, to);
    case 'bidirectional':
      return moveAxisEnd(points, handle, to, scale);
    default:
      return points.map((point, at) => (at === handle ? to : point));
  }
}

/** Sides of a box from the top clockwise. */
function moveSide(
  [[left, top] = [0, 0], , [right, bottom] = [0, 0]]: Points,
  side: number,
  to: ImagePoint,
): Points {
  return [
    [side === 3 ? to[0] : left, side === 0 ? to[1] : top],
    [side === 1 ? to[0] : right, side === 2 ? to[1] : bottom],
  ];
}

/**
 * The long axis turns and grows at its ends, and takes the short one along; the short one stays across it, and is
 * moved along it by either end.
 */
function moveAxisEnd(points: Points, handle: number, to: ImagePoint, scale: Scale): Points {
  const [a, b, c, d] = points;
  if (!a || !b || !c || !d) return points;
  if (handle < 2) {
    const [from, end] = handle === 0 ? [to, b] : [a, to];
    return [
      from,
      end,
      ...acrossAt(scale, [from, end], shareAlong(scale, [a, b], c), sidesOf(scale, [a, b], [c, d])),
    ];
  }
  const share = Math.max(0, Math.min(1, shareAlong(scale, [a, b], to)));
  const [side, other] = sidesOf(scale, [a, b], [c, d]);
  const moved = sidesOf(scale, [a, b], [to, to])[0];
  return [a, b, ...acrossAt(scale, [a, b], share, handle === 2 ? [moved, other] : [side, moved])];
}

type Pair = readonly [ImagePoint, ImagePoint];

/** Where along a line a point lies, as a share of it. */
function shareAlong(scale: Scale, [a, b]: Pair, point: ImagePoint): number {
  const [ux, uy] = vectorOf(scale, a, b);
  const [dx, dy] = vectorOf(scale, a, point);
  const length = ux * ux + uy * uy;
  return length > 0 ? (dx * ux + dy * uy) / length : 0.5;
}

/** How far two points lie off a line, to its right. */
function sidesOf(scale: Scale, [a, b]: Pair, ends: Pair): readonly [number, number] {
  const [ux, uy] = vectorOf(scale, a, b);
  const length = Math.hypot(ux, uy) || 1;
  const off = (point: ImagePoint): number => {
    const [dx, dy] = vectorOf(scale, a, point);
    return (dy * ux - dx * uy) / length;
  };
  return [off(ends[0]), off(ends[1])];
}

/** The two ends of a line across another one. */
function acrossAt(scale: Scale, [a, b]: Pair, share: number, sides: readonly [number, number]): Points {
  const [ux, uy] = vectorOf(scale, a, b);
  const length = Math.hypot(ux, uy) || 1;
  const foot: ImagePoint = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  return sides.map((off) => pointAt(scale, foot, [(-uy / length) * off, (ux / length) * off]));
}

/** The short axis of a new pair: across the middle of the long one, half as long. */
const SHORT_AXIS = 0.5;

/** What the drawing of a tool's points makes of them. */
export function completeShape(tool: MeasureTool, points: Points, scale: Scale): Points {
  const [a, b] = points;
  if (tool !== 'bidirectional' || points.length !== 2 || !a || !b) return points;
  const half = (distance(scale, a, b) * SHORT_AXIS) / 2;
  return [a, b, ...acrossAt(scale, [a, b], 0.5, [-half, half])];
}

/** All points moved alike. */
export const translate = (points: Points, [dx, dy]: ImagePoint): Points =>
  points.map(([x, y]) => [x + dx, y + dy]);

/** Corners of the outline that stands for one drawn by hand, where it is placed by key. */
const PLACED_SIDES = 8;

/**
 * A mark as the keyboard places it: around a point, so large that it can be seen, to be moved from there.
 * @param reach half its width, in pixels of the image
 */
export function placedShape(tool: MeasureTool, [x, y]: ImagePoint, reach: number, scale: Scale): Points {
  const at = (dx: number, dy: number): ImagePoint => [x + dx * reach, y + dy * reach];
  switch (tool) {
    case 'probe':
      return [[x, y]];
    case 'length':
    case 'calibration':
    case 'arrow':
      return [at(-1, 0), at(1, 0)];
    case 'bidirectional':
      return completeShape(tool, [at(-1, 0), at(1, 0)], scale);
    case 'angle':
      return [at(-1, -1), at(-1, 0), at(1, 0)];
    case 'cobb':
      return [at(-1, -1), at(1, -0.8), at(-1, 1), at(1, 0.8)];
    case 'rectangle':
    case 'ellipse':
      return [at(-1, -1), at(1, 1)];
    case 'freehand':
      return ellipsePoints([at(-1, -1), at(1, 1)], PLACED_SIDES);
    case 'ctr':
      return [at(0, -1), at(0, 1), at(-0.4, 0.3), at(0.6, 0.3), at(-1.2, 0.6), at(1.2, 0.6)];
  }
}
