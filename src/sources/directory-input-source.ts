import type { DatasetPath } from '../domain/brand.ts';
import type { FileSource } from '../domain/dataset/file-source.ts';
import { isDatasetPath } from './dataset-path.ts';
import { readFile, statFile } from './file-bytes.ts';
import { listedSource } from './listed-source.ts';

/** A file of the browser with its path inside the dataset. */
export interface FileEntry {
  readonly path: string;
  readonly file: File;
}

/**
 * The folder picked through `<input type="file" webkitdirectory>`. `webkitRelativePath` (File and Directory
 * Entries API) begins with the picked folder's own name, which becomes the source's name.
 */
export function directoryInputSource(files: readonly File[]): FileSource {
  return fileEntriesSource(splitRelativePath(files[0]).folder, relativeEntries(files));
}

/**
 * Files of the browser under given paths. Sizes and contents are touched by
 * `stat` and `read` only: asking a File for its size makes the browser look it up on disk.
 *
 * @param entries read once, when the source is first used; entries with a hidden or malformed path are left out.
 */
export function fileEntriesSource(name: string, entries: Iterable<FileEntry>): FileSource {
  return listedSource<File>({
    name,
    files: () => filesByPath(entries),
    stat: statFile,
    read: (file, _signal, range) => readFile(file, range),
  });
}

function* relativeEntries(files: readonly File[]): Generator<FileEntry> {
  for (const file of files) yield { path: splitRelativePath(file).path, file };
}

/** The picked folder and the path below it; a file picked by itself has no folder. */
function splitRelativePath(file: File | undefined): { readonly folder: string; readonly path: string } {
  const relative = file?.webkitRelativePath ?? '';
  const slash = relative.indexOf('/');
  return slash < 0
    ? { folder: '', path: file?.name ?? '' }
    : { folder: relative.slice(0, slash), path: relative.slice(slash + 1) };
}

function filesByPath(entries: Iterable<FileEntry>): ReadonlyMap<DatasetPath, File> {
  const files = new Map<DatasetPath, File>();
  for (const { path, file } of entries) if (isDatasetPath(path)) files.set(path, file);
  return files;
}
