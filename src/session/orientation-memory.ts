import { createStore, type StoreApi } from 'zustand/vanilla';
import { AS_FILED, isAsFiled, type Reorientation } from '../domain/imaging/reorient.ts';
import { loadOrientations, saveOrientations, type Orientations } from '../storage/orientations.ts';
import type { SmallStorage } from '../storage/web-storage.ts';

/** How series were re-oriented by the user, from one opening of a dataset to the next. */
export interface OrientationMemory {
  readonly state: StoreApi<Orientations>;
  /** Keeps how a series lies; as filed is forgotten. */
  set(series: string, reorientation: Reorientation): void;
}

/** Under which a series of a dataset is remembered. */
export const orientationKey = (storageKey: string, seriesKey: string): string => `${storageKey} ${seriesKey}`;

/** A browser that keeps nothing remembers until the page is left. */
export function createOrientationMemory(storage: SmallStorage): OrientationMemory {
  const state = createStore<Orientations>(() => loadOrientations(storage));
  return {
    state,
    set(series, reorientation) {
      const next = new Map(state.getState());
      // Set anew, it is the last one to be forgotten.
      next.delete(series);
      if (!isAsFiled(reorientation)) next.set(series, reorientation);
      state.setState(next, true);
      saveOrientations(storage, next);
    },
  };
}

/** How a series lies. */
export const orientationOf = (orientations: Orientations, series: string): Reorientation =>
  orientations.get(series) ?? AS_FILED;
