import { isLocation } from '../vocabulary/vocabulary.ts';
import { alignWords } from './align-words.ts';
import { bindItems, type Certainty, type FiledItem } from './bind-items.ts';
import { supportOf, type Evidence } from './evidence.ts';
import type { LabelGraph } from './label-graph.ts';
import type { SentenceReading } from './read-sentence.ts';
import type { ReportReader } from './report-reader.ts';
import { isReported, sentencesOf, type ReportSentence } from './report-sentences.ts';
import { wordsIn } from './report-words.ts';

/** What the tables tell of a session's report and its labels. */
export interface FiledReport {
  /** Texts of the sessions table. */
  readonly readable: readonly string[];
  /** Text of the labels table; empty without. */
  readonly normalised: string;
  /** Findings and diagnoses of the session, each once. */
  readonly findings: readonly string[];
  /** Places of the session, each once. */
  readonly places: readonly string[];
  /** Labels and places in the order of sentences. */
  readonly items: readonly FiledItem[];
}

/** A sentence on screen with what the tables give it. */
export interface LinkedSentence extends ReportSentence {
  readonly reading: SentenceReading;
  /** Labels of the sentence, each once, `normal` and `exclude` among them. */
  readonly labels: readonly string[];
  readonly places: readonly string[];
  /** How sure labels and places are of this sentence. */
  readonly certainty: Certainty;
}

export interface ReportLink {
  /** As they are shown: of the readable texts, else of the normalised one. */
  readonly sentences: readonly LinkedSentence[];
  readonly isReadable: boolean;
  /** Of all sentences together; undefined where there is nothing to align. */
  readonly certainty: Certainty | undefined;
}

/** Labels and places of one sentence of the text that was labelled. */
interface Share {
  readonly labels: readonly string[];
  readonly certainty: Certainty;
}

const ORDER: readonly Certainty[] = ['unknown', 'likely', 'certain'];
const lesser = (a: Certainty, b: Certainty): Certainty => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);

/** The sentence that words a label best; with none that does, −1. */
function bestSentence(evidence: readonly Evidence[], label: string, graph: LabelGraph): number {
  for (const wanted of ['named', 'implied', 'hinted', 'weak', 'denied'] as const) {
    const at = evidence.findIndex((one) => supportOf(one, label, graph) === wanted);
    if (at >= 0) return at;
  }
  return -1;
}

/** Adds the labels of the session that no list gives to a sentence, where the words do. */
function addByWords(
  shares: readonly Share[],
  evidence: readonly Evidence[],
  labels: readonly string[],
  graph: LabelGraph,
): readonly Share[] {
  const given = new Set(shares.flatMap((share) => share.labels));
  const added = evidence.map((): string[] => []);
  for (const label of labels) if (!given.has(label)) added[bestSentence(evidence, label, graph)]?.push(label);
  return shares.map((share, at): Share => {
    const more = added[at] ?? [];
    if (more.length === 0) return share;
    const isNamed = more.every((label) => evidence[at]?.named.has(label));
    return {
      labels: [...share.labels, ...more],
      certainty: lesser(share.certainty, isNamed ? 'likely' : 'unknown'),
    };
  });
}

/** Gives every sentence of the labelled text its labels and places. */
function shareOut(filed: FiledReport, evidence: readonly Evidence[], graph: LabelGraph): readonly Share[] {
  const bound = bindItems(filed.items, evidence, graph);
  const shares = evidence.map((_, at): Share => {
    const { from, to, certainty } = bound?.[at] ?? { from: 0, to: 0, certainty: 'unknown' };
    return { labels: filed.items.slice(from, to).map(({ label }) => label), certainty };
  });
  return addByWords(shares, evidence, [...filed.findings, ...filed.places], graph);
}

/** Words of a labelled sentence that must be found again in one sentence on screen. */
const MOST_FOUND = 0.85;
const SOME_FOUND = 0.5;

/** Where the sentences of the labelled text are on screen. */
interface Placing {
  /** Sentences on screen, the one with most of the words first. */
  readonly at: readonly number[];
  readonly certainty: Certainty;
}

const textWords = (text: string): readonly string[] => wordsIn(text).map((word) => word.text);

