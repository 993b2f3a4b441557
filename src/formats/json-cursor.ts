const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** A part of a text, in bytes; `end` is the first byte behind it. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Walks through JSON in UTF-8 without building its values, so that a file of any shape takes no more memory than its
 * bytes. Finds where values begin and end; whether what lies between is JSON shows when {@link parse} reads it.
 *
 * @throws SyntaxError when the text breaks off or has something else where a member, an element or their end must be.
 */
export class JsonCursor {
  readonly bytes: Uint8Array;
  readonly #decoder = new TextDecoder();
  #at: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#at = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? BYTE_ORDER_MARK.length : 0;
  }

  /** Bytes gone over. */
  get at(): number {
    return this.#at;
  }

  /** What kind of value comes next. */
  next(): 'object' | 'list' | 'other' {
    const byte = this.#peek();
    return byte === OPEN_OBJECT ? 'object' : byte === OPEN_LIST ? 'list' : 'other';
  }

  /** Goes through the members of the object that comes next; for each, `onMember` has to go over its value. */
  members(onMember: (key: string) => void): void {
    this.#each(OPEN_OBJECT, CLOSE_OBJECT, () => {
      if (this.#peek() !== QUOTE) throw new SyntaxError('a name is missing');
      const key = this.#key(this.skip());
      this.#take(COLON);
      onMember(key);
    });
  }

  /** Goes through the elements of the list that comes next; for each, `onElement` has to go over it. */
  elements(onElement: () => void): void {
    this.#each(OPEN_LIST, CLOSE_LIST, onElement);
  }

  /** Goes over the value that comes next, however deep it is. */
  skip(): ByteSpan {
    this.#peek();
    const start = this.#at;
    let depth = 0;
    do {
      const byte = this.bytes[this.#at];
      if (byte === undefined) throw new SyntaxError('the text breaks off');
      if (byte === QUOTE) this.#skipString();
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        depth += 1;
        this.#at += 1;
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        if (depth === 0) throw new SyntaxError('a value is missing');
        depth -= 1;
        this.#at += 1;
      } else if (depth > 0) this.#at += 1;
      else this.#skipScalar();
    } while (depth > 0);
    return { start, end: this.#at };
  }

  /** The value of a span. @throws SyntaxError when it is no JSON. */
  parse({ start, end }: ByteSpan): unknown {
    return JSON.parse(this.#decoder.decode(this.bytes.subarray(start, end)));
  }

  /** @throws SyntaxError when anything but blanks follows. */
  finish(): void {
    if (this.#peek() !== undefined) throw new SyntaxError('more follows than one value');
  }

  #each(open: number, close: number, visit: () => void): void {
    this.#take(open);
    if (this.#peek() === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      visit();
      if (this.#peek() === close) {
        this.#at += 1;
        return;
      }
      this.#take(COMMA);
    }
  }

  /** Nearly all names are plain, and there are many of them. */
  #key({ start, end }: ByteSpan): string {
    let key = '';
    for (let at = start + 1; at < end - 1; at++) {
      const byte = this.bytes[at] ?? 0;
      if (byte < 0x20 || byte > 0x7e || byte === BACKSLASH) return String(this.parse({ start, end }));
      key += String.fromCharCode(byte);
    }
    return key;
  }

  #peek(): number | undefined {
    while (isBlank(this.bytes[this.#at])) this.#at += 1;
    return this.bytes[this.#at];
  }

  #take(byte: number): void {
    if (this.#peek() !== byte) throw new SyntaxError(`${String.fromCharCode(byte)} is missing`);
    this.#at += 1;
  }

  #skipString(): void {
    const { bytes } = this;
    let at = this.#at + 1;
    while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
    if (at >= bytes.length) throw new SyntaxError('the text breaks off');
    this.#at = at + 1;
  }

  #skipScalar(): void {
    const start = this.#at;
    for (;;) {
      const byte = this.bytes[this.#at];
      if (byte === undefined || isBlank(byte)) break;
      if (byte === COMMA || byte === COLON || byte === CLOSE_LIST || byte === CLOSE_OBJECT) break;
      this.#at += 1;
    }
    if (this.#at === start) throw new SyntaxError('a value is missing');
  }
}
