/** Letters that two forms of a word share at the least: stems lose endings. */
const STEM = 4;
/** Cells of the table of two texts; longer ones are compared from their ends only. */
const MOST_CELLS = 4_000_000;

const SAME = 3;
const STEMMED = 2;

/** How much two words have in common: the same word, one that the other begins with, or nothing. */
function likeness(a: string, b: string): number {
  if (a === b) return SAME;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= STEM && long.startsWith(short) ? STEMMED : 0;
}

/**
 * Aligns two texts word by word, in order, so that they share as much as possible: for each word of `a` the place of
 * its counterpart in `b`, −1 where it has none. What one text leaves out stays without.
 */
export function alignWords(a: readonly string[], b: readonly string[]): Int32Array {
  const places = new Int32Array(a.length).fill(-1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    places[start] = start;
    start++;
  }
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) places[--endA] = --endB;
  const [rows, columns] = [endA - start, endB - start];
  if (rows > 0 && columns > 0 && rows * columns <= MOST_CELLS)
    alignMiddle(a.slice(start, endA), b.slice(start, endB), (at, place) => {
      places[start + at] = start + place;
    });
  return places;
}

/** The longest common subsequence, weighted by likeness. */
function alignMiddle(
  a: readonly string[],
  b: readonly string[],
  found: (at: number, place: number) => void,
): void {
  const width = b.length + 1;
  // Best score of the words from each place on, to the ends.
  const best = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const like = likeness(a[i] ?? '', b[j] ?? '');
      const pair = like > 0 ? like + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(pair, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const here = best[i * width + j] ?? 0;
    const like = likeness(a[i] ?? '', b[j] ?? '');
    if (like > 0 && here === like + (best[(i + 1) * width + j + 1] ?? 0)) found(i++, j++);
    else if (here === (best[(i + 1) * width + j] ?? 0)) i++;
    else j++;
  }
}
