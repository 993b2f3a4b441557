import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { createLabelGraph, type LabelGraph } from './label-graph.ts';
import { spanishLexicon } from './lexicon/spanish-lexicon.ts';
import { createSentenceReader, type SentenceReading } from './read-sentence.ts';

/** A sentence with what its words say. */
export interface KnownSentence {
  readonly reading: SentenceReading;
  readonly evidence: Evidence;
}

/** What is needed to read the reports of a dataset; made once for it. */
export interface ReportReader {
  /** Reads a sentence; one that was read a moment ago is remembered. */
  readonly read: (sentence: string) => KnownSentence;
  readonly graph: LabelGraph;
  /** Whether any wording of a label is known: of others no report can be asked. */
  readonly knows: (label: string) => boolean;
}

/** Sentences that are remembered; the same ones stand in report after report. */
const MOST_SENTENCES = 4_000;

export function createReportReader(vocabulary: Vocabulary): ReportReader {
  const lexicon = spanishLexicon();
  const read = createSentenceReader(lexicon);
  const graph = createLabelGraph(vocabulary);
  const known = new Map<string, KnownSentence>();
  return {
    graph,
    knows: lexicon.knows,
    read: (sentence) => {
      const kept = known.get(sentence);
      if (kept) return kept;
      const reading = read(sentence);
      const made = { reading, evidence: evidenceOf(reading, graph) };
      if (known.size >= MOST_SENTENCES) known.clear();
      known.set(sentence, made);
      return made;
    },
  };
}
