import { useEffect, useState } from 'react';

/** Whether something is the case and the screen has been drawn since: what may wait until then does not hold that up. */
export function useAfterPaint(isSo: boolean): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!isSo) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A task behind the frame's own.
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setDrawn(true))));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      setDrawn(false);
    };
  }, [isSo]);
  return isSo && isDrawn;
}
