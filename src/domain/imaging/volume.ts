import type { Millimetres } from '../brand.ts';
import { ok, fail, type Result } from '../result.ts';
import { lpsVector, orthogonality, planeDirections, type LpsAffine, type LpsVector } from './geometry.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { applyModality, modalityTransform } from './modality.ts';
import { isPadding, paddingRange, type PaddingRange } from './padding.ts';
import type { PixelArray, Pixels } from './pixels.ts';
import { add, cross, dot, norm, scale, subtract } from './vector.ts';

/** One slice as it was decoded. */
export interface VolumeSlice {
  readonly pixels: Pixels;
  readonly attributes: ImageAttributes;
  /** The pixels are modality values already: no rescale. */
  readonly valuesAreModality: boolean;
}

/**
 * Slices that make up a volume, each in the array it was decoded into: nothing is copied unless slices have scales of
 * their own. Voxel (i, j, k) is column i and row j of slice k, from 0.
 */
export interface Volume {
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  /** Voxel indices to LPS mm; k counts steps of {@link affine}'s third axis, see {@link places}. */
  readonly affine: LpsAffine;
  /** Where each slice lies, in steps along the third axis and growing; 0, 1, 2 … where all are equally far apart. */
  readonly places: readonly number[];
  readonly isEven: boolean;
  /** How the axes lie to each other; a volume without room between them is none. */
  readonly shape: 'orthogonal' | 'tilted' | 'sheared';
  /** Values of each slice, row by row, all of one array type. */
  readonly data: readonly PixelArray[];
  /** Of all slices; what is of one slice alone is left out where planes are cut. */
  readonly attributes: ImageAttributes;
  readonly valuesAreModality: boolean;
  /** Values that are no image, in the units of `data`. */
  readonly padding?: PaddingRange;
}

/** Why slices make up no volume. */
export type VolumeFault =
  'one-slice' | 'colour' | 'no-position' | 'sizes' | 'orientations' | 'not-a-line' | 'flat';

/** Slices of one orientation have cosines that differ in rounding only. */
const SAME_ORIENTATION = 1e-3;
/** Positions closer than this, mm, are the same place; the second slice of one is left out. */
const SAME_POSITION = 1e-2;
/** Part of a step by which positions, rounded when they were filed, may be off. */
const UNEVEN_STEP = 0.02;
/** Farthest that a slice may lie beside the line of the others, in pixels. */
const BESIDE_LINE = 0.5;
/** A distance this many times the typical one leaves room for a missing slice: it is not filled. */
export const GAP_FACTOR = 1.5;

/**
 * A volume out of slices in the order in which they lie, from either end.
 * Slices with scales of their own, or with a modality LUT, are turned into modality values.
 */
export function buildVolume(given: readonly VolumeSlice[]): Result<Volume, VolumeFault> {
  const fault = faultOf(given);
  if (fault !== undefined) return fail(fault);
  const line = lineOf(given);
  const first = line.slices[0];
  const directions = first && planeDirections(first.attributes);
  const { ImagePositionPatient: position, PixelSpacing: spacing } = first?.attributes ?? {};
  if (!first || !directions || !position || !spacing) return fail('no-position');
  if (line.slices.length < 2) return fail('one-slice');
  if (line.beside > BESIDE_LINE * Math.min(...spacing)) return fail('not-a-line');
  const affine: LpsAffine = {
    axes: [
      lpsVector(...scale(directions.row, spacing[1])),
      lpsVector(...scale(directions.column, spacing[0])),
      line.step,
    ],
    origin: lpsVector(...position),
  };
  const shape = orthogonality(affine).kind;
  if (shape === 'flat' || norm(line.step) * Math.abs(dot(directions.normal, line.step)) < 1e-6)
    return fail('flat');
  return ok({
    columns: first.pixels.columns,
    rows: first.pixels.rows,
    slices: line.slices.length,
    affine,
    places: line.places,
    isEven: line.isEven,
    shape,
    ...valuesOf(line.slices),
  });
}

function faultOf(slices: readonly VolumeSlice[]): VolumeFault | undefined {
  const [first] = slices;
  if (!first || slices.length < 2) return 'one-slice';
  const { columns, rows } = first.pixels;
  const cosines = first.attributes.ImageOrientationPatient;
  for (const { pixels, attributes } of slices) {
    if (pixels.kind !== 'grey') return 'colour';
    if (pixels.columns !== columns || pixels.rows !== rows) return 'sizes';
    const own = attributes.ImageOrientationPatient;
    if (!own || !cosines || !attributes.ImagePositionPatient || !attributes.PixelSpacing)
      return 'no-position';
    if (own.some((cosine, at) => Math.abs(cosine - (cosines[at] ?? 0)) > SAME_ORIENTATION))
      return 'orientations';
    if (
      attributes.PixelSpacing.some(
        (mm, at) => Math.abs(mm - (first.attributes.PixelSpacing?.[at] ?? 0)) > 1e-6,
      )
    )
      return 'sizes';
  }
  return undefined;
}

