import { GLYPH_ROWS, paintText, textColumns } from '../bitmap-font.ts';
import { pourChest } from '../anatomy/chest.ts';
import type { Chest } from '../anatomy/chest.ts';
import type { ArmPose } from '../anatomy/shoulders.ts';
import { createRandom } from '../random.ts';
import { createNoise, expose, harmonise } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { filmPour } from './film-pour.ts';
import { createTracer } from './organ-field.ts';
import { createProjection } from './projection.ts';
import type { FilmGeometry, Projection, View } from './projection.ts';
import { collapse, createPyramid, fillLevel, soften } from './pyramid.ts';
import type { Pyramid, PyramidLevel } from './pyramid.ts';

/** Soft tissue at the effective energy of a chest film, per millimetre. */
const ATTENUATION = 0.0195;
const LEVELS = 6;

/** How a film is taken. */
export interface FilmOptions {
  readonly geometry: FilmGeometry;
  readonly exposure: Exposure;
  /** Side marker that the radiographer put on, for the side it names. */
  readonly marker?: { readonly text: string; readonly side: 'right' | 'left' };
  /** The field fills the picture: no edge of the collimator is seen. */
  readonly uncollimated?: boolean;
}

/** A harmonised film: 0 is the blackening of well-aired lung, 1 that of the mediastinum; it is brighter where more is attenuated. */
export interface Film {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array<ArrayBuffer>;
}

const POSE: Readonly<Record<View, ArmPose>> = { PA: 'forward', AP: 'side', lateral: 'raised' };

/** Takes a film of a chest. About a fifth of a second per million pixels. */
export function renderFilm(chest: Chest, options: FilmOptions): Film {
  const { geometry, exposure } = options;
  const projection = createProjection(geometry);
  const pyramid = createPyramid(geometry.columns, geometry.rows, LEVELS);
  traceInto(pyramid, chest, projection);
  const pour = filmPour(pyramid, projection);
  pourChest(chest, { fine: pour, clouds: pour, grain: geometry.pixel * 1.3 }, POSE[geometry.view]);
  const film = collapse(pyramid);
  for (let n = 0; n < film.data.length; n++) film.data[n]! *= ATTENUATION;
  if (options.marker) leadMarker(film, geometry, options.marker);
  expose(film, exposure, chest.seed);
  harmonise(film, exposure, geometry.pixel);
  const values = normalised(film, geometry);
  burnIn(values, geometry);
  if (!options.uncollimated) shutter(values, geometry, chest.seed);
  return { columns: geometry.columns, rows: geometry.rows, values };
}

/** Soft tissue minus air, with the fine mottle of the lung's smallest vessels. */
function traceInto(pyramid: Pyramid, chest: Chest, projection: Projection): void {
  const tracer = createTracer(chest.thorax, projection);
  const [, half, quarter, eighth] = pyramid.levels;
  const startRow = (row: number): void => tracer.startRow(row);
  fillLevel(quarter!, 4, startRow, (column) => tracer.tissue(column));
  const lung = sheetLike(half!);
  fillLevel(lung, 2, startRow, (column) => tracer.lung(column));
  soften(lung);
  const noise = createNoise(`${chest.seed}/mottle`);
  for (let n = 0; n < lung.data.length; n++) {
    const air = lung.data[n]!;
    if (air > 0) half!.data[n] = air * (-0.76 + 0.004 * noise());
  }
  mottle(quarter!, lung, 2, noise, 0.0055);
  mottle(eighth!, lung, 4, noise, 0.006);
}

const sheetLike = ({ columns, rows }: PyramidLevel): PyramidLevel => ({
  columns,
  rows,
  data: new Float32Array(columns * rows),
});

function mottle(
  level: PyramidLevel,
  lung: PyramidLevel,
  factor: number,
  noise: () => number,
  share: number,
): void {
  for (let r = 0; r < level.rows; r++)
    for (let c = 0; c < level.columns; c++) {
      const row = Math.min(lung.rows - 1, r * factor);
      const column = Math.min(lung.columns - 1, c * factor);
      level.data[r * level.columns + c]! += lung.data[row * lung.columns + column]! * share * noise();
    }
}

/** Film with its border pixels cut off, scaled so that lung lies near 0 and mediastinum near 1. */
function normalised(film: PyramidLevel, geometry: FilmGeometry): Float32Array<ArrayBuffer> {
  const { columns, rows } = geometry;
  const samples: number[] = [];
  for (let r = Math.floor(rows * 0.2); r < rows * 0.72; r += 6)
    for (let c = Math.floor(columns * 0.2); c < columns * 0.8; c += 6)
      samples.push(film.data[r * film.columns + c]!);
  samples.sort((a, b) => a - b);
  const low = samples[Math.floor(samples.length * 0.14)]!;
  const high = samples[Math.floor(samples.length * (geometry.view === 'lateral' ? 0.96 : 0.92))]!;
  const values = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      values[r * columns + c] = (film.data[r * film.columns + c]! - low) / (high - low);
  return values;
}

/** A lead letter beside the shoulder: strongly attenuating. */
function leadMarker(
  film: PyramidLevel,
  geometry: FilmGeometry,
  marker: NonNullable<FilmOptions['marker']>,
): void {
  const dot = 2.1 / geometry.pixel;
  const inset = 16 / geometry.pixel;
  const wide = textColumns(marker.text) * dot;
  const left = marker.side === 'right' ? inset : geometry.columns - inset - wide;
  paintText(marker.text, left, 20 / geometry.pixel, dot, (column, row, ink) => {
    if (column < geometry.columns && row < geometry.rows)
      film.data[row * film.columns + column]! += 2.2 * ink;
  });
}

/** The mark that says what this is, in the lower right corner of every film: darker on bright ground, brighter on dark. */
function burnIn(values: Float32Array, { columns, rows }: FilmGeometry): void {
  const dot = Math.max(1.6, columns / 620);
  const left = Math.round(columns * 0.965 - textColumns(MARK) * dot);
  const top = Math.round(rows * 0.965 - GLYPH_ROWS * dot);
  const middle = Math.round(top + 3.5 * dot) * columns;
  const ground = values.slice(middle + left, middle + columns).reduce((sum, value) => sum + value, 0);
  const step = ground / (columns - left) > 0.6 ? -0.45 : 0.45;
  paintText(MARK, left, top, dot, (column, row, ink) => {
    const at = row * columns + column;
    if (column < columns && row < rows) values[at] = Math.max(0, values[at] ?? 0) + step * ink;
  });
}

const MARK = 'SYNTHETIC';

/** Blackens what lies outside the collimated field, with the soft and slightly skew edge of the blades. */
function shutter(values: Float32Array, geometry: FilmGeometry, seed: string): void {
  const { columns, rows, pixel } = geometry;
  const random = createRandom(seed, 'shutter');
  const margin = (): number => random.between(1.5, 7) / pixel;
  const edges = { left: margin(), right: margin(), top: margin(), bottom: margin() };
  const skew = random.between(-0.006, 0.006);
  const soft = 1.6 / pixel;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const x = c + skew * (r - rows / 2);
      const y = r - skew * (c - columns / 2);
      const inside = Math.min(
        x - edges.left,
        columns - edges.right - x,
        y - edges.top,
        rows - edges.bottom - y,
      );
      if (inside >= soft) continue;
      const t = Math.max(0, inside / soft);
      const at = r * columns + c;
      values[at] = DARKEST + (values[at]! - DARKEST) * t * t;
    }
}

/** Below every anatomical value: the blackening outside the body. */
const DARKEST = -0.9;
