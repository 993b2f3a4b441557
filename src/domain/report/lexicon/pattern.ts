import type { ReportWord } from '../report-words.ts';

/**
 * How a term may be worded, element by element, over words without accents and capitals:
 *
 * - `seno` is that word, `pleura*` every word that begins so, `seno|angulo*` either;
 * - between two elements articles and prepositions may stand;
 * - `..` lets up to three further words stand there;
 * - `!cronic*` ends a pattern: the next word is none of these.
 */
export type PatternText = string;

interface Element {
  readonly words: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  /** Other words that may stand before it. */
  readonly reach: number;
}

export interface Pattern {
  readonly elements: readonly Element[];
  readonly unless: Element | undefined;
}

const FILLERS: ReadonlySet<string> = new Set(
  'a al ambas ambos con de del e el en la las le lo los o por se sobre su sus u un una unas unos y'.split(
    ' ',
  ),
);

/** Articles, prepositions and joints may stand between any two words of a term. */
export const isFiller = (word: string): boolean => FILLERS.has(word);

const GAP_WORDS = 3;

/** Words that no gap reaches over: what follows them is said of something else. */
const BARRIERS: ReadonlySet<string> = new Set(
  'pero aunque salvo excepto sino sin no ni mientras resto'.split(' '),
);

function readElement(text: string, reach: number): Element {
  const parts = text.split('|');
  return {
    words: new Set(parts.filter((part) => !part.endsWith('*'))),
    beginnings: parts.filter((part) => part.endsWith('*')).map((part) => part.slice(0, -1)),
    reach,
  };
}

/** @throws RangeError for a pattern that names no word. */
export function compilePattern(text: PatternText): Pattern {
  const elements: Element[] = [];
  let unless: Element | undefined;
  let reach = 0;
  for (const part of text.split(' ')) {
    if (part === '..') reach = GAP_WORDS;
    else if (part.startsWith('!')) unless = readElement(part.slice(1), 0);
    else {
      elements.push(readElement(part, reach));
      reach = 0;
    }
  }
  if (elements.length === 0) throw new RangeError(`a pattern without words: ${text}`);
  return { elements, unless };
}

/** The beginnings, three letters long where there are as many, of the words that a pattern can begin with. */
export const firstLetters = ({ elements }: Pattern): readonly string[] => {
  const { words = new Set<string>(), beginnings = [] } = elements[0] ?? {};
  return [...words, ...beginnings].map((word) => word.slice(0, 3));
};

const fits = ({ words, beginnings }: Element, word: string): boolean =>
  words.has(word) || beginnings.some((beginning) => word.startsWith(beginning));

/** Place after the words that a pattern takes from `start` on; −1 where it does not stand there. */
export function matchPattern(pattern: Pattern, words: readonly ReportWord[], start: number): number {
  const end = matchFrom(pattern.elements, 0, words, start);
  if (end < 0 || pattern.unless === undefined) return end;
  let next = end;
  while (isFiller(words[next]?.text ?? '')) next++;
  return fits(pattern.unless, words[next]?.text ?? '') ? -1 : end;
}

function matchFrom(
  elements: readonly Element[],
  at: number,
  words: readonly ReportWord[],
  start: number,
): number {
  const element = elements[at];
  if (!element) return start;
  let strangers = 0;
  for (let place = start; place < words.length; place++) {
    const { text, gap } = words[place] ?? { text: '', gap: 'clause' as const };
    // A term is never worded across the end of a clause.
    if (at > 0 && gap === 'clause') return -1;
    if (fits(element, text)) {
      const end = matchFrom(elements, at + 1, words, place + 1);
      if (end >= 0) return end;
    }
    if (at === 0) return -1;
    if (!isFiller(text) && (++strangers > element.reach || BARRIERS.has(text))) return -1;
  }
  return -1;
}
