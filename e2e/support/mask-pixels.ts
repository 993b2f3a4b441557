import type { Locator } from '@playwright/test';
import { canvasOf, capture, placeOf } from './screen.ts';

/** Red, green and blue on screen at a place of an image, in its pixels. */
export type At = (x: number, y: number) => readonly [number, number, number];

/** What is on screen over an image that is shown whole; labels and texts should be off. */
export async function pixelsOf(viewport: Locator, side = 512): Promise<At> {
  const place = await placeOf(viewport, { columns: side, rows: side });
  const screen = await capture(canvasOf(viewport).locator('xpath=../..'));
  return (x, y) => screen.at(...place(x, y));
}

/** Films are grey: a difference between red, green and blue is a mask's. */
export const isColoured = (at: At, x: number, y: number): boolean =>
  Math.max(...at(x, y)) - Math.min(...at(x, y)) > 12;

/** Places inside the two squares of `filmMask`, and around them. */
export const INSIDE = [
  [70, 70],
  [121, 121],
  [262, 390],
  [313, 441],
] as const;
export const OUTSIDE = [
  [57, 96],
  [135, 96],
  [249, 416],
  [327, 416],
  [450, 450],
] as const;
