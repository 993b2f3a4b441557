import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import {
  facetColumns,
  filterSessions,
  type FacetColumns,
  type FilterResult,
} from '../../domain/dataset/filter.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import { readQuery, writeQuery } from '../../session/query-url.ts';
import { useDatasetState, useVocabulary } from '../../session/session-context.tsx';

export interface Library {
  readonly query: LibraryQuery;
  readonly setQuery: (query: LibraryQuery) => void;
  /** What the address held that is not understood. */
  readonly invalid: readonly string[];
  readonly columns: FacetColumns;
  readonly result: FilterResult;
  /** The query that `result` answers; behind `query` for a moment while typing. */
  readonly counted: LibraryQuery;
}

/** The library's query, kept in the address, and what it leaves of the index. */
export function useLibrary(index: DatasetIndex): Library {
  const [params, setParams] = useSearchParams();
  const vocabulary = useVocabulary();
  const { query, invalid } = useMemo(() => readQuery(params), [params]);
  const columns = useMemo(() => facetColumns(index, vocabulary), [index, vocabulary]);
  // Typing stays ahead of counting on very large datasets.
  const counted = useDeferredValue(query);
  const result = useMemo(() => filterSessions(index, columns, counted), [index, columns, counted]);

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
    setParams(writeQuery(next), { replace: isPassing });
  };
  return { query, setQuery, invalid, columns, result, counted };
}

export const useIndex = (): DatasetIndex | undefined => useDatasetState((state) => state.index);
