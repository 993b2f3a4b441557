import { cellOf } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { parseSearch, phrasePattern, type SearchTerm } from './search-text.ts';

/** First index whose token is not below `word`. */
function lowerBound(tokens: readonly string[], word: string): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One byte per session: whether one of its words begins with, or is, `word`. */
function marksOf({ search, sessions }: DatasetIndex, word: string, isWhole: boolean): Uint8Array {
  const { tokens, rows } = search;
  const marks = new Uint8Array(sessions.count);
  let at = lowerBound(tokens, word);
  while (isWhole ? tokens[at] === word : tokens[at]?.startsWith(word) === true) {
    const end = rows.offsets[at + 1] ?? 0;
    for (let place = rows.offsets[at] ?? 0; place < end; place++) marks[rows.values[place] ?? 0] = 1;
    at += 1;
  }
  return marks;
}

function keepBoth(found: Uint8Array, marks: Uint8Array): void {
  for (let row = 0; row < found.length; row++) found[row] = (found[row] ?? 0) & (marks[row] ?? 0);
}

/** Whether a phrase stands in one of a session's texts; it never runs from one into the next. */
function phraseFinder(
  { sessions, subjects, terms }: DatasetIndex,
  pattern: RegExp,
): (row: number) => boolean {
  const has = (text: string | undefined): boolean => text !== undefined && pattern.test(text);
  // There are far fewer labels than sessions that have them.
  const inTerm = terms.map(has);
  const isIn = (term: number): boolean => inTerm[term] === true;
  return (row) =>
    sessions.reports[row]?.some(has) === true ||
    has(sessions.normalisedReport[row]) ||
    cellOf(sessions.findings, row).some(isIn) ||
    cellOf(sessions.locations, row).some(isIn) ||
    has(sessions.ids[row]) ||
    has(subjects.ids[sessions.subject[row] ?? 0]);
}

/** One byte per session: whether it has the term. Where `among` is 0 nobody asks, and a phrase is not looked for. */
function findTerm(
  index: DatasetIndex,
  { words, isPhrase }: SearchTerm,
  among: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const found = Uint8Array.from(among);
  for (const word of words) keepBoth(found, marksOf(index, word, isPhrase));
  if (!isPhrase || words.length < 2) return found;
  const isFound = phraseFinder(index, phrasePattern(words));
  for (let row = 0; row < found.length; row++) if (found[row] === 1 && !isFound(row)) found[row] = 0;
  return found;
}

/**
 * The sessions that a search text finds, as one byte per session row; undefined when the text holds no word.
 * Words are found by their beginning, quoted ones as they stand; all must be there, and none that follows a minus.
 * Accents and capitals do not count.
 */
export function searchSessions(index: DatasetIndex, text: string): Uint8Array | undefined {
  const terms = parseSearch(text);
  if (terms.length === 0) return undefined;
  let found = new Uint8Array(index.sessions.count).fill(1);
  for (const term of terms.toSorted((a, b) => Number(a.isPhrase) - Number(b.isPhrase))) {
    const marks = findTerm(index, term, found);
    found = term.isExcluded ? found.map((one, row) => one & (1 - (marks[row] ?? 0))) : marks;
  }
  return found;
}
