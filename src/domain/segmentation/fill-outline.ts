import type { LabelMap } from './label-map.ts';

/** A step of an outline: M to a corner, H along a row of pixels, V along a column, Z back to the first corner. */
const STEP = /([MHVZ])(\d*)(?:,(\d+))?/g;

/**
 * The columns at which an outline along pixel edges, as `toSvgPath` writes it, crosses each row of pixels: in order, and
 * of each two in turn the pixels between them are inside; even-odd over all its rings, so that holes are outside.
 */
export function outlineCrossings(outline: string): ReadonlyMap<number, readonly number[]> {
  const crossings = new Map<number, number[]>();
  let [x, y, firstX, firstY] = [0, 0, 0, 0];
  const down = (to: number): void => {
    for (let row = Math.min(y, to); row < Math.max(y, to); row++) {
      const xs = crossings.get(row);
      if (xs) xs.push(x);
      else crossings.set(row, [x]);
    }
    y = to;
  };
  for (const [, step, first = '0', second = '0'] of outline.matchAll(STEP)) {
    if (step === 'H') x = Number(first);
    else if (step === 'V') down(Number(first));
    else if (step === 'M')
      [x, y, firstX, firstY] = [Number(first), Number(second), Number(first), Number(second)];
    else {
      // The last edge may run along a row and then down, or down alone.
      if (y !== firstY) down(firstY);
      x = firstX;
    }
  }
  for (const xs of crossings.values()) xs.sort((a, b) => a - b);
  return crossings;
}

/**
 * Sets the pixels inside an outline along pixel edges, as `toSvgPath` writes it; even-odd over all its rings, so that
 * holes stay free.
 */
export function fillOutline({ columns, rows, data }: LabelMap, outline: string, value: number): void {
  for (const [row, xs] of outlineCrossings(outline)) {
    if (row < 0 || row >= rows) continue;
    for (let at = 0; at + 1 < xs.length; at += 2)
      data.fill(
        value,
        row * columns + Math.min(columns, xs[at] ?? 0),
        row * columns + Math.min(columns, xs[at + 1] ?? 0),
      );
  }
}
