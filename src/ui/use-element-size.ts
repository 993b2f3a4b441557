import { useLayoutEffect, useState } from 'react';

export interface ElementSize {
  /** Inside, without scroll bars. CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element, now and when it changes; without one that of the last, zero before the first. */
export function useElementSize(element: HTMLElement | null): ElementSize {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!element) return undefined;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
