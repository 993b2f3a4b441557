import { createStore, type StoreApi } from 'zustand/vanilla';
import { keepItem, type SmallStorage } from '../storage/web-storage.ts';

export interface TourState {
  /** The step in front, by its name; undefined when no tour is on. */
  readonly step: string | undefined;
  /** The tour was taken or declined in this browser; until then it is offered. */
  readonly answered: boolean;
}

/** Where the guided tour of the demo is. The steps themselves belong to the tour. */
export interface TourMemory {
  readonly state: StoreApi<TourState>;
  /** Begins at the first step. */
  start(): void;
  go(step: string): void;
  end(): void;
  /** Not now: it is not offered again. */
  decline(): void;
  /** As in a browser that never saw the demo. */
  forget(): void;
}

/** In this tab: the step, so that a reload comes back to it. */
const STEP_KEY = 'midscope:tour-step';
/** In this browser: the offer was answered. */
const ANSWERED_KEY = 'midscope:tour-answered';

/** Names no step: the tour begins with whichever is its first. */
const BEGINNING = 'beginning';

export function createTourMemory(storage: SmallStorage, tab: SmallStorage): TourMemory {
  const state = createStore<TourState>(() => ({
    step: tab.getItem(STEP_KEY) ?? undefined,
    answered: storage.getItem(ANSWERED_KEY) !== null,
  }));
  // A browser that keeps nothing only forgets the tour at the next reload.
  const go = (step: string | undefined): void => {
    keepItem(tab, STEP_KEY, step);
    state.setState({ step });
  };
  const answer = (answered: boolean): void => {
    keepItem(storage, ANSWERED_KEY, answered ? '1' : undefined);
    state.setState({ answered });
  };
  return {
    state,
    start: () => {
      answer(true);
      go(BEGINNING);
    },
    go,
    end: () => go(undefined),
    decline: () => answer(true),
    forget: () => {
      go(undefined);
      answer(false);
    },
  };
}
