import { useEffect, useState } from 'react';
import type { Box } from './place-card.ts';

export interface Marks {
  /** The element that the step is about, as far as it is in sight. */
  readonly target: Box | undefined;
  readonly also: Box | undefined;
  readonly films: readonly Box[];
  /** The element was looked for long enough. */
  readonly isMissing: boolean;
}

const NOTHING: Marks = { target: undefined, also: undefined, films: [], isMissing: false };

const FILMS = '[data-testid=viewport] canvas, [data-tour=film]';

/** Milliseconds between looks; scrolling and resizing are followed at once. */
const PACE = 200;
/** A page and its data come within this time. */
const PATIENCE = 2_000;

/** The part of an element that no scrolling box and no edge of the window cuts off. */
function boxInSight(element: Element): Box | undefined {
  if (!element.checkVisibility()) return undefined;
  let { left, top, right, bottom } = element.getBoundingClientRect();
  const cut = (by: Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>): void => {
    [left, top] = [Math.max(left, by.left), Math.max(top, by.top)];
    [right, bottom] = [Math.min(right, by.right), Math.min(bottom, by.bottom)];
  };
  cut({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  for (let above = element.parentElement; above; above = above.parentElement)
    if (getComputedStyle(above).overflow !== 'visible') cut(above.getBoundingClientRect());
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined;
}

const find = (selectors: readonly string[]): Element | undefined => {
  for (const selector of selectors)
    for (const element of document.querySelectorAll(selector)) if (element.checkVisibility()) return element;
  return undefined;
};

const boxOf = (selectors: readonly string[]): Box | undefined => {
  const found = find(selectors);
  return found && boxInSight(found);
};

/** Follows what a step marks, wherever the page puts it; brings it into sight once. `selectors` and `also` as joined texts. */
export function useMarks(selectors: readonly string[], also: string | undefined): Marks {
  const wanted = selectors.join('\n');
  const [seen, setSeen] = useState<{ readonly wanted: string; readonly marks: Marks }>();
  useEffect(() => {
    const names = wanted.split('\n');
    const listening = new AbortController();
    const began = performance.now();
    let last = '';
    let isBrought = false;
    const look = (): void => {
      const element = find(names);
      if (element && !isBrought) {
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        isBrought = true;
      }
      const target = element && boxInSight(element);
      const marks: Marks = {
        target,
        also: also === undefined ? undefined : boxOf([also]),
        films: Array.from(document.querySelectorAll(FILMS), boxInSight).filter((box) => box !== undefined),
        isMissing: !target && performance.now() - began > PATIENCE,
      };
      const next = JSON.stringify(marks);
      if (next !== last) setSeen({ wanted, marks });
      last = next;
    };
    const { signal } = listening;
    window.addEventListener('scroll', look, { signal, capture: true, passive: true });
    window.addEventListener('resize', look, { signal });
    const timer = setInterval(look, PACE);
    look();
    return () => {
      clearInterval(timer);
      listening.abort();
    };
  }, [wanted, also]);
  return seen?.wanted === wanted ? seen.marks : NOTHING;
}
