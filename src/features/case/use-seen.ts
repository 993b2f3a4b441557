import { useEffect, useRef, useState, type RefObject } from 'react';

/** CSS pixels around what is in sight that count as seen. */
const MARGIN = '200px';

/** Whether an element has come into sight, or near it, at least once. */
export function useSeen<Kind extends Element>(): readonly [RefObject<Kind | null>, boolean] {
  const element = useRef<Kind>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target || isSeen) return undefined;
    const watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: MARGIN },
    );
    watch.observe(target);
    return () => watch.disconnect();
  }, [isSeen]);
  return [element, isSeen];
}
