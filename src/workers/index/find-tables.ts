import type { DatasetPath } from '../../domain/brand.ts';
import { DATASET_ROOT, joinPath, type FileSource } from '../../domain/dataset/file-source.ts';

/** Endings under which tables, listings and descriptions are filed; what they hold is told by their content. */
const TABLE_NAME = /\.(tsv|csv|txt)$/i;
const DESCRIPTION = 'dataset_description.json';
/** Folders above a release: archives extracted into folders of their own, in a download folder. */
const MAX_DEPTH = 3;
const MAX_FOLDERS = 4_000;

export interface FoundTables {
  readonly tables: readonly DatasetPath[];
  readonly descriptions: readonly DatasetPath[];
}

const isSubject = (name: string): boolean => /^sub-./i.test(name);

/**
 * Finds the tables of every release below the opened folder without walking the subjects: those beside the
 * subjects, above them, and below `derivatives`.
 */
export async function findTables(source: FileSource, signal: AbortSignal): Promise<FoundTables> {
  const tables: DatasetPath[] = [];
  const descriptions: DatasetPath[] = [];
  let folders = 0;

  const visit = async (folder: DatasetPath, depth: number, derived: boolean): Promise<void> => {
    folders += 1;
    if (folders > MAX_FOLDERS) return;
    const entries = await source.list(folder, signal);
    const isRelease = entries.some(({ name, kind }) => kind === 'directory' && isSubject(name));
    const inner: Promise<void>[] = [];
    for (const { name, kind } of entries) {
      const path = joinPath(folder, name);
      if (kind === 'file') {
        if (TABLE_NAME.test(name)) tables.push(path);
        else if (name.toLowerCase() === DESCRIPTION) descriptions.push(path);
        continue;
      }
      if (isSubject(name)) continue;
      const below = derived || name.toLowerCase() === 'derivatives';
      if (below ? depth < 2 * MAX_DEPTH : !isRelease && depth < MAX_DEPTH)
        inner.push(visit(path, depth + 1, below));
    }
    await Promise.all(inner);
  };

  await visit(DATASET_ROOT, 0, false);
  return { tables: tables.toSorted(), descriptions: descriptions.toSorted() };
}
