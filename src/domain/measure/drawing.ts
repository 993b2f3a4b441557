import type { ImagePoint } from './image-point.ts';
import { STROKES, type MeasureTool } from './mark-tool.ts';

/** A mark while it is drawn: what is set, and where the pointer is. */
export interface Drawing {
  readonly tool: MeasureTool;
  readonly points: readonly ImagePoint[];
  /** Where the next point would be. */
  readonly cursor: ImagePoint;
  /**
   * What a press is doing: the first point of a stroke is set and the second follows (`stretch`), the last point itself
   * follows (`follow`), or a line is drawn by hand (`trace`). Undefined between presses.
   */
  readonly press: 'stretch' | 'follow' | 'trace' | undefined;
}

/** A press set a point, and `complete` says that all are set. */
export interface DrawingStep {
  readonly drawing: Drawing;
  readonly complete: boolean;
}

const needed = (tool: MeasureTool): number => STROKES[tool].reduce<number>((sum, count) => sum + count, 0);

/** Whether the point at an index begins a stroke of two. */
function beginsStroke(tool: MeasureTool, index: number): boolean {
  let first = 0;
  for (const count of STROKES[tool]) {
    if (index === first) return count === 2;
    first += count;
  }
  return false;
}

/** The pointer goes down: a point is set. */
export function pressAt(tool: MeasureTool, before: Drawing | undefined, at: ImagePoint): Drawing {
  const points = before?.points ?? [];
  const press = tool === 'freehand' ? 'trace' : beginsStroke(tool, points.length) ? 'stretch' : 'follow';
  return { tool, points: [...points, at], cursor: at, press };
}

/**
 * The pointer moves.
 * @param grain distance below which a line drawn by hand takes no further point, in pixels of the image
 */
export function moveTo(drawing: Drawing, at: ImagePoint, grain: number): Drawing {
  const { points, press } = drawing;
  if (press === 'follow') return { ...drawing, points: [...points.slice(0, -1), at], cursor: at };
  const last = points.at(-1);
  const isFar = !last || Math.hypot(at[0] - last[0], at[1] - last[1]) >= grain;
  if (press === 'trace' && isFar) return { ...drawing, points: [...points, at], cursor: at };
  return { ...drawing, cursor: at };
}

/** Fewest corners of an outline. */
const CORNERS = 3;

/**
 * The pointer goes up.
 * @param moved whether it went further than a hand trembles since it went down
 */
export function releaseAt(drawing: Drawing, at: ImagePoint, moved: boolean): DrawingStep {
  const { tool, points, press } = drawing;
  if (press === 'trace')
    return { drawing: { ...drawing, press: undefined }, complete: points.length >= CORNERS };
  const set = press === 'stretch' && moved ? [...points, at] : points;
  return {
    drawing: { ...drawing, points: set, cursor: at, press: undefined },
    complete: set.length >= needed(tool),
  };
}

/** The points as they would be if the pointer stayed where it is. */
export const previewPoints = ({ points, cursor, press }: Drawing): readonly ImagePoint[] =>
  press === 'follow' || press === 'trace' ? points : [...points, cursor];

/** How far a point of a line may lie off the chord that replaces it (Douglas and Peucker, 1973). */
export function simplify(points: readonly ImagePoint[], tolerance: number): readonly ImagePoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 3 || !first || !last) return points;
  let [farthest, off] = [0, 0];
  points.forEach((point, at) => {
    const away = offChord(first, last, point);
    if (away > off) [farthest, off] = [at, away];
  });
  if (off <= tolerance) return [first, last];
  return [
    ...simplify(points.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(points.slice(farthest), tolerance),
  ];
}

function offChord([ax, ay]: ImagePoint, [bx, by]: ImagePoint, [x, y]: ImagePoint): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((by - ay) * (x - ax) - (bx - ax) * (y - ay)) / length;
}
