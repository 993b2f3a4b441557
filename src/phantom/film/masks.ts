import { pourClouds, pourShadows } from '../anatomy/chest.ts';
import type { Chest } from '../anatomy/chest.ts';
import { createPourer } from '../anatomy/grains.ts';
import type { Pour } from '../anatomy/slices.ts';
import { createRowReader } from './exposure.ts';
import { filmPour } from './film-pour.ts';
import { createTracer } from './organ-field.ts';
import { createProjection } from './projection.ts';
import type { FilmGeometry, Projection } from './projection.ts';
import { blur, collapse, createPyramid, fillLevel } from './pyramid.ts';
import type { Pyramid, PyramidLevel } from './pyramid.ts';

const away: Pour = () => undefined;

/** Which pixels of a film a finding covers, by the very grains that make it visible. */
export function renderMasks(chest: Chest, geometry: FilmGeometry): Map<string, Uint8Array<ArrayBuffer>> {
  // Outlines of findings are soft: a quarter of the resolution is enough.
  const factor = 4;
  const coarse: FilmGeometry = {
    ...geometry,
    columns: Math.ceil(geometry.columns / factor),
    rows: Math.ceil(geometry.rows / factor),
    pixel: geometry.pixel * factor,
  };
  const projection = createProjection(coarse);
  const sheets = new Map<string, Pyramid>();
  const sheetOf = (label: string): Pyramid => {
    const sheet = sheets.get(label) ?? createPyramid(coarse.columns, coarse.rows, 4);
    sheets.set(label, sheet);
    return sheet;
  };
  const labelled = (label: string): Pour => filmPour(sheetOf(label), projection);
  pourClouds(chest, { clouds: away, labelled });
  pourShadows(chest, createPourer(away, 2), { fine: away, clouds: away, labelled, grain: 2 });
  const masks = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [label, sheet] of sheets) masks.set(label, outlined(collapse(sheet), geometry, factor));
  for (const shadow of chest.shadows)
    // A blunt angle is seen by what is missing; only larger effusions have an area of their own.
    if (shadow.kind === 'fluid' && shadow.height > 25) {
      const fluid = fluidOf(chest, coarse, projection);
      masks.set(shadow.label, outlined(fluid, geometry, factor, 5));
    }
  return masks;
}

function fluidOf(chest: Chest, { columns, rows }: FilmGeometry, projection: Projection): PyramidLevel {
  const tracer = createTracer(chest.thorax, projection);
  const sheet: PyramidLevel = { columns, rows, data: new Float32Array(columns * rows) };
  fillLevel(
    sheet,
    1,
    (row) => tracer.startRow(row),
    (column) => {
      tracer.lung(column);
      return tracer.fluid();
    },
  );
  return sheet;
}

/** Pixels above a quarter of the strongest value (or above a given one) of a blurred picture. */
function outlined(
  level: PyramidLevel,
  { columns, rows }: FilmGeometry,
  factor: number,
  threshold?: number,
): Uint8Array<ArrayBuffer> {
  blur(level, 1.4);
  const limit = threshold ?? 0.24 * level.data.reduce((most, value) => Math.max(most, value), 0);
  const mask = new Uint8Array(columns * rows);
  const read = createRowReader(level, factor, columns);
  for (let r = 0; r < rows; r++) {
    const line = read(r);
    for (let c = 0; c < columns; c++) if (line[c]! > limit && limit > 0) mask[r * columns + c] = 1;
  }
  return mask;
}
