import type { DatasetIndex, IndexProgress } from '../../domain/dataset/dataset-index.ts';
import type { SourceDescriptor } from '../../sources/source-descriptor.ts';

export type IndexEvent =
  /**
   * Names the tables with their sizes and dates: a kept index with the same signature is of the same dataset.
   * Comes first; reading goes on when `goOn` has answered.
   */
  | { readonly kind: 'signature'; readonly signature: string }
  | { readonly kind: 'progress'; readonly progress: IndexProgress }
  /** A newer state of the whole index. */
  | { readonly kind: 'index'; readonly index: DatasetIndex };

/** Jobs of the index worker, which holds one dataset for its whole life. */
export type IndexJobs = {
  /** Runs through all three phases; ends when everything is read. */
  scan: { input: { readonly source: SourceDescriptor }; output: null; event: IndexEvent };
  /** Answers the signature: whether a kept index of it is on screen. */
  goOn: { input: { readonly isKept: boolean }; output: null };
  /** Holds or continues the reading of sidecars and headers. */
  pause: { input: { readonly paused: boolean }; output: null };
};
