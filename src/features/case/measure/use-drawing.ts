import { useRef, useState } from 'react';
import { moveTo, pressAt, releaseAt, simplify, type Drawing } from '../../../domain/measure/drawing.ts';
import type { ImagePoint } from '../../../domain/measure/image-point.ts';
import type { MeasureTool } from '../../../domain/measure/mark-tool.ts';
import { toScreen, type ImagePlacement } from '../../../domain/imaging/placement.ts';

/** CSS pixels between the points of a line drawn by hand, and how far such a line may be off when it is thinned out. */
const GRAIN = 3;
const THINNED = 0.8;
/** What is smaller on screen was no drawing, in CSS pixels. */
const LEAST = 3;

/**
 * What is being drawn, point by point.
 * @param onDrawing is told what takes it back, while there is something
 */
export function useDrawing(
  placement: ImagePlacement,
  onDrawing: (cancel: (() => void) | undefined) => void,
  onDrawn: (tool: MeasureTool, points: readonly ImagePoint[]) => void,
) {
  const [shown, show] = useState<Drawing>();
  // Events come faster than the page is drawn.
  const now = useRef<Drawing>(undefined);
  const perPixel = Math.hypot(...placement.right) || 1;
  const draw = (next: Drawing | undefined): void => {
    now.current = next;
    onDrawing(next && (() => draw(undefined)));
    show(next);
  };
  const isLarge = (points: readonly ImagePoint[]): boolean => {
    const [first, ...rest] = points.map((point) => toScreen(placement, point));
    return first !== undefined && rest.some(([x, y]) => Math.hypot(x - first[0], y - first[1]) >= LEAST);
  };
  return {
    shown,
    isDrawing: (): boolean => now.current !== undefined,
    press: (tool: MeasureTool, at: ImagePoint): void => draw(pressAt(tool, now.current, at)),
    move(at: ImagePoint): void {
      if (now.current) draw(moveTo(now.current, at, GRAIN / perPixel));
    },
    release(at: ImagePoint, hasMoved: boolean): void {
      if (!now.current) return;
      const { drawing, complete } = releaseAt(now.current, at, hasMoved);
      const { tool, points } = drawing;
      // An outline that is none is over, too.
      draw(complete || tool === 'freehand' ? undefined : drawing);
      if (!complete || (tool !== 'probe' && !isLarge(points))) return;
      onDrawn(tool, tool === 'freehand' ? simplify(points, THINNED / perPixel) : points);
    },
    drop: (): void => draw(undefined),
  };
}
