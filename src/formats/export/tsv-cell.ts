/** What a spreadsheet takes for the beginning of a formula, and the sign that keeps it from doing so. */
const DANGEROUS = /^['=+\-@\t\r]/;

/**
 * A text that no spreadsheet takes for a formula: `'` is put before one that begins with `=`, `+`, `-`, `@`, a tab,
 * a carriage return, or `'` itself. Whoever takes one leading `'` away has the text again.
 */
export const guardFormula = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** The text that {@link guardFormula} was given. */
export const unguardFormula = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** One cell of tab-separated values: guarded, and quoted as in RFC 4180 where it holds a tab, a line break or a quote. */
function tsvCell(text: string): string {
  const guarded = guardFormula(text);
  return /[\t\r\n"]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A line of comment, ended by a line feed. */
export const tsvComment = (text: string): string => `# ${text.replace(/[\r\n\t]+/g, ' ')}\n`;

export const tsvLine = (cells: readonly string[]): string => `${cells.map(tsvCell).join('\t')}\n`;
