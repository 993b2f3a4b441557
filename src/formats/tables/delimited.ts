import { unifyLineEndings } from './decode-text.ts';

/** Lines of a text, whatever ends them; the one after the last line ending is left out when it is empty. */
export function splitLines(text: string): string[] {
  const lines = unifyLineEndings(text).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Where the quoted cell that opens at `start` ends, or -1 when its quote does not close before a delimiter or the end. */
function closingQuote(line: string, start: number, delimiter: string): number {
  for (let at = line.indexOf('"', start + 1); at >= 0; at = line.indexOf('"', at + 2)) {
    const next = line[at + 1];
    if (next === undefined || next === delimiter) return at;
    if (next !== '"') return -1;
  }
  return -1;
}

/**
 * Splits one line into cells. A cell within double quotes may hold delimiters and doubled quotes (RFC 4180);
 * a quote that does not close before the end of the line is part of the text.
 */
export function splitCells(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let start = 0; ;) {
    const quote = line[start] === '"' ? closingQuote(line, start, delimiter) : -1;
    const next = quote >= 0 ? quote + 1 : line.indexOf(delimiter, start);
    const end = next < 0 ? line.length : next;
    cells.push(quote >= 0 ? line.slice(start + 1, quote).replaceAll('""', '"') : line.slice(start, end));
    if (end >= line.length) return cells;
    start = end + 1;
  }
}

export interface DelimitedRow {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as text: column names in lower case, and every row that is not blank. */
export interface Delimited {
  readonly columns: readonly string[];
  readonly rows: readonly DelimitedRow[];
}

const words = (line: string): string[] => line.trim().split(/\s+/);

function delimiterOf(header: string, firstRow: string): string {
  if (header.includes('\t') || firstRow.includes('\t')) return '\t';
  return [';', ','].find((delimiter) => header.includes(delimiter)) ?? ' ';
}

/** Some writers put blanks between the names over rows that have tabs; the first row tells how many names there are. */
function columnsOf(header: string, delimiter: string, firstRow: readonly string[]): string[] {
  const named = splitCells(header, delimiter);
  const byBlanks = words(header);
  return named.length < firstRow.length && byBlanks.length === firstRow.length ? byBlanks : named;
}

/** Reads a table with a header; delimited by tabs, else by `;`, `,` or blanks. Bounded by one pass over the text. */
export function readDelimited(text: string): Delimited {
  const lines = splitLines(text);
  const at = lines.findIndex((line) => line.trim() !== '');
  const header = lines[at] ?? '';
  const firstRow = lines.slice(at + 1).find((line) => line.trim() !== '') ?? '';
  const delimiter = delimiterOf(header, firstRow);
  const cellsOf = (line: string): string[] => (delimiter === ' ' ? words(line) : splitCells(line, delimiter));
  const rows: DelimitedRow[] = [];
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() !== '') rows.push({ line: index + 1, cells: cellsOf(line) });
  }
  const columns = delimiter === ' ' ? words(header) : columnsOf(header, delimiter, cellsOf(firstRow));
  return { columns: columns.map((name) => name.trim().toLowerCase()), rows };
}
