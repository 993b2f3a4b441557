import { toImage, type ImagePlacement } from '../../domain/imaging/placement.ts';
import { useRef, type PointerEvent, type RefObject } from 'react';
import { pointerOn } from './pointer-on.ts';

/** CSS pixels that a press may move and still be a press. */
const SLACK = 4;

/** A click takes the point along whatever the left button does; with the crosshairs in hand a drag does, too. */
export function usePlanePress(
  image: RefObject<HTMLElement | null>,
  placement: ImagePlacement | undefined,
  isCrosshair: boolean,
  onPoint: (point: readonly [number, number]) => void,
) {
  const down = useRef<{ readonly x: number; readonly y: number; readonly drags: boolean }>(undefined);
  const take = (event: PointerEvent): void => {
    if (image.current && placement) onPoint(toImage(placement, pointerOn(image.current, event)));
  };
  return {
    onPointerDown: (event: PointerEvent): void => {
      // What is drawn over the image comes first.
      if (event.button !== 0 || event.ctrlKey || event.defaultPrevented) return;
      // A line that is dragged takes its own plane along, and no other.
      const isOnLine = event.target instanceof Element && event.target.closest('[role=slider]') !== null;
      const drags = isCrosshair && !isOnLine;
      down.current = { x: event.clientX, y: event.clientY, drags };
      if (drags) take(event);
    },
    onPointerMove: (event: PointerEvent): void => {
      if (down.current?.drags === true && event.buttons === 1) take(event);
    },
    onPointerUp: (event: PointerEvent): void => {
      const { x, y, drags } = down.current ?? { x: NaN, y: NaN, drags: true };
      down.current = undefined;
      if (!drags && Math.hypot(event.clientX - x, event.clientY - y) <= SLACK) take(event);
    },
    onPointerCancel: (): void => {
      down.current = undefined;
    },
  };
}
