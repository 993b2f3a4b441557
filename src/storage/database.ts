import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';
import type { RecentDataset } from './recent-dataset.ts';

/**
 * The one database of midscope in this origin. A new version adds a step to the upgrade chain; a step that was
 * released never changes.
 */
export interface MidscopeDatabase extends DBSchema {
  /** Last index of each dataset, for an immediate reopening. */
  indexes: { key: string; value: StoredIndex };
  /** Datasets whose agreement was acknowledged. */
  agreements: { key: string; value: { readonly dataset: string; readonly at: number } };
  /** Datasets that can be opened again; a folder with its handle. */
  recents: { key: string; value: RecentDataset };
}

export interface StoredIndex {
  readonly dataset: string;
  /** Shape of the index; another number is ignored and rebuilt. */
  readonly format: number;
  /** Tables that the index was made from, with their sizes and dates: another signature is another dataset. */
  readonly signature: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly index: DatasetIndex;
}

const VERSION = 2;

/** Opens the database, upgrading it when it is from an earlier version. Rejects when storage is refused or full. */
export const openDatabase = (): Promise<IDBPDatabase<MidscopeDatabase>> =>
  openDB<MidscopeDatabase>('midscope', VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('indexes', { keyPath: 'dataset' });
        database.createObjectStore('agreements', { keyPath: 'dataset' });
      }
      if (from < 2) database.createObjectStore('recents', { keyPath: 'id' });
    },
  });
