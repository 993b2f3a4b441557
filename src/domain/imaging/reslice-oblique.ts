import { isPadding } from './padding.ts';
import {
  gridPlace,
  PLANE_AXES,
  planeSize,
  toVoxel,
  type BodyGrid,
  type PatientPlane,
} from './reslice-grid.ts';
import { GAP_FACTOR, type Volume } from './volume.ts';

/** Voxels reach half their size beyond their centres; there the outermost value holds. */
const REACH = 0.5 + 1e-6;
/** A point needs values for at least this part of its weight. */
const LEAST_WEIGHT = 0.5;

/**
 * Interpolates a layer of the grid between voxels, linearly along each of their axes; not a number outside the
 * volume, in gaps where slices are missing, and where most of what is around is padding.
 */
export function interpolateLayer(
  volume: Volume,
  grid: BodyGrid,
  plane: PatientPlane,
  layer: number,
  into: Float64Array<ArrayBuffer>,
): void {
  const axes = PLANE_AXES[plane];
  const { columns, rows } = planeSize(grid, plane);
  const sample = createSampler(volume);
  const [across, down] = [grid.steps[axes.column], grid.steps[axes.row]];
  const start = toVoxel(grid, gridPlace(plane, 0, 0, layer));
  for (let y = 0; y < rows; y++) {
    const i = start[0] + y * down[0];
    const j = start[1] + y * down[1];
    const k = start[2] + y * down[2];
    for (let x = 0; x < columns; x++)
      into[y * columns + x] = sample(i + x * across[0], j + x * across[1], k + x * across[2]);
  }
}

/** The value at a place between voxels; `p` is a place along the third axis, in steps. */
type Sampler = (i: number, j: number, p: number) => number;

/** Linear interpolation in a volume. */
function createSampler(volume: Volume): Sampler {
  const { columns, rows, data, padding } = volume;
  const sliceAt = createSliceFinder(volume);
  const sampleAtEdge = createEdgeSampler(volume);
  return (i, j, p) => {
    if (!(i >= -REACH && j >= -REACH && i <= columns - 1 + REACH && j <= rows - 1 + REACH)) return NaN;
    const k = sliceAt(p);
    if (!(k >= 0)) return NaN;
    const i0 = Math.floor(i);
    const j0 = Math.floor(j);
    const k0 = Math.floor(k);
    const above = data[k0];
    const below = data[k0 + 1];
    // Nearly all points lie among eight voxels; the others, and those beside padding, take the careful way.
    if (padding || !above || !below || i0 < 0 || j0 < 0 || i0 + 1 >= columns || j0 + 1 >= rows)
      return sampleAtEdge(i, j, k);
    const at = j0 * columns + i0;
    const x = i - i0;
    const y = j - j0;
    const z = k - k0;
    const near =
      (above[at]! * (1 - x) + above[at + 1]! * x) * (1 - y) +
      (above[at + columns]! * (1 - x) + above[at + columns + 1]! * x) * y;
    const far =
      (below[at]! * (1 - x) + below[at + 1]! * x) * (1 - y) +
      (below[at + columns]! * (1 - x) + below[at + columns + 1]! * x) * y;
    const value = near * (1 - z) + far * z;
    return Number.isNaN(value) ? sampleAtEdge(i, j, k) : value;
  };
}

/** The same where not all of the eight voxels around a point are there; `k` is a slice, with a fraction. */
function createEdgeSampler({ columns, rows, data, padding }: Volume): Sampler {
  const valueAt = (k: number, i: number, j: number): number => {
    const value = data[k]?.[j * columns + i] ?? NaN;
    return padding && isPadding(padding, value) ? NaN : value;
  };
  return (i, j, k) => {
    const x = Math.min(columns - 1, Math.max(0, i));
    const y = Math.min(rows - 1, Math.max(0, j));
    const [i0, j0, k0] = [Math.floor(x), Math.floor(y), Math.floor(k)];
    let [sum, weights] = [0, 0];
    for (let corner = 0; corner < 8; corner++) {
      const [di, dj, dk] = [corner & 1, (corner >> 1) & 1, corner >> 2];
      const weight = (di ? x - i0 : 1 - x + i0) * (dj ? y - j0 : 1 - y + j0) * (dk ? k - k0 : 1 - k + k0);
      if (weight === 0) continue;
      const value = valueAt(k0 + dk, i0 + di, j0 + dj);
      if (Number.isNaN(value)) continue;
      sum += value * weight;
      weights += weight;
    }
    return weights >= LEAST_WEIGHT ? sum / weights : NaN;
  };
}

/** Turns a place along the third axis into a slice number with a fraction; −1 where there is none. */
function createSliceFinder({ places, slices, isEven }: Volume): (p: number) => number {
  const last = slices - 1;
  const end = places[last] ?? 0;
  const clamp = (p: number): number => Math.min(end, Math.max(0, p));
  if (isEven) return (p) => (p < -REACH || p > end + REACH ? -1 : clamp(p));
  return (p) => {
    if (p < -REACH || p > end + REACH) return -1;
    const at = clamp(p);
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    const [before, after] = [places[low] ?? 0, places[high] ?? 0];
    const gap = after - before;
    if (gap <= GAP_FACTOR) return low + (at - before) / gap;
    // Nothing is known between slices that are far apart, but for what each of them covers.
    if (at - before <= REACH) return low;
    return after - at <= REACH ? high : -1;
  };
}
