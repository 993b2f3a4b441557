import { createRandom } from '../random.ts';
import type { Exposure } from './exposure.ts';
import type { FilmGeometry, View } from './projection.ts';

/** Field of view and exposure of a projection. */
interface Technique {
  readonly width: number;
  readonly height: number;
  /** Height in the patient that the central ray meets. */
  readonly centre: number;
  readonly distance: number;
  /** Greatest turn of the patient, degrees. */
  readonly turn: number;
  readonly exposure: Exposure;
}

const TECHNIQUES: Readonly<Record<View, Technique>> = {
  PA: {
    width: 384,
    height: 424,
    centre: -42,
    distance: 1800,
    turn: 2,
    exposure: { noise: 0.003, scatter: 0.12, broad: 0.2, regional: 0.62, detail: 1 },
  },
  AP: {
    width: 424,
    height: 352,
    centre: -30,
    distance: 1100,
    turn: 4,
    exposure: { noise: 0.0042, scatter: 0.17, broad: 0.2, regional: 0.62, detail: 1 },
  },
  lateral: {
    width: 330,
    height: 424,
    centre: -55,
    distance: 1800,
    turn: 2,
    exposure: { noise: 0.0016, scatter: 0.16, broad: 0.15, regional: 0.45, detail: 0.75 },
  },
};

/** Side of a pixel of an ordinary film, mm. */
const USUAL_PIXEL = 0.4;

/** How a projection is exposed and processed. */
export const exposureOf = (view: View): Exposure => TECHNIQUES[view].exposure;

/** How one film is taken: the field of its projection and a small turn of its own. */
export function geometryOf(view: View, seed: string, pixel: number = USUAL_PIXEL): FilmGeometry {
  const { width, height, centre, distance, turn } = TECHNIQUES[view];
  const random = createRandom(seed, view, 'stance');
  return {
    view,
    columns: Math.round(width / pixel),
    rows: Math.round(height / pixel),
    pixel,
    distance,
    centre: [random.between(-6, 6), centre + random.between(-8, 8)],
    rotation: random.between(-turn, turn),
  };
}
