import { cellOf, type ListColumn } from '../dataset/columns.ts';
import type { DatasetTables } from '../dataset/dataset-index.ts';
import type { LabelRow, SessionRow } from '../dataset/rows.ts';
import { isLocation } from '../vocabulary/vocabulary.ts';
import { ITEM_HINTS, type FiledItem } from './bind-items.ts';
import { filedItems } from './filed-items.ts';
import type { FiledReport } from './link-report.ts';

/** What the rows of a session's tables tell of its report. */
export function filedReport(labels: LabelRow | undefined, session: SessionRow | undefined): FiledReport {
  const own = labels?.labels.items ?? [];
  return {
    readable: session?.reports ?? [],
    normalised: labels?.report ?? '',
    findings: [...new Set(own.filter((label) => !isLocation(label)))],
    places: [...new Set([...(labels?.locations.items ?? []), ...own.filter(isLocation)])],
    items: labels ? filedItems(labels.bySentence) : [],
  };
}

/** The same, from the index. */
export function filedReportOf({ sessions, terms }: DatasetTables, row: number): FiledReport {
  const labels = (column: ListColumn): readonly string[] =>
    Array.from(cellOf(column, row), (term) => terms[term] ?? '');
  const first = sessions.bySentence.offsets[row] ?? 0;
  return {
    readable: sessions.reports[row] ?? [],
    normalised: sessions.normalisedReport[row] ?? '',
    findings: labels(sessions.findings),
    places: labels(sessions.locations),
    items: labels(sessions.bySentence).map((label, at): FiledItem => ({
      label,
      hint: ITEM_HINTS[sessions.bySentenceHints[first + at] ?? 0] ?? 'none',
    })),
  };
}
