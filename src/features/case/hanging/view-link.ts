import type { ImagePosition } from '../../../domain/imaging/placement.ts';

type Listener = (kind: string, position: ImagePosition) => void;

/** Carries what is in view from the active viewport to those that follow it, past the page's rendering. */
export interface ViewLink {
  /** @param kind of images that may follow. */
  publish(kind: string, position: ImagePosition): void;
  /** What images of a kind were last brought to. */
  last(kind: string): ImagePosition | undefined;
  listen(listener: Listener): () => void;
}

export function createViewLink(): ViewLink {
  const listeners = new Set<Listener>();
  const positions = new Map<string, ImagePosition>();
  return {
    publish: (kind, position) => {
      positions.set(kind, position);
      for (const listener of listeners) listener(kind, position);
    },
    last: (kind) => positions.get(kind),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
