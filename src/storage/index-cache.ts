import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';
import { openDatabase, type StoredIndex } from './database.ts';

/** Raised whenever the shape of the index, or what is read for it, changes: older entries are rebuilt. */
const FORMAT = 8;

export async function loadIndex(dataset: string): Promise<StoredIndex | undefined> {
  const database = await openDatabase();
  try {
    const stored = await database.get('indexes', dataset);
    return stored?.format === FORMAT ? stored : undefined;
  } finally {
    database.close();
  }
}

export async function saveIndex(
  dataset: string,
  signature: string,
  at: number,
  index: DatasetIndex,
): Promise<void> {
  const database = await openDatabase();
  try {
    await database.put('indexes', { dataset, format: FORMAT, signature, at, index });
  } finally {
    database.close();
  }
}