/** Finds the sentences of the labelled text in the readable one, by their words. */
function placeSentences(labelled: readonly string[], shown: readonly ReportSentence[]): readonly Placing[] {
  const own = labelled.map(textWords);
  const sentenceOf: number[] = [];
  const lengths: number[] = [];
  const words = shown.flatMap(({ text }, at) => {
    const found = textWords(text);
    lengths.push(found.length);
    for (let count = 0; count < found.length; count++) sentenceOf.push(at);
    return found;
  });
  const places = alignWords(own.flat(), words);
  let start = 0;
  return own.map(({ length }): Placing => {
    const counts = new Map<number, number>();
    for (const place of places.subarray(start, start + length)) {
      const at = place < 0 ? undefined : sentenceOf[place];
      if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    start += length;
    const [first, ...others] = [...counts].toSorted((a, b) => b[1] - a[1]);
    if (!first) return { at: [], certainty: 'unknown' };
    const share = first[1] / length;
    // A word or two elsewhere is chance, unless it is all that stands there.
    const more = others.filter(([at, count]) => count >= 3 || count >= MOST_FOUND * (lengths[at] ?? 0));
    return {
      at: [first[0], ...more.map(([at]) => at)],
      certainty: share >= MOST_FOUND ? 'certain' : share >= SOME_FOUND ? 'likely' : 'unknown',
    };
  });
}

interface Draft {
  readonly labels: Set<string>;
  certainty: Certainty | undefined;
}

/** Hands the labels of the labelled sentences on to those on screen; of several, each label to the one that words it. */
function handOn(
  shares: readonly Share[],
  placings: readonly Placing[],
  shown: readonly Evidence[],
  graph: LabelGraph,
): readonly Draft[] {
  const drafts = shown.map((): Draft => ({ labels: new Set(), certainty: undefined }));
  shares.forEach((share, number) => {
    const { at, certainty } = placings[number] ?? { at: [], certainty: 'unknown' as const };
    const sure = lesser(share.certainty, certainty);
    for (const label of share.labels) {
      const own = at.map((one) => shown[one]).filter((one) => one !== undefined);
      const best = at[Math.max(0, bestSentence(own, label, graph))];
      drafts[best ?? -1]?.labels.add(label);
    }
    for (const one of at) {
      const draft = drafts[one];
      if (draft) draft.certainty = draft.certainty === undefined ? sure : lesser(draft.certainty, sure);
    }
  });
  return drafts;
}

/** Certain when all is; unknown when less than half of what has labels is better than that. */
function overall(sentences: readonly Draft[]): Certainty | undefined {
  const labelled = sentences.filter(({ labels }) => labels.size > 0);
  if (labelled.length === 0) return undefined;
  if (labelled.every(({ certainty }) => certainty === 'certain')) return 'certain';
  const known = labelled.filter(({ certainty }) => certainty !== undefined && certainty !== 'unknown');
  return known.length * 2 < labelled.length ? 'unknown' : 'likely';
}

/**
 * Binds the labels and places of a session to the sentences of its report. Labels were made from the normalised text,
 * so they are bound to its sentences first, and these are found again in the readable text word by word; without a
 * normalised text they are bound to the readable one, its clinical reason left out.
 */
export function linkReport(filed: FiledReport, reader: ReportReader): ReportLink {
  const isReadable = filed.readable.length > 0;
  const shown = sentencesOf(isReadable ? filed.readable : [filed.normalised]);
  const known = shown.map(({ text }) => reader.read(text));
  const drafts = bindShown(
    filed,
    shown,
    known.map(({ evidence }) => evidence),
    reader,
  );
  return {
    isReadable,
    certainty: overall(drafts),
    sentences: shown.map((sentence, at): LinkedSentence => {
      const { labels, certainty = 'unknown' } = drafts[at] ?? { labels: new Set<string>() };
      return {
        ...sentence,
        reading: known[at]?.reading ?? { words: [], mentions: [] },
        labels: [...labels].filter((label) => !isLocation(label)),
        places: [...labels].filter(isLocation),
        certainty,
      };
    }),
  };
}

function bindShown(
  filed: FiledReport,
  shown: readonly ReportSentence[],
  evidence: readonly Evidence[],
  { read, graph }: ReportReader,
): readonly Draft[] {
  const isSame = filed.readable.length === 0;
  if (isSame || filed.normalised === '') {
    const own = isSame ? shown.map(() => true) : isReported(shown);
    const labelled = shown.flatMap((_, at) => (own[at] ? [at] : []));
    const shares = shareOut(
      filed,
      labelled.flatMap((at) => evidence[at] ?? []),
      graph,
    );
    return handOn(
      shares,
      labelled.map((at) => ({ at: [at], certainty: 'certain' })),
      evidence,
      graph,
    );
  }
  const labelled = sentencesOf([filed.normalised]).map(({ text }) => text);
  const shares = shareOut(
    filed,
    labelled.map((text) => read(text).evidence),
    graph,
  );
  return handOn(shares, placeSentences(labelled, shown), evidence, graph);
}
