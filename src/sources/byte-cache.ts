/** Byte arrays by key, bounded by their total size; the least recently used go first. */
export interface ByteCache<Key> {
  get(key: Key): Uint8Array<ArrayBuffer> | undefined;
  set(key: Key, bytes: Uint8Array<ArrayBuffer>): void;
}

/** @param limit the most bytes kept; a single array above it is not kept at all. */
export function byteCache<Key>(limit: number): ByteCache<Key> {
  // A Map iterates in the order of insertion, so its first key is the least recently used one.
  const kept = new Map<Key, Uint8Array<ArrayBuffer>>();
  let total = 0;
  const remove = (key: Key): void => {
    total -= kept.get(key)?.length ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const bytes = kept.get(key);
      if (!bytes) return undefined;
      kept.delete(key);
      kept.set(key, bytes);
      return bytes;
    },
    set(key, bytes) {
      remove(key);
      if (bytes.length > limit) return;
      kept.set(key, bytes);
      total += bytes.length;
      for (const oldest of kept.keys()) {
        if (total <= limit) break;
        remove(oldest);
      }
    },
  };
}
