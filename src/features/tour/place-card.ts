/** CSS pixels of the window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The upper left corner of the card. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Between the card and what it is about, and between the card and the edge of the window. */
const GAP = 14;
const EDGE = 12;
/** Other places that are tried, along each side of the window. */
const GRID = 12;

const clamp = (value: number, most: number): number => Math.max(EDGE, Math.min(value, most));

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y));

const distance = (one: Box, other: Box): number =>
  Math.hypot(
    Math.max(0, one.x - other.x - other.width, other.x - one.x - one.width),
    Math.max(0, one.y - other.y - other.height, other.y - one.y - one.height),
  );

/**
 * What of a film must stay in sight: the chest, without shoulders, abdomen and margins. A film is shown whole in the
 * middle of its box and is not much wider than high.
 */
export function lungsOf({ x, y, width, height }: Box): Box {
  const across = Math.min(width * 0.8, height);
  return { x: x + (width - across) / 2, y: y + height * 0.06, width: across, height: height * 0.7 };
}

/** Beside the target on each side, at its middle and at both of its ends; then all over the window. */
function candidates(target: Box, card: Size, screen: Size): readonly (readonly [number, number])[] {
  const right = target.x + target.width;
  const bottom = target.y + target.height;
  const rows = [target.y, bottom - card.height, target.y + (target.height - card.height) / 2];
  const columns = [target.x, right - card.width, target.x + (target.width - card.width) / 2];
  const steps = Array.from({ length: GRID + 1 }, (_, at) => at / GRID);
  return [
    ...rows.map((y) => [right + GAP, y] as const),
    ...columns.map((x) => [x, bottom + GAP] as const),
    ...columns.map((x) => [x, target.y - GAP - card.height] as const),
    ...rows.map((y) => [target.x - GAP - card.width, y] as const),
    ...steps.flatMap((u) => steps.map((v) => [u * screen.width, v * screen.height] as const)),
  ];
}

/**
 * Where the card stands: near its target without hiding it, and off the lungs where that can be had.
 * @param target what the step is about; without one the card stands in the corner.
 * @param keep what must stay in sight.
 */
export function placeCard(target: Box | undefined, card: Size, screen: Size, keep: readonly Box[]): Place {
  const [mostX, mostY] = [screen.width - card.width - EDGE, screen.height - card.height - EDGE];
  const corner = { x: clamp(mostX, mostX), y: clamp(mostY - 2 * EDGE, mostY) };
  if (!target) return corner;
  let best = corner;
  let least = Infinity;
  for (const [left, top] of candidates(target, card, screen)) {
    const box = { ...card, x: clamp(left, mostX), y: clamp(top, mostY) };
    const hidden = keep.reduce((sum, one) => sum + overlap(box, one), 0);
    const cost = overlap(box, target) * 100 + hidden * 10 + Math.max(GAP, Math.round(distance(box, target)));
    if (cost < least) [best, least] = [{ x: box.x, y: box.y }, cost];
  }
  return best;
}
