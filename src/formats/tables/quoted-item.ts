/** A quoted string of a Python literal. */
export interface QuotedItem {
  /** With its escapes resolved; up to the end of the text when it never closes. */
  readonly value: string;
  /** Index after the closing quote, or the text's length. */
  readonly end: number;
  readonly closed: boolean;
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ["'", "'"],
  ['"', '"'],
  ['\\', '\\'],
]);

/** Hexadecimal digits of the escapes that name a code point. */
const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Reads the escape whose backslash is at `at`; one that Python does not know stands for itself. */
function readEscape(text: string, at: number): { readonly value: string; readonly end: number } {
  const letter = text[at + 1] ?? '';
  const simple = SIMPLE_ESCAPES.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  const end = at + 2 + (HEX_DIGITS.get(letter) ?? 0);
  const digits = text.slice(at + 2, end);
  const code = end <= text.length && /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : Infinity;
  if (code <= 0x10ffff) return { value: String.fromCodePoint(code), end };
  return { value: `\\${letter}`, end: at + 1 + letter.length };
}

/**
 * Reads the string literal whose opening quote is at `start`, as Python writes it with `repr`.
 * One pass; a literal that never closes is no error.
 */
export function readQuoted(text: string, start: number): QuotedItem {
  const quote = text[start];
  let value = '';
  let from = start + 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) return { value: value + text.slice(from, at), end: at + 1, closed: true };
    if (text[at] !== '\\') continue;
    const escape = readEscape(text, at);
    value += text.slice(from, at) + escape.value;
    from = escape.end;
    at = from - 1;
  }
  return { value: value + text.slice(from), end: text.length, closed: false };
}
