import { readStoredMark, storedMark, type MarkChange } from './stored-mark.ts';
import type { SmallStorage } from './web-storage.ts';

/** Changes that are on their way to the database, written down where that is done at once. */
export interface MarkJournal {
  /** Writes changes down; what was written of the same marks gives way. */
  add(dataset: string, changes: readonly MarkChange[]): void;
  /** These are kept now; what was written of the same marks since stays. */
  done(dataset: string, changes: readonly MarkChange[]): void;
  /** What no page has said to be kept, as after a crash, with the keys it stands under. */
  left(dataset: string): readonly JournalEntry[];
  forget(entries: readonly JournalEntry[]): void;
}

export interface JournalEntry {
  readonly key: string;
  readonly change: MarkChange;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
}

/** One entry a mark, so that tabs do not write over each other's. */
const PREFIX = 'midscope:mark:';

/** What the journal needs of a browser's small storage: its keys, too. */
export type ListedStorage = SmallStorage & Pick<Storage, 'key' | 'length'>;

function readEntry(key: string, text: string | null, dataset: string): JournalEntry | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null || !('dataset' in value) || value.dataset !== dataset)
      return undefined;
    const at = 'at' in value && typeof value.at === 'number' ? value.at : 0;
    const id = key.slice(PREFIX.length);
    const mark = 'mark' in value ? readStoredMark(value.mark) : undefined;
    return mark === 'newer' ? undefined : { key, at, change: { id, mark } };
  } catch {
    // Written by something else.
    return undefined;
  }
}

/** A storage that refuses loses nothing but this: the database is what keeps marks. */
export function createMarkJournal(storage: ListedStorage | undefined): MarkJournal {
  const attempt = (write: (to: ListedStorage) => void): void => {
    try {
      if (storage) write(storage);
    } catch {
      // Full, or forbidden.
    }
  };
  return {
    add: (dataset, changes) =>
      attempt((to) => {
        for (const { id, mark } of changes) {
          const kept = mark && storedMark(dataset, mark);
          to.setItem(PREFIX + id, JSON.stringify({ dataset, at: Date.now(), ...(kept && { mark: kept }) }));
        }
      }),
    done: (dataset, changes) =>
      attempt((to) => {
        for (const { id, mark } of changes) {
          const written = readEntry(PREFIX + id, to.getItem(PREFIX + id), dataset);
          if (written?.change.mark?.changedAt === mark?.changedAt) to.removeItem(PREFIX + id);
        }
      }),
    left(dataset) {
      const found: JournalEntry[] = [];
      attempt((from) => {
        for (let at = 0; at < from.length; at++) {
          const key = from.key(at);
          const entry = key?.startsWith(PREFIX) ? readEntry(key, from.getItem(key), dataset) : undefined;
          if (entry) found.push(entry);
        }
      });
      return found;
    },
    forget: (entries) => attempt((to) => entries.forEach(({ key }) => to.removeItem(key))),
  };
}
