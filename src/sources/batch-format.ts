import type { FileStat } from '../domain/dataset/file-source.ts';

/**
 * How many small reads travel in one answer of the dataset server: for each in the order asked, its status and its
 * length as two unsigned 32-bit integers, then the size and the time of change of the whole file as two 64-bit floating-point
 * numbers, least significant byte first, then its bytes.
 */

/** One read of a batch, as its status tells: 200 with the bytes and what the whole file is, else none. */
export interface BatchPart {
  readonly status: number;
  readonly stat: FileStat;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Of a part without a file. */
export const NO_STAT: FileStat = { size: 0, modified: 0 };

/** Bytes before those of a part. */
const PART_HEAD = 24;
/** The most bytes one part may hold; larger files are asked for alone, and their status is 413. */
export const MOST_PART_BYTES = 2 ** 18;
/** The most parts of one request; its address must also stay below the 16 kB that Node reads. */
export const MOST_PARTS = 128;

/** The first bytes of a part. */
export function partHead(status: number, length: number, stat: FileStat): Uint8Array<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(PART_HEAD));
  head.setUint32(0, status, true);
  head.setUint32(4, length, true);
  head.setFloat64(8, stat.size, true);
  head.setFloat64(16, stat.modified, true);
  return new Uint8Array(head.buffer);
}

/**
 * Takes an answer apart.
 * @throws Error when it holds fewer or more than `count` whole parts.
 */
export function partsOf(answer: ArrayBuffer, count: number): readonly BatchPart[] {
  const view = new DataView(answer);
  const parts: BatchPart[] = [];
  let at = 0;
  while (parts.length < count && at + PART_HEAD <= answer.byteLength) {
    const end = at + PART_HEAD + view.getUint32(at + 4, true);
    if (end > answer.byteLength) break;
    parts.push({
      status: view.getUint32(at, true),
      stat: { size: view.getFloat64(at + 8, true), modified: view.getFloat64(at + 16, true) },
      bytes: new Uint8Array(answer.slice(at + PART_HEAD, end)),
    });
    at = end;
  }
  if (parts.length !== count || at !== answer.byteLength) throw new Error('The answer breaks off or goes on');
  return parts;
}
