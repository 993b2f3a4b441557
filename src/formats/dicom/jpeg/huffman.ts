/** A Huffman table as decoding needs it (ITU-T T.81 F.2.2.3), by the length of a code. */
export interface HuffmanTable {
  /** Largest code of each length from 1 to 16; −1 where there is none. */
  readonly maxCode: Int32Array;
  /** What to add to a code of a length to find its symbol. */
  readonly offset: Int32Array;
  readonly symbols: Uint8Array;
  /** For the next eight bits, `length << 8 | symbol` of the code they begin with; 0 for longer codes. */
  readonly quick: Uint16Array;
}

const QUICK_BITS = 8;

/**
 * A table out of the numbers of codes of each length (BITS) and the symbols (HUFFVAL); nothing where there are
 * more codes than lengths have room for.
 */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | undefined {
  const maxCode = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  const quick = new Uint16Array(1 << QUICK_BITS);
  let [code, index] = [0, 0];
  for (let length = 1; length <= 16; length++, code <<= 1) {
    const count = counts[length - 1] ?? 0;
    if (count === 0) continue;
    if (code + count > 1 << length || index + count > symbols.length) return undefined;
    offset[length] = index - code;
    if (length <= QUICK_BITS)
      for (let at = 0; at < count; at++) {
        const first = (code + at) << (QUICK_BITS - length);
        quick.fill((length << 8) | (symbols[index + at] ?? 0), first, first + (1 << (QUICK_BITS - length)));
      }
    code += count;
    index += count;
    maxCode[length] = code - 1;
  }
  return { maxCode, offset, symbols, quick };
}

/** Thrown by {@link BitReader} when entropy-coded data ends too soon or holds an unknown code. */
export class DamagedJpeg extends Error {
  override readonly name = 'DamagedJpeg';
}

/** Reads the bits of entropy-coded segments (T.81 F.2.2.5), over stuffed zeros and up to the next marker. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #bits = 0;
  #count = 0;
  /** Zero bytes handed out behind the end, so that a code can be looked at whole; they must not be taken. */
  #missing = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  #fill(wanted: number): void {
    while (this.#count < wanted) {
      let next = this.#bytes[this.#at];
      if (next === undefined || (next === 0xff && this.#bytes[this.#at + 1] !== 0)) {
        next = 0;
        this.#missing++;
      } else this.#at += next === 0xff ? 2 : 1;
      this.#bits = ((this.#bits << 8) | next) & 0xffffff;
      this.#count += 8;
    }
  }

  /** So many bits, 0 to 16, as a number. */
  read(count: number): number {
    if (count === 0) return 0;
    this.#fill(count);
    this.#take(count);
    return (this.#bits >> this.#count) & ((1 << count) - 1);
  }

  #take(count: number): void {
    this.#count -= count;
    if (8 * this.#missing > this.#count) throw new DamagedJpeg('the data ends too soon');
  }

  symbol({ maxCode, offset, symbols, quick }: HuffmanTable): number {
    this.#fill(16);
    const hit = quick[(this.#bits >> (this.#count - QUICK_BITS)) & 0xff] ?? 0;
    if (hit > 0) {
      this.#take(hit >> 8);
      return hit & 0xff;
    }
    for (let length = QUICK_BITS + 1; length <= 16; length++) {
      const code = (this.#bits >> (this.#count - length)) & ((1 << length) - 1);
      if (code > (maxCode[length] ?? -1)) continue;
      this.#take(length);
      return symbols[code + (offset[length] ?? 0)] ?? 0;
    }
    throw new DamagedJpeg('unknown code');
  }

  /** A difference or coefficient of so many bits, whose first bit says its sign (T.81 F.2.2.1, EXTEND). */
  signed(count: number): number {
    const value = this.read(count);
    return count > 0 && value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
  }

  /** A difference between samples (T.81 H.1.2.2): its size is a symbol, and that of 16 bits has no bits of its own. */
  difference(table: HuffmanTable): number {
    const size = this.symbol(table);
    if (size === 0) return 0;
    if (size < 16) return this.signed(size);
    if (size === 16) return 32_768;
    throw new DamagedJpeg('unknown code');
  }

  /** Leaves the rest of a byte and goes on behind the next marker when it is a restart. */
  restart(): void {
    this.#bits = 0;
    this.#count = 0;
    this.#missing = 0;
    while (this.#bytes[this.#at] === 0xff && this.#bytes[this.#at + 1] === 0xff) this.#at++;
    const marker = this.#bytes[this.#at + 1] ?? 0;
    if (this.#bytes[this.#at] !== 0xff || marker < 0xd0 || marker > 0xd7)
      throw new DamagedJpeg('a restart is missing');
    this.#at += 2;
  }
}
