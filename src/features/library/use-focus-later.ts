import { useEffect, useRef } from 'react';

/** A position in the list that is to have the focus. */
export interface FocusWish {
  readonly position: number;
  /** The user did not ask for it: whoever works elsewhere on the page, on the tour's card for one, stays there. */
  readonly isPolite?: boolean;
}

/** Focuses the session of a wish; false while it does not exist. */
function grant(list: HTMLElement | null, { position, isPolite = false }: FocusWish): boolean {
  const element = list?.querySelector<HTMLElement>(`[data-position="${position}"]`);
  if (!element) return false;
  // The page around the list holds the focus for those who have just come to it.
  const isFree = document.activeElement?.contains(element) ?? true;
  if (isFree || !isPolite) element.focus({ preventScroll: true });
  return true;
}

/**
 * Focuses the session of a position: at once where it exists, else when it has been scrolled into sight. What the
 * user does meanwhile ends the wish.
 */
export function useFocusLater(list: HTMLElement | null): (wish: FocusWish) => void {
  const wanted = useRef<FocusWish>(undefined);
  useEffect(() => {
    if (wanted.current && grant(list, wanted.current)) wanted.current = undefined;
  });
  useEffect(() => {
    const forget = (): void => void (wanted.current = undefined);
    document.addEventListener('keydown', forget, true);
    document.addEventListener('pointerdown', forget, true);
    return () => {
      document.removeEventListener('keydown', forget, true);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, []);
  return (wish) => void (wanted.current = grant(list, wish) ? undefined : wish);
}
