import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for all renders that does what the latest one says: rows that are kept are not drawn again for it. */
export function useStable<Args extends readonly unknown[], Result>(
  run: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args) => latest.current(...args), []);
}
