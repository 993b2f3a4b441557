import { MidscopeError } from '../../domain/error.ts';

/** One reduced image of an interlaced PNG, or the whole of any other; PNG section 8. */
export interface Pass {
  readonly columns: number;
  readonly rows: number;
  /** Image column and row of the pass's first pixel, from 0. */
  readonly x: number;
  readonly y: number;
  /** Image columns from one pixel of the pass to the next, and image rows likewise. */
  readonly stepX: number;
  readonly stepY: number;
  /** Bytes of one unfiltered row. */
  readonly rowBytes: number;
}

/** Takes one row as filed; `filtered` is valid only during the call. */
export type FilteredRowSink = (filter: number, filtered: Uint8Array, pass: Pass, row: number) => void;

/** Takes one unfiltered row of a pass; `line` is valid only during the call. */
export type RowSink = (line: Uint8Array, pass: Pass, row: number) => void;

/**
 * Divides inflated bytes, in pieces of any size, into rows. A row that lies in one piece is handed over where it is;
 * only those that are cut are put together.
 */
export class ScanlineReader {
  readonly #passes: Iterator<Pass>;
  readonly #sink: FilteredRowSink;
  #pass: Pass | undefined;
  /** Filter and bytes of a row that is cut. */
  #held = new Uint8Array(0);
  #filled = 0;
  #row = 0;

  constructor(passes: Iterable<Pass>, sink: FilteredRowSink) {
    this.#passes = passes[Symbol.iterator]();
    this.#sink = sink;
    this.#nextPass();
  }

  /** Whether every row of the image has been given to the sink. */
  get complete(): boolean {
    return this.#pass === undefined;
  }

  /**
   * Takes the next inflated bytes.
   *
   * @throws MidscopeError IMAGE_UNDECODABLE on the first byte after the last row; whatever the sink throws.
   */
  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length;) {
      const pass = this.#pass;
      if (!pass) throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'too-many-pixels' });
      const size = 1 + pass.rowBytes;
      const count = Math.min(size - this.#filled, chunk.length - at);
      const part = chunk.subarray(at, at + count);
      at += count;
      if (count === size) {
        this.#endRow(pass, part);
        continue;
      }
      this.#held.set(part, this.#filled);
      this.#filled += count;
      if (this.#filled === size) this.#endRow(pass, this.#held);
    }
  }

  #endRow(pass: Pass, bytes: Uint8Array): void {
    this.#sink(bytes[0]!, bytes.subarray(1), pass, this.#row);
    this.#filled = 0;
    this.#row++;
    if (this.#row === pass.rows) this.#nextPass();
  }

  #nextPass(): void {
    const next = this.#passes.next();
    this.#pass = next.done ? undefined : next.value;
    this.#held = new Uint8Array(this.#pass ? 1 + this.#pass.rowBytes : 0);
    this.#row = 0;
  }
}

/**
 * Undoes the filters of PNG section 9. Only the present row and the one above are kept. Both have one pixel of zeros
 * before them, which stands for the pixels left of the image that the filters refer to.
 */
export function unfilterRows(bitsPerPixel: number, sink: RowSink): FilteredRowSink {
  // Bytes from a sample to the same sample of the pixel to its left, at least 1.
  const stride = Math.max(1, bitsPerPixel >> 3);
  let line = new Uint8Array(0);
  let above = new Uint8Array(0);
  return (filter, filtered, pass, row) => {
    if (row === 0) {
      line = new Uint8Array(stride + pass.rowBytes);
      above = new Uint8Array(stride + pass.rowBytes);
    }
    unfilter(filter, filtered, line, above, stride);
    sink(line.subarray(stride), pass, row);
    [line, above] = [above, line];
  };
}

/** PNG section 9.2; the row begins at `stride` in `line` and `above`. */
function unfilter(
  filter: number,
  source: Uint8Array,
  line: Uint8Array,
  above: Uint8Array,
  stride: number,
): void {
  switch (filter) {
    case 0:
      line.set(source, stride);
      return;
    case 1:
      for (let at = 0, x = stride; at < source.length; at++, x++) line[x] = source[at]! + line[at]!;
      return;
    case 2:
      for (let at = 0, x = stride; at < source.length; at++, x++) line[x] = source[at]! + above[x]!;
      return;
    case 3:
      for (let at = 0, x = stride; at < source.length; at++, x++)
        line[x] = source[at]! + ((line[at]! + above[x]!) >> 1);
      return;
    case 4:
      for (let at = 0, x = stride; at < source.length; at++, x++)
        line[x] = source[at]! + paeth(line[at]!, above[x]!, above[at]!);
      return;
    default:
      throw unknownFilter(filter);
  }
}

export const unknownFilter = (filter: number): MidscopeError =>
  new MidscopeError('IMAGE_UNDECODABLE', { reason: 'row-filter', detail: `${filter}` });

/**
 * PNG section 9.4: whichever neighbour is nearest to left + up − upLeft, in this order when two are equally near.
 * With `pivot` = 3 · upLeft − up − left that is the greater of left and up where the lesser is at least the pivot, else
 * the lesser where the greater is at most the pivot, else upLeft. The sign of a difference is the mask that
 * chooses: branches here are mispredicted on noisy pixels, which doubles the time of a whole film.
 */
export function paeth(left: number, up: number, upLeft: number): number {
  const pivot = 3 * upLeft - up - left;
  const swap = (left ^ up) & ((left - up) >> 31);
  const lesser = up ^ swap;
  const greater = left ^ swap;
  const otherwise = lesser ^ ((lesser ^ upLeft) & ((pivot - greater) >> 31));
  return greater ^ ((greater ^ otherwise) & ((lesser - pivot) >> 31));
}
