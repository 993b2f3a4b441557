import { makeThumbnail, type Thumbnail } from '../domain/imaging/thumbnail.ts';
import { sharedFlights } from '../sources/shared-flight.ts';
import { transfersOf } from '../sources/source-descriptor.ts';
import { createImagePool } from '../workers/images/image-client.ts';
import type {
  ImageFileRef,
  ImageJobs,
  ImageStack,
  ImageTags,
  LoadedImage,
  LoadedMask,
  MaskRef,
  StackDescription,
  StackSlice,
} from '../workers/images/image-contract.ts';
import type { JobClient } from '../workers/rpc.ts';
import { createImageCache } from './image-cache.ts';
import { describeOrigin, type DatasetOrigin } from './origin.ts';
import { createTurns } from './turns.ts';

/** Decoded pixels kept in memory. */
const CACHE_BYTES = 512 * 2 ** 20;
/** A volume that takes more is not read ahead of being asked for. */
const PREFETCH_BYTES = CACHE_BYTES / 4;
const MAX_WORKERS = 3;

export interface WantedPicture {
  /** The file is known to hold one image. */
  readonly isFilm: boolean;
  /** Pixels, at most, on its longer side. */
  readonly side: number;
  /** Before all others that wait. */
  readonly isUrgent: boolean;
}

/** Reads, decodes and keeps the images of one dataset. */
export interface ImageStore {
  stack(files: readonly ImageFileRef[], signal: AbortSignal): Promise<ImageStack>;
  /** The one image of a file that is known to hold one, without asking what is in it. */
  film(file: ImageFileRef): ImageStack;
  /**
   * Reads a slice of a stack ahead of being asked for it. Images on screen, given as the slices of their stacks, stay
   * in memory for it; what would fill the memory is left to be asked for.
   */
  prefetch(
    stack: ImageStack,
    slice: number,
    shown: readonly ImageStack[],
    signal: AbortSignal,
  ): Promise<void>;
  /** A small picture of one slice, at most `side` pixels on its longer side. */
  thumbnail(slice: StackSlice, side: number, signal: AbortSignal): Promise<Thumbnail>;
  /**
   * A small picture of a file, of its middle slice. Pictures are made a few at a time, in the order in which they were
   * asked for, so that the first ones do not wait for all.
   */
  picture(file: ImageFileRef, wanted: WantedPicture, signal: AbortSignal): Promise<Thumbnail>;
  mask(mask: MaskRef, signal: AbortSignal): Promise<LoadedMask>;
  /** Everything that the header or the sidecar of an image says. */
  tags(file: ImageFileRef, signal: AbortSignal): Promise<ImageTags>;
  close(): void;
}

const imageKey = (path: string, frame: number): string => `${frame} ${path}`;
const sliceKey = ({ file, frame }: StackSlice): string => imageKey(file.path, frame);

export function createImageStore(origin: DatasetOrigin): ImageStore {
  const workers = Math.min(MAX_WORKERS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
  const pool = createImagePool(workers);
  const inTurn = createTurns(workers);
  const cache = createImageCache(CACHE_BYTES);
  const closing = new AbortController();
  const opened = new Map<JobClient<ImageJobs>, Promise<unknown>>();

  // Workers are opened when they are first needed; a dataset of which nothing is shown costs none.
  const worker = async (): Promise<JobClient<ImageJobs>> => {
    const client = pool.pick();
    let open = opened.get(client);
    if (!open) {
      const source = describeOrigin(origin);
      open = client.call('open', { source }, { signal: closing.signal, transfer: transfersOf(source) });
      opened.set(client, open);
    }
    await open;
    return client;
  };

  const keep = (image: LoadedImage): void => cache.set(imageKey(image.path, image.frame), image);

  const images = sharedFlights<string, LoadedImage>(async (request, signal) => {
    const image = await (await worker()).call('image', JSON.parse(request) as StackSlice, { signal });
    keep(image);
    return image;
  });

  const volumes = sharedFlights<string, readonly LoadedImage[]>(async (request, signal) => {
    const file = JSON.parse(request) as ImageFileRef;
    const { images: slices } = await (await worker()).call('volume', { file }, { signal });
    slices.forEach(keep);
    return slices;
  });

  const load = async (slice: StackSlice, isVolume: boolean, signal: AbortSignal): Promise<LoadedImage> => {
    const { file, frame } = slice;
    const kept = cache.get(sliceKey(slice));
    if (kept) return kept;
    // Requests are told apart by their contents.
    if (!isVolume) {
      const image = await images(JSON.stringify(slice), signal);
      signal.throwIfAborted();
      return image;
    }
    const slices = await volumes(JSON.stringify(file), signal);
    signal.throwIfAborted();
    const found = slices[frame];
    if (!found) throw new RangeError(`slice ${frame} of ${slices.length}`);
    return found;
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
      peek: (slice) => cache.get(sliceKey(at(slice))),
      load: (slice, signal) => load(at(slice), description.isVolume, signal),
    };
  };

  const describe = async (files: readonly ImageFileRef[], signal: AbortSignal): Promise<StackDescription> =>
    (await worker()).call('stack', { files }, { signal });

  const thumbnail: ImageStore['thumbnail'] = async (slice, side, signal) => {
    const kept = cache.get(sliceKey(slice));
    if (kept) return makeThumbnail(kept.pixels, kept.attributes, kept.valuesAreModality, side);
    return (await worker()).call('thumbnail', { slice, side }, { signal });
  };

  return {
    async stack(files, signal) {
      return stackOf(await describe(files, signal));
    },
    film(file) {
      const attributes = { windows: [], voiLuts: [] };
      return stackOf({ slices: [{ file, frame: 0 }], attributes, issues: [], isVolume: false });
    },
    async prefetch(stack, slice, shown, signal) {
      if ((stack.description.volumeBytes ?? 0) > PREFETCH_BYTES) return;
      cache.refresh(shown.flatMap(({ description }) => description.slices.map(sliceKey)));
      await stack.load(slice, signal);
    },
    thumbnail,
    picture: (file, { isFilm, side, isUrgent }, signal) => {
      const make = async (): Promise<Thumbnail> => {
        const { slices } = isFilm ? { slices: [{ file, frame: 0 }] } : await describe([file], signal);
        const slice = slices[Math.floor(slices.length / 2)];
        if (!slice) throw new RangeError(`no slice in ${file.path}`);
        return thumbnail(slice, side, signal);
      };
      return inTurn(signal, make, isUrgent);
    },
    async tags(file, signal) {
      return (await worker()).call('tags', { file }, { signal });
    },
    async mask(mask, signal) {
      return (await worker()).call('mask', mask, { signal });
    },
    close() {
      closing.abort();
      pool.close();
      cache.clear();
    },
  };
}
