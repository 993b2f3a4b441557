/** CSS pixels at the ordinary type size: what stands between two things beside each other, and "+12". */
const GAP = 5;
const MORE = 26;

/** How many things of these widths fit beside each other; at least one, with room for "+n" unless all fit. */
export function countFitting(widths: readonly number[], available: number): number {
  let used = 0;
  for (const [at, width] of widths.entries()) {
    used += width + (at > 0 ? GAP : 0);
    const isLast = at === widths.length - 1;
    if (used + (isLast ? 0 : GAP + MORE) > available) return Math.max(1, at);
  }
  return widths.length;
}
