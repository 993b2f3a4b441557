import entries from './vocabulary.json' with { type: 'json' };

export type TermKind = 'finding' | 'diagnosis' | 'location' | 'other';

/** One label of the published trees. Spelling is as filed; locations keep their `loc ` prefix. */
export interface Term {
  readonly label: string;
  readonly kind: TermKind;
  /** UMLS concept identifier; null for the terms that have none. */
  readonly cui: string | null;
  /** All parents: the trees share 27 terms, so that the whole is a graph. */
  readonly parents: readonly string[];
}

/** The label graph with the look-ups the rest of midscope needs. Labels compare exactly; unknown labels are no error. */
export interface Vocabulary {
  readonly terms: ReadonlyMap<string, Term>;
  /** Direct children, in the order of the vocabulary. */
  children(label: string): readonly string[];
  /** The term itself and everything below it, each once; for an unknown label just the label. */
  descendants(label: string): ReadonlySet<string>;
  /** UMLS concept identifier, or an empty string. */
  cui(label: string): string;
}

export function createVocabulary(list: readonly Term[]): Vocabulary {
  const terms = new Map(list.map((term) => [term.label, term]));
  const childLists = new Map<string, string[]>();
  for (const term of list) {
    for (const parent of term.parents) {
      const siblings = childLists.get(parent);
      if (siblings) siblings.push(term.label);
      else childLists.set(parent, [term.label]);
    }
  }
  const children = (label: string): readonly string[] => childLists.get(label) ?? [];
  const descendants = (label: string): ReadonlySet<string> => {
    // A Set grows while it is walked, which makes this a breadth-first search that survives cycles.
    const found = new Set([label]);
    for (const one of found) for (const child of children(one)) found.add(child);
    return found;
  };
  return { terms, children, descendants, cui: (label) => terms.get(label)?.cui ?? '' };
}

/** The terms of PadChest and BIMCV COVID-19+ (`NOTICE.md` names source and licence). */
export const bundledVocabulary = (): Vocabulary => createVocabulary(entries as readonly Term[]);

/** Locations carry this prefix in label cells and in the vocabulary. */
export const LOCATION_PREFIX = 'loc ';

export const isLocation = (label: string): boolean => label.startsWith(LOCATION_PREFIX);
