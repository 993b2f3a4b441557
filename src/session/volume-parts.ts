import type { ImageFileRef, LoadedImage, WantedSlices } from '../workers/images/image-contract.ts';

type Frames = NonNullable<WantedSlices['frames']>;

/** The part of a volume that a slice is in, where parts of so many slices lie end to end. */
export function partOf(slice: number, slices: number, perPart: number): Frames {
  const from = Math.floor(slice / perPart) * perPart;
  return { from, to: Math.min(slices, from + perPart) };
}

/** Slices from the end of a part, as a share of it, at which the next part is read ahead. */
const NEAR = 1 / 4;

/** The part to read ahead of scrolling on from a slice; nothing in the middle of a part, and at the ends. */
export function nextPart(slice: number, slices: number, perPart: number): Frames | undefined {
  const { from, to } = partOf(slice, slices, perPart);
  const near = Math.max(1, Math.floor(NEAR * (to - from)));
  if (slice >= to - near && to < slices) return partOf(to, slices, perPart);
  return slice < from + near && from > 0 ? partOf(from - 1, slices, perPart) : undefined;
}

interface VolumePartsOptions {
  readonly read: (
    request: { readonly file: ImageFileRef } & WantedSlices,
    signal: AbortSignal,
  ) => Promise<readonly LoadedImage[]>;
  /** Whether a slice is in memory. */
  readonly has: (file: ImageFileRef, slice: number) => boolean;
  /** Bytes of pixels that one part may take. */
  readonly partBytes: number;
}

/** A volume that is too large to be kept whole. */
export interface LargeVolume {
  readonly file: ImageFileRef;
  readonly slices: number;
  readonly bytes: number;
}

/** Reads volumes in parts. */
export interface VolumeParts {
  load(volume: LargeVolume, slice: number, signal: AbortSignal): Promise<LoadedImage>;
  /** Stops reading what is of no such file. */
  retain(isWanted: (file: ImageFileRef) => boolean): void;
}

/** A part on its way. */
interface Reading {
  readonly file: ImageFileRef;
  readonly stop: AbortController;
  readonly images: Promise<readonly LoadedImage[]>;
  /** Who still wants a slice of it. */
  waiting: number;
}

/**
 * A gzipped volume can only be inflated from its beginning, so whoever scrolls would begin anew with every slice. A part
 * that was begun is therefore read to its end, whatever becomes of the slice that was asked for, until another part of
 * the file is wanted instead; and the part beside it is read ahead.
 */
export function createVolumeParts({ read, has, partBytes }: VolumePartsOptions): VolumeParts {
  const verified = new Set<string>();
  const readings = new Map<string, Reading>();

  const begin = (key: string, file: ImageFileRef, frames: Frames): Reading => {
    const stop = new AbortController();
    const isVerified = verified.has(file.path);
    const images = read({ file, frames, ...(isVerified && { isVerified }) }, stop.signal);
    const reading = { file, stop, images, waiting: 0 };
    readings.set(key, reading);
    const done = (): void => {
      if (readings.get(key) === reading) readings.delete(key);
    };
    images
      .then(
        () => verified.add(file.path),
        () => undefined,
      )
      .finally(done);
    return reading;
  };

  const part = (file: ImageFileRef, frames: Frames): Reading => {
    const key = `${frames.from} ${file.path}`;
    return readings.get(key) ?? begin(key, file, frames);
  };

  /** The images of a part, for which parts of the same file that nobody waits for have to stand back. */
  const wait = async (file: ImageFileRef, frames: Frames, signal: AbortSignal) => {
    const own = part(file, frames);
    own.waiting += 1;
    const leave = (): void => {
      own.waiting -= 1;
    };
    for (const other of readings.values())
      if (other !== own && other.file.path === file.path && other.waiting === 0) other.stop.abort();
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await own.images;
    } finally {
      signal.removeEventListener('abort', leave);
      if (!signal.aborted) leave();
    }
  };

  return {
    async load({ file, slices, bytes }, slice, signal) {
      signal.throwIfAborted();
      const perPart = Math.max(1, Math.floor(partBytes / (bytes / slices)));
      const frames = partOf(slice, slices, perPart);
      const images = await wait(file, frames, signal);
      signal.throwIfAborted();
      const ahead = nextPart(slice, slices, perPart);
      if (ahead && !has(file, ahead.from)) part(file, ahead);
      const image = images[slice - frames.from];
      if (!image) throw new RangeError(`slice ${slice} of ${slices}`);
      return image;
    },
    retain(isWanted) {
      for (const { file, stop } of readings.values()) if (!isWanted(file)) stop.abort();
    },
  };
}
