import type { DatasetPath } from '../domain/brand.ts';
import type { FileSource } from '../domain/dataset/file-source.ts';
import { copyRange } from '../sources/byte-range.ts';
import { isDatasetPath } from '../sources/dataset-path.ts';
import { listedSource } from '../sources/listed-source.ts';

/** Contents of a file by its path inside a dataset; text stands for its UTF-8 bytes. */
export type MemoryFiles = Readonly<Record<string, string | Uint8Array>>;

/** A dataset in memory: `memorySource({ 'participants.tsv': 'participant\n' })`; hidden paths are left out. */
export function memorySource(files: MemoryFiles, name = 'memory'): FileSource {
  return listedSource<Uint8Array>({
    name,
    files: () => byPath(files),
    stat: (bytes) => ({ size: bytes.length, modified: 0 }),
    read: async (bytes, _signal, range) => copyRange(bytes, range),
  });
}

function byPath(files: MemoryFiles): ReadonlyMap<DatasetPath, Uint8Array> {
  const encoder = new TextEncoder();
  const map = new Map<DatasetPath, Uint8Array>();
  for (const [path, content] of Object.entries(files))
    if (isDatasetPath(path)) map.set(path, typeof content === 'string' ? encoder.encode(content) : content);
  return map;
}
