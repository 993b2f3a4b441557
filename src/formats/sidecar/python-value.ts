import { isMissing } from '../tables/cell.ts';
import { readQuoted } from '../tables/quoted-item.ts';

/**
 * What Python printed with `str` for the value of an attribute: the items of a list of strings or numbers in
 * their places, empty ones kept; the bytes of a bytes literal; any other text as the only item.
 */
export function readPythonValue(printed: string): readonly string[] | Uint8Array {
  const text = printed.trim();
  if (/^b['"]/.test(text)) return Uint8Array.from(readQuoted(text, 1).value, (char) => char.charCodeAt(0));
  if (!text.startsWith('[') || !text.endsWith(']')) return isMissing(text) ? [] : [printed];
  const items: string[] = [];
  for (let at = 1; at < text.length - 1;) {
    const letter = text[at] ?? '';
    if (letter === ',' || letter === ' ') at++;
    else if (letter === "'" || letter === '"') {
      const item = readQuoted(text, at);
      items.push(item.value);
      at = item.end;
    } else {
      const comma = text.indexOf(',', at);
      const end = comma === -1 ? text.length - 1 : comma;
      items.push(text.slice(at, end).trim());
      at = end;
    }
  }
  return items;
}
