const MISSING: ReadonlySet<string> = new Set(['', 'nan', 'nat', 'none', 'null', 'n/a', '<na>']);

/** Whether a cell holds one of the words that pandas, Python and BIDS write for no value. */
export const isMissing = (cell: string): boolean =>
  cell.length < 10 && MISSING.has(cell.trim().toLowerCase());

/** The beginning of a cell, short enough to be named in an issue. */
export const excerpt = (cell: string): string => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell);
