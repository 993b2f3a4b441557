import type { DatasetPath } from '../domain/brand.ts';
import type { ImageThumbnail, Thumbnail } from '../domain/imaging/thumbnail.ts';
import { sharedFlights } from '../sources/shared-flight.ts';
import { createImagePool } from '../workers/images/image-client.ts';
import type {
  AttachedMaskRef,
  ExportedMask,
  ImageFileRef,
  ImageJobs,
  ImageStack,
  ImageTags,
  LoadedImage,
  LoadedMask,
  MaskExport,
  MaskRef,
  StackDescription,
  StackSlice,
} from '../workers/images/image-contract.ts';
import type { JobClient } from '../workers/job-client.ts';
import { createImageCache } from './image-cache.ts';
import { createTeller, deviceMemory, imageBytes, type ImageMemory } from './image-memory.ts';
import { describeOrigin, type DatasetOrigin } from './origin.ts';
import { createTurns } from './turns.ts';
import { createVolumeReads } from './volume-reads.ts';

/** A volume that takes more of the memory for images is not read ahead of being asked for. */
const PREFETCH_SHARE = 1 / 4;
/** A volume that takes more than the memory for images is read in parts of so much of it: the one in view and those beside it fit. */
const PART_SHARE = 1 / 4;
const MAX_WORKERS = 3;

export interface WantedPicture {
  /** The file is known to hold one image. */
  readonly isFilm: boolean;
  /** Pixels, at most, on its longer side. */
  readonly side: number;
  /** Before all others that wait. */
  readonly isUrgent: boolean;
}

/** A small picture of a file that may hold several slices. */
export interface FilePicture extends Thumbnail {
  readonly slices: number;
}

/** Reads, decodes and keeps the images of one dataset. */
export interface ImageStore {
  stack(files: readonly ImageFileRef[], signal: AbortSignal): Promise<ImageStack>;
  /** The one image of a file that is known to hold one, without asking what is in it. */
  film(file: ImageFileRef): ImageStack;
  /** Reads a slice of a stack ahead of being asked for it; what would fill the memory is left to be asked for. */
  prefetch(stack: ImageStack, slice: number, signal: AbortSignal): Promise<void>;
  /** Names the files that are on screen: their images are the last ones to leave the memory. */
  hold(files: ReadonlySet<DatasetPath>): void;
  /** Lets go of the images of all other files. */
  retain(files: ReadonlySet<DatasetPath>): void;
  readonly memory: ImageMemory;
  /** A small picture of one slice, at most `side` pixels on its longer side. */
  thumbnail(slice: StackSlice, side: number, signal: AbortSignal): Promise<ImageThumbnail>;
  /**
   * A small picture of a file, of its middle slice. Pictures are made a few at a time, in the order in which they were
   * asked for, so that the first ones do not wait for all.
   */
  picture(file: ImageFileRef, wanted: WantedPicture, signal: AbortSignal): Promise<FilePicture>;
  mask(mask: MaskRef, signal: AbortSignal): Promise<LoadedMask>;
  /** The same of a mask that the user has put on an image. */
  attachedMask(mask: AttachedMaskRef, signal: AbortSignal): Promise<LoadedMask>;
  /** Writes the masks of a series as a file. */
  exportMask(request: MaskExport, signal: AbortSignal): Promise<ExportedMask>;
  /** Everything that the header or the sidecar of an image says. */
  tags(file: ImageFileRef, signal: AbortSignal): Promise<ImageTags>;
  close(): void;
}

const imageKey = (path: string, frame: number): string => `${frame} ${path}`;
const sliceKey = ({ file, frame }: StackSlice): string => imageKey(file.path, frame);

