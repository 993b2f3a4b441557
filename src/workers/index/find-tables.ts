import type { DatasetPath } from '../../domain/brand.ts';
import { DATASET_ROOT, joinPath, type FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import type { Issue } from '../../domain/issues.ts';
import { concurrently } from '../concurrently.ts';

/** Endings under which tables, listings and descriptions are filed; what they hold is told by their content. */
const TABLE_NAME = /\.(tsv|csv|txt)$/i;
const DESCRIPTION = 'dataset_description.json';
/** Folders above a release: archives extracted into folders of their own, in a download folder. */
const MAX_DEPTH = 3;
/** Folders beside subjects that may hold the tables of these: archives that unpack into a folder, and others that do not. */
const MAX_DEPTH_BESIDE = 2;
const MAX_FOLDERS = 4_000;
const PARALLEL_LISTS = 32;

export interface FoundTables {
  readonly tables: readonly DatasetPath[];
  readonly descriptions: readonly DatasetPath[];
  /** Folders that cannot be looked into. */
  readonly issues: readonly Issue[];
}

/** A folder to be looked into. */
interface Pending {
  readonly path: DatasetPath;
  readonly depth: number;
  /** How deep the folders below it may lie. */
  readonly limit: number;
}

const isSubject = (name: string): boolean => /^sub-./i.test(name);

export const isDescription = (name: string): boolean => name.toLowerCase() === DESCRIPTION;

/**
 * Finds the tables of every release below the opened folder without walking the subjects: those beside the
 * subjects, in the folders beside these, above them, and below `derivatives`.
 */
export async function findTables(source: FileSource, signal: AbortSignal): Promise<FoundTables> {
  const tables: DatasetPath[] = [];
  const descriptions: DatasetPath[] = [];
  const issues: Issue[] = [];
  let folders = 0;

  const look = async ({ path: folder, depth, limit }: Pending): Promise<readonly Pending[]> => {
    const entries = await source.list(folder, signal);
    const isRelease = entries.some(({ name, kind }) => kind === 'directory' && isSubject(name));
    const below: Pending[] = [];
    for (const { name, kind } of entries) {
      const path = joinPath(folder, name);
      if (kind === 'file') {
        if (TABLE_NAME.test(name)) tables.push(path);
        else if (isDescription(name)) descriptions.push(path);
        continue;
      }
      if (isSubject(name)) continue;
      const isDerived = name.toLowerCase() === 'derivatives';
      const deepest = isDerived
        ? 2 * MAX_DEPTH
        : isRelease
          ? Math.min(limit, depth + MAX_DEPTH_BESIDE)
          : limit;
      if (depth < deepest) below.push({ path, depth: depth + 1, limit: deepest });
    }
    return below;
  };

  // Level by level, so that a bound leaves out the same folders each time.
  let level: readonly Pending[] = [{ path: DATASET_ROOT, depth: 0, limit: MAX_DEPTH }];
  while (level.length > 0 && folders < MAX_FOLDERS) {
    const now = level.toSorted((a, b) => (a.path < b.path ? -1 : 1)).slice(0, MAX_FOLDERS - folders);
    folders += now.length;
    const next: Pending[] = [];
    await concurrently(now, PARALLEL_LISTS, async (pending) => {
      try {
        next.push(...(await look(pending)));
      } catch (thrown) {
        const isKnown = thrown instanceof MidscopeError && !isAbort(thrown);
        if (!isKnown || pending.path === DATASET_ROOT) throw thrown;
        issues.push({ ...thrown.issue, path: pending.path });
      }
    });
    level = next;
  }
  return { tables: tables.toSorted(), descriptions: descriptions.toSorted(), issues };
}
