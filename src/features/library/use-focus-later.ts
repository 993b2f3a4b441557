import { useEffect, useRef, type RefObject } from 'react';

/** Focuses the session of a position once it exists: it may have to be scrolled into sight first. */
export function useFocusLater(list: RefObject<HTMLElement | null>): (position: number) => void {
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const element = list.current?.querySelector<HTMLElement>(`[data-position="${wanted.current}"]`);
    if (!element) return;
    wanted.current = undefined;
    element.focus({ preventScroll: true });
  });
  return (position) => void (wanted.current = position);
}
