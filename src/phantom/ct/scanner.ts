import { paintText, textColumns } from '../bitmap-font.ts';
import { pourChest } from '../anatomy/chest.ts';
import { AIR_SPACE } from '../anatomy/clouds.ts';
import type { Chest } from '../anatomy/chest.ts';
import type { Pour } from '../anatomy/slices.ts';
import { createNoise } from '../film/exposure.ts';
import { soften } from '../film/pyramid.ts';
import type { PyramidLevel } from '../film/pyramid.ts';
import { createRowPainter } from './paint-row.ts';

/** The grid of a CT: axial slices in LPS, voxel centres, millimetres. */
export interface CtGeometry {
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  /** Between columns, between rows, between slices. */
  readonly spacing: readonly [number, number, number];
  /** Centre of the first voxel of the lowest slice: right, front, bottom corner. */
  readonly origin: readonly [number, number, number];
}

/** Makes the slices of one scan. */
export interface CtScanner {
  readonly geometry: CtGeometry;
  /** Hounsfield units of one axial slice, from the lowest up, row by row from front to back. */
  slice(index: number): Int16Array<ArrayBuffer>;
}

/** Hounsfield units of soft tissue, and the step from full air space to it. */
const TISSUE = 45;
const HU_PER_DENSITY = 1130;
/** Lung without air. */
const FILLED = 28;
/** Value outside the reconstructed circle; nothing inside is that low. */
export const OUTSIDE = -1024;
const NOISE = 13;

/** A chest in a scanner: fine structures are poured once, slices are made when asked for. */
export function createCtScanner(chest: Chest, geometry: CtGeometry): CtScanner {
  const { columns, rows } = geometry;
  const size = columns * rows;
  const fine = new Float32Array(size * geometry.slices);
  const clouds = new Float32Array(size * geometry.slices);
  const pours = { fine: voxelPour(fine, geometry), clouds: voxelPour(clouds, geometry), grain: 1.1 };
  pourChest(chest, pours, 'raised');
  return {
    geometry,
    slice: (index) => {
      const z = geometry.origin[2] + index * geometry.spacing[2];
      const painted = paintSlice(chest, geometry, z);
      addClouds(painted, clouds.subarray(index * size, (index + 1) * size));
      addFine(painted, fine.subarray(index * size, (index + 1) * size));
      addNoise(painted.hounsfield, `${chest.seed}/slice ${index}`);
      return finished(painted.hounsfield, geometry);
    },
  };
}

/** Part of a cube of half width `half` around `centre` that lies in voxel n, along one axis, in voxels. */
const share = (centre: number, n: number, half: number): number =>
  Math.max(0, Math.min(n + 0.5, centre + half) - Math.max(n - 0.5, centre - half)) / (2 * half);

/** Adds the mass of a grain to the voxels that its cube touches, as density. */
function voxelPour(target: Float32Array, geometry: CtGeometry): Pour {
  const { columns, rows, slices, spacing, origin } = geometry;
  const volume = spacing[0] * spacing[1] * spacing[2];
  return (x, y, z, mass, spread) => {
    const i = (x - origin[0]) / spacing[0];
    const j = (y - origin[1]) / spacing[1];
    const k = (z - origin[2]) / spacing[2];
    const [hi, hj, hk] = [
      Math.max(0.5, spread / spacing[0] / 1.4),
      Math.max(0.5, spread / spacing[1] / 1.4),
      Math.max(0.5, spread / spacing[2] / 1.4),
    ];
    const [k0, k1] = [Math.max(0, Math.round(k - hk)), Math.min(slices - 1, Math.round(k + hk))];
    const [j0, j1] = [Math.max(0, Math.round(j - hj)), Math.min(rows - 1, Math.round(j + hj))];
    const [i0, i1] = [Math.max(0, Math.round(i - hi)), Math.min(columns - 1, Math.round(i + hi))];
    for (let c = k0; c <= k1; c++) {
      const onSlice = (mass / volume) * share(k, c, hk);
      for (let b = j0; b <= j1; b++) {
        const onRow = onSlice * share(j, b, hj);
        const at = (c * rows + b) * columns;
        for (let a = i0; a <= i1; a++) target[at + a]! += onRow * share(i, a, hi);
      }
    }
  };
}

