import { buildDisplayChain } from './display-chain.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { Pixels } from './pixels.ts';
import { renderGrey } from './render-grey.ts';
import { pixelShape } from './spacing.ts';

/** A small picture as it is seen: one byte per pixel, or three for colour, row by row from the top left. */
export interface Thumbnail {
  readonly kind: Pixels['kind'];
  readonly columns: number;
  readonly rows: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A small picture of an image, and how large that is. */
export interface ImageThumbnail extends Thumbnail {
  readonly imageColumns: number;
  readonly imageRows: number;
}

/** Samples along each side of the block that becomes one pixel of the thumbnail. */
const SAMPLES = 3;

/** Every n-th pixel of every n-th row. */
function sampled(pixels: Pixels, columns: number, rows: number): Pixels {
  const perPixel = pixels.kind === 'rgb' ? 3 : 1;
  const Samples = pixels.data.constructor as new (length: number) => Pixels['data'];
  const data = new Samples(columns * rows * perPixel);
  let to = 0;
  for (let row = 0; row < rows; row++) {
    const from = Math.floor(((row + 0.5) * pixels.rows) / rows) * pixels.columns;
    for (let column = 0; column < columns; column++) {
      const at = (from + Math.floor(((column + 0.5) * pixels.columns) / columns)) * perPixel;
      for (let sample = 0; sample < perPixel; sample++) data[to++] = pixels.data[at + sample] ?? 0;
    }
  }
  return { ...pixels, columns, rows, data };
}

/** Averages blocks of {@link SAMPLES} by {@link SAMPLES} display values. */
function averaged(
  shown: ArrayLike<number>,
  columns: number,
  rows: number,
  perPixel: number,
): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(columns * rows * perPixel);
  const line = columns * SAMPLES * perPixel;
  let to = 0;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let sample = 0; sample < perPixel; sample++) {
        let sum = 0;
        for (let y = 0; y < SAMPLES; y++)
          for (let x = 0; x < SAMPLES; x++)
            sum += shown[(row * SAMPLES + y) * line + (column * SAMPLES + x) * perPixel + sample] ?? 0;
        data[to++] = Math.round(sum / SAMPLES ** 2);
      }
  return data;
}

/**
 * A picture of at most `side` square pixels on its longer side, windowed as the image itself opens. Each of its pixels
 * is the mean of nine display values spread over the block it stands for.
 */
export function makeThumbnail(
  pixels: Pixels,
  attributes: ImageAttributes,
  valuesAreModality: boolean,
  side: number,
): ImageThumbnail {
  const [height, width] = pixelShape(attributes);
  // Of pixels that are not square, the shorter side is as long as a pixel of the thumbnail.
  const across = pixels.columns * Math.max(1, width / height);
  const down = pixels.rows * Math.max(1, height / width);
  const factor = Math.min(1, side / Math.max(across, down));
  const columns = Math.max(1, Math.round(across * factor));
  const rows = Math.max(1, Math.round(down * factor));
  const sparse = sampled(pixels, columns * SAMPLES, rows * SAMPLES);
  const size = { columns, rows, imageColumns: pixels.columns, imageRows: pixels.rows };
  if (pixels.kind === 'rgb') return { kind: 'rgb', ...size, data: averaged(sparse.data, columns, rows, 3) };
  // The window is that of the whole image: a percentile of the samples alone would differ a little.
  const chain = buildDisplayChain({ attributes, pixels, valuesAreModality });
  return { kind: 'grey', ...size, data: averaged(renderGrey(chain, sparse), columns, rows, 1) };
}
