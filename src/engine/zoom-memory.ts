import { isWhole, type ImagePosition } from '../domain/imaging/placement.ts';

/** Enlargements by projection, so that a film opens as the last film of its projection was left. */
export type ZoomMemory = Map<string, ImagePosition>;

/** Keeps how a film is enlarged now; a film that is shown whole is forgotten. */
export function keepZoom(memory: ZoomMemory, projection: string, position: ImagePosition): void {
  if (projection === '') return;
  if (isWhole(position)) memory.delete(projection);
  else memory.set(projection, position);
}
