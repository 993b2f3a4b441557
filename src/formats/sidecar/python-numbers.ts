/** A number that Python writes and JSON does not have. */
export interface PythonNumber {
  /** The nearest key before it that names an attribute; empty without one. */
  readonly key: string;
  /** `NaN`, `Infinity` or `-Infinity`. */
  readonly value: string;
}

/** Keys of the DICOM JSON model that name parts of an attribute. */
const PARTS: ReadonlySet<string> = new Set(['vr', 'Value']);
const TOKEN = /-?Infinity|NaN/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Index after the string whose opening quote is at `at`; the text's length where it does not close. */
function endOfString(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === BACKSLASH) next++;
    else if (code === QUOTE) return next + 1;
  }
  return text.length;
}

const isKey = (text: string, end: number): boolean => {
  let next = end;
  while (' \t\n\r'.includes(text[next] ?? 'none')) next++;
  return text[next] === ':';
};

/**
 * A text with something else in place of each NaN, Infinity and -Infinity outside of strings: Python's `json` writes
 * these for numbers that are none.
 *
 * @param replace gives what stands in the place of such a number.
 */
export function withoutPythonNumbers(
  text: string,
  replace: (value: string) => string,
): { readonly text: string; readonly found: readonly PythonNumber[] } {
  const found: PythonNumber[] = [];
  const parts: string[] = [];
  let copied = 0;
  let key = '';
  for (let at = 0; at < text.length;) {
    const char = text[at] ?? '';
    if (char === '"') {
      const end = endOfString(text, at);
      if (isKey(text, end)) {
        const name = text.slice(at + 1, end - 1);
        if (!PARTS.has(name)) key = name;
      }
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const [value] = (char === 'N' || char === 'I' || char === '-' ? TOKEN.exec(text) : null) ?? [];
    const isWhole =
      value !== undefined && !/[\w.+-]/.test((text[at - 1] ?? '') + (text[at + value.length] ?? ''));
    if (value !== undefined && isWhole) {
      found.push({ key, value });
      parts.push(text.slice(copied, at), replace(value));
      copied = at + value.length;
    }
    at += value?.length ?? 1;
  }
  return { text: parts.join('') + text.slice(copied), found };
}
