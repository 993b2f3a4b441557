import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { FacetCount } from './filter.ts';

/** A term in its place in the graph; one with several parents is below each of them. */
export interface TreeValue extends FacetCount {
  /** The labels from the top down to this one: what tells two places of one term apart. */
  readonly path: string;
  /** How many terms stand above it; 0 at the margin. */
  readonly depth: number;
  readonly hasBelow: boolean;
  readonly isOpen: boolean;
}

const SEPARATOR = '\n';

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || a.value.localeCompare(b.value);

/**
 * The values of a facet as the label graph has them, those that occur and what is above them; the most frequent first
 * among their like. A case counts once for a term, wherever the term stands.
 *
 * @param open paths of the terms whose children are shown.
 */
export function facetTree(
  vocabulary: Vocabulary,
  counts: readonly FacetCount[],
  open: ReadonlySet<string>,
): readonly TreeValue[] {
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  const parentsOf = (label: string): readonly string[] =>
    (vocabulary.terms.get(label)?.parents ?? []).filter(
      (parent) => vocabulary.terms.get(parent)?.kind !== 'other',
    );
  // A Set grows while it is walked: what occurs, and all that is above it.
  const shown = new Set(countOf.keys());
  for (const label of shown) for (const parent of parentsOf(label)) shown.add(parent);
  const listed = (labels: readonly string[]): readonly FacetCount[] =>
    labels.map((value) => ({ value, count: countOf.get(value) ?? 0 })).toSorted(byCount);
  const rows: TreeValue[] = [];
  const walk = ({ value, count }: FacetCount, above: readonly string[]): void => {
    const way = [...above, value];
    const path = way.join(SEPARATOR);
    const below = vocabulary.children(value).filter((child) => shown.has(child) && !way.includes(child));
    const isOpen = open.has(path);
    rows.push({ value, count, path, depth: above.length, hasBelow: below.length > 0, isOpen });
    if (isOpen) for (const child of listed(below)) walk(child, way);
  };
  const tops = [...shown].filter((label) => parentsOf(label).length === 0);
  for (const top of listed(tops)) walk(top, []);
  return rows;
}

/** Paths to open so that some values are in sight, in every place they have. */
export function pathsTo(vocabulary: Vocabulary, values: readonly string[]): ReadonlySet<string> {
  const open = new Set<string>();
  const climb = (way: readonly string[]): void => {
    const parents = (vocabulary.terms.get(way[0] ?? '')?.parents ?? []).filter(
      (parent) => vocabulary.terms.get(parent)?.kind !== 'other' && !way.includes(parent),
    );
    if (parents.length === 0)
      for (let length = 1; length < way.length; length++) open.add(way.slice(0, length).join(SEPARATOR));
    for (const parent of parents) climb([parent, ...way]);
  };
  for (const value of values) climb([value]);
  return open;
}
