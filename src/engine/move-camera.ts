import type { Types } from '@cornerstonejs/core';
import type { Picture } from './picture.ts';

/** A place on a viewport's element, in CSS pixels from its upper left corner. */
export type Place = readonly [x: number, y: number];

/** Least and greatest enlargement against the whole image. */
const LEAST_ZOOM = 0.1;
const MOST_ZOOM = 64;

const worldAt = (viewport: Picture, [x, y]: Place): Types.Point3 => viewport.canvasToWorld([x, y]);

/** Moves the camera so that what is at a world point now comes to be at another one. */
function shiftCamera(viewport: Picture, from: Types.Point3, to: Types.Point3): void {
  const { focalPoint, position } = viewport.getCamera();
  if (!focalPoint || !position) return;
  const moved = (point: Types.Point3): Types.Point3 => [
    point[0] + from[0] - to[0],
    point[1] + from[1] - to[1],
    point[2] + from[2] - to[2],
  ];
  viewport.setCamera({ focalPoint: moved(focalPoint), position: moved(position) });
}

/** Moves the picture by CSS pixels to the right and down, however it is turned. */
export function panBy(viewport: Picture, dx: number, dy: number): void {
  shiftCamera(viewport, worldAt(viewport, [0, 0]), worldAt(viewport, [dx, dy]));
}

const bounded = (zoom: number): number => Math.min(Math.max(zoom, LEAST_ZOOM), MOST_ZOOM);

/** Enlarges the picture to so many times the whole image. */
export function zoomTo(viewport: Picture, zoom: number): void {
  if (zoom > 0) viewport.setZoom(bounded(zoom));
}

/** Enlarges the picture by a factor; what is at `fixed` stays there. */
export function zoomAbout(viewport: Picture, factor: number, fixed: Place): void {
  const { parallelScale } = viewport.getCamera();
  const zoom = viewport.getZoom();
  if (parallelScale === undefined || !(factor > 0) || !(zoom > 0)) return;
  const before = worldAt(viewport, fixed);
  viewport.setCamera({ parallelScale: (parallelScale * zoom) / bounded(zoom * factor) });
  shiftCamera(viewport, before, worldAt(viewport, fixed));
}
