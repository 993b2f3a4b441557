import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import {
  bundledVocabulary,
  createVocabulary,
  type Term,
  type Vocabulary,
} from '../domain/vocabulary/vocabulary.ts';
import type { OpenDataset } from '../session/open-dataset.ts';

/** The label graph of a dataset: its own where it has one, else the bundled one; the same as long as it says the same. */
export function useDatasetVocabulary(dataset: OpenDataset): Vocabulary {
  const [bundled] = useState(bundledVocabulary);
  // Every state of the index comes with a copy of its tree.
  const tree = useStore(dataset.state, ({ index }) => index?.tree?.terms && JSON.stringify(index.tree.terms));
  return useMemo(
    () => (tree === undefined ? bundled : createVocabulary(JSON.parse(tree) as readonly Term[])),
    [tree, bundled],
  );
}
