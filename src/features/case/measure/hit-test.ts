import type { Mark } from '../../../domain/measure/measurement.ts';
import type { ImagePoint } from '../../../domain/measure/image-point.ts';
import type { Scale } from '../../../domain/measure/scale.ts';
import { handlesOf, strokesOf } from '../../../domain/measure/shapes.ts';
import { toScreen, type ImagePlacement } from '../../../domain/imaging/placement.ts';

/** CSS pixels around a handle that take hold of it: a target of 24. */
export const HANDLE_REACH = 12;
/** CSS pixels beside a line that take hold of the whole. */
const LINE_REACH = 7;

/** What of a mark lies below the pointer. */
export interface Hit {
  readonly mark: Mark;
  readonly part: number | 'whole';
}

type Screen = readonly [number, number];

/** Distance of a place from the segment between two others. */
function toSegment([ax, ay]: Screen, [bx, by]: Screen, [x, y]: Screen): number {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

function isOnLine(mark: Mark, scale: Scale, placement: ImagePlacement, at: Screen): boolean {
  const on = (point: ImagePoint): Screen => toScreen(placement, point);
  if (mark.tool === 'probe')
    return mark.points.some((point) => toSegment(on(point), on(point), at) <= HANDLE_REACH);
  return strokesOf(mark.tool, mark.points, scale).some(({ points, closed }) =>
    points.some((point, index) => {
      const next = points[index + 1] ?? (closed ? points[0] : undefined);
      return next !== undefined && toSegment(on(point), on(next), at) <= LINE_REACH;
    }),
  );
}

interface Tested {
  readonly marks: readonly Mark[];
  readonly scale: Scale;
  readonly placement: ImagePlacement;
  /** Its handles come first, and of other marks the lines are taken only if `others`. */
  readonly selected: string | undefined;
  readonly others: boolean;
}

/** The handle or the mark below a place on the element, in CSS pixels; the latest one on top. */
export function hitTest({ marks, scale, placement, selected, others }: Tested, at: Screen): Hit | undefined {
  const chosen = marks.find(({ id }) => id === selected);
  if (chosen) {
    const near = handlesOf(chosen.tool, chosen.points)
      .map((point, part) => {
        const [x, y] = toScreen(placement, point);
        return { part, off: Math.hypot(x - at[0], y - at[1]) };
      })
      .toSorted((one, other) => one.off - other.off)[0];
    if (near && near.off <= HANDLE_REACH) return { mark: chosen, part: near.part };
    if (isOnLine(chosen, scale, placement, at)) return { mark: chosen, part: 'whole' };
  }
  const found = others ? marks.findLast((mark) => isOnLine(mark, scale, placement, at)) : undefined;
  return found && { mark: found, part: 'whole' };
}
