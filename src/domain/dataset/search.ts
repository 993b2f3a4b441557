import { cellOf } from './columns.ts';
import type { DatasetIndex } from './dataset-index.ts';
import { foldText, wordsOf } from './text.ts';

interface ParsedText {
  /** Each matches any word that begins with it. */
  readonly prefixes: readonly string[];
  /** Words in a row, as folded text with single spaces. */
  readonly phrases: readonly string[];
}

/** `base "vidrio deslustrado"` → one prefix and one phrase. An open quote runs to the end. */
function parseSearch(text: string): ParsedText {
  const prefixes: string[] = [];
  const phrases: string[] = [];
  text.split('"').forEach((part, at) => {
    const words = wordsOf(part);
    if (at % 2 === 0 || words.length === 1) prefixes.push(...words);
    else if (words.length > 1) phrases.push(words.join(' '));
  });
  return { prefixes, phrases };
}

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

function markPrefix(index: DatasetIndex, prefix: string, marks: Uint8Array): void {
  const { tokens, rows } = index.search;
  let at = lowerBound(tokens, prefix);
  while (tokens[at]?.startsWith(prefix) === true) {
    for (const row of cellOf(rows, at)) marks[row] = 1;
    at += 1;
  }
}

const sessionText = (index: DatasetIndex, row: number): string =>
  ` ${wordsOf(foldText([...(index.sessions.reports[row] ?? []), index.sessions.normalisedReport[row] ?? '', ...labelsText(index, row)].join(' '))).join(' ')} `;

const labelsText = (index: DatasetIndex, row: number): readonly string[] =>
  [...cellOf(index.sessions.findings, row), ...cellOf(index.sessions.locations, row)].map(
    (term) => index.terms[term] ?? '',
  );

/**
 * The sessions that a search text finds, as one byte per session row; undefined when the text holds no word.
 * Words are found by their beginning, quoted words as a phrase; all must be there. Accents and capitals do not count.
 */
export function searchSessions(index: DatasetIndex, text: string): Uint8Array | undefined {
  const { prefixes, phrases } = parseSearch(text);
  if (prefixes.length + phrases.length === 0) return undefined;
  const found = new Uint8Array(index.sessions.count).fill(1);
  const keep = (marks: Uint8Array): void => {
    for (let row = 0; row < found.length; row++) found[row] = (found[row] ?? 0) & (marks[row] ?? 0);
  };
  for (const prefix of [...prefixes, ...phrases.flatMap((phrase) => phrase.split(' '))]) {
    const marks = new Uint8Array(index.sessions.count);
    markPrefix(index, prefix, marks);
    keep(marks);
  }
  for (const phrase of phrases)
    for (let row = 0; row < found.length; row++)
      if (found[row] === 1 && !sessionText(index, row).includes(` ${phrase} `)) found[row] = 0;
  return found;
}
