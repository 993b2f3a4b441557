import type { DatasetPath } from '../domain/brand.ts';
import type { ByteRange, DirectoryEntry, FileStat } from '../domain/dataset/file-source.ts';
import type { Failure } from '../domain/error.ts';

/** What a worker asks of a source on the page's side; each request is answered once, under its id. */
export type Request =
  | { readonly kind: 'list'; readonly path: DatasetPath }
  | { readonly kind: 'stat'; readonly path: DatasetPath }
  | { readonly kind: 'read'; readonly path: DatasetPath; readonly range: ByteRange | undefined }
  /** The next batch of a walk; the first one begins it. Asking one by one keeps a walk from running ahead. */
  | { readonly kind: 'batch'; readonly walk: number };

/** What a request is answered with; the buffer of a read is transferred. */
export type Answer =
  | { readonly kind: 'list'; readonly entries: readonly DirectoryEntry[] }
  | { readonly kind: 'stat'; readonly stat: FileStat }
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** No batch: the walk has ended. */
  | { readonly kind: 'batch'; readonly batch: readonly DatasetPath[] | undefined }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Every message from the worker's side to the page's. */
export type ToPage =
  | { readonly kind: 'ask'; readonly id: number; readonly request: Request }
  | { readonly kind: 'abort'; readonly id: number }
  | { readonly kind: 'end-walk'; readonly walk: number };

/** Every message from the page's side to the worker's; nothing is answered after `closed`. */
export type ToWorker =
  { readonly kind: 'answer'; readonly id: number; readonly answer: Answer } | { readonly kind: 'closed' };
