import { cellLength, cellOf } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';
import type { Sort, SortKey } from './library-query.ts';

/** A number per session row to sort by; NaN where there is no value, which sorts last either way. */
function sortValue(index: DatasetIndex, key: SortKey): (row: number) => number {
  const { sessions, subjects } = index;
  switch (key) {
    case 'subject':
      return (row) => sessions.subject[row] ?? 0;
    case 'date':
      return (row) => sessions.date[row] || Number.NaN;
    case 'age':
      return (row) => cellOf(subjects.ages, sessions.subject[row] ?? 0)[0] ?? Number.NaN;
    case 'findings':
      return (row) => cellLength(sessions.findings, row);
    case 'images':
      return (row) => cellLength(sessions.images, row);
  }
}

/** Session rows in the order asked for; equal ones stay by subject, then newest first. */
export function sortRows(index: DatasetIndex, rows: Uint32Array, { key, descending }: Sort): Uint32Array {
  const value = sortValue(index, key);
  const keys = new Float64Array(index.sessions.count);
  for (const row of rows) keys[row] = value(row);
  const sign = descending ? -1 : 1;
  const { subject, date } = index.sessions;
  return rows.toSorted((a, b) => {
    const x = keys[a] ?? 0;
    const y = keys[b] ?? 0;
    if (x !== y) {
      if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1;
      if (Number.isNaN(y)) return -1;
      return (x - y) * sign;
    }
    return (subject[a] ?? 0) - (subject[b] ?? 0) || (date[b] ?? 0) - (date[a] ?? 0) || b - a;
  });
}
