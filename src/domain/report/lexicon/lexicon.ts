import type { ReportWord } from '../report-words.ts';
import { compilePattern, firstLetters, matchPattern, type Pattern, type PatternText } from './pattern.ts';

/**
 * How the terms of the vocabulary are worded in Spanish reports, by term. A wording that begins with `~` only hints at
 * the term: it goes with it often, and just as often with another.
 */
export type Wordings = Readonly<Record<string, readonly PatternText[]>>;

/** A wording of a term in a sentence. */
export interface Wording {
  readonly label: string;
  /** First word, and the one after the last, as places in the sentence. */
  readonly from: number;
  readonly to: number;
  /** It names the term; otherwise it only hints at it. */
  readonly names: boolean;
}

/** Finds the terms of a vocabulary in the words of a sentence. */
export interface Lexicon {
  /** Every term that the sentence words, each where it stands; of one term at one place the longest. */
  find(words: readonly ReportWord[]): readonly Wording[];
  /** Whether the lexicon has any wording of a term: of others no report can be asked. */
  knows(label: string): boolean;
}

interface Rule {
  readonly label: string;
  readonly names: boolean;
  readonly pattern: Pattern;
}

/** Words of reports whose rules are remembered; reports use a few thousand. */
const MOST_WORDS = 20_000;

export function createLexicon(...parts: readonly Wordings[]): Lexicon {
  const byBeginning = new Map<string, Rule[]>();
  const known = new Set<string>();
  for (const [label, wordings] of parts.flatMap((part) => Object.entries(part)))
    for (const text of wordings) {
      known.add(label);
      const names = !text.startsWith('~');
      const rule = { label, names, pattern: compilePattern(names ? text : text.slice(1)) };
      for (const beginning of new Set(firstLetters(rule.pattern))) {
        const rules = byBeginning.get(beginning);
        if (rules) rules.push(rule);
        else byBeginning.set(beginning, [rule]);
      }
    }
  const ofWord = new Map<string, readonly Rule[]>();
  const rulesOf = (word: string): readonly Rule[] => {
    const kept = ofWord.get(word);
    if (kept) return kept;
    const rules = rulesThatBegin(byBeginning, word);
    if (ofWord.size >= MOST_WORDS) ofWord.clear();
    ofWord.set(word, rules);
    return rules;
  };
  return {
    knows: (label) => known.has(label),
    find: (words) => withoutParts(words.flatMap((word, at) => wordingsAt(rulesOf(word.text), words, at))),
  };
}

/** Without what is part of a longer wording of the same term. */
function withoutParts(found: readonly Wording[]): readonly Wording[] {
  const ends = new Map<string, number>();
  return found.filter(({ label, to, names }) => {
    const key = names ? label : `~${label}`;
    if (to <= (ends.get(key) ?? 0)) return false;
    ends.set(key, to);
    return true;
  });
}

/** The rules whose first element a word fits. */
function rulesThatBegin(byBeginning: ReadonlyMap<string, readonly Rule[]>, word: string): readonly Rule[] {
  const rules = byBeginning.get(word.slice(0, 3)) ?? [];
  return rules.filter(({ pattern: { elements } }) => {
    const [first] = elements;
    return first?.words.has(word) === true || first?.beginnings.some((one) => word.startsWith(one)) === true;
  });
}

const NONE: readonly Wording[] = [];

function wordingsAt(rules: readonly Rule[], words: readonly ReportWord[], from: number): readonly Wording[] {
  if (rules.length === 0) return NONE;
  const longest = new Map<string, Wording>();
  for (const { label, names, pattern } of rules) {
    const to = matchPattern(pattern, words, from);
    if (to < 0) continue;
    const known = longest.get(label);
    if (!known || Number(names) * 100 + to > Number(known.names) * 100 + known.to)
      longest.set(label, { label, from, to, names });
  }
  return [...longest.values()];
}
