import type { DatasetPath } from '../domain/brand.ts';
import type { LoadedImage } from '../workers/images/image-contract.ts';

/** Decoded images by key, bounded by the memory of their pixels; the least recently used go first. */
export interface ImageCache {
  get(key: string): LoadedImage | undefined;
  /** Whether an image is kept; asking does not count as use. */
  has(key: string): boolean;
  /** @param isPart of a volume too large to be kept whole: its slices may go while others of them are on screen. */
  set(key: string, image: LoadedImage, isPart?: boolean): void;
  /**
   * Names the files that are on screen, in place of those before: their images are the last ones to go. A volume is
   * read as a whole, so none of its slices goes while it is on screen, even if it alone is larger than the bound.
   */
  hold(files: ReadonlySet<DatasetPath>): void;
  /** Lets go of every image of a file. */
  forget(file: DatasetPath): void;
  /** Lets go of every image of another file. */
  retain(files: ReadonlySet<DatasetPath>): void;
  /** Bytes of pixels kept. */
  readonly bytes: number;
  clear(): void;
}

interface Kept {
  readonly image: LoadedImage;
  readonly isPart: boolean;
}

const sizeOf = (kept: Kept | undefined): number => kept?.image.pixels.data.byteLength ?? 0;

/**
 * @param limit most bytes of pixels kept.
 * @param onChange called when more or less is kept.
 */
export function createImageCache(limit: number, onChange: () => void = () => undefined): ImageCache {
  // A Map iterates in the order of insertion, so its first key is the least recently used one.
  const kept = new Map<string, Kept>();
  let held: ReadonlySet<DatasetPath> = new Set();
  let total = 0;
  const remove = (key: string): void => {
    total -= sizeOf(kept.get(key));
    kept.delete(key);
  };
  const removeAll = (mayGo: (path: DatasetPath) => boolean): void => {
    for (const [key, { image }] of kept) if (mayGo(image.path)) remove(key);
    onChange();
  };
  const makeRoom = (mayGo: (one: Kept) => boolean): void => {
    for (const [key, one] of kept) {
      if (total <= limit) return;
      if (mayGo(one)) remove(key);
    }
  };
  return {
    get bytes() {
      return total;
    },
    has: (key) => kept.has(key),
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.image;
    },
    set(key, image, isPart = false) {
      remove(key);
      const own = { image, isPart };
      kept.set(key, own);
      total += sizeOf(own);
      makeRoom((one) => one !== own && !held.has(one.image.path));
      makeRoom((one) => one !== own && (one.isPart || one.image.container !== 'nifti'));
      onChange();
    },
    hold(files) {
      held = files;
    },
    forget: (file) => removeAll((path) => path === file),
    retain: (files) => removeAll((path) => !files.has(path)),
    clear() {
      kept.clear();
      total = 0;
      onChange();
    },
  };
}
