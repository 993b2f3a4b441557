import { useState, type KeyboardEvent } from 'react';

/** How many stops a key leads on. */
type Steps = Readonly<Record<string, number>>;

const ARROWS: Steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Moves the focus among the elements with `data-stop` inside an element, by arrows, Home and End; it stops at the ends. */
export function moveAmongStops(event: KeyboardEvent<HTMLElement>, steps: Steps = ARROWS): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
  const at = stops.findIndex((one) => one === document.activeElement);
  const last = stops.length - 1;
  const targets: Steps = { Home: 0, End: last };
  const step = steps[event.key];
  const target = step === undefined ? targets[event.key] : at + step;
  if (at < 0 || target === undefined) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(last, target))]?.focus();
}

/** Properties of one of many that are one tab stop. */
export interface RovingItem {
  readonly 'data-stop': '';
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}

/**
 * One tab stop for many things: arrow keys, Home and End move among the elements that have `item`'s properties, inside the
 * one that has `group`'s.
 * @param count how many there are.
 */
export function useRoving(count: number) {
  const [stop, setStop] = useState(0);
  const current = stop < count ? stop : 0;
  return {
    group: { onKeyDown: (event: KeyboardEvent<HTMLElement>) => moveAmongStops(event) },
    item: (at: number): RovingItem => ({
      'data-stop': '',
      tabIndex: at === current ? 0 : -1,
      onFocus: () => setStop(at),
    }),
  };
}
