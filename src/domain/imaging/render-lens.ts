import type { DisplayChain } from './display-chain.ts';
import type { Pixels } from './pixels.ts';
import { greyOf } from './render-grey.ts';
import { MAX_GREY } from './voi.ts';

/** Where the samples of a lens lie on an image: image pixel space, (0, 0) the top left corner of the first pixel. */
export interface LensPlace {
  /** Of its first sample's corner. */
  readonly origin: readonly [x: number, y: number];
  /** From one sample to the next to the right, and to the next below. */
  readonly right: readonly [x: number, y: number];
  readonly down: readonly [x: number, y: number];
}

interface LensTarget {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity. */
  readonly data: Uint8ClampedArray;
}

/**
 * A part of an image as the display chain shows it, each sample that of the pixel its middle lies in: nothing is
 * interpolated. Beside the image it is black.
 */
export function renderLens(pixels: Pixels, chain: DisplayChain, place: LensPlace, target: LensTarget): void {
  const { width, height, data } = target;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const [along, below] = [column + 0.5, row + 0.5];
      const x = Math.floor(place.origin[0] + along * place.right[0] + below * place.down[0]);
      const y = Math.floor(place.origin[1] + along * place.right[1] + below * place.down[1]);
      const isInside = x >= 0 && y >= 0 && x < pixels.columns && y < pixels.rows;
      const at = isInside ? y * pixels.columns + x : -1;
      for (let part = 0; part < 3; part++)
        data[4 * (row * width + column) + part] = at < 0 ? 0 : shownAt(pixels, chain, at, part);
      data[4 * (row * width + column) + 3] = MAX_GREY;
    }
}

/** One part of the colour on screen of one pixel. */
function shownAt({ kind, data }: Pixels, chain: DisplayChain, at: number, part: number): number {
  if (kind === 'grey') return greyOf(chain, data[at] ?? NaN);
  const value = data[3 * at + part] ?? 0;
  return chain.polarity.inverted ? MAX_GREY - value : value;
}
