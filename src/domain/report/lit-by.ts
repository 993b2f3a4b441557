import type { LabelGraph } from './label-graph.ts';
import type { LinkedSentence } from './link-report.ts';

/** One thing on the case page that others hang together with. Segments go by the term that their name stands for. */
export type LinkTarget =
  | { readonly kind: 'finding' | 'place' | 'segment'; readonly label: string }
  /** By its place in the report, from 0. */
  | { readonly kind: 'sentence'; readonly sentence: number };

/** What lights up together. */
export interface Lit {
  readonly sentences: ReadonlySet<number>;
  /** Findings, places and names of segments. */
  readonly labels: ReadonlySet<string>;
}

export const NOTHING_LIT: Lit = { sentences: new Set(), labels: new Set() };

export const isSameTarget = (a: LinkTarget | undefined, b: LinkTarget | undefined): boolean =>
  a?.kind === 'sentence' || b?.kind === 'sentence'
    ? a?.kind === 'sentence' && b?.kind === 'sentence' && a.sentence === b.sentence
    : a?.kind === b?.kind && a?.label === b?.label;

type RelatedLabels = Pick<LabelGraph, 'areRelated'>;

/** The findings that a name of a segment speaks of: the one of that name, else those above and below it. */
export const findingsOf = (
  segment: string,
  findings: readonly string[],
  graph: RelatedLabels,
): readonly string[] =>
  findings.includes(segment) ? [segment] : findings.filter((finding) => graph.areRelated(finding, segment));

/**
 * What hangs together with one thing. A sentence has its labels and places; a finding or a segment has the sentences that
 * are given it, with their places; a place has the sentences that are given it, with their findings.
 */
export function litBy(
  target: LinkTarget | undefined,
  sentences: readonly LinkedSentence[],
  findings: readonly string[],
  graph: RelatedLabels,
): Lit {
  if (!target) return NOTHING_LIT;
  if (target.kind === 'sentence') {
    const { labels = [], places = [] } = sentences[target.sentence] ?? {};
    return { sentences: new Set([target.sentence]), labels: new Set([...labels, ...places]) };
  }
  const { kind, label } = target;
  const own = kind === 'segment' ? findingsOf(label, findings, graph) : [label];
  const lit = { sentences: new Set<number>(), labels: new Set([label, ...own]) };
  sentences.forEach((sentence, at) => {
    const isAbout = (kind === 'place' ? sentence.places : sentence.labels).some((one) => own.includes(one));
    if (!isAbout) return;
    lit.sentences.add(at);
    for (const other of kind === 'place' ? sentence.labels : sentence.places) lit.labels.add(other);
  });
  return lit;
}

/** Whether a segment lights up: under its own name, or where none has that, under a finding above or below it. */
export const isSegmentLit = (
  name: string,
  { labels }: Lit,
  findings: readonly string[],
  graph: RelatedLabels,
): boolean => labels.has(name) || findingsOf(name, findings, graph).some((label) => labels.has(label));
