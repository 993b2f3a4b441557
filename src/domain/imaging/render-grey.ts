import type { DisplayChain } from './display-chain.ts';
import { applyModality } from './modality.ts';
import { isPadding } from './padding.ts';
import type { Pixels } from './pixels.ts';
import { applyVoi, MAX_GREY } from './voi.ts';

/** One stored value on its way to the screen. */
export interface ValueTrace {
  readonly stored: number;
  /** Padding, or not a number: black, and the other steps are only what they would have been. */
  readonly padding: boolean;
  /** In modality units. */
  readonly modality: number;
  /** 0 to 255, before rounding and polarity. */
  readonly voi: number;
  /** 0 (black) to 255 (white), as on screen. */
  readonly grey: number;
}

/** Modality value (for a CT, Hounsfield units) of one value of the pixel data. */
export const modalityValue = (chain: DisplayChain, stored: number): number =>
  applyModality(chain.modality, stored);

/** Rounds a display value, from 0 to 255, to the nearest grey and inverts it where the chain says so. */
function polarise(chain: DisplayChain, voi: number): number {
  const grey = Math.round(voi);
  return chain.polarity.inverted ? MAX_GREY - grey : grey;
}

/** Grey on screen, 0 (black) to 255 (white), of one value of the pixel data. */
export const greyOf = (chain: DisplayChain, stored: number): number =>
  isPadding(chain.padding, stored) ? 0 : polarise(chain, applyVoi(chain.voi, modalityValue(chain, stored)));

/** Every step of {@link DisplayChain} for one value of the pixel data; the last one is {@link greyOf}. */
export function traceValue(chain: DisplayChain, stored: number): ValueTrace {
  const padding = isPadding(chain.padding, stored);
  const modality = modalityValue(chain, stored);
  const voi = applyVoi(chain.voi, modality);
  return { stored, padding, modality, voi, grey: padding ? 0 : polarise(chain, voi) };
}

/**
 * The grey of every pixel, one byte each, row by row: {@link greyOf} for a whole image.
 *
 * 8- and 16-bit data go through a table of all their values; the rest is computed pixel by pixel.
 *
 * @param target takes the greys instead of a new array; the result is a view of it.
 * @throws RangeError when pixel data or target are too short; TypeError for colour pixels, which have no grey.
 */
export function renderGrey(
  chain: DisplayChain,
  pixels: Pixels,
  target?: Uint8ClampedArray<ArrayBuffer> | Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  if (pixels.kind === 'rgb') throw new TypeError('Colour pixels have no grey.');
  const { data } = pixels;
  const count = pixels.columns * pixels.rows;
  if (Math.min(data.length, target?.length ?? count) < count)
    throw new RangeError('Data or target are shorter than the image.');
  const greys = target ? new Uint8Array(target.buffer, target.byteOffset, count) : new Uint8Array(count);
  if (data.BYTES_PER_ELEMENT > 2) {
    for (let index = 0; index < count; index++) greys[index] = greyOf(chain, data[index] ?? NaN);
    return greys;
  }
  const table = greyTable(chain, data);
  if (data.BYTES_PER_ELEMENT === 1)
    mapBytes(table, new Uint8Array(data.buffer, data.byteOffset, count), greys);
  else mapWords(table, new Uint16Array(data.buffer, data.byteOffset, count), greys);
  return greys;
}

/** The grey of every 8- or 16-bit value, in the order of their bits read without sign. */
function greyTable(chain: DisplayChain, data: Pixels['data']): Uint8Array {
  const bits = data.BYTES_PER_ELEMENT * 8;
  const isSigned = data instanceof Int8Array || data instanceof Int16Array;
  const shift = 32 - bits;
  const table = new Uint8Array(2 ** bits);
  for (let value = 0; value < table.length; value++)
    table[value] = greyOf(chain, isSigned ? (value << shift) >> shift : value);
  return table;
}

// Two functions with one array type each: the engine compiles a loop over several types far slower.
function mapBytes(table: Uint8Array, stored: Uint8Array, greys: Uint8Array): void {
  for (let index = 0; index < greys.length; index++) greys[index] = table[stored[index] ?? 0] ?? 0;
}

function mapWords(table: Uint8Array, stored: Uint16Array, greys: Uint8Array): void {
  for (let index = 0; index < greys.length; index++) greys[index] = table[stored[index] ?? 0] ?? 0;
}
