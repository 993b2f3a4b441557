import type { Release } from '../domain/dataset/dataset-index.ts';

/** A dataset that was opened in this browser and can be opened again. */
export type RecentDataset = RecentFacts &
  (
    | { readonly kind: 'folder'; readonly handle: FileSystemDirectoryHandle }
    | { readonly kind: 'served' }
    | { readonly kind: 'demo' }
  );

interface RecentFacts {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  /** What was counted when the files were known; absent until then. */
  readonly counts?: RecentCounts;
}

export interface RecentCounts {
  readonly release: Release;
  readonly subjects: number;
  readonly sessions: number;
}
