import type { ListingRow, ParsedTable } from '../../domain/dataset/rows.ts';
import { datasetPath } from '../names/dataset-path.ts';
import { excerpt } from '../tables/cell.ts';
import { splitLines } from '../tables/delimited.ts';

/** Mode, owner, size, date, time, path: what GNU tar prints; the path may hold blanks. */
const GNU_LINE = /^\S+\s+\S+\s+(\d+)\s+\d{4}-\d\d-\d\d\s+\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s(.+)$/;
const MODE = /^([-bcdhlps])[-rwxsStT]{9}/;

/** Size and path of an entry; where a date has another form the path is the last word. */
function entryOf(line: string): { readonly size: number; readonly path: string } | undefined {
  const [, size, path] = GNU_LINE.exec(line) ?? [];
  if (size !== undefined && path !== undefined) return { size: Number(size), path };
  const words = line.split(/\s+/);
  const last = words.at(-1);
  if (words.length < 4 || last === undefined || !/^\d+$/.test(words[2] ?? '')) return undefined;
  return { size: Number(words[2]), path: last };
}

/**
 * Reads the `tar -tvf` listing of an archive. Folders, links and devices are left out. Lines that are no entry, sizes
 * beyond 2^53 and paths that leave the archive are counted into one `LISTING_UNREADABLE` issue: `lines`, and `first`,
 * the first of them, counted from 1, with its text in `value`.
 */
export function parseListing(text: string): ParsedTable<ListingRow> {
  const rows: ListingRow[] = [];
  const unreadable: number[] = [];
  const lines = splitLines(text);
  for (const [at, filed] of lines.entries()) {
    const line = filed.trim();
    if (line === '') continue;
    const type = MODE.exec(line)?.[1];
    if (type !== undefined && type !== '-') continue;
    const entry = type === undefined ? undefined : entryOf(line);
    const path = entry === undefined ? undefined : datasetPath(entry.path);
    if (entry === undefined || path === undefined || !Number.isSafeInteger(entry.size)) unreadable.push(at);
    else rows.push({ path, size: entry.size });
  }
  const [first] = unreadable;
  if (first === undefined) return { rows, issues: [] };
  const facts = { lines: unreadable.length, first: first + 1, value: excerpt(lines[first] ?? '') };
  return { rows, issues: [{ code: 'LISTING_UNREADABLE', facts }] };
}
