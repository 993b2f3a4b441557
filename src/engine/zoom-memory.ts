import type { Types } from '@cornerstonejs/core';

/** How far an image is enlarged against the whole image, and how far it is moved. */
export interface KeptZoom {
  readonly zoom: number;
  readonly pan: readonly [x: number, y: number];
}

/** Enlargements by projection, so that a film opens as the last film of its projection was left. */
export type ZoomMemory = Map<string, KeptZoom>;

/** Enlargements closer to 1 than this, and moves of less than this many CSS pixels, are the whole image. */
const SAME = 1e-3;

/** Keeps how a film is enlarged now; a film that is shown whole is forgotten. */
export function keepZoom(memory: ZoomMemory, projection: string, viewport: Types.IStackViewport): void {
  if (projection === '') return;
  const { zoom = 1, pan = [0, 0] } = viewport.getViewPresentation();
  if (Math.abs(zoom - 1) < SAME && Math.hypot(...pan) < SAME) memory.delete(projection);
  else memory.set(projection, { zoom, pan: [pan[0], pan[1]] });
}

/** Enlarges a film as the last one of its projection. */
export function applyZoom(memory: ZoomMemory, projection: string, viewport: Types.IStackViewport): void {
  const kept = memory.get(projection);
  if (kept) viewport.setViewPresentation({ zoom: kept.zoom, pan: [...kept.pan] });
}
