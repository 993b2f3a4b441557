import type { FacetColumn, ListColumn } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';
import {
  eachFacet,
  eachRange,
  FACETS,
  RANGES,
  type FacetKey,
  type LibraryQuery,
  type RangeKey,
} from './library-query.ts';
import { matchesRange } from './range-columns.ts';
import { searchSessions } from './search.ts';
import { togetherByPatient, type Order } from './sort.ts';

export interface FacetCount {
  readonly value: string;
  /** Sessions that have the value and pass every other filter; each counts once. */
  readonly count: number;
}

/** How many sessions that pass every other filter have each value; values rise. */
export interface Histogram {
  readonly values: Float64Array;
  readonly counts: Uint32Array;
}

export interface FilterResult {
  /** Session rows in display order. */
  readonly rows: Uint32Array;
  readonly subjects: number;
  readonly facets: Readonly<Record<FacetKey, readonly FacetCount[]>>;
  readonly ranges: Readonly<Record<RangeKey, Histogram>>;
}

const CHOSEN = 1;
const EXCLUDED = 2;

/** What was found in a column last, and for what: a change of the query leaves most of its filters as they were. */
const lastFound = new WeakMap<FacetColumn, { readonly asked: string; readonly found: Uint8Array }>();

/** One byte per session: whether it has one of the chosen values, if any are chosen, and none of the excluded. */
function matches(column: FacetColumn, chosen: readonly string[], excluded: readonly string[]): Uint8Array {
  const asked = JSON.stringify([chosen, excluded]);
  const last = lastFound.get(column);
  if (last?.asked === asked) return last.found;
  const found = findMatches(column, chosen, excluded);
  lastFound.set(column, { asked, found });
  return found;
}

function findMatches(
  { values, cells }: FacetColumn,
  chosen: readonly string[],
  excluded: readonly string[],
): Uint8Array {
  const roles = Uint8Array.from(values, (value) =>
    excluded.includes(value) ? EXCLUDED : chosen.includes(value) ? CHOSEN : 0,
  );
  const found = new Uint8Array(cells.offsets.length - 1).fill(chosen.length === 0 ? 1 : 0);
  for (let row = 0; row < found.length; row++) {
    const end = cells.offsets[row + 1]!;
    for (let at = cells.offsets[row]!; at < end; at++) {
      const role = roles[cells.values[at]!];
      if (role === CHOSEN) found[row] = 1;
      else if (role === EXCLUDED) {
        found[row] = 0;
        break;
      }
    }
  }
  return found;
}

/** The values that a query counts: terms with or without their branches, and what `unchanged` stands for. */
const columnsFor = (
  { filters }: DatasetIndex,
  { unchanged, terms }: LibraryQuery,
): Readonly<Record<FacetKey, FacetColumn>> => ({ ...filters.facets, ...filters.terms[terms][unchanged] });

const TEXT = FACETS.length + RANGES.length;
const NOTHING = TEXT + 1;
const SEVERAL = NOTHING + 1;

/** Takes down that sessions which are not `found` fail a filter. */
function fail(failed: Uint8Array, found: Uint8Array, filter: number): void {
  for (let row = 0; row < found.length; row++)
    if (found[row] === 0) failed[row] = failed[row] === NOTHING ? filter : SEVERAL;
}

/** One byte per session: the filter that it fails, `NOTHING` or `SEVERAL`. */
function failures(index: DatasetIndex, query: LibraryQuery): Uint8Array {
  const { ranges } = index.filters;
  const facets = columnsFor(index, query);
  const failed = new Uint8Array(index.sessions.count).fill(NOTHING);
  FACETS.forEach((key, filter) => {
    const [chosen, excluded] = [query.facets[key], query.not[key]];
    if (chosen.length + excluded.length > 0) fail(failed, matches(facets[key], chosen, excluded), filter);
  });
  RANGES.forEach((key, at) => {
    const range = query.ranges[key];
    if (range) fail(failed, matchesRange(ranges[key], range), FACETS.length + at);
  });
  const found = searchSessions(index, query.text);
  if (found) fail(failed, found, TEXT);
  return failed;
}

