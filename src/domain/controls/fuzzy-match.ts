import { foldText } from '../dataset/text.ts';

/** How well one folded word is found in a folded text; 0 when it is not. */
function wordScore(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at === 0) return 8;
  if (at > 0) return startsWord(text, word) ? 6 : 3;
  return isAbbreviated(word, text) ? 1 : 0;
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1])) return true;
  return false;
}

/** Whether the letters of a word come in this order, the first of them at the beginning of a word: `rotr`, "Rotate right". */
function isAbbreviated(word: string, text: string): boolean {
  const rest = Array.from(word);
  const first = rest.shift();
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== first || isLetter(text[at - 1])) continue;
    let from = at + 1;
    const isThere = rest.every((letter) => {
      const next = text.indexOf(letter, from);
      from = next + 1;
      return next >= 0;
    });
    if (isThere) return true;
  }
  return false;
}

/**
 * How well a query is found in a text, whatever accents and capitals; undefined when one of its words is not in it. A
 * word is the beginning of a word, a part of one, or letters left out of one.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const folded = foldText(text);
  const scores = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => wordScore(word, folded));
  if (scores.includes(0)) return undefined;
  // Of two texts that fit as well the shorter one is meant.
  return scores.reduce((sum, one) => sum + one, 0) - Math.min(text.length, 100) / 1000;
}

/** The things a query finds, the best first; those that fit as well keep their order. */
export function fuzzyFind<Thing>(
  query: string,
  things: readonly Thing[],
  textsOf: (thing: Thing) => readonly string[],
): readonly Thing[] {
  if (query.trim() === '') return things;
  return things
    .flatMap((thing) => {
      // What it is called counts more than what else it may be looked for by.
      const scores = textsOf(thing).map((text, at) => (fuzzyScore(query, text) ?? -Infinity) - at);
      const score = Math.max(...scores);
      return score > -Infinity ? [{ thing, score }] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}
