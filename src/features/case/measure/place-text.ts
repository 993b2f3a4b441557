import type { MarkTool } from '../../../domain/measure/mark-tool.ts';

type Screen = readonly [x: number, y: number];

/** CSS pixels from a mark to its text, from line to line, and about the width of a letter. */
const GAP = 10;
export const LINE = 15;
const LETTER = 6.6;
/** From the edges of the element. */
const EDGE = 6;

export interface PlacedText {
  readonly x: number;
  /** Of the middle of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/**
 * Where the text of a mark goes: outside of it, to the right where there is room, else to the left, else below or
 * above. That of a cardiothoracic ratio, which spans the lungs, is below the midline.
 *
 * @param places the points of the mark, CSS pixels of the element
 */
export function placeText(
  tool: MarkTool,
  places: readonly Screen[],
  lines: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
): PlacedText {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const wide = Math.max(...lines.map((line) => line.length)) * LETTER;
  const high = (lines.length - 1) * LINE;
  const inside = (y: number): number =>
    Math.max(EDGE + LINE / 2, Math.min(height - EDGE - LINE / 2 - high, y));
  const beside = (x: number): number =>
    inside((places.find((place) => place[0] === x)?.[1] ?? top) - high / 2);
  if (tool !== 'ctr') {
    if (right + GAP + wide <= width - EDGE) return { x: right + GAP, y: beside(right), anchor: 'start' };
    if (left - GAP - wide >= EDGE) return { x: left - GAP, y: beside(left), anchor: 'end' };
  }
  const x = Math.max(EDGE, Math.min(width - EDGE - wide, (left + right - wide) / 2));
  const isBelow = bottom + GAP + LINE + high <= height - EDGE;
  return { x, y: inside(isBelow ? bottom + GAP + LINE / 2 : top - GAP - LINE / 2 - high), anchor: 'start' };
}
