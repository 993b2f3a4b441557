import { foldText } from '../dataset/text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Small letters without accents; hyphens and underscores stand for blanks. */
const fold = (name: string): string =>
  foldText(name)
    .replace(/[\s_-]+/g, ' ')
    .trim();

/**
 * The term that a name from outside stands for: the label itself, its UMLS concept identifier, or the same words in
 * another way of writing (`Ground_Glass_Pattern`). Undefined for names that the vocabulary does not have.
 */
export function findTerm(vocabulary: Vocabulary, name: string): string | undefined {
  if (vocabulary.terms.has(name)) return name;
  const isCui = /^C\d{7}$/i.test(name.trim());
  // Numbers name nothing.
  if (!isCui && !/\p{L}/u.test(name)) return undefined;
  const folded = fold(name);
  for (const { label, cui } of vocabulary.terms.values())
    if (isCui ? cui === name.trim().toUpperCase() : fold(label) === folded) return label;
  return undefined;
}