export function createImageStore(origin: DatasetOrigin): ImageStore {
  const workers = Math.min(MAX_WORKERS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
  const pool = createImagePool(workers, () => describeOrigin(origin));
  const inTurn = createTurns(workers);
  const limit = imageBytes(deviceMemory());
  const teller = createTeller();
  const cache = createImageCache(limit, teller.tell);

  // Workers are started when they are first needed; a dataset of which nothing is shown costs none.
  const worker = (): JobClient<ImageJobs> => pool.pick();

  const keep = (image: LoadedImage, isPart = false): void =>
    cache.set(imageKey(image.path, image.frame), image, isPart);

  const images = sharedFlights<string, LoadedImage>(async (request, signal) => {
    const image = await worker().call('image', JSON.parse(request) as StackSlice, { signal });
    keep(image);
    return image;
  });

  const volumes = createVolumeReads({
    read: (request, take, signal) => {
      const onEvent = (image: LoadedImage): void => {
        keep(image, request.frames !== undefined);
        take(image);
      };
      return worker().call('volume', request, { signal, onEvent });
    },
    has: (file, slice) => cache.has(imageKey(file.path, slice)),
    forget: ({ path }) => cache.forget(path),
    limit,
    partBytes: limit * PART_SHARE,
  });

  const load = async (
    slice: StackSlice,
    { isVolume, slices: all, volumeBytes = 0 }: StackDescription,
    signal: AbortSignal,
  ): Promise<LoadedImage> => {
    const kept = cache.get(sliceKey(slice));
    if (kept) return kept;
    const { file, frame } = slice;
    if (isVolume) return volumes.load({ file, slices: all.length, bytes: volumeBytes }, frame, signal);
    // Requests are told apart by their contents.
    const image = await images(JSON.stringify(slice), signal);
    signal.throwIfAborted();
    return image;
  };

  const stackOf = (description: StackDescription): ImageStack => {
    const at = (slice: number): StackSlice => {
      const found = description.slices[slice];
      if (!found) throw new RangeError(`slice ${slice} of ${description.slices.length}`);
      return found;
    };
    return {
      key: `${description.slices.length}\n${description.slices[0]?.file.path}`,
      description,
      slices: description.slices.length,
      pathOf: (slice) => at(slice).file.path,
      isLoaded: (slice) => cache.has(sliceKey(at(slice))),
      peek: (slice) => cache.get(sliceKey(at(slice))),
      load: (slice, signal) => load(at(slice), description, signal),
      whenRead: (slice, signal) => volumes.whenRead(at(slice).file, signal),
    };
  };

  const describe = async (files: readonly ImageFileRef[], signal: AbortSignal): Promise<StackDescription> =>
    worker().call('stack', { files }, { signal });

  const thumbnail: ImageStore['thumbnail'] = async (slice, side, signal) => {
    // One of a volume that may turn out to be broken is no picture yet.
    await volumes.whenRead(slice.file, signal);
    const kept = cache.get(sliceKey(slice));
    if (kept) {
      // The display chain is none of the first page's.
      const { makeThumbnail } = await import('../domain/imaging/thumbnail.ts');
      return makeThumbnail(kept.pixels, kept.attributes, kept.valuesAreModality, side);
    }
    return worker().call('thumbnail', { slice, side }, { signal });
  };

  return {
    async stack(files, signal) {
      return stackOf(await describe(files, signal));
    },
    film(file) {
      const attributes = { windows: [], voiLuts: [] };
      return stackOf({ slices: [{ file, frame: 0 }], attributes, issues: [], isVolume: false });
    },
    async prefetch(stack, slice, signal) {
      if ((stack.description.volumeBytes ?? 0) > limit * PREFETCH_SHARE) return;
      await stack.load(slice, signal);
      await stack.whenRead(slice, signal);
    },
    hold: cache.hold,
    retain(files) {
      volumes.retain(({ path }) => files.has(path));
      cache.retain(files);
    },
    memory: { limit, bytes: () => cache.bytes, subscribe: teller.subscribe },
    thumbnail,
    picture: (file, { isFilm, side, isUrgent }, signal) => {
      const make = async (): Promise<FilePicture> => {
        const { slices } = isFilm ? { slices: [{ file, frame: 0 }] } : await describe([file], signal);
        const slice = slices[Math.floor(slices.length / 2)];
        if (!slice) throw new RangeError(`no slice in ${file.path}`);
        return { ...(await thumbnail(slice, side, signal)), slices: slices.length };
      };
      return inTurn(signal, make, isUrgent);
    },
    async tags(file, signal) {
      return worker().call('tags', { file }, { signal });
    },
    async mask(mask, signal) {
      return worker().call('mask', mask, { signal });
    },
    async exportMask(request, signal) {
      return worker().call('exportMask', request, { signal });
    },
    async attachedMask(mask, signal) {
      return worker().call('attachedMask', mask, { signal });
    },
    close() {
      pool.close();
      cache.clear();
    },
  };
}
