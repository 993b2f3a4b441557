import type { DatasetPath } from '../domain/brand.ts';
import { makeThumbnail, type Thumbnail } from '../domain/imaging/thumbnail.ts';
import { sharedFlights } from '../sources/shared-flight.ts';
import { transfersOf } from '../sources/source-descriptor.ts';
import { createImagePool } from '../workers/images/image-client.ts';
import type {
  ImageFileRef,
  ImageJobs,
  ImageStack,
  LoadedImage,
  LoadedMask,
  StackDescription,
  StackSlice,
} from '../workers/images/image-contract.ts';
import type { JobClient } from '../workers/rpc.ts';
import { createImageCache } from './image-cache.ts';
import { describeOrigin, type DatasetOrigin } from './origin.ts';

/** Decoded pixels kept in memory. */
const CACHE_BYTES = 512 * 2 ** 20;
const MAX_WORKERS = 3;

/** Reads, decodes and keeps the images of one dataset. */
export interface ImageStore {
  stack(files: readonly ImageFileRef[], signal: AbortSignal): Promise<ImageStack>;
  /** The one image of a file that is known to hold one, without asking what is in it. */
  film(file: ImageFileRef): ImageStack;
  /** A small picture of one slice, at most `side` pixels on its longer side. */
  thumbnail(slice: StackSlice, side: number, signal: AbortSignal): Promise<Thumbnail>;
  mask(path: DatasetPath, names: DatasetPath | undefined, signal: AbortSignal): Promise<LoadedMask>;
  close(): void;
}

const imageKey = (path: string, frame: number): string => `${frame} ${path}`;

export function createImageStore(origin: DatasetOrigin): ImageStore {
  const pool = createImagePool(Math.min(MAX_WORKERS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1)));
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
    const kept = cache.get(imageKey(file.path, frame));
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
      peek: (slice) => cache.get(imageKey(at(slice).file.path, at(slice).frame)),
      load: (slice, signal) => load(at(slice), description.isVolume, signal),
    };
  };

  return {
    async stack(files, signal) {
      return stackOf(await (await worker()).call('stack', { files }, { signal }));
    },
    film(file) {
      const attributes = { windows: [], voiLuts: [] };
      return stackOf({ slices: [{ file, frame: 0 }], attributes, issues: [], isVolume: false });
    },
    async thumbnail(slice, side, signal) {
      const kept = cache.get(imageKey(slice.file.path, slice.frame));
      if (kept) return makeThumbnail(kept.pixels, kept.attributes, kept.valuesAreModality, side);
      return (await worker()).call('thumbnail', { slice, side }, { signal });
    },
    async mask(path, names, signal) {
      return (await worker()).call('mask', { path, ...(names && { names }) }, { signal });
    },
    close() {
      closing.abort();
      pool.close();
      cache.clear();
    },
  };
}
