import { type FilteredRowSink, paeth, unknownFilter } from './scanlines.ts';

/**
 * Undoes the filters of 16-bit grey that is not interlaced straight into its pixels, PNG section 9.2. Most films are
 * stored so, and the way over rows of bytes takes twice as long: here the bytes to the left stay in registers, and the
 * row above is read from the picture.
 *
 * @param data all pixels of the picture, row by row.
 */
export function unfilterGrey16(data: Uint16Array): FilteredRowSink {
  return (filter, filtered, { columns }, row) => {
    const above = row === 0 ? new Uint16Array(columns) : data.subarray((row - 1) * columns, row * columns);
    UNFILTER_ROW[filter]?.(filtered, above, data.subarray(row * columns, (row + 1) * columns));
    if (filter >= UNFILTER_ROW.length) throw unknownFilter(filter);
  };
}

/** By filter; a pixel is two bytes of `source`, high and low. */
type RowUnfilter = (source: Uint8Array, above: Uint16Array, line: Uint16Array) => void;

const viewOf = (source: Uint8Array) => new DataView(source.buffer, source.byteOffset, source.length);

const none: RowUnfilter = (source, _, line) => {
  const view = viewOf(source);
  for (let x = 0; x < line.length; x++) line[x] = view.getUint16(2 * x);
};

// The bytes of a word are added at once: their lower seven bits cannot carry into the next byte, and the highest bit of a
// sum without carry is that of an exclusive or.
const sub: RowUnfilter = (source, _, line) => {
  const view = viewOf(source);
  for (let x = 0, left = 0; x < line.length; x++) {
    const word = view.getUint16(2 * x);
    left = ((left & 0x7f7f) + (word & 0x7f7f)) ^ ((left ^ word) & 0x8080);
    line[x] = left;
  }
};

const up: RowUnfilter = (source, above, line) => {
  const view = viewOf(source);
  const pairs = line.length & ~1;
  for (let x = 0; x < pairs; x += 2) {
    const words = view.getInt32(2 * x);
    const b = (above[x]! << 16) | above[x + 1]!;
    const sums = ((words & 0x7f7f7f7f) + (b & 0x7f7f7f7f)) ^ ((words ^ b) & 0x80808080);
    line[x] = sums >>> 16;
    line[x + 1] = sums;
  }
  for (let x = pairs; x < line.length; x++) {
    const word = view.getUint16(2 * x);
    line[x] = ((above[x]! & 0x7f7f) + (word & 0x7f7f)) ^ ((above[x]! ^ word) & 0x8080);
  }
};

const average: RowUnfilter = (source, above, line) => {
  for (let x = 0, at = 0, high = 0, low = 0; x < line.length; x++, at += 2) {
    const b = above[x]!;
    high = (source[at]! + ((high + (b >> 8)) >> 1)) & 255;
    low = (source[at + 1]! + ((low + (b & 255)) >> 1)) & 255;
    line[x] = (high << 8) | low;
  }
};

const paethRow: RowUnfilter = (source, above, line) => {
  for (let x = 0, at = 0, high = 0, low = 0, corner = 0; x < line.length; x++, at += 2) {
    const b = above[x]!;
    high = (source[at]! + paeth(high, b >> 8, corner >> 8)) & 255;
    low = (source[at + 1]! + paeth(low, b & 255, corner & 255)) & 255;
    corner = b;
    line[x] = (high << 8) | low;
  }
};

const UNFILTER_ROW: readonly RowUnfilter[] = [none, sub, up, average, paethRow];