/** The sessions of each value of {@link failures}. */
function byFailure(failed: Uint8Array): readonly Uint32Array[] {
  const lengths = new Uint32Array(SEVERAL + 1);
  for (let row = 0; row < failed.length; row++) lengths[failed[row]!]! += 1;
  const lists = Array.from(lengths, (length) => new Uint32Array(length));
  lengths.fill(0);
  for (let row = 0; row < failed.length; row++) {
    const filter = failed[row]!;
    lists[filter]![lengths[filter]!++] = row;
  }
  return lists;
}

/** How many of these sessions have each value, in so many values. Loops by number: iterators cost as much again. */
function countIn(
  { offsets, values }: ListColumn,
  length: number,
  lists: readonly Uint32Array[],
): Uint32Array {
  const counts = new Uint32Array(length);
  for (const rows of lists)
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place]!;
      const end = offsets[row + 1]!;
      for (let at = offsets[row]!; at < end; at++) counts[values[at]!]! += 1;
    }
  return counts;
}

/** How many sessions of a dataset have each value; found once. */
const totals = new WeakMap<ListColumn, Uint32Array>();

function countAll(cells: ListColumn, length: number): Uint32Array {
  const known = totals.get(cells);
  if (known) return known;
  const counts = new Uint32Array(length);
  for (let at = 0; at < cells.values.length; at++) counts[cells.values[at]!]! += 1;
  totals.set(cells, counts);
  return counts;
}

const sizeOf = (lists: readonly Uint32Array[]): number => lists.reduce((sum, { length }) => sum + length, 0);

/** Values that some session has, and those that the query names. */
function listCounts(
  values: readonly string[],
  counts: Uint32Array,
  named: readonly string[],
): readonly FacetCount[] {
  const listed = values.map((value, at) => ({ value, count: counts[at] ?? 0 }));
  const unknown = named.filter((value) => !values.includes(value)).map((value) => ({ value, count: 0 }));
  return [...listed, ...unknown].filter(({ count, value }) => count > 0 || named.includes(value));
}

function countSubjects({ sessions, subjects }: DatasetIndex, rows: Uint32Array): number {
  const seen = new Uint8Array(subjects.count);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const subject = sessions.subject[rows[place]!]!;
    count += 1 - seen[subject]!;
    seen[subject] = 1;
  }
  return count;
}

function rowsLeft(index: DatasetIndex, order: Order, query: LibraryQuery, failed: Uint8Array): Uint32Array {
  const sorted = order(query.sort);
  const passing = new Uint32Array(sorted.length);
  let count = 0;
  for (let place = 0; place < sorted.length; place++) {
    const row = sorted[place]!;
    if (failed[row] === NOTHING) passing[count++] = row;
  }
  const rows = passing.slice(0, count);
  return query.group === 'patient' ? togetherByPatient(index, rows) : rows;
}

/** The sessions a query leaves, in order. */
export const sessionsLeft = (index: DatasetIndex, order: Order, query: LibraryQuery): Uint32Array =>
  rowsLeft(index, order, query, failures(index, query));

/** The sessions a query leaves, in order, and the counts of every facet and range, each without itself. */
export function filterSessions(index: DatasetIndex, order: Order, query: LibraryQuery): FilterResult {
  const { ranges } = index.filters;
  const facets = columnsFor(index, query);
  const failed = failures(index, query);
  const lists = byFailure(failed);
  /** How many sessions have each value: those that fail nothing, or nothing but the filter itself. */
  const countValues = (cells: ListColumn, length: number, filter: number): Uint32Array => {
    const counted = lists.filter((_, reason) => reason === NOTHING || reason === filter);
    const others = lists.filter((_, reason) => reason !== NOTHING && reason !== filter);
    // The fewer sessions are gone through: those that count, or those that do not.
    if (sizeOf(counted) <= sizeOf(others)) return countIn(cells, length, counted);
    const without = countIn(cells, length, others);
    return countAll(cells, length).map((total, value) => total - (without[value] ?? 0));
  };
  const rows = rowsLeft(index, order, query, failed);
  return {
    rows,
    subjects: countSubjects(index, rows),
    facets: eachFacet((key) => {
      const { values, cells } = facets[key];
      const counts = countValues(cells, values.length, FACETS.indexOf(key));
      return listCounts(values, counts, [...query.facets[key], ...query.not[key]]);
    }),
    ranges: eachRange((key) => {
      const { values, cells } = ranges[key];
      const filter = FACETS.length + RANGES.indexOf(key);
      return { values, counts: countValues(cells, values.length, filter) };
    }),
  };
}
