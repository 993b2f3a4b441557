import type { DatasetPath } from '../domain/brand.ts';
import { MidscopeError } from '../domain/error.ts';

/** What browsers throw when a picked file can no longer be had (File API section 7, "Errors and Exceptions"). */
const CODE_OF_EXCEPTION: ReadonlyMap<string, 'FILE_GONE' | 'FILE_DENIED'> = new Map([
  ['NotFoundError', 'FILE_GONE'],
  // A file where a folder was asked for, or the other way round.
  ['TypeMismatchError', 'FILE_GONE'],
  ['NotAllowedError', 'FILE_DENIED'],
  ['SecurityError', 'FILE_DENIED'],
]);

/** Always an `AbortError`, whatever reason the caller gave its signal: `FileSource` promises that name. */
const abortError = (): Error => new DOMException('The operation was aborted.', 'AbortError');

/** Throws an `AbortError` when the signal is aborted. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortError();
}

/** The error for a path that names no file or folder of the dataset. */
export const fileGone = (path: string): MidscopeError => new MidscopeError('FILE_GONE', {}, at(path));

/** The path as a cause: for those who look for a fault. Whoever shows the error knows which file it asked for. */
export const at = (path: string, thrown?: unknown): Error => new Error(path, { cause: thrown });

/**
 * Runs one step of a source and gives its failure the form the port promises: an `AbortError` once the
 * signal is aborted, else a `MidscopeError` (`FILE_GONE`, `FILE_DENIED`, `FILE_READ`).
 */
export async function guarded<Value>(
  path: DatasetPath,
  signal: AbortSignal,
  step: () => Value | Promise<Value>,
): Promise<Value> {
  throwIfAborted(signal);
  try {
    const value = await abortable(step(), signal);
    throwIfAborted(signal);
    return value;
  } catch (thrown) {
    throwIfAborted(signal);
    if (thrown instanceof MidscopeError) throw thrown;
    const name = thrown instanceof Error ? thrown.name : '';
    throw new MidscopeError(CODE_OF_EXCEPTION.get(name) ?? 'FILE_READ', {}, at(path, thrown));
  }
}

/** Settles as the work does, or rejects at once when the signal is aborted: reading a File cannot be stopped. */
async function abortable<Value>(work: Value | Promise<Value>, signal: AbortSignal): Promise<Value> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(abortError()), { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    settled.abort();
  }
}
