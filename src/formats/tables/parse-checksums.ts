import type { ParsedTable, TableIssue } from '../../domain/dataset/rows.ts';
import { excerpt } from './cell.ts';
import { splitLines } from './delimited.ts';
import { reporter } from './parse-table.ts';

/** The SHA-1 sum of one archive or listing of a release. */
export interface ChecksumRow {
  /** 40 hexadecimal digits, lower case. */
  readonly sha1: string;
  /** File name as filed. */
  readonly name: string;
}

/** One line of `sha1sum`; the name may be marked as binary with `*`. */
const CHECKSUM_LINE = /^([0-9a-f]{40})\s+\*?(\S.*)$/i;

/** Reads a list of SHA-1 sums, `<40 hexadecimal digits> <name>` per line; any other line gives `TABLE_ROW`. */
export function parseChecksums(text: string): ParsedTable<ChecksumRow> {
  const rows: ChecksumRow[] = [];
  const issues: TableIssue[] = [];
  for (const [at, line] of splitLines(text).entries()) {
    const [, sha1, name] = CHECKSUM_LINE.exec(line.trim()) ?? [];
    if (sha1 !== undefined && name !== undefined) rows.push({ sha1: sha1.toLowerCase(), name });
    else if (line.trim() !== '') reporter(issues, at + 1)('TABLE_ROW', { value: excerpt(line) });
  }
  return { rows, issues };
}
