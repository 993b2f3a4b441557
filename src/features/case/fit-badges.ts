/** A badge as far as its width goes. CSS pixels at the ordinary type size. */
export interface BadgeWidths {
  /** Widths of its parts. */
  readonly parts: readonly number[];
  /** What is doubted stands before what is certain, and has the fewer words of the two. */
  readonly isGuess: boolean;
  /** Its sign alone, whatever the room: another badge says its words. */
  readonly isSmall?: boolean;
}

/** A badge of its sign alone; what a badge with words has beside them; " · "; " +2"; between two badges. */
const SIGN = 26;
const EDGES = 38;
const BETWEEN = 10;
const MORE = 20;
const GAP = 8;

function widthOf({ parts }: BadgeWidths, shown: number): number {
  if (shown === 0) return SIGN;
  const words = parts.slice(0, shown).reduce((sum, width) => sum + width, 0);
  return EDGES + words + (shown - 1) * BETWEEN + (shown < parts.length ? MORE : 0);
}

/**
 * How many parts of each badge are in words, so that none is cut short: the first part of each, then the others of what
 * is certain, then those of what is doubted. Badges without room for a part are a sign.
 */
export function fitBadges(badges: readonly BadgeWidths[], room: number): readonly number[] {
  const shown = badges.map(() => 0);
  const fits = (at: number, count: number): boolean => {
    const widths = badges.map((badge, one) => widthOf(badge, one === at ? count : (shown[one] ?? 0)));
    return widths.reduce((sum, width) => sum + width, GAP * (badges.length - 1)) <= room;
  };
  const grow = (at: number, most: number): void => {
    const { parts, isSmall = false } = badges[at] ?? { parts: [] };
    for (let count = isSmall ? 0 : Math.min(most, parts.length); count > (shown[at] ?? 0); count--)
      if (fits(at, count)) shown[at] = count;
  };
  badges.forEach((_, at) => grow(at, 1));
  for (const isGuess of [false, true])
    badges.forEach((badge, at) => badge.isGuess === isGuess && grow(at, badge.parts.length));
  return shown;
}
