import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { caseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { hangSeries } from '../../domain/hanging/hang-series.ts';
import type { OpenDataset } from '../../session/open-dataset.ts';
import { maskQueries } from '../../session/mask-queries.ts';
import { createPrefetcher, type PrefetchJob } from '../../session/prefetcher.ts';
import { useDataset } from '../../session/session-context.tsx';
import { stackQuery } from '../../session/stack-query.ts';
import { firstSliceOf } from './use-stack.ts';

/** Viewports of a case that is opened: the usual layout shows two. */
const FIRST_VIEWPORTS = 2;

interface Context {
  readonly dataset: OpenDataset;
  readonly queries: QueryClient;
  readonly index: DatasetIndex;
}

const firstSeries = (index: DatasetIndex, row: number) =>
  hangSeries(caseSeries(index, row), undefined)
    .slice(0, FIRST_VIEWPORTS)
    .filter((one) => one?.presence === 'found');

/** Reading what one case shows first. */
function jobsOf({ dataset, queries, index }: Context, row: number): readonly PrefetchJob[] {
  return firstSeries(index, row).flatMap((series) => {
    if (!series) return [];
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

/**
 * Reads the cases that are likely to be opened next, once this one is on screen. Until then nothing new begins, and
 * of what runs only this case's own images go on.
 */
export function usePrefetch(
  index: DatasetIndex,
  row: number,
  likely: readonly number[],
  isSettled: boolean,
): void {
  const dataset = useDataset();
  const queries = useQueryClient();
  const [prefetcher] = useState(createPrefetcher);
  useEffect(() => () => prefetcher.close(), [prefetcher]);
  useEffect(() => {
    const context = { dataset, queries, index };
    prefetcher.want((isSettled ? likely : [row]).flatMap((one) => jobsOf(context, one)));
  }, [dataset, queries, index, row, likely, isSettled, prefetcher]);
}
