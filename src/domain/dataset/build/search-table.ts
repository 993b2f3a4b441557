import type { SubjectId } from '../../brand.ts';
import { cellOf, listColumn } from '../columns.ts';
import type { SearchTable, SessionTable } from '../dataset-index.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { wordsOf } from '../text.ts';

/**
 * Builds the word index. `texts` yields, for each session row in order, everything it is to be found by.
 * Each word of a row counts once.
 */
function buildSearchTable(texts: Iterable<readonly string[]>): SearchTable {
  const rowsByToken = new Map<string, number[]>();
  let row = 0;
  for (const parts of texts) {
    for (const part of parts) {
      for (const word of wordsOf(part)) {
        const rows = rowsByToken.get(word);
        if (!rows) rowsByToken.set(word, [row]);
        else if (rows.at(-1) !== row) rows.push(row);
      }
    }
    row += 1;
  }
  const tokens = [...rowsByToken.keys()].toSorted();
  return { tokens, rows: listColumn(tokens.map((token) => rowsByToken.get(token) ?? [])) };
}

/** What a session is found by: its ids, labels, places and their CUIs, and every report it has. */
export function sessionSearchTable(
  sessions: SessionTable,
  subjects: readonly SubjectId[],
  terms: readonly string[],
  vocabulary: Vocabulary,
): SearchTable {
  const termTexts = terms.map((term) => `${term} ${vocabulary.cui(term)}`);
  return buildSearchTable(
    sessions.ids.map((id, row) => [
      id,
      subjects[sessions.subject[row] ?? 0] ?? '',
      ...Array.from(cellOf(sessions.findings, row), (term) => termTexts[term] ?? ''),
      ...Array.from(cellOf(sessions.locations, row), (term) => termTexts[term] ?? ''),
      ...(sessions.reports[row] ?? []),
      sessions.normalisedReport[row] ?? '',
    ]),
  );
}
