import type { SessionId, SubjectId } from '../../domain/brand.ts';
import type { ParsedTable, TableIssue } from '../../domain/dataset/rows.ts';
import type { Finding, IssueFacts, RowIssueCode } from '../../domain/issues.ts';
import { readDelimited } from './delimited.ts';

/** Whom a row is about, as far as it says. */
export interface RowIds {
  readonly subject?: SubjectId;
  readonly session?: SessionId;
}

/** Reports something of one row; the line is known. */
export type Report = <Code extends RowIssueCode>(code: Code, facts?: IssueFacts<Code>) => void;

/** Header names that stand for each field, lower case. */
export type Columns<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** How the rows of one kind of table are read. */
export interface TableSpec<Field extends string, Row> {
  readonly columns: Columns<Field>;
  /** Fields without which nothing of the table can be read. */
  readonly required: readonly NoInfer<Field>[];
  /** Whom a row is about; goes into every issue of the row. Cells are trimmed, absent ones empty. */
  readonly identify: (cell: (field: Field) => string) => RowIds;
  /** The row, or nothing when it is to be left out. */
  readonly read: (cell: (field: Field) => string, ids: RowIds, report: Report) => Row | undefined;
}

/** Row ids without absent keys. */
export const rowIds = (subject: SubjectId | undefined, session?: SessionId): RowIds => ({
  ...(subject !== undefined && { subject }),
  ...(session !== undefined && { session }),
});

/** A reporter that adds the line, counted from 1, and the ids to every issue. */
export const reporter =
  (issues: TableIssue[], line: number, ids: RowIds = {}): Report =>
  (code, facts) => {
    // Every code of a row has a line among its facts.
    const found = { code, facts: { line, ...facts } } as Finding;
    issues.push({ ...found, ...ids });
  };

/** The place of a field's column, counted from 0; -1 for one that the header does not name. */
export function columnFinder<Field extends string>(
  header: readonly string[],
  columns: Columns<Field>,
): (field: Field) => number {
  const places = new Map<string, number>();
  for (const [field, names] of Object.entries<readonly string[]>(columns))
    places.set(
      field,
      header.findIndex((name) => names.includes(name)),
    );
  return (field) => places.get(field) ?? -1;
}

/** Number of cells up to the last one that is not blank. */
const filledLength = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/**
 * Reads a delimited table by its header names, whatever their order. A row with too few or too many cells gives a
 * `TABLE_ROW` issue and is read as far as it goes; a header without a required field gives `TABLE_UNREADABLE`.
 */
export function parseTable<Field extends string, Row>(
  text: string,
  spec: TableSpec<Field, Row>,
): ParsedTable<Row> {
  const table = readDelimited(text);
  const columnOf = columnFinder(table.columns, spec.columns);
  const missing = spec.required.filter((field) => columnOf(field) < 0);
  if (missing.length > 0)
    return { rows: [], issues: [{ code: 'TABLE_UNREADABLE', facts: { missing: missing.join(', ') } }] };
  const named = filledLength(table.columns);
  const rows: Row[] = [];
  const issues: TableIssue[] = [];
  for (const { line, cells } of table.rows) {
    const cell = (field: Field): string => cells[columnOf(field)]?.trim() ?? '';
    const ids = spec.identify(cell);
    const report = reporter(issues, line, ids);
    if (cells.length < named || filledLength(cells) > table.columns.length)
      report('TABLE_ROW', { fields: cells.length, columns: named });
    const row = spec.read(cell, ids, report);
    if (row !== undefined) rows.push(row);
  }
  return { rows, issues };
}
