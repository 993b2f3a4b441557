import type { StoreApi } from 'zustand/vanilla';
import { compareIndexes, type IndexChanges } from '../domain/dataset/compare-indexes.ts';
import {
  NOT_BEGUN,
  type DatasetIndex,
  type IndexProgress,
  type PhaseState,
} from '../domain/dataset/dataset-index.ts';
import type { Failure } from '../domain/error.ts';
import type { Issue } from '../domain/issues.ts';
import { loadIndex, saveIndex } from '../storage/index-cache.ts';
import { mayBeLoss, type AccessLoss } from './dataset-access.ts';

export interface DatasetState {
  /** What is known; undefined until the tables were read. */
  readonly index: DatasetIndex | undefined;
  readonly progress: IndexProgress;
  /** Milliseconds since 1970 of the kept index that is shown while the folder is read again. */
  readonly keptAt: number | undefined;
  /** How the folder differs from the kept index, once it was read again. */
  readonly changes: IndexChanges | undefined;
  readonly failure: Failure | undefined;
  /** The dataset as a whole cannot be read for now; what was read stays. */
  readonly loss: AccessLoss | undefined;
  /** What showing images and masks brought up beyond the index. */
  readonly met: readonly Issue[];
  /** The browser refused to keep the index for the next time. */
  readonly indexNotKept: boolean;
  /** The browser refused to keep the dataset among the recent ones. */
  readonly entryNotKept: boolean;
  /** The cases that were on screen, the last one first. */
  readonly recentCases: readonly CaseIds[];
  /** The session that was in front last, in the list or as a case: the list comes back to it. */
  readonly place: CaseIds | undefined;
}

export interface CaseIds {
  readonly subject: string;
  readonly session: string;
}

/** More cases than these are not gone back to without the library. */
const MOST_RECENT = 8;

/** Recent cases with the one that is on screen now. */
export const withCase = (recent: readonly CaseIds[], { subject, session }: CaseIds): readonly CaseIds[] =>
  [{ subject, session }, ...recent.filter((one) => one.subject !== subject || one.session !== session)].slice(
    0,
    MOST_RECENT,
  );

export const INITIAL_STATE: DatasetState = {
  index: undefined,
  progress: NOT_BEGUN,
  keptAt: undefined,
  changes: undefined,
  failure: undefined,
  loss: undefined,
  met: [],
  indexNotKept: false,
  entryNotKept: false,
  recentCases: [],
  place: undefined,
};

/** A whole index stays in sight while the folder is read again, as one from another day does. */
export const beginAgain = ({ index, keptAt, met }: DatasetState, now: number): Partial<DatasetState> => ({
  progress: NOT_BEGUN,
  failure: undefined,
  changes: undefined,
  loss: undefined,
  met: met.filter(({ code }) => !mayBeLoss(code)),
  keptAt: index?.progress.readings === 'done' ? (keptAt ?? now) : undefined,
});

const stop = (phase: PhaseState): PhaseState => (phase === 'done' ? phase : 'cancelled');

export const cancelled = (progress: IndexProgress): IndexProgress => ({
  ...progress,
  tables: stop(progress.tables),
  files: stop(progress.files),
  readings: stop(progress.readings),
});

/** Shows the kept index while the folder is read again, if it is of the same tables. */
export async function showKept(
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
export function receiveIndex(state: StoreApi<DatasetState>, index: DatasetIndex): void {
  const { index: shown, keptAt } = state.getState();
  if (keptAt === undefined || !shown) return state.setState({ index });
  if (index.progress.readings !== 'done') return;
  state.setState({ index, keptAt: undefined, changes: compareIndexes(shown, index) });
}

export async function keepIndex(
  key: string,
  signature: string,
  state: StoreApi<DatasetState>,
): Promise<void> {
  const { index } = state.getState();
  if (!index) return;
  try {
    await saveIndex(key, signature, Date.now(), index);
    state.setState({ indexNotKept: false });
  } catch {
    state.setState({ indexNotKept: true });
  }
}
