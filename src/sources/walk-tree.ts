import type { DatasetPath } from '../domain/brand.ts';
import { DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';
import { isDatasetPath } from './dataset-path.ts';
import { guarded } from './guard.ts';
import { WALK_BATCH } from './listed-source.ts';

/** Folders that are read at the same time: each costs a message to the browser's process and a wait. */
const PARALLEL = 16;
/** Paths that may wait for whoever walks before no further folder is begun. */
const AHEAD = 4 * WALK_BATCH;

/** What lies directly in a folder. */
export type TreeEntry<Folder> =
  | { readonly name: string; readonly kind: 'file' }
  | { readonly name: string; readonly kind: 'directory'; readonly folder: Folder };

/** A folder and how to look into one, in whatever form a browser hands folders out. */
export interface WalkedTree<Folder> {
  readonly root: Folder;
  /** Hidden names may be among them. Rejects with the browser's error. */
  entries(folder: Folder): Promise<readonly TreeEntry<Folder>[]>;
}

interface Pending<Folder> {
  readonly path: DatasetPath;
  readonly folder: Folder;
}

/** Every file below a folder, many folders at a time, in batches of what has been found by then. */
export async function* walkTree<Folder>(
  tree: WalkedTree<Folder>,
  signal: AbortSignal,
): AsyncGenerator<readonly DatasetPath[]> {
  const walk = startWalk(tree);
  try {
    for (;;) {
      const batch = await guarded(DATASET_ROOT, signal, () => walk.next());
      if (!batch) return;
      yield batch;
    }
  } finally {
    walk.stop();
  }
}

interface Walk {
  /** Undefined once everything was found. */
  next(): Promise<readonly DatasetPath[] | undefined>;
  stop(): void;
}

function startWalk<Folder>(tree: WalkedTree<Folder>): Walk {
  const pending: Pending<Folder>[] = [{ path: DATASET_ROOT, folder: tree.root }];
  const found: DatasetPath[] = [];
  let reading = 0;
  const failures: unknown[] = [];
  let wake: (() => void) | undefined;

  const visit = async ({ path, folder }: Pending<Folder>): Promise<void> => {
    try {
      const entries = await readUnlessLost(tree, path, folder);
      for (const entry of entries) {
        if (!isDatasetPath(entry.name)) continue;
        const below = joinPath(path, entry.name);
        if (entry.kind === 'file') found.push(below);
        else pending.push({ path: below, folder: entry.folder });
      }
    } catch (thrown) {
      failures.push(thrown);
    }
    reading -= 1;
    fill();
    wake?.();
  };
  const fill = (): void => {
    while (reading < PARALLEL && found.length < AHEAD && failures.length === 0) {
      const next = pending.pop();
      if (!next) return;
      reading += 1;
      void visit(next);
    }
  };

  return {
    async next() {
      for (;;) {
        fill();
        if (failures.length > 0) throw failures[0];
        if (found.length > 0) return found.splice(0, WALK_BATCH);
        if (reading === 0) return undefined;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    stop: () => void (pending.length = 0),
  };
}

/** One folder that cannot be read is left out, as the dataset server does; a dataset that cannot be read is not. */
async function readUnlessLost<Folder>(
  tree: WalkedTree<Folder>,
  path: DatasetPath,
  folder: Folder,
): Promise<readonly TreeEntry<Folder>[]> {
  if (path === DATASET_ROOT) return tree.entries(folder);
  try {
    return await tree.entries(folder);
  } catch {
    await tree.entries(tree.root);
    return [];
  }
}
