import type { FileSource } from '../domain/dataset/file-source.ts';
import { treeSource } from './tree-source.ts';
import type { TreeEntry } from './walk-tree.ts';

/**
 * A folder of the File System Access API: picked, dropped, or kept from another day. Its handle can be posted to
 * workers, which read it without the page. Reading needs the user's permission, else `FILE_DENIED`.
 */
export const handleSource = (root: FileSystemDirectoryHandle): FileSource =>
  treeSource<FileSystemDirectoryHandle>({
    name: root.name,
    root,
    entries: entriesOf,
    folderIn: (parent, name) => parent.getDirectoryHandle(name),
    fileIn: async (parent, name) => (await parent.getFileHandle(name)).getFile(),
  });

async function entriesOf(
  folder: FileSystemDirectoryHandle,
): Promise<readonly TreeEntry<FileSystemDirectoryHandle>[]> {
  const entries: TreeEntry<FileSystemDirectoryHandle>[] = [];
  for await (const handle of folder.values()) {
    const { name } = handle;
    if (isFolder(handle)) entries.push({ name, kind: 'directory', folder: handle });
    else entries.push({ name, kind: 'file' });
  }
  return entries;
}

/** Whether a handle is one of a folder. */
export const isFolder = (handle: FileSystemHandle): handle is FileSystemDirectoryHandle =>
  handle.kind === 'directory';
