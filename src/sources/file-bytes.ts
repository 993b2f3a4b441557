import type { ByteRange, FileStat } from '../domain/dataset/file-source.ts';
import { spanOf } from './byte-range.ts';

/** Size and time of a file of the browser, which looks them up on disk for it. */
export const statFile = (file: File): FileStat => ({ size: file.size, modified: file.lastModified });

/** The bytes of a file of the browser, or the part of them that a range names; the buffer is a fresh one. */
export async function readFile(file: File, range: ByteRange | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const span = range && spanOf(range);
  const part = span ? file.slice(span.start, span.end) : file;
  return new Uint8Array(await part.arrayBuffer());
}
