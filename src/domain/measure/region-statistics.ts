import type { ImageAttributes } from '../imaging/image-attributes.ts';
import { applyModality, modalityTransform } from '../imaging/modality.ts';
import { isPadding, paddingRange } from '../imaging/padding.ts';
import type { Pixels } from '../imaging/pixels.ts';
import { areHounsfield } from '../imaging/value-digits.ts';
import type { ImagePoint } from './image-point.ts';
import { pixelsInside, type PixelRun, type Region } from './region.ts';

/** What pixel values are: Hounsfield units, values as stored, or stored values rescaled to something else. */
export type ValueUnit = 'HU' | 'stored' | 'rescaled';

/** The pixel values of a region. Padding is left out. */
export interface RegionStatistics {
  /** Pixels whose centres lie inside. */
  readonly count: number;
  readonly mean: number;
  /** Standard deviation of the pixels as a population: the mean of squares is over `count`. */
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly unit: ValueUnit;
}

/** What of a decoded image its values are read from. */
export interface ValuedImage {
  readonly pixels: Pixels;
  readonly attributes: ImageAttributes;
  readonly valuesAreModality: boolean;
}

/** How stored values are read: HU where they are known to be, else as stored unless the file rescales them. */
export function valueReader({ attributes, valuesAreModality }: Omit<ValuedImage, 'pixels'>): {
  readonly unit: ValueUnit;
  readonly read: (stored: number) => number;
  readonly isPadding: (stored: number) => boolean;
} {
  const modality = modalityTransform(attributes, valuesAreModality);
  const padding = paddingRange(attributes, valuesAreModality);
  const isIdentity =
    modality.kind === 'none' ||
    (modality.kind === 'rescale' && modality.slope === 1 && modality.intercept === 0);
  return {
    unit: areHounsfield(attributes, { modality }) ? 'HU' : isIdentity ? 'stored' : 'rescaled',
    read: (stored) => applyModality(modality, stored),
    isPadding: (stored) => isPadding(padding, stored),
  };
}

/** Mean, deviation and extremes of the values of a region; undefined of colours, and where there is no pixel. */
export function regionStatistics(image: ValuedImage, region: Region): RegionStatistics | undefined {
  return image.pixels.kind === 'rgb' ? undefined : statisticsOf(image, pixelsInside(region, image.pixels));
}

/** The value of the pixel that a point lies in; undefined of colours, of padding, and beside the image. */
export function probeStatistics(image: ValuedImage, [x, y]: ImagePoint): RegionStatistics | undefined {
  const { kind, columns, rows } = image.pixels;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (kind === 'rgb' || column < 0 || row < 0 || column >= columns || row >= rows) return undefined;
  return statisticsOf(image, [{ row, start: column, end: column + 1 }]);
}

function statisticsOf(image: ValuedImage, runs: readonly PixelRun[]): RegionStatistics | undefined {
  const { data, columns } = image.pixels;
  const reader = valueReader(image);
  let [count, sum, squares, min, max] = [0, 0, 0, Infinity, -Infinity];
  // Sums of what is off the first value lose no digits where values are large and close together.
  let shift = NaN;
  for (const { row, start, end } of runs)
    for (let at = row * columns + start; at < row * columns + end; at++) {
      const stored = data[at] ?? NaN;
      if (reader.isPadding(stored)) continue;
      const value = reader.read(stored);
      if (count === 0) shift = value;
      count += 1;
      sum += value - shift;
      squares += (value - shift) ** 2;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  if (count === 0) return undefined;
  const sd = Math.sqrt(Math.max(0, squares - (sum * sum) / count) / count);
  return { count, mean: shift + sum / count, sd, min, max, unit: reader.unit };
}
