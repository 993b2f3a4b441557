import type { DatasetPath } from '../domain/brand.ts';
import type { FileSource } from '../domain/dataset/file-source.ts';

/** Bytes of a file's beginning in which its kind is told, and the header of a PNG or NIfTI lies. */
export const HEAD_BYTES = 4_096;

/**
 * The beginning of a file.
 * @throws MidscopeError when the file cannot be read; an AbortError once aborted.
 */
export const readHead = (
  source: FileSource,
  path: DatasetPath,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> => source.read(path, signal, { offset: 0, length: HEAD_BYTES });
