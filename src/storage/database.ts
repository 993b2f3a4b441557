import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';
import type { AttachedMask } from './attached-mask.ts';
import type { RecentDataset } from './recent-dataset.ts';
import type { StoredMark } from './stored-mark.ts';

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
  /** What the user has drawn and said, a record each, so that two tabs do not write over each other's. */
  marks: { key: string; value: StoredMark; indexes: { dataset: string } };
  /** Masks that the user has put on images. */
  masks: { key: string; value: AttachedMask; indexes: { dataset: string } };
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

const VERSION = 4;

/**
 * Opens the database, upgrading it when it is from an earlier version. Rejects when storage is refused or full.
 * @param onWanted a later version waits for this connection to be closed; for one that stays open
 */
export const openDatabase = (onWanted?: () => void): Promise<IDBPDatabase<MidscopeDatabase>> =>
  openDB<MidscopeDatabase>('midscope', VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('indexes', { keyPath: 'dataset' });
        database.createObjectStore('agreements', { keyPath: 'dataset' });
      }
      if (from < 2) database.createObjectStore('recents', { keyPath: 'id' });
      if (from < 3) database.createObjectStore('marks', { keyPath: 'id' }).createIndex('dataset', 'dataset');
      if (from < 4) database.createObjectStore('masks', { keyPath: 'id' }).createIndex('dataset', 'dataset');
    },
    ...(onWanted && { blocking: onWanted }),
  });
