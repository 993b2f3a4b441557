import type { DatasetPath } from '../domain/brand.ts';
import type { ByteRange, DirectoryEntry, FileSource, FileStat } from '../domain/dataset/file-source.ts';
import { DATASET_ROOT, baseName, directoryName } from '../domain/dataset/file-source.ts';
import { fileGone, guarded, throwIfAborted } from './guard.ts';

/** The most paths in one batch of a walk. */
export const WALK_BATCH = 2000;

/** What a source needs to know whose files are all known from the start. */
export interface ListedFiles<File> {
  readonly name: string;
  /** Every file by its path; asked for once, when first needed. */
  files(): ReadonlyMap<DatasetPath, File>;
  stat(file: File, signal: AbortSignal): FileStat | Promise<FileStat>;
  /** The buffer must be a fresh one: it becomes the caller's. */
  read(file: File, signal: AbortSignal, range?: ByteRange): Promise<Uint8Array<ArrayBuffer>>;
}

/** A source over files that are all known from the start; the folder tree is built when a folder is first listed. */
export function listedSource<File>(listed: ListedFiles<File>): FileSource {
  const files = once(() => listed.files());
  const folders = once(() => folderTree(files().keys()));
  const fileAt = (path: DatasetPath): File => {
    const file = files().get(path);
    if (file === undefined) throw fileGone(path);
    return file;
  };
  return {
    name: listed.name,
    list: (directory, signal) =>
      guarded(directory, signal, () => {
        const entries = folders().get(directory);
        if (!entries) throw fileGone(directory);
        return [...entries];
      }),
    walk: (signal) => inBatches(files, signal),
    stat: (path, signal) => guarded(path, signal, () => listed.stat(fileAt(path), signal)),
    read: (path, signal, range) => guarded(path, signal, () => listed.read(fileAt(path), signal, range)),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

async function* inBatches(
  files: () => ReadonlyMap<DatasetPath, unknown>,
  signal: AbortSignal,
): AsyncGenerator<readonly DatasetPath[]> {
  throwIfAborted(signal);
  let batch: DatasetPath[] = [];
  for (const path of files().keys()) {
    batch.push(path);
    if (batch.length < WALK_BATCH) continue;
    yield batch;
    throwIfAborted(signal);
    batch = [];
  }
  if (batch.length > 0) yield batch;
  throwIfAborted(signal);
}

/** The entries of every folder. A folder met before is already entered in its parents, so each path stops there. */
function folderTree(paths: Iterable<DatasetPath>): ReadonlyMap<DatasetPath, readonly DirectoryEntry[]> {
  const folders = new Map<DatasetPath, DirectoryEntry[]>([[DATASET_ROOT, []]]);
  for (const path of paths) {
    let child = path;
    let kind: DirectoryEntry['kind'] = 'file';
    for (;;) {
      const parent = directoryName(child);
      const entry: DirectoryEntry = { name: baseName(child), kind };
      const siblings = folders.get(parent);
      if (siblings) {
        siblings.push(entry);
        break;
      }
      folders.set(parent, [entry]);
      child = parent;
      kind = 'directory';
    }
  }
  return folders;
}
