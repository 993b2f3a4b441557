import { useEffect, useRef, type RefObject } from 'react';
import { toImage, type ImagePlacement } from '../../../domain/imaging/placement.ts';
import { pointerOn } from '../pointer-on.ts';
import type { ShownSegment } from '../use-masks.ts';
import { termOf } from './linked-segment.tsx';
import { useLinking } from './linking.ts';

/**
 * Lights up what hangs together with the segment below the pointer. Outlines let the pointer through to the image, so it
 * is asked of their shapes; while a button is held the image is being worked on.
 */
export function useSegmentBelow(
  over: RefObject<HTMLElement | null>,
  svg: RefObject<SVGSVGElement | null>,
  placement: ImagePlacement,
  segments: readonly ShownSegment[],
): void {
  const { store } = useLinking();
  const latest = useRef({ placement, segments });
  useEffect(() => {
    latest.current = { placement, segments };
  });
  useEffect(() => {
    const element = over.current;
    if (!element) return undefined;
    let below: string | undefined;
    let frame = 0;
    const point = (key: string | undefined): void => {
      if (key === below) return;
      below = key;
      const segment = latest.current.segments.find((one) => one.key === key);
      if (segment) store.hover({ kind: 'segment', label: termOf(segment.look) });
      else store.leave();
    };
    const onMove = (event: PointerEvent): void => {
      cancelAnimationFrame(frame);
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      const at = toImage(latest.current.placement, pointerOn(element, event));
      frame = requestAnimationFrame(() => point(segmentAt(svg.current, at)));
    };
    const onLeave = (): void => {
      cancelAnimationFrame(frame);
      point(undefined);
    };
    const listening = new AbortController();
    element.addEventListener('pointermove', onMove, listening);
    element.addEventListener('pointerleave', onLeave, listening);
    return () => {
      listening.abort();
      onLeave();
    };
  }, [over, svg, store]);
}

/** The key of the segment at a point of the image, the one drawn last first. */
function segmentAt(svg: SVGSVGElement | null, [x, y]: readonly [number, number]): string | undefined {
  const shapes = [...(svg?.querySelectorAll<SVGGElement>('[data-segment]') ?? [])].toReversed();
  return shapes.find((shape) => shape.querySelector('path')?.isPointInFill(new DOMPoint(x, y)))?.dataset[
    'segment'
  ];
}
