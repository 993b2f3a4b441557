type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Index after what a sticky pattern finds at a place; the place itself when it finds nothing. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** End of the string whose opening quote is at `at`, or the place where it stops to be one. */
function endOfString(text: string, at: number): { readonly at: number; readonly ok: boolean } {
  for (let next = at + 1; next < text.length; next++) {
    const char = text[next] ?? '';
    if (char === '"') return { at: next + 1, ok: true };
    if (char < ' ') return { at: next, ok: false };
    if (char !== '\\') continue;
    const end = endOf(ESCAPE, text, next);
    if (end === next) return { at: next, ok: false };
    next = end - 1;
  }
  return { at: text.length, ok: false };
}

/**
 * Index of the first character that cannot continue a JSON text (RFC 8259), or where a wrong number, word or
 * escape begins; the text's length when it breaks off. Browsers say this in words of their own, or not at all.
 */
export function jsonErrorOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  const afterValue = (): Expected => (open.length > 0 ? 'comma-or-end' : 'nothing');
  for (let at = 0; ;) {
    while (' \t\n\r'.includes(text[at] ?? 'none')) at++;
    const char = text[at];
    if (char === undefined) return at;
    const isKey: boolean = expected === 'key' || expected === 'key-or-end';
    const isValue: boolean = expected === 'value' || expected === 'value-or-end';
    const inObject = open.at(-1) === '{';
    if (char === '"' && (isKey || isValue)) {
      const end = endOfString(text, at);
      if (!end.ok) return end.at;
      at = end.at;
      expected = isKey ? 'colon' : afterValue();
      continue;
    }
    if (isValue && (char === '{' || char === '[')) {
      open.push(char);
      expected = char === '{' ? 'key-or-end' : 'value-or-end';
    } else if (char === (inObject ? '}' : ']') && expected.endsWith('-or-end')) {
      open.pop();
      expected = afterValue();
    } else if (char === ':' && expected === 'colon') expected = 'value';
    else if (char === ',' && expected === 'comma-or-end') expected = inObject ? 'key' : 'value';
    else if (isValue) {
      const end = Math.max(endOf(NUMBER, text, at), endOf(WORD, text, at));
      if (end === at) return at;
      at = end - 1;
      expected = afterValue();
    } else return at;
    at++;
  }
}
