export interface Sentence {
  readonly sentence: string;
  /** What stands between this sentence and the next: blanks and line breaks, as filed. */
  readonly gap: string;
}

/**
 * The sentences of a report, readable or normalised. A sentence ends at a full stop, question or exclamation mark
 * that is followed by a blank, and at a line break; numbers (`3.5 cm`) do not end one. Sentences and gaps
 * together are the text again.
 */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const [, sentence = '', gap = ''] of text.matchAll(/(\S(?:[^\n]*?[.!?](?=\s|$)|[^\n]*))(\s*)/g))
    sentences.push({ sentence, gap });
  return sentences;
}
