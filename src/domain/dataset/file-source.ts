import type { DatasetPath } from '../brand.ts';

/** What is known of one file without reading it. */
export interface FileStat {
  /** Bytes. */
  readonly size: number;
  /** Last change, milliseconds since 1970-01-01T00:00Z; 0 when the source does not know. */
  readonly modified: number;
}

/** A part of a file, in bytes. A range that reaches past the end yields what there is, possibly nothing. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/**
 * The port through which midscope reads a dataset. It only reads; it never follows a link out of the dataset.
 *
 * Paths are those of {@link DatasetPath}; the dataset's own folder is the empty path.
 * Every method rejects with an `AbortError` once its signal is aborted, and with a
 * `MidscopeError` otherwise: `FILE_GONE` (no such file or folder), `FILE_DENIED` (no permission), `FILE_READ`.
 * One contract suite (`testing/file-source-contract.ts`) runs on every adapter.
 */
export interface FileSource {
  /** Name of the folder as the user knows it. */
  readonly name: string;
  /** The entries directly inside a folder, in no particular order. */
  list(directory: DatasetPath, signal: AbortSignal): Promise<readonly DirectoryEntry[]>;
  /** Every file below the dataset's folder, in batches, without touching sizes or contents. */
  walk(signal: AbortSignal): AsyncIterable<readonly DatasetPath[]>;
  stat(path: DatasetPath, signal: AbortSignal): Promise<FileStat>;
  /** The whole file, or a part of it. The buffer belongs to the caller. */
  read(path: DatasetPath, signal: AbortSignal, range?: ByteRange): Promise<Uint8Array<ArrayBuffer>>;
}

/** The dataset's own folder. */
export const DATASET_ROOT = '' as DatasetPath;

/** Joins a folder and a name below it. */
export const joinPath = (directory: string, name: string): DatasetPath =>
  (directory === '' ? name : `${directory}/${name}`) as DatasetPath;

/** The last segment of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder a path lies in; empty for a file at the top. */
export const directoryName = (path: string): DatasetPath =>
  path.slice(0, Math.max(0, path.lastIndexOf('/'))) as DatasetPath;
