import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import { readDicomHeader, type DicomHeader } from '../../formats/dicom/read-header.ts';

/** Bytes read at first: enough for all but headers with large lookup tables. */
const FIRST_BYTES = 2 ** 18;

export interface HeaderRead {
  readonly header: DicomHeader;
  /** Size of the file. */
  readonly bytes: number;
}

/**
 * Reads a DICOM header with as little of the file as it takes.
 * @throws MidscopeError FILE_EMPTY, IMAGE_UNKNOWN, IMAGE_TOO_LARGE, and what the source throws.
 */
export async function readHeader(
  source: FileSource,
  path: DatasetPath,
  signal: AbortSignal,
): Promise<HeaderRead> {
  const { size } = await source.stat(path, signal);
  let wanted = FIRST_BYTES;
  for (;;) {
    const head = await source.read(path, signal, { offset: 0, length: Math.min(wanted, size) });
    const read = readDicomHeader(head, size, signal);
    if (!read.ok) throw MidscopeError.of(read.error);
    if (read.value.complete) return { header: read.value, bytes: size };
    if (head.length >= size) throw new MidscopeError('IMAGE_TRUNCATED');
    wanted = Math.max(read.value.needed ?? 0, 4 * wanted);
  }
}