interface Line {
  readonly slices: readonly VolumeSlice[];
  readonly step: LpsVector;
  readonly places: readonly number[];
  readonly isEven: boolean;
  /** Farthest that a slice lies beside the line, mm. */
  readonly beside: number;
}

const positionOf = ({ attributes: { ImagePositionPatient: at } }: VolumeSlice): LpsVector =>
  lpsVector(...(at ?? [NaN, NaN, NaN]));

/** How the slices follow each other; several at one place are one. */
function lineOf(given: readonly VolumeSlice[]): Line {
  const [first, last] = [given[0], given.at(-1)];
  const origin = first ? positionOf(first) : lpsVector(0, 0, 0);
  const whole = last ? subtract(positionOf(last), origin) : origin;
  const length = norm(whole);
  const along = (slice: VolumeSlice): number =>
    length > 0 ? dot(subtract(positionOf(slice), origin), whole) / length : 0;
  const slices: VolumeSlice[] = [];
  const distances: number[] = [];
  for (const slice of given) {
    const distance = along(slice);
    if (distance - (distances.at(-1) ?? -Infinity) <= SAME_POSITION) continue;
    slices.push(slice);
    distances.push(distance);
  }
  const mean = length / Math.max(1, slices.length - 1);
  const isEven = distances.every(
    (distance, k) => Math.abs(distance - k * mean) <= Math.max(SAME_POSITION, UNEVEN_STEP * mean),
  );
  const steps = distances.slice(1).map((distance, k) => distance - (distances[k] ?? 0));
  const typical = isEven ? mean : (steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? mean);
  const step = length > 0 ? scale(whole, typical / length) : whole;
  const beside = slices.map((slice, k) =>
    norm(subtract(positionOf(slice), add(origin, scale(whole, (distances[k] ?? 0) / (length || 1))))),
  );
  return {
    slices,
    step: lpsVector(...step),
    places: distances.map((distance, k) => (isEven ? k : distance / typical)),
    isEven,
    beside: Math.max(...beside),
  };
}

const SCALE_KEYS = [
  'RescaleSlope',
  'RescaleIntercept',
  'PixelPaddingValue',
  'PixelPaddingRangeLimit',
] as const;

/** The values as they were decoded where all slices mean the same by them, else modality values. */
function valuesOf(
  slices: readonly VolumeSlice[],
): Pick<Volume, 'data' | 'attributes' | 'valuesAreModality' | 'padding'> {
  const [first] = slices;
  if (!first) throw new RangeError('no slice');
  const { attributes, valuesAreModality } = first;
  const kind = first.pixels.data.constructor;
  const isOne = slices.every(
    (slice) =>
      slice.pixels.data.constructor === kind &&
      slice.valuesAreModality === valuesAreModality &&
      slice.attributes.modalityLut === undefined &&
      SCALE_KEYS.every((key) => slice.attributes[key] === attributes[key]),
  );
  if (isOne) {
    const padding = paddingRange(attributes, valuesAreModality);
    const data = slices.map(({ pixels }) => pixels.data);
    return { data, attributes, valuesAreModality, ...(padding && { padding }) };
  }
  return { data: slices.map(modalityValues), attributes: withoutScale(attributes), valuesAreModality: true };
}

/** Attributes for values that are in modality units, with nothing left to rescale. */
function withoutScale(attributes: ImageAttributes): ImageAttributes {
  const gone: ReadonlySet<string> = new Set([...SCALE_KEYS, 'modalityLut']);
  const kept = Object.entries(attributes).filter(([key]) => !gone.has(key));
  return { windows: [], voiLuts: [], ...(Object.fromEntries(kept) as Partial<ImageAttributes>) };
}

/** Values in modality units; padding is not a number. */
function modalityValues({ pixels, attributes, valuesAreModality }: VolumeSlice): PixelArray {
  const transform = modalityTransform(attributes, valuesAreModality);
  const padding = paddingRange(attributes, valuesAreModality);
  const values = new Float32Array(pixels.data.length);
  for (let at = 0; at < values.length; at++) {
    const value = pixels.data[at] ?? NaN;
    values[at] = isPadding(padding, value) ? NaN : applyModality(transform, value);
  }
  return values;
}

/** Millimetres between the planes of two neighbouring slices, along their normal. */
export function sliceDistance({ affine: { axes } }: Pick<Volume, 'affine'>): Millimetres {
  const [i, j, k] = axes;
  const across = cross(i, j);
  return (Math.abs(dot(across, k)) / norm(across)) as Millimetres;
}
