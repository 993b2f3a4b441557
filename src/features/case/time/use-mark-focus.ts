import { useState, type KeyboardEvent } from 'react';
import type { TimeLane, TimeMark } from '../../../domain/labs/time-line.ts';

/** Place of a mark among the lanes. */
export interface MarkPlace {
  readonly lane: number;
  readonly at: number;
}

export interface MarkFocus {
  readonly isStop: (place: MarkPlace) => boolean;
  readonly onFocus: (place: MarkPlace) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** What is told from each other by its place. */
export const markId = ({ lane, at }: MarkPlace): string => `${lane}:${at}`;

const dayOf = ({ date }: TimeMark): number => date || Number.MAX_SAFE_INTEGER;

/** The images of the session that is read, or the first mark. */
function firstStop(lanes: readonly TimeLane[]): MarkPlace {
  for (const [lane, { marks }] of lanes.entries()) {
    const at = marks.findIndex((mark) => mark.kind === 'images' && mark.isCurrent);
    if (at >= 0) return { lane, at };
  }
  return { lane: 0, at: 0 };
}

/** The mark of a lane that is nearest in time. */
function nearest({ marks }: TimeLane, date: number): number {
  let best = 0;
  marks.forEach((mark, at) => {
    const known = marks[best];
    if (known && Math.abs(dayOf(mark) - date) < Math.abs(dayOf(known) - date)) best = at;
  });
  return best;
}

function nextPlace(lanes: readonly TimeLane[], { lane, at }: MarkPlace, key: string): MarkPlace | undefined {
  const marks = lanes[lane]?.marks ?? [];
  const own = marks[at];
  const across = (to: number): MarkPlace | undefined => {
    const other = lanes[to];
    return other && own && { lane: to, at: nearest(other, dayOf(own)) };
  };
  const along = (to: number): MarkPlace | undefined => (marks[to] ? { lane, at: to } : undefined);
  switch (key) {
    case 'ArrowRight':
      return along(at + 1);
    case 'ArrowLeft':
      return along(at - 1);
    case 'Home':
      return along(0);
    case 'End':
      return along(marks.length - 1);
    case 'ArrowDown':
      return across(lane + 1);
    case 'ArrowUp':
      return across(lane - 1);
    default:
      return undefined;
  }
}

/** One tab stop for all marks; arrow keys move along a lane, and to what is nearest in time in the lane above or below. */
export function useMarkFocus(lanes: readonly TimeLane[]): MarkFocus {
  const [chosen, setChosen] = useState<MarkPlace>();
  const isThere = chosen !== undefined && lanes[chosen.lane]?.marks[chosen.at] !== undefined;
  const stop = isThere ? chosen : firstStop(lanes);
  return {
    isStop: (place) => markId(place) === markId(stop),
    onFocus: setChosen,
    onKeyDown: (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const next = nextPlace(lanes, stop, event.key);
      if (next) {
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>(`[data-mark="${markId(next)}"]`)?.focus();
      }
      // The page's own keys for arrows (other images, other slices) are not meant here.
      if (event.key.startsWith('Arrow') || next) event.stopPropagation();
    },
  };
}
