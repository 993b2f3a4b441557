import { smoothStep } from './curve.ts';

/** Letters of five by seven dots; each row is five bits, the leftmost highest. */
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  A: [0x0e, 0x11, 0x11, 0x1f, 0x11, 0x11, 0x11],
  C: [0x0e, 0x11, 0x10, 0x10, 0x10, 0x11, 0x0e],
  D: [0x1e, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1e],
  G: [0x0e, 0x11, 0x10, 0x17, 0x11, 0x11, 0x0f],
  E: [0x1f, 0x10, 0x10, 0x1e, 0x10, 0x10, 0x1f],
  H: [0x11, 0x11, 0x11, 0x1f, 0x11, 0x11, 0x11],
  I: [0x0e, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0e],
  L: [0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x1f],
  N: [0x11, 0x19, 0x15, 0x13, 0x11, 0x11, 0x11],
  O: [0x0e, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0e],
  P: [0x1e, 0x11, 0x11, 0x1e, 0x10, 0x10, 0x10],
  R: [0x1e, 0x11, 0x11, 0x1e, 0x14, 0x12, 0x11],
  S: [0x0f, 0x10, 0x10, 0x0e, 0x01, 0x01, 0x1e],
  T: [0x1f, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04],
  Y: [0x11, 0x11, 0x0a, 0x04, 0x04, 0x04, 0x04],
};

/** Height of a letter in dots. */
export const GLYPH_ROWS = 7;
const ADVANCE = 6;

/** Width of a text in dots. */
export const textColumns = (text: string): number => text.length * ADVANCE - 1;

/** Calls back for every dot of a text; letters without a glyph leave a gap. */
function eachDot(text: string, visit: (column: number, row: number) => void): void {
  Array.from(text).forEach((letter, n) => {
    GLYPHS[letter]?.forEach((bits, row) => {
      for (let column = 0; column < 5; column++)
        if (bits & (0x10 >> column)) visit(n * ADVANCE + column, row);
    });
  });
}

/**
 * Soft-edged text for a picture: calls back with how much of each pixel is ink, 0 to 1.
 * `dot` is the side of a dot in pixels; dots melt into strokes, so that letters keep no corners.
 */
export function paintText(
  text: string,
  left: number,
  top: number,
  dot: number,
  paint: (column: number, row: number, ink: number) => void,
): void {
  const wide = 1.25 * dot;
  const reach = Math.ceil(wide);
  const field = new Map<number, number>();
  eachDot(text, (column, row) => {
    const x = left + (column + 0.5) * dot;
    const y = top + (row + 0.5) * dot;
    for (let r = Math.max(0, Math.floor(y) - reach); r <= y + reach; r++)
      for (let c = Math.max(0, Math.floor(x) - reach); c <= x + reach; c++) {
        const near = Math.max(0, 1 - ((c + 0.5 - x) ** 2 + (r + 0.5 - y) ** 2) / (wide * wide));
        const key = r * PITCH + c;
        field.set(key, (field.get(key) ?? 0) + near * near);
      }
  });
  for (const [key, value] of field) paint(key % PITCH, Math.floor(key / PITCH), smoothStep(0.3, 0.75, value));
}

/** More than any film has columns. */
const PITCH = 65536;
