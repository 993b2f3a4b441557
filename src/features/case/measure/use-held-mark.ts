import { useRef, useState } from 'react';
import type { ImagePoint } from '../../../domain/measure/image-point.ts';
import type { Mark, Picture } from '../../../domain/measure/measurement.ts';
import type { Scale } from '../../../domain/measure/scale.ts';
import { handlesOf, moveHandle, translate } from '../../../domain/measure/shapes.ts';
import type { Hit } from './hit-test.ts';

/** A mark whose points follow the pointer or the keys. */
interface Held {
  readonly hit: Hit;
  /** Where it was taken, and its points then. */
  readonly from: ImagePoint;
  readonly points: readonly ImagePoint[];
}

/** A mark in hand: moved as a whole or by one of its points, and kept when it is let go. */
export function useHeldMark(
  picture: Picture,
  scale: Scale,
  onMoved: (mark: Mark, points: readonly ImagePoint[]) => void,
) {
  const [shown, show] = useState<{ readonly hit: Hit; readonly points: readonly ImagePoint[] | undefined }>();
  // Events come faster than the page is drawn.
  const now = useRef<{ held?: Held | undefined; moved?: readonly ImagePoint[] | undefined }>({});
  const tell = (): void => {
    const { held, moved } = now.current;
    show(held && { hit: held.hit, points: moved });
  };
  /** The whole stays on the image. */
  const movedWhole = ({ from, points }: Held, to: ImagePoint): readonly ImagePoint[] => {
    const off = (axis: 0 | 1, most: number): number => {
      const values = points.map((point) => point[axis]);
      return Math.max(-Math.min(...values), Math.min(most - Math.max(...values), to[axis] - from[axis]));
    };
    return translate(points, [off(0, picture.columns), off(1, picture.rows)]);
  };
  return {
    hit: shown?.hit,
    points: shown?.points,
    isHeld: (): boolean => now.current.held !== undefined,
    take(hit: Hit, from: ImagePoint): void {
      now.current = { held: { hit, from, points: hit.mark.points } };
      tell();
    },
    move(to: ImagePoint): void {
      const { held } = now.current;
      if (!held) return;
      const { part, mark } = held.hit;
      now.current.moved =
        part === 'whole' ? movedWhole(held, to) : moveHandle(mark.tool, held.points, part, to, scale);
      tell();
    },
    /** Moves a point on from where it is now. */
    step(mark: Mark, handle: number, next: (point: ImagePoint) => ImagePoint): void {
      const points = now.current.moved ?? mark.points;
      const point = handlesOf(mark.tool, points)[handle];
      if (!point) return;
      const moved = moveHandle(mark.tool, points, handle, next(point), scale);
      now.current = { held: { hit: { mark, part: handle }, from: point, points: mark.points }, moved };
      tell();
    },
    letGo(): void {
      const { held, moved } = now.current;
      now.current = {};
      tell();
      if (held && moved) onMoved(held.hit.mark, moved);
    },
    drop(): void {
      now.current = {};
      tell();
    },
  };
}
