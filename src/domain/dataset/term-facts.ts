import { isLocation, type Vocabulary } from '../vocabulary/vocabulary.ts';
import type { FacetColumn } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';
import type { ResolvedKey, TermScope, UnchangedReading } from './library-query.ts';

/** How many sessions a term is in, and of how many patients; each once. */
export interface TermCount {
  readonly sessions: number;
  readonly subjects: number;
}

/** A term that is named in the same sessions. */
export interface BesideTerm {
  readonly label: string;
  /** Sessions that have both. */
  readonly sessions: number;
}

export interface TermFacts {
  /** Under the filter, by itself and with all below it. */
  readonly filtered: Readonly<Record<TermScope, TermCount>>;
  readonly all: Readonly<Record<TermScope, TermCount>>;
  /** What sessions under the filter name beside the term's branch, the most frequent first. */
  readonly beside: Readonly<Record<ResolvedKey, readonly BesideTerm[]>>;
}

/** The facet that a label belongs to. */
export const facetOfTerm = (label: string): ResolvedKey => (isLocation(label) ? 'location' : 'finding');

/** One byte for each session: whether it has a value. */
function sessionsWith(
  { values, cells: { offsets, values: numbers } }: FacetColumn,
  label: string,
): Uint8Array {
  const found = new Uint8Array(offsets.length - 1);
  const wanted = values.indexOf(label);
  if (wanted < 0) return found;
  for (let row = 0; row < found.length; row++) {
    const end = offsets[row + 1] ?? 0;
    for (let at = offsets[row] ?? 0; at < end; at++) if (numbers[at] === wanted) found[row] = 1;
  }
  return found;
}

function countRows({ sessions, subjects }: DatasetIndex, has: Uint8Array, rows: Uint32Array): TermCount {
  const seen = new Uint8Array(subjects.count);
  let [own, people] = [0, 0];
  for (const row of rows) {
    if (has[row] === 0) continue;
    own += 1;
    const subject = sessions.subject[row] ?? 0;
    people += 1 - (seen[subject] ?? 0);
    seen[subject] = 1;
  }
  return { sessions: own, subjects: people };
}

function besideOf(
  { values, cells: { offsets, values: numbers } }: FacetColumn,
  has: Uint8Array,
  rows: Uint32Array,
  leftOut: ReadonlySet<string>,
): readonly BesideTerm[] {
  const counts = new Uint32Array(values.length);
  for (const row of rows) {
    if (has[row] === 0) continue;
    const end = offsets[row + 1] ?? 0;
    for (let at = offsets[row] ?? 0; at < end; at++) {
      const value = numbers[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return values
    .map((label, at) => ({ label, sessions: counts[at] ?? 0 }))
    .filter(({ label, sessions }) => sessions > 0 && !leftOut.has(label))
    .toSorted((a, b) => b.sessions - a.sessions || (a.label < b.label ? -1 : 1));
}

/**
 * How often a term is named, and beside what. Counted when it is asked for: some milliseconds for 64,000 sessions.
 *
 * @param rows sessions under the filter.
 */
export function termFacts(
  index: DatasetIndex,
  vocabulary: Vocabulary,
  label: string,
  reading: UnchangedReading,
  rows: Uint32Array,
): TermFacts {
  const { terms } = index.filters;
  const facet = facetOfTerm(label);
  const own = sessionsWith(terms.own[reading][facet], label);
  const branch = sessionsWith(terms.branch[reading][facet], label);
  const all = Uint32Array.from({ length: index.sessions.count }, (_, row) => row);
  const leftOut = vocabulary.descendants(label);
  const columns = terms.own[reading];
  return {
    filtered: { own: countRows(index, own, rows), branch: countRows(index, branch, rows) },
    all: { own: countRows(index, own, all), branch: countRows(index, branch, all) },
    beside: {
      finding: besideOf(columns.finding, branch, rows, leftOut),
      location: besideOf(columns.location, branch, rows, leftOut),
    },
  };
}
