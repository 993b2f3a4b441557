import type { DatasetPath } from '../domain/brand.ts';
import type { FileSource } from '../domain/dataset/file-source.ts';
import type { DemoDataset } from '../phantom/demo-dataset.ts';
import { byteCache } from './byte-cache.ts';
import { copyRange } from './byte-range.ts';
import { listedSource } from './listed-source.ts';
import { sharedFlights } from './shared-flight.ts';

/** Bytes of rendered files that one source keeps: a dozen films, or one CT. */
const CACHE_BYTES = 64 * 2 ** 20;

/**
 * The synthetic demo dataset, rendered file by file when asked. Sizes are known after rendering only, so
 * `stat` costs as much as `read`; both share the rendering and what was rendered lately.
 */
export function demoSource(dataset: DemoDataset): FileSource {
  const cache = byteCache<DatasetPath>(CACHE_BYTES);
  const flights = sharedFlights(async (path: DatasetPath, signal: AbortSignal) => {
    const bytes = await dataset.render(path, signal);
    cache.set(path, bytes);
    return bytes;
  });
  const rendered = async (path: DatasetPath, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> =>
    cache.get(path) ?? flights(path, signal);
  return listedSource<DatasetPath>({
    name: 'midscope demo',
    files: () => new Map(dataset.paths.map((path) => [path, path])),
    stat: async (path, signal) => ({ size: (await rendered(path, signal)).length, modified: 0 }),
    read: async (path, signal, range) => {
      const head = range && !cache.get(path) ? dataset.head(path) : undefined;
      const isEnough = head && range && range.offset + range.length <= head.length;
      return copyRange(isEnough ? head : await rendered(path, signal), range);
    },
  });
}
