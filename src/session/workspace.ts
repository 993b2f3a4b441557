import { createStore, type StoreApi } from 'zustand/vanilla';
import { loadPreferences, savePreferences, type Preferences } from '../storage/preferences.ts';
import { openDataset, type OpenDataset } from './open-dataset.ts';
import { DEMO_ORIGIN, type DatasetOrigin } from './origin.ts';

export interface WorkspaceState {
  readonly preferences: Preferences;
  readonly dataset: OpenDataset | undefined;
}

/** What outlives a dataset: the settings, and which dataset is open. */
export interface Workspace {
  readonly state: StoreApi<WorkspaceState>;
  setPreferences(change: Partial<Preferences>): void;
  /** Opens a dataset in place of the one that is open. */
  open(origin: DatasetOrigin): OpenDataset;
  close(): void;
}

/** Tells, after a reload of this tab, that the demo was open. */
const REOPEN_KEY = 'midscope:reopen';

export function createWorkspace(storage: Storage, tab: Storage, language: string): Workspace {
  const state = createStore<WorkspaceState>(() => ({
    preferences: loadPreferences(storage, language),
    dataset: undefined,
  }));
  const closeOpen = (): void => state.getState().dataset?.close();
  return {
    state,
    setPreferences(change) {
      const preferences = { ...state.getState().preferences, ...change };
      savePreferences(storage, preferences);
      state.setState({ preferences });
    },
    open(origin) {
      closeOpen();
      const dataset = openDataset(origin);
      if (origin.kind === 'demo') tab.setItem(REOPEN_KEY, 'demo');
      else tab.removeItem(REOPEN_KEY);
      state.setState({ dataset });
      return dataset;
    },
    close() {
      closeOpen();
      tab.removeItem(REOPEN_KEY);
      state.setState({ dataset: undefined });
    },
  };
}

/** The dataset to open by itself after a reload. */
export const originToReopen = (tab: Pick<Storage, 'getItem'>): DatasetOrigin | undefined =>
  tab.getItem(REOPEN_KEY) === 'demo' ? DEMO_ORIGIN : undefined;
