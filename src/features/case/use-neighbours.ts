import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { sessionsLeft } from '../../domain/dataset/filter.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import { neighboursOf } from '../../domain/dataset/neighbours.ts';
import { createOrder } from '../../domain/dataset/sort.ts';
import { caseAddress, writeQuery } from '../../session/query-url.ts';
import type { ReadCases } from './use-prefetch.ts';

type Go = (() => void) | undefined;

export interface Neighbours {
  /** Place in the library's list, from 1; 0 when the case is not in it. */
  readonly position: number;
  readonly count: number;
  readonly goNext: Go;
  readonly goPrevious: Go;
  readonly goNextSession: Go;
  readonly goPreviousSession: Go;
  readonly goNextPatient: Go;
  readonly goPreviousPatient: Go;
  readonly goLibrary: () => void;
  /** Opens the library with another query. */
  readonly goToQuery: (query: LibraryQuery) => void;
  /** The sessions of the list. */
  readonly rowsLeft: () => Uint32Array;
  /** Rows of the cases that are likely to be opened next, the likeliest first. */
  readonly likely: readonly number[];
}

/** The cases before and after this one in the list it was opened from, and the patient's other sessions. */
export function useNeighbours(
  index: DatasetIndex,
  row: number,
  query: LibraryQuery,
  readCases: ReadCases,
): Neighbours {
  const navigate = useNavigate();
  const order = useMemo(() => createOrder(index), [index]);
  const rows = useMemo(() => sessionsLeft(index, order, query), [index, order, query]);
  const near = useMemo(() => neighboursOf(index, rows, row), [index, rows, row]);
  const open = (target: number | undefined): Go => {
    if (target === undefined) return undefined;
    const { sessions, subjects } = index;
    const subject = subjects.ids[sessions.subject[target] ?? 0] ?? '';
    return () => {
      // While the page turns to the case, nothing else is read beside it.
      readCases(index, [target]);
      void navigate(caseAddress(subject, sessions.ids[target] ?? '', query));
    };
  };
  const search = writeQuery(query).toString();
  return {
    position: near.position,
    count: rows.length,
    goNext: open(near.next),
    goPrevious: open(near.previous),
    goNextSession: open(near.nextSession),
    goPreviousSession: open(near.previousSession),
    goNextPatient: open(near.nextPatient),
    goPreviousPatient: open(near.previousPatient),
    goLibrary: () => void navigate(search === '' ? '/library' : `/library?${search}`),
    goToQuery: (next) => void navigate(`/library?${writeQuery(next).toString()}`),
    rowsLeft: () => rows,
    likely: useMemo(
      () =>
        [...new Set([near.next, near.previous, near.nextSession, near.previousSession])].filter(
          (one) => one !== undefined,
        ),
      [near],
    ),
  };
}
