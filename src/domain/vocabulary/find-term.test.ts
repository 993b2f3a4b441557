import { expect, test } from 'vitest';
import { findTerm } from './find-term.ts';
import { bundledVocabulary } from './vocabulary.ts';

test.each([
  ['consolidation', 'consolidation'],
  ['Consolidation', 'consolidation'],
  ['GROUND_GLASS-pattern ', 'ground glass pattern'],
  ['C5203670', 'COVID 19'],
  ['c5203670', 'COVID 19'],
  ['lesion of the left', undefined],
  ['C9999999', undefined],
  ['3', undefined],
  ['', undefined],
])('%j stands for %j', (name, term) => {
  expect(findTerm(bundledVocabulary(), name)).toBe(term);
});
