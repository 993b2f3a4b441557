import type { DatasetPath } from '../domain/brand.ts';
import type { DemoDataset } from './demo-dataset.ts';

/** How far the writing has come. */
export interface DemoProgress {
  readonly path: DatasetPath;
  /** Files written, this one included, and how many there are. */
  readonly done: number;
  readonly total: number;
  /** Bytes of this file. */
  readonly bytes: number;
}

/**
 * Renders every file of a dataset in order and hands each to a writer, one at a time.
 *
 * @throws the reason of the signal once it is aborted, and whatever the writer throws
 */
export async function writeDemo(
  dataset: DemoDataset,
  write: (path: DatasetPath, bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  signal: AbortSignal,
  onProgress: (progress: DemoProgress) => void = () => undefined,
): Promise<void> {
  const total = dataset.paths.length;
  for (const [index, path] of dataset.paths.entries()) {
    const bytes = await dataset.render(path, signal);
    await write(path, bytes);
    onProgress({ path, done: index + 1, total, bytes: bytes.length });
  }
}
