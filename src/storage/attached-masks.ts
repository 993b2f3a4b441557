import { isAttachedMask, type AttachedMask } from './attached-mask.ts';
import { openDatabase } from './database.ts';

/** The masks of a dataset, the oldest first; records that are not understood are left alone. */
export async function loadAttachedMasks(dataset: string): Promise<readonly AttachedMask[]> {
  const database = await openDatabase();
  try {
    const found: readonly unknown[] = await database.getAllFromIndex('masks', 'dataset', dataset);
    return found.filter(isAttachedMask).toSorted((one, other) => one.at - other.at);
  } finally {
    database.close();
  }
}

/** Rejects when storage is refused or full. */
export async function saveAttachedMask(mask: AttachedMask): Promise<void> {
  const database = await openDatabase();
  try {
    await database.put('masks', mask);
  } finally {
    database.close();
  }
}

export async function deleteAttachedMask(id: string): Promise<void> {
  const database = await openDatabase();
  try {
    await database.delete('masks', id);
  } finally {
    database.close();
  }
}