interface PaintedSlice {
  readonly hounsfield: PyramidLevel;
  /** Part of each voxel that is lung. */
  readonly lung: Float32Array;
}

const SUBROWS = 2;

function paintSlice(chest: Chest, geometry: CtGeometry, z: number): PaintedSlice {
  const { columns, rows, spacing, origin } = geometry;
  const data = new Float32Array(columns * rows);
  const lung = new Float32Array(columns * rows);
  const paint = createRowPainter(chest.thorax, z, { columns, first: origin[0], spacing: spacing[0] });
  for (let r = 0; r < rows; r++)
    for (let sub = 0; sub < SUBROWS; sub++) {
      const y = origin[1] + (r + (sub + 0.5) / SUBROWS - 0.5) * spacing[1];
      const row = paint(y);
      for (let c = 0; c < columns; c++) {
        data[r * columns + c]! += row.hounsfield[c]! / SUBROWS;
        lung[r * columns + c]! += row.lung[c]! / SUBROWS;
      }
    }
  const hounsfield: PyramidLevel = { columns, rows, data };
  soften(hounsfield);
  return { hounsfield, lung };
}

/** Opacities fill air spaces, and only those, up to the value of tissue. */
function addClouds({ hounsfield, lung }: PaintedSlice, clouds: Float32Array): void {
  const { data } = hounsfield;
  for (let n = 0; n < data.length; n++) {
    const filled = lung[n]! * Math.min(1, clouds[n]! / AIR_SPACE);
    if (filled !== 0) data[n]! += filled * (FILLED - data[n]!);
  }
}

/** Bones and vessels on top of the organs; a vessel in lung cannot exceed blood by much. */
function addFine({ hounsfield, lung }: PaintedSlice, fine: Float32Array): void {
  const { data } = hounsfield;
  for (let n = 0; n < data.length; n++) {
    const value = data[n]! + HU_PER_DENSITY * fine[n]!;
    const limit = TISSUE + 20;
    data[n] = lung[n]! > 0.5 && value > limit ? limit + 0.2 * (value - limit) : value;
  }
}

function addNoise(slice: PyramidLevel, seed: string): void {
  const noise = createNoise(seed);
  const grain: PyramidLevel = { ...slice, data: new Float32Array(slice.data.length) };
  for (let n = 0; n < grain.data.length; n++) grain.data[n] = 2.3 * NOISE * noise();
  soften(grain);
  for (let n = 0; n < grain.data.length; n++) slice.data[n]! += grain.data[n]!;
}

/** Whole Hounsfield units; outside the reconstructed circle lies padding. */
function finished({ data, columns, rows }: PyramidLevel, geometry: CtGeometry): Int16Array<ArrayBuffer> {
  const result = new Int16Array(columns * rows);
  const radius = (Math.min(columns, rows) / 2) ** 2;
  const mark = syntheticMark(geometry);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const n = r * columns + c;
      const inside = (c + 0.5 - columns / 2) ** 2 + (r + 0.5 - rows / 2) ** 2 < radius;
      const value = inside ? Math.min(3071, Math.max(-1010, data[n]!)) : OUTSIDE;
      result[n] = Math.round(value + (mark.get(n) ?? 0));
    }
  return result;
}

function syntheticMark({ columns, rows }: CtGeometry): ReadonlyMap<number, number> {
  const mark = new Map<number, number>();
  const left = columns - textColumns('SYNTHETIC') - 6;
  paintText('SYNTHETIC', left, rows - 13, 1, (column, row, ink) =>
    mark.set(row * columns + column, 620 * ink),
  );
  return mark;
}
