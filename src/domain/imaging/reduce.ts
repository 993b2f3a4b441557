import type { Pixels } from './pixels.ts';

/** Pixels of each side that become one. */
export const reductionFor = ({ columns, rows }: Pick<Pixels, 'columns' | 'rows'>, side: number): number =>
  Math.max(1, Math.ceil(Math.max(columns, rows) / side));

/**
 * Display values made smaller: each is the mean of a square of `factor` by `factor` pixels, or of what there is of it at the
 * right and the lower edge. For the screen only; whoever reads values reads the pixels.
 *
 * @param shown one byte for each pixel, or three for colour.
 * @param target takes as many as {@link reducedSide} of columns and rows makes.
 */
export function reduceBy(
  shown: Uint8Array,
  { columns, rows, kind }: Pick<Pixels, 'columns' | 'rows' | 'kind'>,
  factor: number,
  target: Uint8Array,
): void {
  const samples = kind === 'rgb' ? 3 : 1;
  const [across, down] = [reducedSide(columns, factor), reducedSide(rows, factor)];
  const sums = new Uint32Array(across * samples);
  for (let y = 0; y < down; y++) {
    sums.fill(0);
    const height = Math.min(factor, rows - y * factor);
    for (let line = 0; line < height; line++) {
      let from = (y * factor + line) * columns * samples;
      for (let x = 0; x < columns; x++) {
        const to = Math.floor(x / factor) * samples;
        for (let sample = 0; sample < samples; sample++)
          sums[to + sample] = (sums[to + sample] ?? 0) + (shown[from++] ?? 0);
      }
    }
    for (let at = 0; at < sums.length; at++) {
      const width = Math.min(factor, columns - Math.floor(at / samples) * factor);
      target[y * sums.length + at] = Math.round((sums[at] ?? 0) / (width * height));
    }
  }
}

/** Pixels of a side that is made smaller. */
export const reducedSide = (side: number, factor: number): number => Math.ceil(side / factor);
