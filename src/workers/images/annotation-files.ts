import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource, FileStat } from '../../domain/dataset/file-source.ts';
import { MidscopeError } from '../../domain/error.ts';
import { MAX_COCO_BYTES, openCoco, type CocoFile } from '../../formats/masks/coco-file.ts';
import { sharedFlights } from '../../sources/shared-flight.ts';

/** Files with masks of many images, each opened once for all of them. */
export interface AnnotationFiles {
  /** @throws MidscopeError as `openCoco`, and what the source throws; an AbortError once aborted. */
  open(path: DatasetPath, signal: AbortSignal): Promise<CocoFile>;
}

interface Kept {
  readonly stat: FileStat;
  readonly file: CocoFile;
}

/**
 * Keeps the files that were used last, together no larger than one file may be. A file that has changed on the disk is
 * read again. What is kept goes with the object.
 */
export function createAnnotationFiles(source: FileSource, limit = MAX_COCO_BYTES): AnnotationFiles {
  // The one used last comes last.
  const kept = new Map<DatasetPath, Kept>();

  const keep = (path: DatasetPath, entry: Kept): void => {
    kept.delete(path);
    kept.set(path, entry);
    let bytes = 0;
    for (const { file } of kept.values()) bytes += file.bytes;
    for (const [oldest, { file }] of kept) {
      if (bytes <= limit) return;
      kept.delete(oldest);
      bytes -= file.bytes;
    }
  };

  const opening = sharedFlights<DatasetPath, CocoFile>(async (path, signal) => {
    const stat = await source.stat(path, signal);
    const known = kept.get(path);
    if (known?.stat.size === stat.size && known.stat.modified === stat.modified) {
      keep(path, known);
      return known.file;
    }
    if (stat.size === 0) throw new MidscopeError('FILE_EMPTY');
    if (stat.size > MAX_COCO_BYTES) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: stat.size });
    const file = openCoco(await source.read(path, signal));
    keep(path, { stat, file });
    return file;
  });

  return {
    async open(path, signal) {
      const file = await opening(path, signal);
      signal.throwIfAborted();
      return file;
    },
  };
}
