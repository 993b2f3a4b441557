import { useLayoutEffect, useState, type RefObject } from 'react';

export interface ElementSize {
  /** Inside, without scroll bars. CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element, now and when it changes; zero before the first measure. */
export function useElementSize(element: RefObject<HTMLElement | null>): ElementSize {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const measure = (): void => setSize({ width: target.clientWidth, height: target.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
