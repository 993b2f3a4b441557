import type { LoadedImage } from '../workers/images/image-contract.ts';

/** Decoded images by key, bounded by the memory of their pixels; the least recently used go first. */
export interface ImageCache {
  get(key: string): LoadedImage | undefined;
  set(key: string, image: LoadedImage): void;
  /** Makes the images of these keys the last ones to go. */
  refresh(keys: Iterable<string>): void;
  /** Bytes of pixels kept. */
  readonly bytes: number;
  clear(): void;
}

const sizeOf = (image: LoadedImage | undefined): number => image?.pixels.data.byteLength ?? 0;

/** @param limit most bytes of pixels kept. */
export function createImageCache(limit: number): ImageCache {
  // A Map iterates in the order of insertion, so its first key is the least recently used one.
  const kept = new Map<string, LoadedImage>();
  let total = 0;
  const remove = (key: string): void => {
    total -= sizeOf(kept.get(key));
    kept.delete(key);
  };
  const get = (key: string): LoadedImage | undefined => {
    const image = kept.get(key);
    if (!image) return undefined;
    kept.delete(key);
    kept.set(key, image);
    return image;
  };
  return {
    get bytes() {
      return total;
    },
    get,
    refresh(keys) {
      for (const key of keys) get(key);
    },
    set(key, image) {
      remove(key);
      kept.set(key, image);
      total += sizeOf(image);
      for (const oldest of kept.keys()) {
        if (total <= limit || oldest === key) break;
        remove(oldest);
      }
    },
    clear() {
      kept.clear();
      total = 0;
    },
  };
}
