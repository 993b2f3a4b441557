import { isLocation } from '../vocabulary/vocabulary.ts';
import { isFiller } from './lexicon/pattern.ts';
import type { Wording } from './lexicon/lexicon.ts';
import { COMPARES, type CueKind } from './negation-cues.ts';
import type { ReportWord } from './report-words.ts';

/** Words that deny others. */
export interface Negation {
  /** First word of the cue, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Places of the words that it denies. */
  readonly denied: ReadonlySet<number>;
}

interface Cue {
  readonly kind: CueKind;
  readonly from: number;
  readonly to: number;
}

/** Words that a cue of the kind `next` reaches to, and further ones after each joint. */
const NEXT_REACH = 6;
const JOINED_REACH = 4;
/** Words between a term and the cue behind it, or between a term and the joint that goes on from it. */
const NEAR = 2;
const JOINTS: ReadonlySet<string> = new Set(['y', 'e', 'o', 'u', 'ni']);
const WEIGHT: Readonly<Record<CueKind, number>> = { none: 5, stop: 4, all: 3, next: 2, before: 1, joint: 0 };

/** The cues that count: the longest at each place, none inside another. */
function cuesThatCount(found: readonly Wording[], taken: ReadonlySet<number>): readonly Cue[] {
  const sorted = found
    .map(({ label, from, to }): Cue => ({ kind: label as CueKind, from, to }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to || WEIGHT[b.kind] - WEIGHT[a.kind]);
  const cues: Cue[] = [];
  for (const cue of sorted) if (!taken.has(cue.from) && cue.from >= (cues.at(-1)?.to ?? 0)) cues.push(cue);
  return cues;
}

/** `Ni` goes on with what the cue before it does: after a double negation it denies nothing. */
const goOnAsBefore = (cues: readonly Cue[], words: readonly ReportWord[]): readonly Cue[] => {
  let before: CueKind = 'stop';
  return cues.map((cue) => {
    const isJoint = words[cue.from]?.text === 'ni' && before === 'none';
    if (cue.kind !== 'joint' && !isJoint) before = cue.kind;
    return isJoint ? { ...cue, kind: 'none' } : cue;
  });
};

/** Where findings stand: the words of a term that is a finding or a diagnosis, by its first word. */
function findingEnds(wordings: readonly Wording[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { label, from, to, names } of wordings)
    if (names && !isLocation(label) && label !== 'normal' && label !== 'suboptimal study')
      ends.set(from, Math.max(to, ends.get(from) ?? 0));
  return ends;
}

/** What a sentence denies: every cue that counts with the words it reaches. */
export function negationsIn(
  words: readonly ReportWord[],
  wordings: readonly Wording[],
  found: readonly Wording[],
): readonly Negation[] {
  if (found.length === 0) return [];
  const taken = new Set<number>();
  for (const { label, from, to, names } of wordings)
    // The denial is part of what these say: `sin cambios`, `ausencia de mama`.
    if (names && (label === 'unchanged' || label === 'mastectomy'))
      for (let at = from; at < to; at++) taken.add(at);
  const cues = goOnAsBefore(cuesThatCount(found, taken), words);
  const ends = findingEnds(wordings);
  const scope = { words, cues, ends };
  return cues.flatMap((cue, at): readonly Negation[] => {
    if (cue.kind === 'all' || cue.kind === 'next') {
      const denied = reach(scope, cue, at);
      const hasTerm = [...denied].some((place) => ends.has(place));
      // `Derrame pleural no se observa`: nothing follows, so what stands before is meant.
      return [{ from: cue.from, to: cue.to, denied: hasTerm ? denied : reachBack(scope, cue, at) }];
    }
    if (cue.kind === 'before') return [{ from: cue.from, to: cue.to, denied: reachBack(scope, cue, at) }];
    return [];
  });
}

interface Scope {
  readonly words: readonly ReportWord[];
  readonly cues: readonly Cue[];
  readonly ends: ReadonlyMap<number, number>;
}

/** Whether the words from `at` on, after a term, go on to another: a joint comes soon. */
function isJoined(words: readonly ReportWord[], at: number): boolean {
  for (let place = at; place <= at + NEAR; place++) if (JOINTS.has(words[place]?.text ?? '')) return true;
  return false;
}

/** Adjectives and participles that make a term of their own: `derrame loculado`, `nódulo calcificado`. */
const ADJECTIVE = /(?:[aio]d[oa]|uest[oa]|os[oa]|ic[oa]|iv[oa]|al|ar)(?:e?s)?$/;

const LINKS: ReadonlySet<string> = new Set(['por', 'de', 'del', 'en', 'la', 'el', 'los', 'las']);

/** How many words beyond a term a cue of the kind `next` still reaches. */
function further(words: readonly ReportWord[], ends: ReadonlyMap<number, number>, end: number): number {
  if (isJoined(words, end)) return JOINED_REACH;
  if (ends.has(end) && ADJECTIVE.test(words[end]?.text ?? '')) return 1;
  // `Neumonía por coronavirus` is one term, and so are `signos de …`.
  let next = end;
  while (LINKS.has(words[next]?.text ?? '')) next++;
  return next > end && ends.has(next) ? next - end + 1 : 0;
}

function reach({ words, cues, ends }: Scope, cue: Cue, number: number): ReadonlySet<number> {
  // What a cue ends with may begin a term: `sin signos degenerativos`.
  const denied = new Set<number>();
  for (let at = cue.from + 1; at < cue.to; at++) denied.add(at);
  let left = cue.kind === 'all' ? Infinity : NEXT_REACH;
  let next = number + 1;
  let hasTerm = false;
  for (let at = cue.to; at < words.length && left > 0; at++) {
    const { text, gap } = words[at] ?? { text: '', gap: 'clause' as const };
    if (gap === 'clause' || (gap === 'comma' && cue.kind === 'next')) break;
    const other = cues[next]?.from === at ? cues[next++] : undefined;
    if (other && endsReach(other, hasTerm, words, at)) break;
    denied.add(at);
    const end = ends.get(at);
    if (end !== undefined) {
      hasTerm = true;
      if (cue.kind === 'next') left = end - at + further(words, ends, end);
    }
    if (!isFiller(text)) left--;
  }
  return denied;
}

/** Whether another cue ends what the one before it denies. */
function endsReach(other: Cue, hasTerm: boolean, words: readonly ReportWord[], at: number): boolean {
  if (other.kind === 'joint') return hasTerm && !COMPARES.test(words[at - 1]?.text ?? '');
  return other.kind !== 'next' && other.kind !== 'before';
}

function reachBack({ words, cues, ends }: Scope, cue: Cue, number: number): ReadonlySet<number> {
  const denied = new Set<number>();
  const from = cues[number - 1]?.to ?? 0;
  for (const [start, end] of ends) {
    if (start < from || end > cue.from || cue.from - end > NEAR) continue;
    const isOneClause = words
      .slice(end, cue.from + 1)
      .every(({ gap }) => gap !== 'clause' || cue.kind === 'all');
    if (isOneClause) denied.add(start);
  }
  return denied;
}
