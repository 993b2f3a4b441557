import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { filterSessions, type FilterResult } from '../../domain/dataset/filter.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import { createOrder } from '../../domain/dataset/sort.ts';
import { readQuery, writeQuery } from '../../session/query-url.ts';
import { useDatasetState } from '../../session/session-context.tsx';

export interface Library {
  readonly query: LibraryQuery;
  readonly setQuery: (query: LibraryQuery) => void;
  /** What the address held that is not understood. */
  readonly invalid: readonly string[];
  readonly result: FilterResult;
}

/** The library's query, kept in the address, and what it leaves of the index. */
export function useLibrary(index: DatasetIndex): Library {
  const [params, setParams] = useSearchParams();
  const { query, invalid } = useMemo(() => readQuery(params), [params]);
  const order = useMemo(() => createOrder(index), [index]);
  const result = useMemo(() => filterSessions(index, order, query), [index, order, query]);

  const asked = useRef<number>(undefined);
  useEffect(() => {
    if (asked.current !== undefined)
      performance.measure('midscope:filter', {
        start: asked.current,
        detail: { sessions: result.rows.length },
      });
    asked.current = undefined;
  }, [result]);

  const setQuery = (next: LibraryQuery): void => {
    asked.current = performance.now();
    // Typing and sliding pass through many states; going back skips them.
    const isPassing = next.text !== query.text || next.ranges !== query.ranges;
    // At once and in one go: a transition is drawn in slices, with a frame of the old page between them.
    setParams(writeQuery(next), { replace: isPassing, flushSync: true });
  };
  return { query, setQuery, invalid, result };
}

export const useIndex = (): DatasetIndex | undefined => useDatasetState((state) => state.index);
