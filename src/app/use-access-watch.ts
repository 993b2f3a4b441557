import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { OpenDataset } from '../session/open-dataset.ts';

/**
 * Looks again when the tab comes back: permissions are withdrawn and disks are unplugged while one is elsewhere. Once
 * the dataset can be read again, what failed meanwhile is asked for again.
 */
export function useAccessWatch(dataset: OpenDataset): void {
  const queries = useQueryClient();
  useEffect(() => {
    const watching = new AbortController();
    const { signal } = watching;
    const look = (): void => {
      const isSuspect = dataset.origin.kind === 'folder' || dataset.state.getState().loss !== undefined;
      if (document.visibilityState === 'visible' && isSuspect) void dataset.checkAccess();
    };
    document.addEventListener('visibilitychange', look, { signal });
    // A page that the browser had put aside whole comes back without a word.
    window.addEventListener('pageshow', (event) => event.persisted && look(), { signal });
    const leave = dataset.state.subscribe((now, before) => {
      if (before.loss === undefined || now.loss !== undefined) return;
      const hadFailed = before.met.length > now.met.length;
      void queries.invalidateQueries({
        predicate: ({ queryKey, state }) =>
          queryKey.includes(dataset.key) &&
          (state.status === 'error' || (hadFailed && queryKey[0] === 'stack')),
      });
    });
    return () => {
      watching.abort();
      leave();
    };
  }, [dataset, queries]);
}
