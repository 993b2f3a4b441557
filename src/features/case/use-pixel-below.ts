import { useEffect, useState, type RefObject } from 'react';
import type { Pixels } from '../../domain/imaging/pixels.ts';
import { toImage, type ImagePlacement } from '../../domain/imaging/placement.ts';
import { pointerOn } from './pointer-on.ts';

/** A pixel of an image, from 0, and what is stored there: a value, or red, green and blue. */
export interface PixelBelow {
  readonly column: number;
  readonly row: number;
  readonly samples: readonly number[];
}

/**
 * The pixel below the pointer while that is over an element, undefined beside the image. Below a pointer that
 * rests the slice or its place may change. Only who asks is drawn again.
 */
export function usePixelBelow(
  over: RefObject<HTMLElement | null>,
  pixels: Pixels | undefined,
  placement: ImagePlacement | undefined,
): PixelBelow | undefined {
  const [pointer, setPointer] = useState<ReturnType<typeof pointerOn>>();
  useEffect(() => {
    const element = over.current;
    if (!element) return undefined;
    const listening = new AbortController();
    element.addEventListener('pointermove', (event) => setPointer(pointerOn(element, event)), listening);
    element.addEventListener('pointerleave', () => setPointer(undefined), listening);
    return () => listening.abort();
  }, [over]);
  if (!pointer || !placement || !pixels) return undefined;
  const [column, row] = toImage(placement, pointer).map(Math.floor) as [number, number];
  const isBeside = column < 0 || row < 0 || column >= pixels.columns || row >= pixels.rows;
  if (isBeside) return undefined;
  const count = pixels.kind === 'rgb' ? 3 : 1;
  const first = count * (row * pixels.columns + column);
  return { column, row, samples: Array.from(pixels.data.subarray(first, first + count)) };
}
