import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';
import { FIRST_LOOK, loadPreferences, savePreferences, type Preferences } from '../storage/preferences.ts';
import { deleteMarks } from '../storage/marks.ts';
import { loadRecent } from '../storage/recents.ts';
import { keepItem, type SmallStorage } from '../storage/web-storage.ts';
import { forgetPlace, keepPlace } from './last-place.ts';
import { openDataset, type OpenDataset } from './open-dataset.ts';
import { DEMO_ORIGIN, storageKeyOf, type DatasetOrigin } from './origin.ts';
import { createRecents, reopenSilently, type RecentDataset, type Recents } from './recents.ts';
import { createOrientationMemory, type OrientationMemory } from './orientation-memory.ts';
import { createTourMemory, type TourMemory } from './tour.ts';

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
  /** The guided tour, which is of the demo and ends with it. */
  readonly tour: TourMemory;
  readonly orientations: OrientationMemory;
  setPreferences(change: Partial<Preferences>): void;
  /** Opens a dataset in place of the one that is open. */
  open(origin: DatasetOrigin): OpenDataset;
  /** Opens what was open before the reload, or names it where the user must be asked. */
  restore(): Promise<void>;
  close(): void;
  /**
   * Puts the demo back as a newcomer finds it; other datasets, the language and the keys stay. False when the
   * browser refused to forget what it had kept.
   * @param after whether a demo that is open is opened anew, or closed.
   */
  resetDemo(after: 'open' | 'close'): Promise<boolean>;
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
  const tour = createTourMemory(storage, tab);
  const orientations = createOrientationMemory(storage);
  let openings = 0;
  const closeOpen = (): void => state.getState().dataset?.close();

  const remember = async (dataset: OpenDataset): Promise<void> => {
    const id = await recents.remember(dataset.origin);
    dataset.state.setState({ entryNotKept: id === false });
    if (id === false) return onceReadAgain(dataset, () => void remember(dataset));
    if (id === undefined) return;
    if (dataset.origin.kind === 'folder' && state.getState().dataset === dataset)
      keepItem(tab, REOPEN_KEY, id);
    onceCounted(dataset, (index) => void recents.count(id, index));
  };

  const open = (origin: DatasetOrigin): OpenDataset => {
    closeOpen();
    openings += 1;
    const dataset = openDataset(origin, openings);
    keepPlace(tab, dataset.storageKey, dataset.state);
    // The demo needs no entry to be opened again, nor a browser that keeps entries.
    keepItem(tab, REOPEN_KEY, origin.kind === 'demo' ? DEMO : undefined);
    state.setState({ dataset, before: undefined });
    void remember(dataset);
    return dataset;
  };

  const openAnew = (origin: DatasetOrigin): OpenDataset => {
    tour.end();
    return open(origin);
  };
  const close = (): void => {
    closeOpen();
    tour.end();
    keepItem(tab, REOPEN_KEY, undefined);
    forgetPlace(tab);
    state.setState({ dataset: undefined });
  };
  const setPreferences = (change: Partial<Preferences>): void => {
    const preferences = { ...state.getState().preferences, ...change };
    state.setState({ preferences, preferencesLost: !savePreferences(storage, preferences) });
  };

  return {
    state,
    recents,
    tour,
    orientations,
    setPreferences,
    open: openAnew,
    async restore() {
      const id = tab.getItem(REOPEN_KEY);
      // The tour goes on where it was.
      if (id === DEMO) return void open(DEMO_ORIGIN);
      try {
        const before = id === null ? undefined : await loadRecent(id);
        const origin = before && (await reopenSilently(before));
        // Meanwhile the user may have opened something else.
        if (state.getState().dataset) return;
        if (origin) openAnew(origin);
        else state.setState({ before });
      } catch {
        // The browser keeps nothing: the folder is picked again.
      }
    },
    close,
    async resetDemo(after) {
      const isOpen = state.getState().dataset?.origin.kind === 'demo';
      const { views } = state.getState().preferences;
      setPreferences({ ...FIRST_LOOK, views: views.filter(({ kind }) => kind !== 'synthetic') });
      tour.forget();
      forgetPlace(tab);
      if (isOpen && after === 'close') close();
      const isForgotten = (await recents.forgetDemo()) && (await forgetMarks(storageKeyOf(DEMO_ORIGIN)));
      if (isOpen && after === 'open') openAnew(DEMO_ORIGIN);
      return isForgotten;
    },
  };
}

/** Forgets what was drawn in a dataset. False when the browser refused. */
async function forgetMarks(dataset: string): Promise<boolean> {
  try {
    await deleteMarks(dataset);
    return true;
  } catch {
    return false;
  }
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

/** Tells when the dataset was read the next time: what was refused may be kept by then. */
function onceReadAgain({ state }: OpenDataset, tell: () => void): void {
  const leave = state.subscribe((now, before) => {
    if (before.progress.readings === 'done' || now.progress.readings !== 'done') return;
    leave();
    tell();
  });
}
