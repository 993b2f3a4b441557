import { useEffect, type RefObject } from 'react';
import { nearestSlice } from '../../domain/imaging/nearest-slice.ts';
import { shareFrame } from '../../domain/imaging/reference-line.ts';
import type { ViewportHandle } from '../../engine/index.ts';
import type { Reading } from './use-reading.ts';
import type { Stack } from './use-stack.ts';

/** How a viewport follows the active one: in the same frame of reference, or only by the numbers of positions. */
export type Link = 'registered' | 'by-position' | undefined;

/** Takes a viewport to where the active one is, while scrolling is linked. */
export function useLinkedScroll(
  number: number,
  reading: Reading,
  stack: Stack | undefined,
  handle: RefObject<ViewportHandle | null>,
): Link {
  const { active, views } = reading;
  const leader = views[active]?.state?.image?.attributes;
  const own = views[number]?.state?.image?.attributes;
  const isFollower =
    reading.isLinked('scroll') && active !== number && leader?.Modality === 'CT' && own?.Modality === 'CT';
  const target =
    isFollower && stack && leader ? nearestSlice(stack.description.places ?? [], leader) : undefined;
  useEffect(() => {
    if (target !== undefined) handle.current?.goTo(target);
  }, [target, handle]);
  if (target === undefined || !leader || !own) return undefined;
  const isSameSeries = views[number]?.seriesKey === views[active]?.seriesKey;
  return isSameSeries || shareFrame(leader, own) ? 'registered' : 'by-position';
}
