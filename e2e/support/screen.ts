import type { Locator } from '@playwright/test';
import { decode } from 'fast-png';

/** A picture of an element, as it is on screen. */
export interface Screen {
  /** Red, green and blue at a place, in CSS pixels of the element. */
  at(x: number, y: number): readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

export async function capture(element: Locator): Promise<Screen> {
  const { data, width, height, channels } = decode(await element.screenshot());
  return {
    width,
    height,
    at: (x, y) => {
      const first = (Math.floor(y) * width + Math.floor(x)) * channels;
      return [data[first] ?? 0, data[first + 1] ?? 0, data[first + 2] ?? 0];
    },
  };
}

/** The canvas of a viewport: the image, without its captions. */
export const canvasOf = (viewport: Locator): Locator => viewport.locator('canvas').first();

/**
 * Where an image pixel is on a viewport's canvas that shows the whole image, centred and unturned: CSS pixels
 * of the canvas.
 */
export async function placeOf(
  viewport: Locator,
  image: { readonly columns: number; readonly rows: number },
): Promise<(x: number, y: number) => readonly [number, number]> {
  const scale = Number(await viewport.getAttribute('data-scale'));
  const box = await canvasOf(viewport).boundingBox();
  if (!box || !(scale > 0)) throw new Error('the viewport shows no image');
  return (x, y) => [
    box.width / 2 + (x - image.columns / 2) * scale,
    box.height / 2 + (y - image.rows / 2) * scale,
  ];
}
