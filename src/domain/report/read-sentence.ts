import { createLexicon, type Lexicon, type Wording } from './lexicon/lexicon.ts';
import { NEGATION_CUES } from './negation-cues.ts';
import { negationsIn, type Negation } from './negations.ts';
import { wordsIn, type ReportWord } from './report-words.ts';

/** A term that a sentence words, and whether the sentence denies it. */
export interface Mention extends Wording {
  /** The words that deny it; undefined where it is affirmed. */
  readonly negation: Negation | undefined;
}

export interface SentenceReading {
  readonly words: readonly ReportWord[];
  readonly mentions: readonly Mention[];
}

/** Reads sentences of Spanish reports. */
export type ReadSentence = (sentence: string) => SentenceReading;

/** Said of how things are: these are never denied, `sin cambios` is what they say. */
const STATES: ReadonlySet<string> = new Set(['normal', 'unchanged', 'exclude', 'suboptimal study']);

/** What no sentence of a report is longer than; more is hostile, and its end is not looked into. */
const MOST_CHARACTERS = 4_000;

export function createSentenceReader(lexicon: Lexicon): ReadSentence {
  const cues = createLexicon(NEGATION_CUES);
  return (sentence) => {
    const words = wordsIn(sentence.slice(0, MOST_CHARACTERS));
    const wordings = lexicon.find(words);
    const negations = negationsIn(words, wordings, cues.find(words));
    return {
      words,
      mentions: wordings.map((wording) => ({
        ...wording,
        negation:
          STATES.has(wording.label) || wording.label.startsWith('loc ')
            ? undefined
            : negations.find(({ denied }) => denied.has(wording.from)),
      })),
    };
  };
}
