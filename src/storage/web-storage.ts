/** What midscope needs of a browser's small storage. */
export type SmallStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps things for as long as the page lives, where the browser keeps nothing. */
function memoryStorage(): SmallStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/**
 * The storage that `open` names, or memory: with cookies blocked a browser throws at the mere mention of
 * `localStorage`.
 */
export function storageOrMemory(open: () => SmallStorage): SmallStorage {
  try {
    return open();
  } catch {
    return memoryStorage();
  }
}

/** Keeps a value, or removes it. False when the browser refuses. */
export function keepItem(storage: SmallStorage, key: string, value: string | undefined): boolean {
  try {
    if (value === undefined) storage.removeItem(key);
    else storage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
