import { isLocation } from '../vocabulary/vocabulary.ts';
import type { LabelGraph } from './label-graph.ts';
import type { SentenceReading } from './read-sentence.ts';

/** What the words of a sentence say of terms, places among them. */
export interface Evidence {
  /** Named and affirmed. */
  readonly named: ReadonlySet<string>;
  /** Named and denied, and nowhere affirmed in the sentence. */
  readonly denied: ReadonlySet<string>;
  /** Hinted at, and not denied. */
  readonly hinted: ReadonlySet<string>;
  /** Findings and diagnoses that are named and affirmed, the most telling ones: none that another one says. */
  readonly findings: readonly string[];
  /** Places that are named, the most telling ones. */
  readonly places: readonly string[];
  /** Something is denied, or said to be as it should. */
  readonly isNormal: boolean;
}

/** Not about what is there. */
const STATES: ReadonlySet<string> = new Set(['normal', 'exclude', 'suboptimal study']);

/** Those that no other one says too. */
function mostTelling(labels: ReadonlySet<string>, graph: LabelGraph): readonly string[] {
  if (labels.size < 2) return [...labels];
  const said = new Set<string>();
  for (const label of labels) for (const above of graph.above(label)) said.add(above);
  return [...labels].filter((label) => !said.has(label));
}

export function evidenceOf({ mentions }: SentenceReading, graph: LabelGraph): Evidence {
  const [named, denied, hinted] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { label, names, negation } of mentions)
    if (!names) {
      if (!negation) hinted.add(label);
    } else (negation ? denied : named).add(label);
  for (const label of named) denied.delete(label);
  const telling = mostTelling(named, graph);
  return {
    named,
    denied,
    hinted,
    findings: telling.filter((label) => !isLocation(label) && !STATES.has(label)),
    places: telling.filter(isLocation),
    isNormal: named.has('normal') || denied.size > 0,
  };
}

/** How a sentence stands by a label. */
export type Support = 'named' | 'implied' | 'hinted' | 'weak' | 'denied' | 'none';

const some = (labels: ReadonlySet<string>, test: (label: string) => boolean): boolean => {
  for (const label of labels) if (test(label)) return true;
  return false;
};

/**
 * `implied`: something that says the label is named; `weak`: something is named that the label says more of; `denied`:
 * the label, or what it would imply, is only denied.
 */
export function supportOf(evidence: Evidence, label: string, graph: LabelGraph): Support {
  const { named, denied, hinted } = evidence;
  if (named.has(label)) return 'named';
  if (some(named, (one) => graph.above(one).has(label))) return 'implied';
  const above = graph.above(label);
  const isDenied = denied.has(label) || some(denied, (one) => above.has(one));
  if (isDenied) return 'denied';
  if (hinted.has(label)) return 'hinted';
  return some(named, (one) => above.has(one)) ? 'weak' : 'none';
}
