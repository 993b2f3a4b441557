import type { IDBPDatabase } from 'idb';
import type { Mark } from '../domain/measure/measurement.ts';
import { openDatabase, type MidscopeDatabase } from './database.ts';
import { createMarkJournal, type MarkJournal } from './mark-journal.ts';
import { readStoredMark, storedMark, type MarkChange } from './stored-mark.ts';

export interface KeptMarks {
  readonly marks: readonly Mark[];
  /** Kept by a later midscope, which this one cannot read. */
  readonly newer: number;
}

/** Where marks are kept. Everything rejects when the browser refuses. */
export interface MarkKeeper {
  /** Everything that was marked in a dataset. */
  load(dataset: string): Promise<KeptMarks>;
  /** What is kept under some ids now. */
  loadById(ids: readonly string[]): Promise<readonly MarkChange[]>;
  /** Keeps changes, all of them or none. Each mark is a record of its own: those of another tab stay as they are. */
  save(dataset: string, changes: readonly MarkChange[]): Promise<void>;
  close(): void;
}

/** The browser's small storage, where there is one. */
function localJournal(): MarkJournal {
  try {
    return createMarkJournal(localStorage);
  } catch {
    // Blocked, or none.
    return createMarkJournal(undefined);
  }
}

/**
 * A connection that stays open, and a journal that is written before {@link MarkKeeper.save} returns: what was drawn is
 * there although the page is left, or crashes, in the same moment.
 */
export function createMarkKeeper(journal: MarkJournal = localJournal()): MarkKeeper {
  let opened: Promise<IDBPDatabase<MidscopeDatabase>> | undefined;
  const close = (): void => {
    const open = opened;
    opened = undefined;
    void open?.then((database) => database.close()).catch(() => undefined);
  };
  const connection = async (): Promise<IDBPDatabase<MidscopeDatabase>> => {
    // A newer midscope in another tab waits for this one to let go.
    opened ??= openDatabase(close);
    try {
      return await opened;
    } catch (thrown) {
      opened = undefined;
      throw thrown;
    }
  };
  const write = async (dataset: string, changes: readonly MarkChange[]): Promise<void> => {
    const transaction = (await connection()).transaction('marks', 'readwrite');
    const { store, done } = transaction;
    const writes = changes.map(({ id, mark }) =>
      mark ? store.put(storedMark(dataset, mark)) : store.delete(id),
    );
    transaction.commit();
    await Promise.all([...writes, done]);
  };
  /** Keeps what a page that is gone had only written down, unless it was changed since. */
  const recover = async (dataset: string): Promise<void> => {
    const left = journal.left(dataset);
    if (left.length === 0) return;
    const { store } = (await connection()).transaction('marks');
    const kept = await Promise.all(left.map(({ change }) => store.get(change.id)));
    const lost = left.filter(({ at }, index) => (kept[index]?.changedAt ?? 0) <= at);
    await write(
      dataset,
      lost.map(({ change }) => change),
    );
    journal.forget(left);
  };
  return {
    async load(dataset) {
      await recover(dataset);
      const kept: readonly unknown[] = await (
        await connection()
      ).getAllFromIndex('marks', 'dataset', dataset);
      const read = kept.map(readStoredMark);
      return {
        marks: read.filter((mark) => mark !== undefined && mark !== 'newer'),
        newer: read.filter((mark) => mark === 'newer').length,
      };
    },
    async loadById(ids) {
      const { store } = (await connection()).transaction('marks');
      return Promise.all(
        ids.map(async (id) => {
          const mark = readStoredMark(await store.get(id));
          return { id, mark: mark === 'newer' ? undefined : mark };
        }),
      );
    },
    async save(dataset, changes) {
      journal.add(dataset, changes);
      await write(dataset, changes);
      journal.done(dataset, changes);
    },
    close,
  };
}

/** Forgets everything that was marked in a dataset. */
export async function deleteMarks(dataset: string): Promise<void> {
  const database = await openDatabase();
  try {
    const { store, done } = database.transaction('marks', 'readwrite');
    const ids = await store.index('dataset').getAllKeys(dataset);
    await Promise.all([...ids.map((id) => store.delete(id)), done]);
    const journal = localJournal();
    journal.forget(journal.left(dataset));
  } finally {
    database.close();
  }
}
