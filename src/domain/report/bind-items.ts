import { isLocation } from '../vocabulary/vocabulary.ts';
import { supportOf, type Evidence, type Support } from './evidence.ts';
import type { LabelGraph } from './label-graph.ts';

/** How sure it is that what was aligned belongs together. */
export type Certainty = 'certain' | 'likely' | 'unknown';

/**
 * What the file tells of where an item of a flattened list belongs. `start`, `same`: nested lists keep sentences
 * apart. `spaced`, `unspaced`: in lists that have both, second labels of a sentence begin with a blank.
 */
export const ITEM_HINTS = ['none', 'start', 'same', 'spaced', 'unspaced'] as const;
export type ItemHint = (typeof ITEM_HINTS)[number];

export interface FiledItem {
  readonly label: string;
  readonly hint: ItemHint;
}

/** The items of one sentence, from the first up to the one after the last. */
export interface Binding {
  readonly from: number;
  readonly to: number;
  readonly certainty: Certainty;
}

const LABEL_SCORES: Readonly<Record<Support, number>> = {
  named: 3,
  implied: 2.5,
  hinted: 1.2,
  weak: 1,
  denied: 1,
  none: -1,
};
const PLACE_SCORES: Readonly<Record<Support, number>> = {
  named: 2,
  implied: 1,
  hinted: 1,
  weak: 0.7,
  denied: 0,
  none: -1,
};
/** A sentence without items; the labeller gives every sentence something, if only `exclude`. */
const EMPTY = -1.5;
/** Places alone: places come beside a label. */
const ONLY_PLACES = -1.5;
/** An item of no sentence. */
const ORPHAN = -5;
/** What the sentence names and the items do not. */
const UNLABELLED = -0.7;
const UNPLACED = -0.3;
/** Against what blanks in the list suggest. */
const AGAINST_BLANKS = -1.5;
const NEVER = -Infinity;

/** Items of one sentence at the most; a real one has fewer than ten. */
const LONGEST = 14;
/** Sentences times items; more is no report, and is not aligned. */
const MOST_CELLS = 20_000;

/** Differences between the best way to bind a sentence and the next best. */
const CERTAIN = 1.9;
const LIKELY = 0.6;

function stateScore(
  { label }: FiledItem,
  { named, hinted, findings, isNormal }: Evidence,
): number | undefined {
  if (label === 'normal') return isNormal ? 1.5 : findings.length > 0 ? -1.2 : 0;
  if (label === 'exclude')
    return (
      (findings.length > 0 ? -1.2 : 0.4) + (hinted.has('exclude') ? 0.6 : 0) - (named.has('normal') ? 0.5 : 0)
    );
  return undefined;
}

/** Places of the next item that goes with a missing label, by the first item looked at. */
function nextPlaces(items: readonly FiledItem[], label: string, graph: LabelGraph): Uint32Array {
  const next = new Uint32Array(items.length + 1).fill(items.length);
  for (let at = items.length - 1; at >= 0; at--)
    next[at] = graph.areRelated(items[at]?.label ?? '', label) ? at : (next[at + 1] ?? at);
  return next;
}

/** Sums of the first values: of none, of one, of two … */
function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => {
    sums[at + 1] = (sums[at] ?? 0) + value;
  });
  return sums;
}

/** Where the groups that begin at each item end at the latest: labels, then places, and no boundary of a nested list. */
function latestEnds(items: readonly FiledItem[]): Uint32Array {
  const ends = new Uint32Array(items.length + 1).fill(items.length);
  for (let from = items.length - 1; from >= 0; from--) {
    let to = from + 1;
    for (; to < items.length && to - from < LONGEST; to++) {
      const { label = '', hint } = items[to] ?? {};
      const isNext = hint === 'start' || (!isLocation(label) && isLocation(items[to - 1]?.label ?? ''));
      if (isNext) break;
    }
    ends[from] = to;
  }
  return ends;
}

/** What blanks say against an item that begins a group, and against one that goes on with it. */
function blankCosts(items: readonly FiledItem[]): {
  readonly first: Float64Array;
  readonly later: Float64Array;
} {
  const first = Float64Array.from(items, ({ label, hint }, at) => {
    if (at === 0) return 0;
    if (hint === 'same') return NEVER;
    return hint === 'spaced' && !isLocation(label) ? AGAINST_BLANKS : 0;
  });
  const later = items.map(({ label, hint }) =>
    hint === 'unspaced' && !isLocation(label) ? AGAINST_BLANKS : 0,
  );
  return { first, later: runningSums(later) };
}

/** Scores of every way in which a run of items can belong to a sentence. */
interface Scores {
  readonly items: number;
  readonly sentences: number;
  readonly ends: Uint32Array;
  /** By sentence, first item and length. */
  readonly values: readonly Float64Array[];
}

const WIDTH = LONGEST + 1;

