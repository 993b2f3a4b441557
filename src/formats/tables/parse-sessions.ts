import type { SessionId } from '../../domain/brand.ts';
import type { ParsedTable, SessionRow, TableIssue } from '../../domain/dataset/rows.ts';
import { sessionId } from '../names/ids.ts';
import { excerpt, isMissing } from './cell.ts';
import { dateCell, NO_DATE } from './date-cell.ts';
import { splitLines } from './delimited.ts';
import { readListCell } from './list-cell.ts';
import { columnFinder, reporter, type Report } from './parse-table.ts';

/** Header names of a sessions table, lower case. */
export const SESSION_COLUMNS = {
  session: ['session_id', 'session'],
  date: ['study_date', 'date', 'acq_time', 'acquisition_date_time'],
  report: ['medical_evaluation', 'radiology_report', 'report'],
  pseudoId: ['session_pseudo_id'],
} as const;

interface Header {
  /** Place of a field's column, -1 when there is none. */
  readonly column: (field: keyof typeof SESSION_COLUMNS) => number;
  /** Number of named columns. */
  readonly width: number;
}

/** The lines from one session id to the next. */
interface SessionRecord {
  readonly session: SessionId;
  /** Of the first one, counted from 1. */
  readonly line: number;
  readonly lines: string[];
}

function readHeader(line: string): Header {
  const names = line.split('\t').map((name) => name.trim().toLowerCase());
  return {
    column: columnFinder(names, SESSION_COLUMNS),
    width: names.findLastIndex((name) => name !== '') + 1,
  };
}

/** The session that begins on a line. A bare label is none here: it could be a line of a report. */
function sessionOf(line: string, { column }: Header): SessionId | undefined {
  const at = column('session');
  const cell = line.split('\t', at + 1)[at]?.trim() ?? '';
  if (/^ses-/i.test(cell)) return sessionId(cell);
  // dcm2mids, which has a column of pseudonyms, puts the key of the subject before the label of the session.
  return column('pseudoId') >= 0 && /^sub-/i.test(cell) ? sessionId(`ses-${cell.slice(4)}`) : undefined;
}

function splitRecords(
  lines: readonly string[],
  from: number,
  header: Header,
  issues: TableIssue[],
): SessionRecord[] {
  const records: SessionRecord[] = [];
  let stray = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const session = sessionOf(line, header);
    if (session !== undefined) records.push({ session, line: at + 1, lines: [line] });
    else if (records.length > 0) records.at(-1)?.lines.push(line);
    else if (line.trim() !== '' && stray++ === 0)
      reporter(issues, at + 1)('TABLE_ROW', { value: excerpt(line) });
  }
  return records;
}

/** Takes off the quotes that pandas puts around a cell with line breaks; other quotes are the report's own. */
function unquoted(cell: string): string {
  if (cell.length < 2 || !cell.startsWith('"') || !cell.endsWith('"')) return cell;
  const inner = cell.slice(1, -1);
  return inner.replaceAll('""', '').includes('"') ? cell : inner.replaceAll('""', '"').trim();
}

/** The report cell; where it is the last column it runs to the end of the record, tabs and line breaks included. */
function reportCell(cells: readonly string[], more: readonly string[], { column, width }: Header): string {
  const at = column('report');
  if (at < 0) return '';
  const text = at === width - 1 ? [cells.slice(at).join('\t'), ...more].join('\n') : cells[at];
  return unquoted(text?.trim() ?? '');
}

const isLiteral = (cell: string): boolean => /^\[\s*(?:["'\]]|$)/.test(cell);

/** Whether lines that follow are no part of the report. */
const closesOnFirstLine = (cell: string): boolean =>
  isLiteral(cell) && readListCell(cell).fault === undefined;

function reportsIn(cell: string, report: Report): readonly string[] {
  if (isMissing(cell)) return [];
  if (!isLiteral(cell)) return [cell];
  const { cell: list, fault, cut } = readListCell(cell);
  if (fault !== undefined) report('LIST_CELL', { column: 'medical_evaluation', value: excerpt(cell) });
  if (fault === 'malformed') return [cell];
  // Half a report is still worth reading, unlike half a label.
  return [...list.items, cut?.trim() ?? ''].filter((text) => text !== '');
}

function readRecord(record: SessionRecord, header: Header, issues: TableIssue[]): SessionRow {
  const { column, width } = header;
  const [first = '', ...more] = record.lines;
  const cells = first.split('\t');
  const report = reporter(issues, record.line, { session: record.session });
  if (cells.length < width) report('TABLE_ROW', { fields: cells.length, columns: width });
  const date = cells[column('date')]?.trim() ?? '';
  const strayAt = closesOnFirstLine(reportCell(cells, [], header))
    ? more.findIndex((line) => line.trim() !== '')
    : -1;
  if (strayAt >= 0)
    report('TABLE_ROW', { line: record.line + 1 + strayAt, value: excerpt(more[strayAt] ?? '') });
  const text = reportCell(cells, strayAt < 0 ? more : [], header);
  return {
    session: record.session,
    date: dateCell(date, report),
    reports: reportsIn(text, report),
    raw: { date, report: text },
  };
}

/** One row of all those of a session: every report once, the first date there is. */
function merged(rows: readonly [SessionRow, ...SessionRow[]]): SessionRow {
  const [first] = rows;
  if (rows.length === 1) return first;
  const dated = rows.find(({ date }) => date !== NO_DATE) ?? first;
  const texts = rows.map(({ raw }) => raw.report).filter((text) => text !== '');
  return {
    session: first.session,
    date: dated.date,
    reports: [...new Set(rows.flatMap(({ reports }) => reports))],
    raw: { date: dated.raw.date, report: texts.join('\n') },
  };
}

/**
 * Reads a sessions table of any release or MIDS writer. A session begins on each line that has a session id in the
 * column of that name; what follows up to the next belongs to its report. So the raw reports of iteration 1, list
 * literals and quoted cells with line breaks are one format. A report that breaks off is kept as far as it goes.
 * Issues: `SESSION_REPEATED` (one row with all reports), `DATE_UNREADABLE`, `LIST_CELL`, `TABLE_ROW`, `TABLE_UNREADABLE`.
 */
export function parseSessions(text: string): ParsedTable<SessionRow> {
  const lines = splitLines(text);
  const headerAt = lines.findIndex((line) => line.trim() !== '');
  const header = readHeader(lines[headerAt] ?? '');
  if (header.column('session') < 0)
    return { rows: [], issues: [{ code: 'TABLE_UNREADABLE', facts: { missing: 'session' } }] };
  const issues: TableIssue[] = [];
  const bySession = new Map<SessionId, [SessionRow, ...SessionRow[]]>();
  for (const record of splitRecords(lines, headerAt + 1, header, issues)) {
    const row = readRecord(record, header, issues);
    const earlier = bySession.get(row.session);
    if (earlier === undefined) bySession.set(row.session, [row]);
    else {
      reporter(issues, record.line, { session: row.session })('SESSION_REPEATED');
      earlier.push(row);
    }
  }
  return { rows: [...bySession.values()].map(merged), issues };
}
