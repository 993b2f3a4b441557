import type { ParsedTable, ScanRow, TableIssue } from '../../domain/dataset/rows.ts';
import { TAG, type Tag } from '../../domain/imaging/dicom-dataset.ts';
import { excerpt, isMissing } from './cell.ts';
import { readDelimited } from './delimited.ts';
import { columnFinder, reporter } from './parse-table.ts';

/** Header names, lower case. */
export const SCAN_COLUMNS = { file: ['filename', 'scan_file', 'scanfile'] } as const;

/** `Name (ggggeeee)` and `Name (gggg,eeee)`; the name may be missing. */
const TAG_IN_HEADER = /\(([0-9a-f]{4}),?([0-9a-f]{4})\)$/i;

/** Tags by keyword without capitals: `seriesnumber`. */
const TAG_OF_KEYWORD: ReadonlyMap<string, Tag> = new Map(
  Object.entries(TAG).map(([keyword, tag]) => [keyword.toLowerCase(), tag]),
);

/** xnat2mids heads its columns by keyword (`SeriesNumber`), dcm2mids by the same word in parts (`series_number`). */
function tagOf(header: string): Tag | undefined {
  const [, group, element] = TAG_IN_HEADER.exec(header) ?? [];
  if (group !== undefined && element !== undefined) return (group + element).toUpperCase();
  return TAG_OF_KEYWORD.get(header.replaceAll('_', ''));
}

const namesIn = (cell: string): string[] =>
  cell
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * Reads a `_scans.tsv`: one row per series, whose files are joined by commas in one cell. Where a header names a tag
 * twice the first value counts. A row without a file gives `TABLE_ROW`, a table without a file column `TABLE_UNREADABLE`.
 */
export function parseScans(text: string): ParsedTable<ScanRow> {
  const table = readDelimited(text);
  const file = columnFinder(table.columns, SCAN_COLUMNS)('file');
  if (file < 0) return { rows: [], issues: [{ code: 'TABLE_UNREADABLE', facts: { missing: 'filename' } }] };
  const tags = table.columns.map(tagOf);
  const rows: ScanRow[] = [];
  const issues: TableIssue[] = [];
  for (const { line, cells } of table.rows) {
    const filenames = namesIn(cells[file] ?? '');
    const report = reporter(issues, line);
    if (cells.length !== tags.length) report('TABLE_ROW', { fields: cells.length, columns: tags.length });
    else if (filenames.length === 0) report('TABLE_ROW', { value: excerpt(cells.join(' ').trim()) });
    if (filenames.length === 0) continue;
    const fields = new Map<Tag, string>();
    for (const [at, value] of cells.entries()) {
      const tag = tags[at];
      if (tag !== undefined && !fields.has(tag) && !isMissing(value)) fields.set(tag, value);
    }
    rows.push({ filenames, fields });
  }
  return { rows, issues };
}
