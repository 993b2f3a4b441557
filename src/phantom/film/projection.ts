import { cosine, sine } from '../exact-math.ts';
import type { Point, RayAxis } from '../anatomy/solid.ts';

/** Back to front, front to back, and from the right to the left side. */
export type View = 'PA' | 'AP' | 'lateral';

/** The rectangle of the detector that makes the film, and where the tube stands. Millimetres, degrees. */
export interface FilmGeometry {
  readonly view: View;
  readonly columns: number;
  readonly rows: number;
  /** Side of a pixel at the detector (Imager Pixel Spacing). */
  readonly pixel: number;
  /** Source to detector. */
  readonly distance: number;
  /** What the central ray meets: across the film and in height. */
  readonly centre: readonly [across: number, height: number];
  /** Turn of the patient about the long axis, degrees. */
  readonly rotation: number;
}

/** Central projection of patient space onto the film. */
export interface Projection {
  readonly geometry: FilmGeometry;
  /** Axis that the rays follow. */
  readonly axis: RayAxis;
  /** Magnification at a depth along that axis. */
  magnification(depth: number): number;
  /** Column of a place across the film, and row of a height, at a depth. */
  column(across: number, depth: number): number;
  row(height: number, depth: number): number;
  /** A point as the turned patient presents it. */
  turn(point: Point): Point;
}

/** Depth of the detector: the chest touches it in front (PA), behind (AP) or on the left (lateral). */
const DETECTOR = { PA: -135, AP: 135, lateral: 170 } as const;

/** The projection that a geometry describes; a turn of the patient is a rotation about the z axis. */
export function createProjection(geometry: FilmGeometry): Projection {
  const { view, columns, rows, pixel, distance, centre, rotation } = geometry;
  const plane = DETECTOR[view];
  const towards = view === 'PA' ? 1 : -1;
  const c = cosine((rotation * Math.PI) / 180);
  const s = sine((rotation * Math.PI) / 180);
  const magnification = (depth: number): number => distance / (distance - (depth - plane) * towards);
  return {
    geometry,
    axis: view === 'lateral' ? 'x' : 'y',
    magnification,
    column: (across, depth) => columns / 2 + ((across - centre[0]) * magnification(depth)) / pixel,
    row: (height, depth) => rows / 2 - ((height - centre[1]) * magnification(depth)) / pixel,
    turn: ([x, y, z]) => [c * x - s * y, s * x + c * y, z],
  };
}
