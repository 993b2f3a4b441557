import type { DatasetPath } from '../../domain/brand.ts';
import { joinPath } from '../../domain/dataset/file-source.ts';
import type { ParsedTable, PartitionRow, TableIssue } from '../../domain/dataset/rows.ts';
import { datasetPath } from '../names/dataset-path.ts';
import { sessionId, subjectId } from '../names/ids.ts';
import { excerpt } from './cell.ts';
import { splitLines } from './delimited.ts';
import { reporter, rowIds } from './parse-table.ts';

/** The negative release leaves `mod-rx/` out of its paths; the files are there nonetheless. */
function repaired(path: DatasetPath): DatasetPath {
  const [subject = '', session = '', file, ...more] = path.split('/');
  if (file === undefined || more.length > 0) return path;
  if (subjectId(subject) === undefined || sessionId(session) === undefined) return path;
  return joinPath(`${subject}/${session}/mod-rx`, file);
}

function parseRow(line: string): { readonly row?: PartitionRow; readonly ids: ReturnType<typeof rowIds> } {
  const cells = line.includes('\t') ? line.split('\t') : line.trim().split(/\s+/);
  const filed = cells.find((cell) => cell.includes('/')) ?? cells[2] ?? '';
  const others = cells.filter((cell) => cell !== filed);
  const subject = others.map(subjectId).find((id) => id !== undefined);
  const session = others.map(sessionId).find((id) => id !== undefined);
  const path = datasetPath(filed.trim());
  const ids = rowIds(subject, session);
  if (subject === undefined || session === undefined || path === undefined) return { ids };
  return { row: { subject, session, path: repaired(path) }, ids };
}

/**
 * Reads `partitions.tsv`, which lists images and no partition: subject, session and path, told apart by their form,
 * since header names and delimiter vary. Paths lose their `./`; those of the negative release get the `mod-rx/` they
 * lack. A row without all three, or with a path that leaves the dataset, gives `TABLE_ROW`.
 */
export function parsePartitions(text: string): ParsedTable<PartitionRow> {
  const lines = splitLines(text);
  const first = lines.findIndex((line) => line.trim() !== '');
  const rows: PartitionRow[] = [];
  const issues: TableIssue[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const { row, ids } = parseRow(line);
    if (row !== undefined) rows.push(row);
    else if (at > first) reporter(issues, at + 1, ids)('TABLE_ROW', { value: excerpt(line) });
  }
  return { rows, issues };
}
