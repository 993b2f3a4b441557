import type { LabelMap } from '../domain/segmentation/label-map.ts';
import { interiorPoint } from '../domain/segmentation/segment-centroid.ts';
import { chestOf, DEMO_SEED } from './demo-dataset.ts';
import { renderFilm } from './film/film.ts';
import { renderMasks } from './film/masks.ts';
import type { FilmGeometry } from './film/projection.ts';
import { exposureOf } from './film/techniques.ts';
import { shown } from './image/stored-film.ts';
import { createDemoPlan } from './plan/demo-plan.ts';

/** One finding of the picture; its pixels have `value` in `data`, all others 0. */
export interface HeroSegment extends LabelMap {
  readonly value: number;
  /** Label of the vocabulary. */
  readonly label: string;
  readonly data: Uint8Array<ArrayBuffer>;
  /** A point well inside it, for the end of a leader line. Image pixel space, (0, 0) the top left corner. */
  readonly anchor: { readonly x: number; readonly y: number };
}

/** The picture of the start page and where its findings are. */
export interface HeroFilm {
  readonly columns: number;
  readonly rows: number;
  /** Grey levels as they are to be shown, 0 black to 255 white, row by row from the top left. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** Consolidation and ground glass, in this order. */
  readonly segments: readonly HeroSegment[];
}

/** The chest on a film without borders, mm: what a picture of any shape cuts from. */
const FIELD = { width: 372, height: 420 } as const;
const LABELS = ['consolidation', 'ground glass pattern'] as const;

/**
 * The frontal film of the demo's first case, cut to fill a picture of so many pixels, ready to be shown.
 * Takes about a fifth of a second per million pixels; call it in a worker.
 *
 * @throws RangeError unless both sides are whole numbers from 64 to 4096
 */
export function heroFilm(width: number, height: number): HeroFilm {
  for (const side of [width, height])
    if (!Number.isInteger(side) || side < 64 || side > 4096)
      throw new RangeError(`a picture of ${side} pixels`);
  const session = createDemoPlan(DEMO_SEED)[0]?.sessions[0];
  if (!session) throw new RangeError('the demo has no first case');
  const chest = chestOf(session);
  const geometry: FilmGeometry = {
    view: 'PA',
    columns: width,
    rows: height,
    pixel: Math.min(FIELD.width / width, FIELD.height / height),
    distance: 1800,
    centre: [0, -42],
    rotation: 0,
  };
  const { values } = renderFilm(chest, { geometry, exposure: exposureOf('PA'), uncollimated: true });
  const masks = renderMasks(chest, geometry);
  const segments = LABELS.flatMap((label, n): HeroSegment[] => {
    const mask = masks.get(label);
    if (!mask) return [];
    const value = n + 1;
    const data = mask.map((inside) => inside * value);
    const map = { columns: width, rows: height, data };
    const anchor = interiorPoint(map, value);
    return anchor ? [{ ...map, value, label, anchor }] : [];
  });
  return {
    columns: width,
    rows: height,
    pixels: Uint8Array.from(values, (value) => Math.round(255 * shown(value))),
    segments,
  };
}
