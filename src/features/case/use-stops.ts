import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { moveAmongStops } from '../../ui/use-roving.ts';

const UP_AND_DOWN = { ArrowDown: 1, ArrowUp: -1 } as const;

interface Stops {
  /** The one stop that the tab key leads to. */
  readonly current: string | undefined;
  readonly onPointerDown: () => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const stopOf = (target: EventTarget): HTMLElement | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-stop]') ?? undefined) : undefined;

/**
 * A list that is one tab stop: arrows, Home and End go through its elements, which are marked by `data-stop`. Whoever
 * came by mouse has chosen an image, and keeps these keys for its slices.
 * @param stops what is in the list, from top to bottom.
 * @param active where the tab key leads until the focus was in the list, and again when another one is active.
 */
export function useStops(stops: readonly string[], active: string | undefined): Stops {
  const [last, setLast] = useState<{ readonly stop: string | undefined; readonly active: typeof active }>();
  const byPointer = useRef(false);
  const usual = active !== undefined && stops.includes(active) ? active : stops[0];
  const focused = last?.active === active ? last?.stop : undefined;
  return {
    current: focused !== undefined && stops.includes(focused) ? focused : usual,
    onPointerDown: () => void (byPointer.current = true),
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!currentTarget.contains(relatedTarget)) byPointer.current = false;
    },
    onFocus: ({ target }) => setLast({ stop: stopOf(target)?.dataset['stop'], active }),
    onKeyDown: (event) => {
      if (event.key === 'Tab') byPointer.current = false;
      // To the left and right are other viewports.
      if (!byPointer.current) moveAmongStops(event, UP_AND_DOWN);
    },
  };
}
