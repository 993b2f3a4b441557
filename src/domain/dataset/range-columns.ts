import { cellOf, type RangeColumn } from './columns.ts';
import type { DatasetTables } from './dataset-index.ts';
import type { Range, RangeKey } from './library-query.ts';

function rangeColumn(sessions: number, valuesOf: (row: number) => readonly number[]): RangeColumn {
  const offsets = new Uint32Array(sessions + 1);
  const filed: number[] = [];
  for (let row = 0; row < sessions; row++) {
    filed.push(...valuesOf(row));
    offsets[row + 1] = filed.length;
  }
  const values = Float64Array.from(new Set(filed)).toSorted();
  const numbers = new Map(Array.from(values, (value, at) => [value, at]));
  return { values, cells: { offsets, values: Uint32Array.from(filed, (value) => numbers.get(value) ?? 0) } };
}

/** The ages (whole years, each once) and the date of every session; a session without one has no value. */
export const makeRangeColumns = (index: DatasetTables): Readonly<Record<RangeKey, RangeColumn>> => {
  const { sessions, subjects } = index;
  const ages = subjects.ids.map((_, subject) => [
    ...new Set(Array.from(cellOf(subjects.ages, subject), Math.floor)),
  ]);
  return {
    age: rangeColumn(sessions.count, (row) => ages[sessions.subject[row] ?? 0] ?? []),
    date: rangeColumn(sessions.count, (row) => {
      const date = sessions.date[row] ?? 0;
      return date > 0 ? [date] : [];
    }),
  };
};

/** One byte per session: whether one of its values lies in the range. */
export function matchesRange({ values, cells }: RangeColumn, { from, to }: Range): Uint8Array {
  const wanted = Uint8Array.from(values, (value) =>
    Number((from === undefined || value >= from) && (to === undefined || value <= to)),
  );
  const found = new Uint8Array(cells.offsets.length - 1);
  for (let row = 0; row < found.length; row++) {
    const end = cells.offsets[row + 1] ?? 0;
    for (let at = cells.offsets[row] ?? 0; at < end; at++)
      if (wanted[cells.values[at] ?? 0] === 1) found[row] = 1;
  }
  return found;
}