function scoreAll(items: readonly FiledItem[], sentences: readonly Evidence[], graph: LabelGraph): Scores {
  const ends = latestEnds(items);
  const { first, later } = blankCosts(items);
  const values = sentences.map((evidence) => {
    const sums = runningSums(
      items.map((item) => {
        const scores = isLocation(item.label) ? PLACE_SCORES : LABEL_SCORES;
        return stateScore(item, evidence) ?? scores[supportOf(evidence, item.label, graph)];
      }),
    );
    const missing = [
      ...evidence.findings.map((label) => ({ cost: UNLABELLED, next: nextPlaces(items, label, graph) })),
      ...evidence.places.map((label) => ({ cost: UNPLACED, next: nextPlaces(items, label, graph) })),
    ];
    const own = new Float64Array((items.length + 1) * WIDTH).fill(NEVER);
    for (let from = 0; from <= items.length; from++) {
      own[from * WIDTH] = missing.reduce((sum, { cost }) => sum + cost, EMPTY);
      const begin = (first[from] ?? 0) + (isLocation(items[from]?.label ?? '') ? ONLY_PLACES : 0);
      for (let to = from + 1; to <= (ends[from] ?? 0); to++) {
        let score = begin + (sums[to] ?? 0) - (sums[from] ?? 0) + (later[to] ?? 0) - (later[from + 1] ?? 0);
        for (const { cost, next } of missing) if ((next[from] ?? 0) >= to) score += cost;
        own[from * WIDTH + to - from] = score;
      }
    }
    return own;
  });
  return { items: items.length, sentences: sentences.length, ends, values };
}

/** Visits every range of items that may belong to a sentence, the empty ones too, with its score. */
function eachGroup(
  { items, ends, values }: Scores,
  sentence: number,
  visit: (from: number, to: number, score: number) => void,
): void {
  const own = values[sentence] ?? new Float64Array();
  for (let from = 0; from <= items; from++)
    for (let to = from; to <= (ends[from] ?? 0); to++)
      visit(from, to, own[from * WIDTH + to - from] ?? NEVER);
}

/** Best scores of the first sentences with the first items, or, backwards, of the last with the last. */
type Table = readonly Float64Array[];

const table = ({ sentences, items }: Scores): Table =>
  Array.from({ length: sentences + 1 }, () => new Float64Array(items + 1).fill(NEVER));

function forwards(scores: Scores): Table {
  const best = table(scores);
  for (let row = 0; row <= scores.sentences; row++) {
    const own = best[row] ?? new Float64Array();
    const before = best[row - 1];
    if (!before) own[0] = 0;
    else
      eachGroup(scores, row - 1, (from, to, score) => {
        own[to] = Math.max(own[to] ?? NEVER, (before[from] ?? NEVER) + score);
      });
    for (let to = 1; to <= scores.items; to++)
      own[to] = Math.max(own[to] ?? NEVER, (own[to - 1] ?? NEVER) + ORPHAN);
  }
  return best;
}

function backwards(scores: Scores): Table {
  const best = table(scores);
  for (let row = scores.sentences; row >= 0; row--) {
    const own = best[row] ?? new Float64Array();
    const after = best[row + 1];
    if (!after) own[scores.items] = 0;
    else
      eachGroup(scores, row, (from, to, score) => {
        own[from] = Math.max(own[from] ?? NEVER, (after[to] ?? NEVER) + score);
      });
    for (let from = scores.items - 1; from >= 0; from--)
      own[from] = Math.max(own[from] ?? NEVER, (own[from + 1] ?? NEVER) + ORPHAN);
  }
  return best;
}

/** Two ranges that give a sentence the same labels are no different ways to bind it. */
const contentOf = (items: readonly FiledItem[], from: number, to: number): string =>
  [...new Set(items.slice(from, to).map(({ label }) => label))].toSorted().join('\n');

const certaintyOf = (margin: number): Certainty =>
  margin >= CERTAIN ? 'certain' : margin >= LIKELY ? 'likely' : 'unknown';

/**
 * Gives each sentence its items of a list that lost the boundaries between sentences, in order: a label after a place
 * begins another sentence for certain, elsewhere the words of the sentences decide. How sure a binding is comes from
 * how much worse the whole becomes when that sentence is bound to anything else.
 *
 * @returns undefined for lists that are no report's
 */
export function bindItems(
  items: readonly FiledItem[],
  sentences: readonly Evidence[],
  graph: LabelGraph,
): readonly Binding[] | undefined {
  if (items.length * sentences.length > MOST_CELLS) return undefined;
  const scores = scoreAll(items, sentences, graph);
  const [before, after] = [forwards(scores), backwards(scores)];
  let start = 0;
  return sentences.map((_, row): Binding => {
    let best = { from: start, to: start, score: NEVER };
    let through = NEVER;
    eachGroup(scores, row, (from, to, own) => {
      if (from < start) return;
      const score = ORPHAN * (from - start) + own + (after[row + 1]?.[to] ?? NEVER);
      // Of equally good ways the first one: a sum of fractions may differ in its last digit.
      if (score <= best.score + 1e-9) return;
      best = { from, to, score };
      through = (before[row]?.[from] ?? NEVER) + own + (after[row + 1]?.[to] ?? NEVER);
    });
    const { from, to } = best;
    start = to;
    const content = contentOf(items, from, to);
    let second = NEVER;
    eachGroup(scores, row, (first, end, own) => {
      const score = (before[row]?.[first] ?? NEVER) + own + (after[row + 1]?.[end] ?? NEVER);
      if (score > second && contentOf(items, first, end) !== content) second = score;
    });
    return { from, to, certainty: certaintyOf(through - second) };
  });
}
