import { readDelimited } from './delimited.ts';
import { COHORT_COLUMNS } from './parse-cohort-links.ts';
import { LABEL_COLUMNS } from './parse-labels.ts';
import { PARTICIPANT_COLUMNS } from './parse-participants.ts';
import { parsePartitions } from './parse-partitions.ts';
import { SCAN_COLUMNS } from './parse-scans.ts';
import { SESSION_COLUMNS } from './parse-sessions.ts';
import { columnFinder, type Columns } from './parse-table.ts';
import { TEST_COLUMNS } from './parse-tests.ts';

export type TableKind =
  | 'participants'
  | 'sessions'
  | 'scans'
  | 'labels'
  | 'tests'
  | 'partitions'
  | 'cohort-links'
  | 'tree'
  | 'listing'
  | 'checksums'
  | 'unknown';

/** How much of a table is looked at, in UTF-16 units; the widest published header is below 2,000. */
const HEAD_LENGTH = 2 ** 14;

const CHECKSUM = /^[0-9a-f]{40}\s+\S/i;
const LISTED_FILE = /^[-bcdhlps][-rwxsStT]{9}\S?\s/;
const TREE_BRANCH = /^(?:│[ \u00a0]{3})*[├└]──/;
const TREE_ROOT = /\[(?:CUI:C\d{7}, )?counts:\d/;

function kindByShape(lines: readonly string[]): TableKind | undefined {
  if (lines.some((line) => LISTED_FILE.test(line))) return 'listing';
  if (lines.some((line) => TREE_BRANCH.test(line)) || TREE_ROOT.test(lines[0] ?? '')) return 'tree';
  if (CHECKSUM.test(lines[0] ?? '')) return 'checksums';
  // The header of this one is not known for sure.
  const partition = parsePartitions(lines.join('\n')).rows.some(({ path }) => /^\S+\/\S+$/.test(path));
  return partition ? 'partitions' : undefined;
}

function kindByHeader(header: readonly string[]): TableKind | undefined {
  const names = <Field extends string>(columns: Columns<Field>, ...fields: Field[]): boolean => {
    const columnOf = columnFinder(header, columns);
    return fields.every((field) => columnOf(field) >= 0);
  };
  if (names(LABEL_COLUMNS, 'patient', 'session', 'labels')) return 'labels';
  if (names(TEST_COLUMNS, 'test', 'result')) return 'tests';
  if (names(COHORT_COLUMNS, 'negative', 'positive')) return 'cohort-links';
  if (names(SCAN_COLUMNS, 'file')) return 'scans';
  if (names(SESSION_COLUMNS, 'session'))
    return names(SESSION_COLUMNS, 'report') || names(SESSION_COLUMNS, 'date') ? 'sessions' : undefined;
  const isPerson = (['age', 'sex', 'modalities'] as const).some((field) => names(PARTICIPANT_COLUMNS, field));
  return names(PARTICIPANT_COLUMNS, 'participant') && isPerson ? 'participants' : undefined;
}

/**
 * Says which table a text is, from its header and the shape of its first lines, never from a file name.
 * @param head the first few thousand characters, possibly cut in the middle of a line.
 */
export function detectTable(head: string): TableKind {
  const text = head.slice(0, HEAD_LENGTH).trimStart();
  const lines = text.split(/\r\n?|\n/, 20);
  return kindByHeader(readDelimited(text).columns) ?? kindByShape(lines) ?? 'unknown';
}
