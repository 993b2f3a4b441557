import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GuidePlacement } from '../domain/thorax/guide-placement.ts';

interface GuideState {
  readonly isOn: boolean;
  /** Where the schematic was put, by the path of the image. */
  readonly placements: ReadonlyMap<string, GuidePlacement>;
}

/** The schematic guide over films: whether it is shown, and where it lies on each, as long as the dataset is open. */
export interface GuideMemory {
  readonly state: StoreApi<GuideState>;
  toggle(): void;
  /** Puts it somewhere on an image; undefined: back to where it first lies. */
  place(image: string, placement: GuidePlacement | undefined): void;
}

export function createGuideMemory(): GuideMemory {
  const state = createStore<GuideState>(() => ({ isOn: false, placements: new Map() }));
  return {
    state,
    toggle: () => state.setState(({ isOn }) => ({ isOn: !isOn })),
    place: (image, placement) =>
      state.setState(({ placements }) => {
        const next = new Map(placements);
        if (placement) next.set(image, placement);
        else next.delete(image);
        return { placements: next };
      }),
  };
}
