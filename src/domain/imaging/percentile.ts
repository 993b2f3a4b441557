import type { ImageAttributes } from './image-attributes.ts';
import { applyModality, modalityTransform } from './modality.ts';
import { isPadding, paddingRange } from './padding.ts';
import type { PixelArray, Pixels } from './pixels.ts';

const LOW_PERCENT = 1;
const HIGH_PERCENT = 99;
/** Pixels looked at where a histogram over every possible value is too long: their sorting takes some 10 ms. */
const SAMPLE_SIZE = 2 ** 17;

/** A part of an image in image pixel space; the last column and row are not in it any more. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A value and how many pixels have it. */
type Bin = readonly [value: number, count: number];

/** Whether `count` values, `step` apart, are all the same. */
function isConstant(data: PixelArray, start: number, step: number, count: number): boolean {
  const first = data[start];
  for (let index = 1; index < count; index++) if (data[start + index * step] !== first) return false;
  return true;
}

/** The box without one row or column at its edge that holds a single value; nothing when all four change. */
function withoutBorder({ columns, data }: Pixels, box: PixelBox): PixelBox | undefined {
  const { left, top, right, bottom } = box;
  const isRow = (y: number) => isConstant(data, y * columns + left, 1, right - left);
  const isColumn = (x: number) => isConstant(data, top * columns + x, columns, bottom - top);
  if (isRow(top)) return { ...box, top: top + 1 };
  if (isRow(bottom - 1)) return { ...box, bottom: bottom - 1 };
  if (isColumn(left)) return { ...box, left: left + 1 };
  return isColumn(right - 1) ? { ...box, right: right - 1 } : undefined;
}

/**
 * The image without the rows and columns at its edges that hold one value each, as collimated and padded films
 * have them; the whole image when nothing else is left.
 */
export function boxWithoutBorders(pixels: Pixels): PixelBox {
  const whole: PixelBox = { left: 0, top: 0, right: pixels.columns, bottom: pixels.rows };
  let box = whole;
  while (box.left < box.right && box.top < box.bottom) {
    const smaller = withoutBorder(pixels, box);
    if (!smaller) return box;
    box = smaller;
  }
  return whole;
}

/** Counts every value of 8- and 16-bit data; signed values by their bits, so that one loop serves both. */
function histogram({ data, columns }: Pixels, box: PixelBox): Bin[] {
  const wide = data.BYTES_PER_ELEMENT === 2;
  const signed = data instanceof Int8Array || data instanceof Int16Array;
  const Unsigned = wide ? Uint16Array : Uint8Array;
  const stored = new Unsigned(data.buffer, data.byteOffset, data.length);
  const counts = new Uint32Array(wide ? 2 ** 16 : 2 ** 8);
  for (let y = box.top; y < box.bottom; y++)
    for (let at = y * columns + box.left; at < y * columns + box.right; at++) {
      const bits = stored[at] ?? 0;
      counts[bits] = (counts[bits] ?? 0) + 1;
    }
  const shift = wide ? 16 : 24;
  const bins: Bin[] = [];
  counts.forEach((count, bits) => {
    if (count > 0) bins.push([signed ? (bits << shift) >> shift : bits, count]);
  });
  return bins;
}

/** Evenly spread pixels, each a bin of its own; the stride has no factor in common with the row length. */
function sample({ data, columns }: Pixels, box: PixelBox): Bin[] {
  const width = box.right - box.left;
  const total = width * (box.bottom - box.top);
  let stride = Math.ceil(total / SAMPLE_SIZE);
  while (stride > 1 && greatestCommonDivisor(stride, width) > 1) stride++;
  const bins: Bin[] = [];
  for (let index = 0; index < total; index += stride) {
    const y = box.top + Math.floor(index / width);
    bins.push([data[y * columns + box.left + (index % width)] ?? NaN, 1]);
  }
  return bins;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** Percentile with linear interpolation between the two nearest ranks (Hyndman and Fan, type 7). */
function percentile(sorted: readonly Bin[], total: number, percent: number): number {
  const rank = (percent / 100) * (total - 1);
  const below = valueAt(sorted, Math.floor(rank));
  return below + (rank - Math.floor(rank)) * (valueAt(sorted, Math.ceil(rank)) - below);
}

function valueAt(sorted: readonly Bin[], rank: number): number {
  let passed = 0;
  for (const [value, count] of sorted) {
    passed += count;
    if (passed > rank) return value;
  }
  return NaN;
}

/**
 * The range from the 1st to the 99th percentile of the modality values, without padding and without constant
 * borders. Exact for 8- and 16-bit data, else from at most 2^17 evenly spread pixels.
 *
 * Where both percentiles are the same value the range is that of all values; it is empty for a constant image.
 */
export function percentileRange(
  pixels: Pixels,
  attributes: ImageAttributes,
  valuesAreModality = false,
): { readonly low: number; readonly high: number } {
  const modality = modalityTransform(attributes, valuesAreModality);
  const padding = paddingRange(attributes, valuesAreModality);
  const box = boxWithoutBorders(pixels);
  const isInteger = !(pixels.data instanceof Float32Array) && !(pixels.data instanceof Float64Array);
  const exact = isInteger && pixels.data.BYTES_PER_ELEMENT <= 2;
  const bins = (exact ? histogram(pixels, box) : sample(pixels, box)).filter(([value]) =>
    Number.isFinite(value),
  );
  const image = bins.filter(([value]) => !isPadding(padding, value));
  const sorted = (image.length > 0 ? image : bins)
    .map(([value, count]): Bin => [applyModality(modality, value), count])
    .toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const low = percentile(sorted, total, LOW_PERCENT);
  const high = percentile(sorted, total, HIGH_PERCENT);
  if (low < high) return { low, high };
  const [first = 0, last = 0] = [sorted[0]?.[0], sorted.at(-1)?.[0]];
  return { low: first, high: last };
}

/** {@link percentileRange} as centre and width; a constant image gets a width of 1 around its value. */
export function percentileWindow(
  pixels: Pixels,
  attributes: ImageAttributes,
  valuesAreModality = false,
): { readonly center: number; readonly width: number } {
  const { low, high } = percentileRange(pixels, attributes, valuesAreModality);
  return { center: (low + high) / 2, width: high > low ? high - low : 1 };
}
