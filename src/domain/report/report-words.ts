import { foldText } from '../dataset/text.ts';

/** What stands between a word and the one before it: nothing but blanks, a comma, or a sign that ends a clause. */
export type WordGap = 'blank' | 'comma' | 'clause';

/** One word of a sentence. */
export interface ReportWord {
  /** Lower case without accents: comparable in every dialect of a report. */
  readonly text: string;
  /** Code units of the sentence from which on and up to which it stands. */
  readonly from: number;
  readonly to: number;
  readonly gap: WordGap;
}

const gapOf = (between: string): WordGap =>
  /[;:()[\]./–—]/.test(between) ? 'clause' : between.includes(',') ? 'comma' : 'blank';

const isPlain = (word: string): boolean => {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 127) return false;
  return true;
};

/** The words of a sentence with their places; letters, digits and the accents that follow them. */
export function wordsIn(sentence: string): readonly ReportWord[] {
  let end = 0;
  return Array.from(sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu), ({ 0: word, index }) => {
    const gap = end === 0 ? 'blank' : gapOf(sentence.slice(end, index));
    end = index + word.length;
    // Most words have no accent, and looking for one is what takes the time.
    const text = isPlain(word) ? word.toLowerCase() : foldText(word);
    return { text, from: index, to: end, gap };
  });
}
