import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import { readDicomHeader, type DicomHeader } from '../../formats/dicom/read-header.ts';

/** Bytes read at first: enough for all but headers with lookup tables, icons or much of their maker's own. */
export const FIRST_BYTES = 2 ** 15;
/** How much more is read each time that a header does not end. */
const GROWTH = 4;

export interface HeaderRead {
  readonly header: DicomHeader;
  /** Size of the file. */
  readonly bytes: number;
}

/**
 * Reads a DICOM header with as little of the file as it takes.
 * @param first what was read of the file's beginning already, or how many bytes to read at first.
 * @throws MidscopeError FILE_EMPTY, IMAGE_UNKNOWN, IMAGE_TOO_LARGE, and what the source throws.
 */
export async function readHeader(
  source: FileSource,
  path: DatasetPath,
  signal: AbortSignal,
  first: Uint8Array<ArrayBuffer> | number = FIRST_BYTES,
): Promise<HeaderRead> {
  const start = typeof first === 'number' ? source.read(path, signal, { offset: 0, length: first }) : first;
  const [{ size }, begun] = await Promise.all([source.stat(path, signal), start]);
  let head = begun;
  for (let wanted = Math.max(FIRST_BYTES, head.length); ;) {
    const read = readDicomHeader(head, size, signal);
    if (!read.ok) throw MidscopeError.of(read.error);
    if (read.value.complete) return { header: read.value, bytes: size };
    if (head.length >= size) throw new MidscopeError('IMAGE_TRUNCATED');
    wanted = Math.max(read.value.needed ?? 0, GROWTH * wanted);
    head = await source.read(path, signal, { offset: 0, length: Math.min(wanted, size) });
  }
}
