import { openDatabase } from './database.ts';

export async function isAcknowledged(dataset: string): Promise<boolean> {
  const database = await openDatabase();
  try {
    return (await database.get('agreements', dataset)) !== undefined;
  } finally {
    database.close();
  }
}

export async function acknowledge(dataset: string, at: number): Promise<void> {
  const database = await openDatabase();
  try {
    await database.put('agreements', { dataset, at });
  } finally {
    database.close();
  }
}
