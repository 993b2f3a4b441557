import type { Palette } from '../../domain/imaging/image-attributes.ts';
import { lookUp } from '../../domain/imaging/modality.ts';
import type { PixelArray } from '../../domain/imaging/pixels.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Samples of any depth spread over 0…255; 8-bit ones as they are. */
export function toBytes(
  samples: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
  bits: number,
): Bytes {
  if (samples instanceof Uint8Array && bits === 8) return samples;
  const scale = 255 / (2 ** bits - 1);
  const bytes = new Uint8Array(samples.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.round((samples[at] ?? 0) * scale);
  return bytes;
}

/** The colour of every stored value by the three tables, spread over 0…255. */
export function paletteToRgb(stored: PixelArray, { red, green, blue }: Palette): Bytes {
  const scale = 255 / (2 ** red.bits - 1);
  const rgb = new Uint8Array(3 * stored.length);
  for (const [channel, table] of [red, green, blue].entries())
    for (let at = 0; at < stored.length; at++)
      rgb[3 * at + channel] = Math.round(lookUp(table, stored[at] ?? 0) * scale);
  return rgb;
}

/** Three planes, one after the other (Planar Configuration 1), as three samples per pixel. */
export function interleave(planes: Bytes): Bytes {
  const size = planes.length / 3;
  const pixels = new Uint8Array(planes.length);
  for (let plane = 0; plane < 3; plane++)
    for (let at = 0; at < size; at++) pixels[3 * at + plane] = planes[plane * size + at] ?? 0;
  return pixels;
}

/** Writes one pixel: the inverse of PS3.3 C.7.6.3.1.2, YBR_FULL; values are rounded and clamped by the array. */
function writeRgb(rgb: Uint8ClampedArray, at: number, y: number, cb: number, cr: number): void {
  rgb[at] = y + 1.402 * (cr - 128);
  rgb[at + 1] = y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128);
  rgb[at + 2] = y + 1.772 * (cb - 128);
}

/** Interleaved Y, CB, CR of every pixel. */
export function ybrFullToRgb(ybr: Bytes): Bytes {
  const rgb = new Uint8ClampedArray(ybr.length);
  for (let at = 0; at + 2 < ybr.length; at += 3)
    writeRgb(rgb, at, ybr[at] ?? 0, ybr[at + 1] ?? 0, ybr[at + 2] ?? 0);
  return new Uint8Array(rgb.buffer);
}

/** Y of two neighbours in a row, then the CB and CR they share. */
export function ybrFull422ToRgb(ybr: Bytes): Bytes {
  const rgb = new Uint8ClampedArray((ybr.length / 2) * 3);
  for (let at = 0, to = 0; at + 3 < ybr.length; at += 4, to += 6) {
    const [cb, cr] = [ybr[at + 2] ?? 0, ybr[at + 3] ?? 0];
    writeRgb(rgb, to, ybr[at] ?? 0, cb, cr);
    writeRgb(rgb, to + 3, ybr[at + 1] ?? 0, cb, cr);
  }
  return new Uint8Array(rgb.buffer);
}
