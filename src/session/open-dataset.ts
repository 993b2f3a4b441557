import { createStore, type StoreApi } from 'zustand/vanilla';
import { isAbort, toFailure, type Failure } from '../domain/error.ts';
import type { Issue } from '../domain/issues.ts';
import { transfersOf } from '../sources/source-descriptor.ts';
import { createIndexClient } from '../workers/index/index-client.ts';
import type { IndexEvent } from '../workers/index/index-contract.ts';
import { createGuideMemory, type GuideMemory } from './guide-memory.ts';
import { createAttachedMasks, type AttachedMasks } from './attached-masks.ts';
import { findLoss, mayBeLoss } from './dataset-access.ts';
import {
  beginAgain,
  cancelled,
  INITIAL_STATE,
  keepIndex,
  receiveIndex,
  showKept,
  type DatasetState,
} from './dataset-state.ts';
import { createImageStore, type ImageStore } from './image-store.ts';
import { createMarkStore, type MarkStore } from './mark-store.ts';
import { describeOrigin, storageKeyOf, type DatasetOrigin } from './origin.ts';
import { untilSettled } from './when-idle.ts';

export type { DatasetState } from './dataset-state.ts';

/** The dataset that is open: its index, and the workers that read it. Closed as a whole. */
export interface OpenDataset {
  readonly origin: DatasetOrigin;
  /** Of this opening alone, so that nothing asked of one dataset is answered with another of its name. */
  readonly key: string;
  /** Under which the browser keeps things of this dataset, from one opening to the next. */
  readonly storageKey: string;
  readonly state: StoreApi<DatasetState>;
  readonly images: ImageStore;
  /** What the user has drawn on its images. */
  readonly marks: MarkStore;
  /** Masks that the user has put on its images. */
  readonly attached: AttachedMasks;
  /** The schematic over its films. */
  readonly guides: GuideMemory;
  /** Adds an issue that showing a file brought up; the same one once. */
  report(issue: Issue): void;
  /** Holds or continues the reading of sidecars and headers. */
  pause(paused: boolean): void;
  /** Stops reading; what was found stays. */
  cancel(): void;
  /** Reads the folder again. */
  rescan(): void;
  /** Looks whether the dataset can be read, and says so in the state; one that can be again is read again. */
  checkAccess(): Promise<void>;
  close(): void;
}

/**
 * Opens a dataset and begins to read it.
 * @param opening a number that no other opening has.
 */
export function openDataset(origin: DatasetOrigin, opening: number): OpenDataset {
  const storageKey = storageKeyOf(origin);
  const state = createStore<DatasetState>(() => INITIAL_STATE);
  const client = createIndexClient();
  const images = createImageStore(origin);
  const marks = createMarkStore(storageKey);
  const closing = new AbortController();
  const checkAccess = createAccessCheck(origin, state, closing.signal, () => rescan());
  let scanning = new AbortController();

  const scan = async (): Promise<void> => {
    const { signal } = scanning;
    const measures = createMeasures(performance.now());
    let signature = '';
    const recall = async (): Promise<void> => {
      if (await showKept(storageKey, signature, signal, state)) {
        measures.tables();
        await untilSettled(signal);
      }
      if (signal.aborted) return;
      const isKept = state.getState().keptAt !== undefined;
      // What ends this call ends the scan too, which says so.
      await client.call('goOn', { isKept }, { signal }).catch(() => undefined);
    };
    const onEvent = (event: IndexEvent): void => {
      if (event.kind === 'signature') {
        signature = event.signature;
        return void recall();
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
      if (!isAbort(thrown)) return void (await checkAccess(toFailure(thrown)));
      // A scan that another one has replaced has nothing to say.
      if (scanning.signal === signal) state.setState(({ progress }) => ({ progress: cancelled(progress) }));
      return;
    }
    const isDoubtful = state.getState().index?.issues.some(({ code }) => mayBeLoss(code)) ?? false;
    // What was read of a folder that went away meanwhile must not replace what was kept of the whole.
    if (isDoubtful && (await checkAccess())) return;
    // The demo is made anew in an instant, and may differ from one version of midscope to the next.
    if (origin.kind !== 'demo') await keepIndex(storageKey, signature, state);
  };

  const rescan = (): void => {
    scanning.abort();
    scanning = new AbortController();
    state.setState(beginAgain(state.getState(), Date.now()));
    void scan();
  };

  void scan();
  return {
    origin,
    key: `${storageKey} ${opening}`,
    storageKey,
    state,
    images,
    marks,
    attached: createAttachedMasks(storageKey),
    guides: createGuideMemory(),
    report: (issue) => {
      if (mayBeLoss(issue.code)) void checkAccess();
      state.setState(({ met }) =>
        met.some(({ code, path }) => code === issue.code && path === issue.path)
          ? {}
          : { met: [...met, issue] },
      );
    },
    pause: (paused) => {
      void client.call('pause', { paused }, { signal: new AbortController().signal });
    },
    cancel: () => scanning.abort(),
    rescan,
    checkAccess: async () => void (await checkAccess()),
    close: () => {
      closing.abort();
      scanning.abort();
      client.close();
      images.close();
      marks.close();
    },
  };
}

/**
 * Looks whether the dataset can be read, once at a time, and says so in the state together with the failure that
 * made one look; one that was lost and can be read again is read again. True when it cannot be read.
 */
function createAccessCheck(
  origin: DatasetOrigin,
  state: StoreApi<DatasetState>,
  closing: AbortSignal,
  readAgain: () => void,
): (failure?: Failure) => Promise<boolean> {
  let looking: ReturnType<typeof findLoss> | undefined;
  return async (failure) => {
    looking ??= findLoss(origin, state.getState().index?.images.paths ?? []);
    const loss = await looking;
    looking = undefined;
    if (closing.aborted) return false;
    if (!loss && state.getState().loss) readAgain();
    else state.setState({ loss, ...(failure && { failure }) });
    return loss !== undefined;
  };
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
