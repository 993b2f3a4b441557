/** Decodes the bytes of a text value. */
export type TextReader = (bytes: Uint8Array) => string;

/** Any byte is a character, so nothing is lost where the set is missing or unknown. */
const LATIN_1 = 'iso-8859-1';

/**
 * Encoding Standard labels of the defined terms of Specific Character Set (PS3.3 C.12.1.1.2), by the number that
 * `ISO_IR 100` and `ISO 2022 IR 100` share.
 */
const LABEL_BY_NUMBER: ReadonlyMap<string, string> = new Map([
  ['6', LATIN_1],
  ['13', 'shift_jis'],
  ['58', 'gbk'],
  ['87', 'iso-2022-jp'],
  ['100', LATIN_1],
  ['101', 'iso-8859-2'],
  ['109', 'iso-8859-3'],
  ['110', 'iso-8859-4'],
  ['126', 'iso-8859-7'],
  ['127', 'iso-8859-6'],
  ['138', 'iso-8859-8'],
  ['144', 'iso-8859-5'],
  ['148', 'iso-8859-9'],
  ['149', 'euc-kr'],
  ['159', 'euc-jp'],
  ['166', 'windows-874'],
  ['192', 'utf-8'],
  ['203', 'iso-8859-15'],
]);

/** Escape sequences without their ESC (PS3.3 tables C.12-3 and C.12-4), and the encoding they switch to. */
const LABEL_BY_ESCAPE: ReadonlyMap<string, string> = new Map([
  ['-A', LATIN_1],
  ['-B', 'iso-8859-2'],
  ['-C', 'iso-8859-3'],
  ['-D', 'iso-8859-4'],
  ['-F', 'iso-8859-7'],
  ['-G', 'iso-8859-6'],
  ['-H', 'iso-8859-8'],
  ['-L', 'iso-8859-5'],
  ['-M', 'iso-8859-9'],
  ['-T', 'windows-874'],
  ['-b', 'iso-8859-15'],
  ['(J', 'shift_jis'],
  [')I', 'shift_jis'],
  ['$B', 'iso-2022-jp'],
  ['$(D', 'euc-jp'],
  ['$)A', 'gbk'],
  ['$)C', 'euc-kr'],
]);

const ESCAPE = 0x1b;

function labelOf(term: string): string {
  const name = term.trim().toUpperCase();
  if (name === 'GB18030' || name === 'GBK') return name.toLowerCase();
  return LABEL_BY_NUMBER.get(/^ISO[_ ](?:2022 )?IR (\d+)$/.exec(name)?.[1] ?? '') ?? LATIN_1;
}

const decode = (label: string, bytes: Uint8Array): string => new TextDecoder(label).decode(bytes);

/** JIS X 0212 came in seven bits a byte; EUC-JP writes the same code with the high bits set after 0x8F. */
function asEucJp(bytes: Uint8Array): Uint8Array {
  const euc: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2)
    euc.push(0x8f, (bytes[at] ?? 0) | 0x80, (bytes[at + 1] ?? 0) | 0x80);
  return Uint8Array.from(euc);
}

/** Text in which escape sequences switch between sets (ISO 2022, PS3.5 section 6.1.2.5). */
function decodeWithEscapes(initial: string, bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const next = bytes.indexOf(ESCAPE, at + 1);
    const end = next === -1 ? bytes.length : next;
    text +=
      bytes[at] === ESCAPE
        ? decodeEscaped(initial, bytes.subarray(at, end))
        : decode(initial, bytes.subarray(at, end));
    at = end;
  }
  return text;
}

/** One piece that begins with an escape sequence; one that is unknown returns to the initial set. */
function decodeEscaped(initial: string, piece: Uint8Array): string {
  const length = piece[1] === 0x24 && (piece[2] === 0x28 || piece[2] === 0x29) ? 3 : 2;
  const escape = String.fromCharCode(...piece.subarray(1, 1 + length));
  const label = LABEL_BY_ESCAPE.get(escape) ?? initial;
  const rest = piece.subarray(1 + length);
  if (label === 'iso-2022-jp') return decode(label, piece);
  return decode(label, escape === '$(D' ? asEucJp(rest) : rest);
}

/**
 * Reader of texts for the values of Specific Character Set; Latin-1 for a set that is unknown or missing.
 * Several values, or one of ISO 2022, allow escape sequences; the first is the set a text begins with.
 */
export function textReader(terms: readonly string[]): TextReader {
  const first = labelOf(terms[0] ?? '');
  const initial = first === 'iso-2022-jp' || first === 'euc-jp' ? LATIN_1 : first;
  const switches = terms.length > 1 || terms.some((term) => term.toUpperCase().includes('2022'));
  return (bytes) =>
    switches && bytes.includes(ESCAPE) ? decodeWithEscapes(initial, bytes) : decode(initial, bytes);
}
