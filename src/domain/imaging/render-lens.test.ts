import { expect, test } from 'vitest';
import { buildDisplayChain } from './display-chain.ts';
import type { Pixels } from './pixels.ts';
import { renderLens } from './render-lens.ts';

const ATTRIBUTES = { windows: [], voiLuts: [] };
const GREY: Pixels = { kind: 'grey', columns: 2, rows: 2, data: Uint8Array.of(0, 85, 170, 255) };
const CHOICE = { kind: 'manual', center: 128, width: 256 } as const;

function lensOf(pixels: Pixels, place: Parameters<typeof renderLens>[2], side: number, invert = false) {
  const chain = buildDisplayChain({ attributes: ATTRIBUTES, pixels, choice: CHOICE, invert });
  const data = new Uint8ClampedArray(4 * side * side);
  renderLens(pixels, chain, place, { width: side, height: side, data });
  return Array.from({ length: side * side }, (_, at) => [...data.subarray(4 * at, 4 * at + 4)]);
}

const grey = (value: number): number[] => [value, value, value, 255];

test('a lens shows each pixel as the window does, as often as it is enlarged, and black beside the image', () => {
  // Samples of half a pixel, from half a pixel left of and above the image.
  const shown = lensOf(GREY, { origin: [-0.5, -0.5], right: [0.5, 0], down: [0, 0.5] }, 4);
  expect(shown).toEqual(
    [
      [0, 0, 0, 0],
      [0, 0, 0, 85],
      [0, 0, 0, 85],
      [0, 170, 170, 255],
    ]
      .flat()
      .map(grey),
  );
});

test('a lens is turned and inverted as the picture is', () => {
  // A quarter turn: to the right goes up in the image.
  const place = { origin: [0, 2], right: [0, -1], down: [1, 0] } as const;
  expect(lensOf(GREY, place, 2)).toEqual([170, 0, 255, 85].map(grey));
  expect(lensOf(GREY, place, 2, true)).toEqual([85, 255, 0, 170].map(grey));
});

test('a lens shows colours', () => {
  const pixels: Pixels = { kind: 'rgb', columns: 1, rows: 1, data: Uint8Array.of(10, 20, 30) };
  const place = { origin: [0, 0], right: [1, 0], down: [0, 1] } as const;
  expect(lensOf(pixels, place, 1)).toEqual([[10, 20, 30, 255]]);
  expect(lensOf(pixels, place, 1, true)).toEqual([[245, 235, 225, 255]]);
});
