import type { DatasetPath } from '../domain/brand.ts';
import { baseName, DATASET_ROOT, directoryName, type FileSource } from '../domain/dataset/file-source.ts';
import { isDatasetPath } from './dataset-path.ts';
import { readFile, statFile } from './file-bytes.ts';
import { fileGone, guarded } from './guard.ts';
import { walkTree, type WalkedTree } from './walk-tree.ts';

/** Folders whose way from the root is remembered; files are mostly asked for folder by folder. */
const KEPT_FOLDERS = 512;

/** A folder of the browser that is looked into piece by piece. All methods reject with the browser's errors. */
export interface FolderTree<Folder> extends WalkedTree<Folder> {
  readonly name: string;
  folderIn(parent: Folder, name: string): Promise<Folder>;
  /** The file as it is on disk at this moment. */
  fileIn(parent: Folder, name: string): Promise<File>;
}

/** A source over a folder that is asked for as it is needed: nothing is known of it before. */
export function treeSource<Folder>(tree: FolderTree<Folder>): FileSource {
  const folderAt = folderFinder(tree);
  const fileAt = async (path: DatasetPath): Promise<File> => {
    if (!isDatasetPath(path)) throw fileGone(path);
    return tree.fileIn(await folderAt(directoryName(path)), baseName(path));
  };
  return {
    name: tree.name,
    list: (directory, signal) =>
      guarded(directory, signal, async () => {
        if (directory !== DATASET_ROOT && !isDatasetPath(directory)) throw fileGone(directory);
        const entries = await tree.entries(await folderAt(directory));
        return entries.filter(({ name }) => isDatasetPath(name)).map(({ name, kind }) => ({ name, kind }));
      }),
    walk: (signal) => walkTree(tree, signal),
    stat: (path, signal) => guarded(path, signal, async () => statFile(await fileAt(path))),
    read: (path, signal, range) => guarded(path, signal, async () => readFile(await fileAt(path), range)),
  };
}

/** Finds folders step by step from the root; a step that failed is tried anew the next time. */
function folderFinder<Folder>(tree: FolderTree<Folder>): (path: DatasetPath) => Promise<Folder> {
  const kept = new Map<DatasetPath, Promise<Folder>>();
  const step = async (path: DatasetPath): Promise<Folder> => {
    try {
      return await tree.folderIn(await find(directoryName(path)), baseName(path));
    } catch (thrown) {
      kept.delete(path);
      throw thrown;
    }
  };
  const find = (path: DatasetPath): Promise<Folder> => {
    if (path === DATASET_ROOT) return Promise.resolve(tree.root);
    const known = kept.get(path);
    if (known) return known;
    const found = step(path);
    kept.set(path, found);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_FOLDERS && oldest !== undefined) kept.delete(oldest);
    return found;
  };
  return find;
}
