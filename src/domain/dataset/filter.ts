import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { cellLength, cellOf, type ListColumn } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { FACETS, type FacetKey, type LibraryQuery } from './library-query.ts';
import { searchSessions } from './search.ts';
import { sortRows } from './sort.ts';

export interface FacetCount {
  readonly value: string;
  /** Sessions that have the value and pass every other facet; each counts once. */
  readonly count: number;
}

export interface FilterResult {
  /** Session rows in display order. */
  readonly rows: Uint32Array;
  readonly subjects: number;
  readonly facets: Readonly<Record<FacetKey, readonly FacetCount[]>>;
}

/** For one facet: the values of each session, as numbers into `values`. */
export interface FacetColumn {
  readonly values: readonly string[];
  readonly cells: ListColumn;
}

/** The facet values of every session; depends on the index alone, so it is made once per index. */
export type FacetColumns = Readonly<Record<FacetKey, FacetColumn>>;

/** Per session the numbers that `list` adds, each once. */
function column(
  index: DatasetIndex,
  values: readonly string[],
  list: (row: number, add: (value: number) => void) => void,
): FacetColumn {
  const offsets = new Uint32Array(index.sessions.count + 1);
  const found: number[] = [];
  const lastRow = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < index.sessions.count; row++) {
    list(row, (value) => {
      if (lastRow[value] === row) return;
      lastRow[value] = row;
      found.push(value);
    });
    offsets[row + 1] = found.length;
  }
  return { values, cells: { offsets, values: Uint32Array.from(found) } };
}

const isRoot = (vocabulary: Vocabulary, label: string): boolean =>
  vocabulary.terms.get(label)?.kind === 'other';

/** A term counts for itself and for everything above it in the graph, once per session. */
function termColumn(index: DatasetIndex, vocabulary: Vocabulary, source: ListColumn): FacetColumn {
  const numbers = new Map<string, number>();
  const number = (label: string): number => {
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size);
    return numbers.size - 1;
  };
  const rollUp = index.terms.map((label) => {
    const above = new Set([label]);
    for (const one of above) for (const parent of vocabulary.terms.get(one)?.parents ?? []) above.add(parent);
    // The roots of the trees tell nothing: everything is below them.
    return [...above].filter((one) => one === label || !isRoot(vocabulary, one));
  });
  const used = new Set(source.values);
  const numbered = rollUp.map((labels, term) => (used.has(term) ? [...labels].map(number) : []));
  return column(index, [...numbers.keys()], (row, add) => {
    for (const term of cellOf(source, row)) for (const label of numbered[term] ?? []) add(label);
  });
}

function testColumn(index: DatasetIndex): FacetColumn {
  const { tests, subjects, sessions } = index;
  const names = Array.from({ length: tests.count }, (_, row) => `${tests.kind[row]}:${tests.result[row]}`);
  const values = [...new Set(names)];
  const numbers = new Map(values.map((name, at) => [name, at]));
  return column(index, values, (row, add) => {
    for (const test of cellOf(subjects.tests, sessions.subject[row] ?? 0))
      add(numbers.get(names[test] ?? '') ?? 0);
  });
}

export function facetColumns(index: DatasetIndex, vocabulary: Vocabulary): FacetColumns {
  const { sessions, images } = index;
  return {
    modality: column(index, images.modalities, (row, add) => {
      for (const image of cellOf(sessions.images, row)) {
        const modality = images.modality[image] ?? 0;
        if (images.modalities[modality] !== '') add(modality);
      }
    }),
    finding: termColumn(index, vocabulary, sessions.findings),
    location: termColumn(index, vocabulary, sessions.locations),
    test: testColumn(index),
    mask: column(index, ['1'], (row, add) => {
      if (cellLength(sessions.masks, row) > 0) add(0);
    }),
  };
}

/** One byte per session: whether it has one of the chosen values. */
function matches({ values, cells }: FacetColumn, chosen: readonly string[], sessions: number): Uint8Array {
  const wanted = Uint8Array.from(values, (value) => Number(chosen.includes(value)));
  const found = new Uint8Array(sessions);
  for (let row = 0; row < sessions; row++)
    for (const value of cellOf(cells, row))
      if (wanted[value] === 1) {
        found[row] = 1;
        break;
      }
  return found;
}

/**
 * How many conditions each session fails, and which one if it is exactly one: a facet's own counts
 * are over the sessions that fail nothing, or nothing but this facet.
 */
function failures(
  index: DatasetIndex,
  columns: FacetColumns,
  query: LibraryQuery,
): { count: Uint8Array; which: Int8Array } {
  const count = new Uint8Array(index.sessions.count);
  const which = new Int8Array(index.sessions.count).fill(-1);
  const fail = (found: Uint8Array, condition: number): void => {
    for (let row = 0; row < found.length; row++)
      if (found[row] === 0) {
        count[row] = (count[row] ?? 0) + 1;
        which[row] = condition;
      }
  };
  FACETS.forEach((key, condition) => {
    const chosen = query.facets[key];
    if (chosen.length > 0) fail(matches(columns[key], chosen, index.sessions.count), condition);
  });
  const found = searchSessions(index, query.text);
  if (found) fail(found, FACETS.length);
  return { count, which };
}

function countFacet(
  { values, cells }: FacetColumn,
  passes: (row: number) => boolean,
  rows: number,
  chosen: readonly string[],
): readonly FacetCount[] {
  const counts = new Uint32Array(values.length);
  for (let row = 0; row < rows; row++)
    if (passes(row)) for (const value of cellOf(cells, row)) counts[value] = (counts[value] ?? 0) + 1;
  const listed = values.map((value, at) => ({ value, count: counts[at] ?? 0 }));
  const unknown = chosen.filter((value) => !values.includes(value)).map((value) => ({ value, count: 0 }));
  return [...listed, ...unknown].filter(({ count, value }) => count > 0 || chosen.includes(value));
}

/** The sessions a query leaves, in order, and the counts of every facet, each without itself. */
export function filterSessions(
  index: DatasetIndex,
  columns: FacetColumns,
  query: LibraryQuery,
): FilterResult {
  const { count, which } = failures(index, columns, query);
  const total = index.sessions.count;
  const facets = Object.fromEntries(
    FACETS.map((key, condition) => [
      key,
      countFacet(
        columns[key],
        (row) => count[row] === 0 || (count[row] === 1 && which[row] === condition),
        total,
        query.facets[key],
      ),
    ]),
  ) as Record<FacetKey, readonly FacetCount[]>;
  const rows = Uint32Array.from({ length: total }, (_, row) => row).filter((row) => count[row] === 0);
  const subjects = new Set(Array.from(rows, (row) => index.sessions.subject[row])).size;
  return { rows: sortRows(index, rows, query.sort), subjects, facets };
}
