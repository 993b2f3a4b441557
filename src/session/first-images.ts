import type { QueryClient } from '@tanstack/react-query';
import { caseSeries, findSession } from '../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';
import { hangSeries } from '../domain/hanging/hang-series.ts';
import type { ImageStack } from '../workers/images/image-contract.ts';
import { maskQueries } from './mask-queries.ts';
import type { OpenDataset } from './open-dataset.ts';
import { createPrefetcher, type PrefetchJob } from './prefetcher.ts';
import { stackQuery } from './stack-query.ts';

/** Viewports of a case that is opened: the usual layout shows two. */
const FIRST_VIEWPORTS = 2;

/** A stack opens in its middle, where the lungs are; a film is its first image. */
export const firstSliceOf = ({ slices }: Pick<ImageStack, 'slices'>): number => Math.floor(slices / 2);

export interface ReadingAhead {
  readonly dataset: OpenDataset;
  readonly queries: QueryClient;
  readonly index: DatasetIndex;
}

/** Reading what one case shows first, ahead of being asked for it. */
export function firstImageJobs(
  { dataset, queries, index }: ReadingAhead,
  row: number,
): readonly PrefetchJob[] {
  const hung = hangSeries(caseSeries(index, row), undefined).slice(0, FIRST_VIEWPORTS);
  return hung.flatMap((series) => {
    if (series?.presence !== 'found') return [];
    const query = stackQuery(dataset, series);
    const run = async (signal: AbortSignal): Promise<void> => {
      const cancel = (): void => {
        // A viewport that waits for it by now keeps it.
        const used = queries.getQueryCache().find({ queryKey: query.queryKey })?.getObserversCount() ?? 0;
        if (used === 0) void queries.cancelQueries({ queryKey: query.queryKey });
      };
      signal.addEventListener('abort', cancel, { once: true });
      const stack = await queries.fetchQuery(query);
      signal.throwIfAborted();
      await dataset.images.prefetch(stack, firstSliceOf(stack), signal);
      for (const mask of maskQueries(dataset, index, series)) {
        signal.throwIfAborted();
        await queries.prefetchQuery(mask.query);
      }
    };
    return [{ key: `${row} ${series.key}`, run }];
  });
}

/** Reads what a case shows first; nothing of a case that is not there. */
export function readAddressed(ahead: ReadingAhead, subject: string, session: string): void {
  const row = findSession(ahead.index, subject, session);
  if (row >= 0) createPrefetcher().want(firstImageJobs(ahead, row));
}
