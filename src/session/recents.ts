import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { askToRead, isReadable } from '../sources/file-system-access.ts';
import { handleSource } from '../sources/handle-source.ts';
import { DATASET_ROOT } from '../domain/dataset/file-source.ts';
import type { RecentDataset } from '../storage/recent-dataset.ts';
import { countRecent, deleteRecent, loadRecents, saveRecent } from '../storage/recents.ts';
import { DEMO_ORIGIN, folderOrigin, storageKeyOf, type DatasetOrigin } from './origin.ts';

export type { RecentDataset } from '../storage/recent-dataset.ts';

export interface RecentsState {
  /** The latest first. */
  readonly list: readonly RecentDataset[];
  /** `refused`: this browser keeps nothing for the page. */
  readonly status: 'loading' | 'ready' | 'refused';
}

/** The datasets that were opened in this browser. */
export interface Recents {
  readonly state: StoreApi<RecentsState>;
  /** Reads the list, also what other tabs have added. */
  load(): Promise<void>;
  /** Notes that a dataset was opened. Undefined when there is nothing to keep, `false` when it was refused. */
  remember(origin: DatasetOrigin): Promise<string | false | undefined>;
  /** Notes what the dataset holds. */
  count(id: string, index: DatasetIndex): Promise<void>;
  /** Forgets a dataset and what was kept of it. False when the browser refused. */
  forget(recent: RecentDataset): Promise<boolean>;
  /** The same for the demo, listed or not. */
  forgetDemo(): Promise<boolean>;
}

export function createRecents(): Recents {
  const state = createStore<RecentsState>(() => ({ list: [], status: 'loading' }));
  const load = async (): Promise<void> => {
    try {
      state.setState({ list: await loadRecents(), status: 'ready' });
    } catch {
      state.setState({ list: [], status: 'refused' });
    }
  };
  const forget = async (recent: Pick<RecentDataset, 'id' | 'kind' | 'name'>): Promise<boolean> => {
    try {
      await deleteRecent(recent.id, storageKeyOf(recent));
      await load();
      return true;
    } catch {
      return false;
    }
  };
  return {
    state,
    load,
    async remember(origin) {
      if (origin.kind === 'files') return undefined;
      try {
        const known = await findKnown(await loadRecents(), origin);
        const openedAt = Date.now();
        const id = known?.id ?? newId(origin, openedAt);
        await saveRecent({ ...known, ...factsOf(origin), id, openedAt });
        return id;
      } catch {
        return false;
      }
    },
    async count(id, { release, sessions }) {
      // As in the library: a patient in a table alone has nothing to be shown.
      const subjects = new Set(sessions.subject).size;
      try {
        await countRecent(id, { release, subjects, sessions: sessions.count });
      } catch {
        // The entry stays without its counts.
      }
    },
    forget,
    forgetDemo: () => forget({ kind: 'demo', name: DEMO_ORIGIN.name, id: newId(DEMO_ORIGIN, 0) }),
  };
}

type KeptOrigin = Exclude<DatasetOrigin, { kind: 'files' }>;

/** Folders are told apart by themselves, two of one name too; the others by their names. */
const newId = ({ kind, name }: KeptOrigin, now: number): string =>
  kind === 'folder' ? `folder:${name}:${now}` : `${kind}:${name}`;

const factsOf = (origin: KeptOrigin) =>
  origin.kind === 'folder'
    ? ({ kind: 'folder', name: origin.name, handle: origin.handle } as const)
    : ({ kind: origin.kind, name: origin.name } as const);

async function findKnown(
  list: readonly RecentDataset[],
  origin: KeptOrigin,
): Promise<RecentDataset | undefined> {
  if (origin.kind !== 'folder') return list.find(({ id }) => id === newId(origin, 0));
  for (const recent of list)
    if (recent.kind === 'folder' && (await recent.handle.isSameEntry(origin.handle))) return recent;
  return undefined;
}

/** Why a recent dataset cannot be opened: the user did not allow it, or it is no longer where it was. */
export type ReopenFault = 'denied' | 'gone';

/**
 * The dataset of an entry, ready to be opened; call it in the user's gesture, in which the browser may ask.
 * @param served what the page's server offers now.
 */
export async function reopen(
  recent: RecentDataset,
  served: DatasetOrigin | undefined,
): Promise<Result<DatasetOrigin, ReopenFault>> {
  if (recent.kind === 'demo') return ok(DEMO_ORIGIN);
  if (recent.kind === 'served') return served?.name === recent.name ? ok(served) : fail('gone');
  if (!(await askToRead(recent.handle))) return fail('denied');
  try {
    await handleSource(recent.handle).list(DATASET_ROOT, new AbortController().signal);
    return ok(folderOrigin(recent.handle));
  } catch {
    return fail('gone');
  }
}

/** The dataset of an entry if nobody need be asked for it. */
export async function reopenSilently(recent: RecentDataset): Promise<DatasetOrigin | undefined> {
  if (recent.kind === 'folder' && !(await isReadable(recent.handle))) return undefined;
  const found = await reopen(recent, undefined);
  return found.ok ? found.value : undefined;
}
