import type { FileSource } from '../domain/dataset/file-source.ts';
import { treeSource } from './tree-source.ts';
import type { TreeEntry } from './walk-tree.ts';

/**
 * A dropped folder in browsers without handles (File and Directory Entries API, section 7). Entries live in the
 * page and cannot be kept beyond it.
 */
export const entrySource = (root: FileSystemDirectoryEntry): FileSource =>
  treeSource<FileSystemDirectoryEntry>({
    name: root.name,
    root,
    entries: entriesOf,
    folderIn: (parent, name) =>
      asked<FileSystemEntry>((found, failed) => parent.getDirectory(name, {}, found, failed)).then(folderOf),
    fileIn: async (parent, name) => {
      const entry = await asked<FileSystemEntry>((found, failed) => parent.getFile(name, {}, found, failed));
      return asked<File>((found, failed) => fileOf(entry).file(found, failed));
    },
  });

async function entriesOf(
  folder: FileSystemDirectoryEntry,
): Promise<readonly TreeEntry<FileSystemDirectoryEntry>[]> {
  const reader = folder.createReader();
  const entries: TreeEntry<FileSystemDirectoryEntry>[] = [];
  for (;;) {
    // A reader hands out some entries at a time, a hundred in Chromium; an empty answer is the end.
    const some = await asked<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed));
    if (some.length === 0) return entries;
    for (const entry of some) {
      const { name } = entry;
      if (entry.isDirectory) entries.push({ name, kind: 'directory', folder: folderOf(entry) });
      else entries.push({ name, kind: 'file' });
    }
  }
}

/** The API answers through two callbacks. */
const asked = <Value>(
  ask: (found: (value: Value) => void, failed: (error: Error) => void) => void,
): Promise<Value> => new Promise(ask);

/** The library's types do not tell the two kinds of entry apart. */
const folderOf = (entry: FileSystemEntry): FileSystemDirectoryEntry => entry as FileSystemDirectoryEntry;
const fileOf = (entry: FileSystemEntry): FileSystemFileEntry => entry as FileSystemFileEntry;
