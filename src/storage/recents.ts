import { openDatabase } from './database.ts';
import type { RecentCounts, RecentDataset } from './recent-dataset.ts';

/** More than anyone looks through; the oldest give way. */
const MOST = 12;

/** The latest first. */
export async function loadRecents(): Promise<readonly RecentDataset[]> {
  const database = await openDatabase();
  try {
    const all = await database.getAll('recents');
    return all.toSorted((one, other) => other.openedAt - one.openedAt);
  } finally {
    database.close();
  }
}

export async function loadRecent(id: string): Promise<RecentDataset | undefined> {
  const database = await openDatabase();
  try {
    return await database.get('recents', id);
  } finally {
    database.close();
  }
}

/** Adds or replaces one. */
export async function saveRecent(recent: RecentDataset): Promise<void> {
  const database = await openDatabase();
  try {
    const store = database.transaction('recents', 'readwrite').store;
    await store.put(recent);
    const all = (await store.getAll()).toSorted((one, other) => other.openedAt - one.openedAt);
    await Promise.all(all.slice(MOST).map(({ id }) => store.delete(id)));
    await store.transaction.done;
  } finally {
    database.close();
  }
}

/** Notes what a dataset holds, unless it was forgotten meanwhile. */
export async function countRecent(id: string, counts: RecentCounts): Promise<void> {
  const database = await openDatabase();
  try {
    const store = database.transaction('recents', 'readwrite').store;
    const recent = await store.get(id);
    if (recent) await store.put({ ...recent, counts });
    await store.transaction.done;
  } finally {
    database.close();
  }
}

/** Forgets a dataset with the index that was kept of it under another key. */
export async function deleteRecent(id: string, index: string): Promise<void> {
  const database = await openDatabase();
  try {
    const both = database.transaction(['recents', 'indexes'], 'readwrite');
    await Promise.all([both.objectStore('recents').delete(id), both.objectStore('indexes').delete(index)]);
    await both.done;
  } finally {
    database.close();
  }
}
