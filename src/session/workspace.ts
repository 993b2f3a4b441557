import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';
import { loadPreferences, savePreferences, type Preferences } from '../storage/preferences.ts';
import { loadRecent } from '../storage/recents.ts';
import { keepItem, type SmallStorage } from '../storage/web-storage.ts';
import { openDataset, type OpenDataset } from './open-dataset.ts';
import { DEMO_ORIGIN, type DatasetOrigin } from './origin.ts';
import { createRecents, reopenSilently, type RecentDataset, type Recents } from './recents.ts';

export interface WorkspaceState {
  readonly preferences: Preferences;
  /** The browser refused to keep the settings. */
  readonly preferencesLost: boolean;
  readonly dataset: OpenDataset | undefined;
  /** What was open before the reload and can be opened again by a click. */
  readonly before: RecentDataset | undefined;
}

/** What outlives a dataset: the settings, what was opened lately, and which dataset is open. */
export interface Workspace {
  readonly state: StoreApi<WorkspaceState>;
  readonly recents: Recents;
  setPreferences(change: Partial<Preferences>): void;
  /** Opens a dataset in place of the one that is open. */
  open(origin: DatasetOrigin): OpenDataset;
  /** Opens what was open before the reload, or names it where the user must be asked. */
  restore(): Promise<void>;
  close(): void;
}

/** In this tab: the entry of the dataset that is open. */
const REOPEN_KEY = 'midscope:reopen';
const DEMO = 'demo';

export function createWorkspace(storage: SmallStorage, tab: SmallStorage, language: string): Workspace {
  const state = createStore<WorkspaceState>(() => ({
    preferences: loadPreferences(storage, language),
    preferencesLost: false,
    dataset: undefined,
    before: undefined,
  }));
  const recents = createRecents();
  let openings = 0;
  const closeOpen = (): void => state.getState().dataset?.close();

  const remember = async (dataset: OpenDataset): Promise<void> => {
    const id = await recents.remember(dataset.origin);
    if (id === false) dataset.state.setState({ notKept: true });
    if (id === false || id === undefined) return;
    if (dataset.origin.kind === 'folder' && state.getState().dataset === dataset)
      keepItem(tab, REOPEN_KEY, id);
    onceCounted(dataset, (index) => void recents.count(id, index));
  };

  const open = (origin: DatasetOrigin): OpenDataset => {
    closeOpen();
    openings += 1;
    const dataset = openDataset(origin, openings);
    // The demo needs no entry to be opened again, nor a browser that keeps entries.
    keepItem(tab, REOPEN_KEY, origin.kind === 'demo' ? DEMO : undefined);
    state.setState({ dataset, before: undefined });
    void remember(dataset);
    return dataset;
  };

  return {
    state,
    recents,
    setPreferences(change) {
      const preferences = { ...state.getState().preferences, ...change };
      state.setState({ preferences, preferencesLost: !savePreferences(storage, preferences) });
    },
    open,
    async restore() {
      const id = tab.getItem(REOPEN_KEY);
      if (id === DEMO) return void open(DEMO_ORIGIN);
      try {
        const before = id === null ? undefined : await loadRecent(id);
        const origin = before && (await reopenSilently(before));
        // Meanwhile the user may have opened something else.
        if (state.getState().dataset) return;
        if (origin) open(origin);
        else state.setState({ before });
      } catch {
        // The browser keeps nothing: the folder is picked again.
      }
    },
    close() {
      closeOpen();
      keepItem(tab, REOPEN_KEY, undefined);
      state.setState({ dataset: undefined });
    },
  };
}

/** Tells the index once all files are known. */
function onceCounted(dataset: OpenDataset, tell: (index: DatasetIndex) => void): void {
  const look = (): boolean => {
    const { index } = dataset.state.getState();
    if (index?.progress.files !== 'done') return false;
    tell(index);
    return true;
  };
  if (look()) return;
  const leave = dataset.state.subscribe(() => {
    if (look()) leave();
  });
}
