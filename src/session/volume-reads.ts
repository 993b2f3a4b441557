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

interface VolumeReadsOptions {
  /** Hands over each slice as soon as it is there; resolves when the whole file is known to be right. */
  readonly read: (
    request: { readonly file: ImageFileRef } & WantedSlices,
    take: (image: LoadedImage) => void,
    signal: AbortSignal,
  ) => Promise<unknown>;
  /** Whether a slice is in memory. */
  readonly has: (file: ImageFileRef, slice: number) => boolean;
  /** Called with a file of which slices were handed over and whose end was not seen: they may be wrong. */
  readonly forget: (file: ImageFileRef) => void;
  /** Bytes of pixels up to which a volume is read as a whole. */
  readonly limit: number;
  /** Bytes of pixels that one part of a larger one may take. */
  readonly partBytes: number;
}

/** A volume in one file. */
export interface VolumeFile {
  readonly file: ImageFileRef;
  readonly slices: number;
  /** What its voxels take in memory. */
  readonly bytes: number;
}

/** Reads volumes, each of whose slices is there as soon as the file was read up to it. */
export interface VolumeReads {
  load(volume: VolumeFile, slice: number, signal: AbortSignal): Promise<LoadedImage>;
  /**
   * Resolves when nothing more is being read of a file. Rejects when the file turns out to be broken, which also its
   * slices are that were handed over before.
   */
  whenRead(file: ImageFileRef, signal: AbortSignal): Promise<void>;
  /** Stops reading what is of no such file. */
  retain(isWanted: (file: ImageFileRef) => boolean): void;
}

/** A volume, or a part of one, on its way. */
interface Reading {
  readonly file: ImageFileRef;
  readonly isPart: boolean;
  readonly stop: AbortController;
  /** The slice, as soon as it is there. */
  readonly slice: (frame: number) => Promise<LoadedImage>;
  readonly done: Promise<unknown>;
  /** Who still wants something of it. */
  waiting: number;
}

/** Milliseconds for which a volume is read on that nobody waits for: whoever scrolls leaves one slice before asking for the next. */
const PATIENCE_MS = 300;

/**
 * A gzipped volume can only be inflated from its beginning, so whoever scrolls would begin anew with every slice. What was
 * begun is therefore read to its end, whatever becomes of the slice that was asked for: a volume until all who wait for it
 * have left, a part of one until another part of the file is wanted instead; and the part beside it is read ahead.
 */
export function createVolumeReads(options: VolumeReadsOptions): VolumeReads {
  const { has, forget, limit, partBytes } = options;
  const verified = new Set<string>();
  const readings = new Map<string, Reading>();

  const begin = (key: string, { file, slices }: VolumeFile, frames: Frames): Reading => {
    const stop = new AbortController();
    const isPart = frames.to - frames.from < slices;
    const isVerified = isPart && verified.has(file.path);
    const { take, slice } = slicesToCome();
    const done = options
      .read({ file, ...(isPart && { frames }), ...(isVerified && { isVerified }) }, take, stop.signal)
      .then(() => verified.add(file.path))
      .catch((thrown: unknown) => {
        if (!isVerified) forget(file);
        throw thrown;
      })
      .finally(() => {
        if (readings.get(key) === reading) readings.delete(key);
      });
    const reading: Reading = { file, isPart, stop, slice: (frame) => slice(frame, done), done, waiting: 0 };
    readings.set(key, reading);
    // Whoever waits is told; what is read ahead fails in silence.
    done.catch(() => undefined);
    return reading;
  };

  const reading = (volume: VolumeFile, frames: Frames): Reading => {
    const key = `${frames.from} ${volume.file.path}`;
    const known = readings.get(key);
    return known && !known.stop.signal.aborted ? known : begin(key, volume, frames);
  };

  const wait = async <Value>(own: Reading, wanted: Promise<Value>, signal: AbortSignal): Promise<Value> => {
    own.waiting += 1;
    const leave = (): void => {
      own.waiting -= 1;
      if (own.isPart) return;
      setTimeout(() => {
        if (own.waiting === 0) own.stop.abort();
      }, PATIENCE_MS);
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await wanted;
    } finally {
      signal.removeEventListener('abort', leave);
      if (!signal.aborted) own.waiting -= 1;
      signal.throwIfAborted();
    }
  };

  /** Parts of the same file that nobody waits for stand back. */
  const standBack = (own: Reading): void => {
    for (const other of readings.values())
      if (other !== own && other.file.path === own.file.path && other.waiting === 0) other.stop.abort();
  };

  return {
    async load(volume, slice, signal) {
      signal.throwIfAborted();
      const { file, slices, bytes } = volume;
      const perPart = bytes > limit ? Math.max(1, Math.floor(partBytes / (bytes / slices))) : slices;
      const own = reading(volume, partOf(slice, slices, perPart));
      standBack(own);
      const image = await wait(own, own.slice(slice), signal);
      const ahead = nextPart(slice, slices, perPart);
      if (ahead && !has(file, ahead.from)) reading(volume, ahead);
      return image;
    },
    async whenRead(file, signal) {
      const own = [...readings.values()].filter((one) => one.file.path === file.path);
      await Promise.all(own.map((one) => wait(one, one.done, signal)));
    },
    retain(isWanted) {
      for (const { file, stop } of readings.values()) if (!isWanted(file)) stop.abort();
    },
  };
}

/** Slices that arrive one by one, for whoever waits for one of them. */
function slicesToCome() {
  const arrived = new Map<number, LoadedImage>();
  const awaited = new Map<number, ((image: LoadedImage) => void)[]>();
  const take = (image: LoadedImage): void => {
    arrived.set(image.frame, image);
    for (const resolve of awaited.get(image.frame) ?? []) resolve(image);
    awaited.delete(image.frame);
  };
  const slice = (frame: number, done: Promise<unknown>): Promise<LoadedImage> => {
    const there = arrived.get(frame);
    if (there) return Promise.resolve(there);
    return new Promise((resolve, reject) => {
      awaited.set(frame, [...(awaited.get(frame) ?? []), resolve]);
      done.then(() => reject(new RangeError(`no slice ${frame}`)), reject);
    });
  };
  return { take, slice };
}
