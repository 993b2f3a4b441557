import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import { readDicomHeader, type DicomHeader } from '../../formats/dicom/read-header.ts';

/** Bytes read at first: enough for all but headers with large lookup tables. */
export const FIRST_BYTES = 2 ** 18;

export interface HeaderRead {
  readonly header: DicomHeader;
  /** Size of the file. */
  readonly bytes: number;
}

/**
 * Reads a DICOM header with as little of the file as it takes.
 * @param first the first {@link FIRST_BYTES} of the file, where they were read already.
 * @throws MidscopeError FILE_EMPTY, IMAGE_UNKNOWN, IMAGE_TOO_LARGE, and what the source throws.
 */
export async function readHeader(
  source: FileSource,
  path: DatasetPath,
  signal: AbortSignal,
  first?: Uint8Array<ArrayBuffer>,
): Promise<HeaderRead> {
  const start = first ?? source.read(path, signal, { offset: 0, length: FIRST_BYTES });
  const [{ size }, begun] = await Promise.all([source.stat(path, signal), start]);
  let head = begun;
  for (let wanted = FIRST_BYTES; ;) {
    const read = readDicomHeader(head, size, signal);
    if (!read.ok) throw MidscopeError.of(read.error);
    if (read.value.complete) return { header: read.value, bytes: size };
    if (head.length >= size) throw new MidscopeError('IMAGE_TRUNCATED');
    wanted = Math.max(read.value.needed ?? 0, 4 * wanted);
    head = await source.read(path, signal, { offset: 0, length: Math.min(wanted, size) });
  }
}
