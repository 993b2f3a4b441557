import { createStore, type StoreApi } from 'zustand/vanilla';
import { compareIndexes, type IndexChanges } from '../domain/dataset/compare-indexes.ts';
import type { DatasetIndex, IndexProgress, PhaseState } from '../domain/dataset/dataset-index.ts';
import { isAbort, toFailure, type Failure } from '../domain/error.ts';
import type { Issue } from '../domain/issues.ts';
import { transfersOf } from '../sources/source-descriptor.ts';
import { loadIndex, saveIndex } from '../storage/index-cache.ts';
import { createIndexClient } from '../workers/index/index-client.ts';
import type { IndexEvent } from '../workers/index/index-contract.ts';
import { createImageStore, type ImageStore } from './image-store.ts';
import { describeOrigin, originKey, type DatasetOrigin } from './origin.ts';

export interface DatasetState {
  /** What is known; undefined until the tables were read. */
  readonly index: DatasetIndex | undefined;
  readonly progress: IndexProgress;
  /** Milliseconds since 1970 of the kept index that is shown while the folder is read again. */
  readonly keptAt: number | undefined;
  /** How the folder differs from the kept index, once it was read again. */
  readonly changes: IndexChanges | undefined;
  readonly failure: Failure | undefined;
  /** What showing images and masks brought up beyond the index. */
  readonly met: readonly Issue[];
  /** The index could not be kept for the next time. */
  readonly notKept: boolean;
}

const WAITING: IndexProgress = {
  tables: 'running',
  files: 'waiting',
  filesFound: 0,
  readings: 'waiting',
  readingsDone: 0,
  readingsTotal: 0,
};

/** The dataset that is open: its index, and the workers that read it. Closed as a whole. */
export interface OpenDataset {
  readonly origin: DatasetOrigin;
  readonly key: string;
  readonly state: StoreApi<DatasetState>;
  readonly images: ImageStore;
  /** Adds an issue that showing a file brought up; the same one once. */
  report(issue: Issue): void;
  /** Holds or continues the reading of sidecars and headers. */
  pause(paused: boolean): void;
  /** Stops reading; what was found stays. */
  cancel(): void;
  /** Reads the folder again. */
  rescan(): void;
  close(): void;
}

const stop = (phase: PhaseState): PhaseState => (phase === 'done' ? phase : 'cancelled');

const cancelled = (progress: IndexProgress): IndexProgress => {
  return {
    ...progress,
    tables: stop(progress.tables),
    files: stop(progress.files),
    readings: stop(progress.readings),
  };
};

/** Opens a dataset and begins to read it. */
export function openDataset(origin: DatasetOrigin): OpenDataset {
  const key = originKey(origin);
  const state = createStore<DatasetState>(() => ({
    index: undefined,
    progress: WAITING,
    keptAt: undefined,
    changes: undefined,
    failure: undefined,
    met: [],
    notKept: false,
  }));
  const client = createIndexClient();
  const images = createImageStore(origin);
  let scanning = new AbortController();

  const scan = async (): Promise<void> => {
    const { signal } = scanning;
    const started = performance.now();
    const measures = createMeasures(started);
    let signature = '';
    const onEvent = (event: IndexEvent): void => {
      if (event.kind === 'signature') {
        signature = event.signature;
        void showKept(key, signature, signal, state).then((shown) => shown && measures.tables());
        return;
      }
      if (event.kind === 'progress') return state.setState({ progress: event.progress });
      receiveIndex(state, event.index);
      measures.tables();
      if (event.index.progress.files === 'done') measures.index();
    };
    try {
      const source = describeOrigin(origin);
      await client.call('scan', { source }, { signal, onEvent, transfer: transfersOf(source) });
    } catch (thrown) {
      if (isAbort(thrown)) state.setState(({ progress }) => ({ progress: cancelled(progress) }));
      else state.setState({ failure: toFailure(thrown) });
      return;
    }
    // The demo is made anew in an instant, and may differ from one version of midscope to the next.
    if (origin.kind !== 'demo') await keep(key, signature, state);
  };

  void scan();
  return {
    origin,
    key,
    state,
    images,
    report: (issue) =>
      state.setState(({ met }) =>
        met.some(({ code, path }) => code === issue.code && path === issue.path)
          ? {}
          : { met: [...met, issue] },
      ),
    pause: (paused) => {
      void client.call('pause', { paused }, { signal: new AbortController().signal });
    },
    cancel: () => scanning.abort(),
    rescan: () => {
      scanning.abort();
      scanning = new AbortController();
      state.setState({ progress: WAITING, failure: undefined, changes: undefined });
      void scan();
    },
    close: () => {
      scanning.abort();
      client.close();
      images.close();
    },
  };
}

/** Shows the kept index while the folder is read again, if it is of the same tables. */
async function showKept(
  key: string,
  signature: string,
  signal: AbortSignal,
  state: StoreApi<DatasetState>,
): Promise<boolean> {
  try {
    const kept = await loadIndex(key);
    const { index, progress } = state.getState();
    if (kept?.signature !== signature || signal.aborted || index || progress.files === 'done') return false;
    state.setState({ index: kept.index, keptAt: kept.at });
    return true;
  } catch {
    // Storage is refused or broken: the folder is being read anyway.
    return false;
  }
}

/** A kept index is complete and stays until the folder is known as well as it was. */
function receiveIndex(state: StoreApi<DatasetState>, index: DatasetIndex): void {
  const { index: shown, keptAt } = state.getState();
  if (keptAt === undefined || !shown) return state.setState({ index });
  if (index.progress.readings !== 'done') return;
  state.setState({ index, keptAt: undefined, changes: compareIndexes(shown, index) });
}

async function keep(key: string, signature: string, state: StoreApi<DatasetState>): Promise<void> {
  const { index } = state.getState();
  if (!index) return;
  try {
    await saveIndex(key, signature, Date.now(), index);
  } catch {
    state.setState({ notKept: true });
  }
}

/** User Timing of one scan; each measure is taken once, after the frame that shows it. */
function createMeasures(started: number): { tables(): void; index(): void } {
  const taken = new Set<string>();
  const take = (name: string): void => {
    if (taken.has(name)) return;
    taken.add(name);
    requestAnimationFrame(() => performance.measure(name, { start: started }));
  };
  return { tables: () => take('midscope:tables'), index: () => take('midscope:index') };
}
