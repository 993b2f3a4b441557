import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Which terms say more than others: `consolidation` says `infiltrates`. */
export interface LabelGraph {
  /** Every term above a term, itself and the roots of the trees not among them. */
  above(label: string): ReadonlySet<string>;
  /** Whether one of two terms says the other, or they are the same. */
  areRelated(a: string, b: string): boolean;
}

const NONE: ReadonlySet<string> = new Set();

export function createLabelGraph(vocabulary: Vocabulary): LabelGraph {
  const all = new Map<string, ReadonlySet<string>>();
  for (const { label } of vocabulary.terms.values()) {
    const found = new Set<string>(vocabulary.terms.get(label)?.parents);
    // A Set grows while it is walked: cycles end.
    for (const one of found) for (const parent of vocabulary.terms.get(one)?.parents ?? []) found.add(parent);
    found.delete(label);
    all.set(label, new Set([...found].filter((one) => vocabulary.terms.get(one)?.kind !== 'other')));
  }
  const above = (label: string): ReadonlySet<string> => all.get(label) ?? NONE;
  return { above, areRelated: (a, b) => a === b || above(a).has(b) || above(b).has(a) };
}
