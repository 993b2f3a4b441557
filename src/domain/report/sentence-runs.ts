import { isLocation } from '../vocabulary/vocabulary.ts';
import type { LabelGraph } from './label-graph.ts';
import type { LinkedSentence } from './link-report.ts';

/** A stretch of a sentence, marked or not. The stretches of a sentence put together are the sentence. */
export interface SentenceRun {
  readonly text: string;
  /** `label`: it words a label of the sentence; `denied`: it says that there is none. */
  readonly mark?: 'label' | 'denied';
  /** The label or place that is worded, or the terms that are denied. */
  readonly labels: readonly string[];
}

interface Stretch {
  readonly mark: 'label' | 'denied';
  /** First word, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly labels: readonly string[];
}

/** Stretches that deny: from the words of the denial to the last term they reach, and the places named right behind it. */
function deniedStretches({ reading }: LinkedSentence): readonly Stretch[] {
  const byDenial = new Map<object, Stretch>();
  for (const { label, from, to, names, negation } of reading.mentions) {
    if (!negation || !names) continue;
    const old: Omit<Stretch, 'mark'> = byDenial.get(negation) ?? { ...negation, labels: [] };
    const { labels } = old;
    byDenial.set(negation, {
      mark: 'denied',
      from: Math.min(old.from, from),
      to: Math.max(old.to, to),
      labels: labels.includes(label) ? labels : [...labels, label],
    });
  }
  const places = reading.mentions
    .filter(({ label }) => isLocation(label))
    .toSorted((a, b) => a.from - b.from);
  return [...byDenial.values()].map((stretch) => {
    let { to } = stretch;
    for (const { from, to: end } of places) if (from === to && reading.words[from]?.gap === 'blank') to = end;
    return { ...stretch, to };
  });
}

/** The label of a sentence that a term stands for: itself, else one that it says, or that says it. */
function labelOf(
  term: string,
  names: boolean,
  labels: readonly string[],
  graph: Pick<LabelGraph, 'areRelated'>,
): string | undefined {
  if (labels.includes(term)) return term;
  return names ? labels.find((label) => graph.areRelated(label, term)) : undefined;
}

/** Stretches that word a label or place which the tables give to the sentence. */
function labelStretches(
  { reading, labels, places }: LinkedSentence,
  graph: Pick<LabelGraph, 'areRelated'>,
): readonly Stretch[] {
  return reading.mentions.flatMap(({ label, from, to, names, negation }): readonly Stretch[] => {
    const given = negation ? undefined : labelOf(label, names, isLocation(label) ? places : labels, graph);
    return given === undefined ? [] : [{ mark: 'label', from, to, labels: [given] }];
  });
}

/** What is longer says more; of equal ones findings come before places. */
const byWeight = (a: Stretch, b: Stretch): number =>
  b.to - b.from - (a.to - a.from) ||
  Number(isLocation(a.labels[0] ?? '')) - Number(isLocation(b.labels[0] ?? ''));

/** Cuts a sentence at the words that carry a label of its own, and at those that deny something. */
export function sentenceRuns(
  sentence: LinkedSentence,
  graph: Pick<LabelGraph, 'areRelated'>,
): readonly SentenceRun[] {
  const { text, reading } = sentence;
  const taken: Stretch[] = [];
  for (const one of [...deniedStretches(sentence), ...labelStretches(sentence, graph).toSorted(byWeight)])
    if (taken.every(({ from, to }) => one.to <= from || one.from >= to)) taken.push(one);
  const runs: SentenceRun[] = [];
  let end = 0;
  const say = (to: number, run: Omit<SentenceRun, 'text'>): void => {
    if (to > end) runs.push({ text: text.slice(end, to), ...run });
    end = Math.max(end, to);
  };
  for (const { mark, from, to, labels } of taken.toSorted((a, b) => a.from - b.from)) {
    say(reading.words[from]?.from ?? end, { labels: [] });
    say(reading.words[to - 1]?.to ?? end, { mark, labels });
  }
  say(text.length, { labels: [] });
  return runs;
}
