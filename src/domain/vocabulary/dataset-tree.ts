import type { DatasetPath } from '../brand.ts';
import type { DatasetTree } from '../dataset/dataset-index.ts';
import {
  createVocabulary,
  isLocation,
  LOCATION_PREFIX,
  type Term,
  type TermKind,
  type Vocabulary,
} from './vocabulary.ts';

/** A term under one of its parents, as the tree file has it: places without their prefix. */
export interface TreeRow {
  readonly term: string;
  readonly cui?: string;
  /** Index of the parent among the rows; absent for a root. */
  readonly parent?: number;
}

export interface FiledTree {
  readonly path: DatasetPath;
  readonly rows: readonly TreeRow[];
}

/** Root of the places. */
const PLACES = 'localization';

/** The label of every row: below the root of the places it has their prefix. */
function labelsOf(rows: readonly TreeRow[], bundled: Vocabulary): readonly string[] {
  const isPlace: boolean[] = [];
  return rows.map(({ term, parent }, at) => {
    isPlace[at] = parent === undefined ? term === PLACES : isPlace[parent] === true;
    const prefixed = isLocation(term) ? term : LOCATION_PREFIX + term;
    if (isPlace[at]) return term === PLACES ? term : prefixed;
    return bundled.terms.has(term) || !bundled.terms.has(prefixed) ? term : prefixed;
  });
}

/**
 * The label graph of the bundled terms with the parents that the dataset's own tree files give them, all parents of all
 * files together; what the files do not name stays as it is. Undefined without a file.
 */
export function datasetTree(files: readonly FiledTree[], bundled: Vocabulary): DatasetTree | undefined {
  if (files.length === 0) return undefined;
  const parents = new Map<string, Set<string>>();
  const cuis = new Map<string, string>();
  for (const { rows } of files) {
    const labels = labelsOf(rows, bundled);
    rows.forEach(({ cui, parent }, at) => {
      const label = labels[at] ?? '';
      const own = parents.get(label) ?? new Set();
      parents.set(label, own);
      const above = parent === undefined ? undefined : labels[parent];
      if (above !== undefined && above !== label) own.add(above);
      if (cui !== undefined && !cuis.has(label)) cuis.set(label, cui);
    });
  }
  const kindOf = (label: string): TermKind => {
    // A Set grows while it is walked: cycles end.
    const seen = new Set([label]);
    for (const one of seen) {
      const known = bundled.terms.get(one)?.kind;
      if (known !== undefined && known !== 'other') return known;
      for (const above of parents.get(one) ?? []) seen.add(above);
    }
    return isLocation(label) ? 'location' : 'finding';
  };
  const known = [...bundled.terms.values()].map((term): Term => {
    const own = parents.get(term.label);
    // Some terms have two identifiers in the tree; the data uses the bundled one.
    const cui = term.cui ?? cuis.get(term.label) ?? null;
    return { ...term, cui, ...(own && own.size > 0 && { parents: [...own] }) };
  });
  const added = [...parents]
    .filter(([label]) => !bundled.terms.has(label))
    .map(([label, own]): Term => ({
      label,
      kind: kindOf(label),
      cui: cuis.get(label) ?? null,
      parents: [...own],
    }));
  return {
    paths: files.map(({ path }) => path),
    terms: [...known, ...added],
    named: [...parents.keys()],
  };
}

/** The bundled vocabulary with what the dataset's own tree files say. */
export function vocabularyWith(files: readonly FiledTree[], bundled: Vocabulary): Vocabulary {
  const tree = datasetTree(files, bundled);
  return tree ? createVocabulary(tree.terms) : bundled;
}
