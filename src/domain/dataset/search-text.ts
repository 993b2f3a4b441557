import { foldText, wordsOf } from './text.ts';

/** One thing that is searched for. */
export interface SearchTerm {
  /** Folded words in a row. */
  readonly words: readonly string[];
  /** Quoted: the words as they are, one after the other. Otherwise each is the beginning of a word, anywhere. */
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
}

/** `base -normal "vidrio deslustrado"` → three terms. An open quote runs to the end. */
export function parseSearch(text: string): readonly SearchTerm[] {
  const found = text.matchAll(/(?<minus>(?<!\S)-)?(?:"(?<phrase>[^"]*)"?|(?<plain>[^\s"]+))/gu);
  return Array.from(found, ({ groups = {} }) => ({
    words: wordsOf(groups['phrase'] ?? groups['plain'] ?? ''),
    isPhrase: groups['phrase'] !== undefined,
    isExcluded: groups['minus'] !== undefined,
  })).filter(({ words }) => words.length > 0);
}

/** Latin letters with marks, by the letter they are folded to. */
const VARIANTS: ReadonlyMap<string, string> = (() => {
  const variants = new Map<string, string>();
  for (let code = 0xc0; code < 0x250; code++) {
    const letter = String.fromCharCode(code);
    const folded = foldText(letter);
    if (folded !== letter && folded.length === 1) variants.set(folded, (variants.get(folded) ?? '') + letter);
  }
  return variants;
})();

const wordPattern = (word: string): string =>
  Array.from(word, (letter) => {
    const variants = VARIANTS.get(letter) ?? '';
    return `${variants === '' ? letter : `[${letter}${variants}]`}\\p{M}*`;
  }).join('');

const BEFORE = '(?<![\\p{L}\\p{N}]\\p{M}*)';
const AFTER = '(?![\\p{L}\\p{N}])';
const BETWEEN = '[^\\p{L}\\p{N}]+';

/** Finds a phrase in any text, whatever its accents, capitals and punctuation. */
export const phrasePattern = (words: readonly string[]): RegExp =>
  new RegExp(BEFORE + words.map(wordPattern).join(BETWEEN) + AFTER, 'iu');

/** A piece of a text, and whether the search found it. */
export interface TextPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** What marks the places of a text that a search finds; undefined when it looks for nothing. */
export function matchPattern(search: string): RegExp | undefined {
  const patterns = parseSearch(search)
    .filter(({ isExcluded }) => !isExcluded)
    .flatMap(({ words, isPhrase }) =>
      isPhrase ? words.map(wordPattern).join(BETWEEN) + AFTER : words.map(wordPattern),
    );
  if (patterns.length === 0) return undefined;
  // Of two that begin at the same place the longer one is marked.
  const longestFirst = patterns.toSorted((a, b) => b.length - a.length);
  return new RegExp(`${BEFORE}(?:${longestFirst.join('|')})`, 'giu');
}

/** The text in pieces, found ones apart; together they are the text again. */
export function splitMatches(text: string, pattern: RegExp | undefined): readonly TextPiece[] {
  if (!pattern) return [{ text, isMatch: false }];
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isMatch: false });
    pieces.push({ text: match[0], isMatch: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMatch: false });
  return pieces;
}
