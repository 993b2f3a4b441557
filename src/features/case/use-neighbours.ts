import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { facetColumns, filterSessions } from '../../domain/dataset/filter.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import { caseAddress, writeQuery } from '../../session/query-url.ts';
import { useVocabulary } from '../../session/session-context.tsx';

export interface Neighbours {
  /** Place in the library's list, from 1; 0 when the case is not in it. */
  readonly position: number;
  readonly count: number;
  readonly goNext: (() => void) | undefined;
  readonly goPrevious: (() => void) | undefined;
  readonly goLibrary: () => void;
}

/** The cases before and after this one in the list it was opened from. */
export function useNeighbours(index: DatasetIndex, row: number, query: LibraryQuery): Neighbours {
  const navigate = useNavigate();
  const vocabulary = useVocabulary();
  const rows = useMemo(
    () => filterSessions(index, facetColumns(index, vocabulary), query).rows,
    [index, vocabulary, query],
  );
  const at = rows.indexOf(row);
  const open = (target: number | undefined): (() => void) | undefined => {
    if (target === undefined || at < 0) return undefined;
    const { sessions, subjects } = index;
    const subject = subjects.ids[sessions.subject[target] ?? 0] ?? '';
    return () => void navigate(caseAddress(subject, sessions.ids[target] ?? '', query));
  };
  const search = writeQuery(query).toString();
  return {
    position: at + 1,
    count: rows.length,
    goNext: open(rows[at + 1]),
    goPrevious: at > 0 ? open(rows[at - 1]) : undefined,
    goLibrary: () => void navigate(search === '' ? '/library' : `/library?${search}`),
  };
}
