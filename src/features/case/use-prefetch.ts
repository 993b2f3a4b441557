import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { firstImageJobs } from '../../session/first-images.ts';
import { createPrefetcher } from '../../session/prefetcher.ts';
import { useDataset } from '../../session/session-context.tsx';

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
    const ahead = { dataset, queries, index };
    prefetcher.want((isSettled ? likely : [row]).flatMap((one) => firstImageJobs(ahead, one)));
  }, [dataset, queries, index, row, likely, isSettled, prefetcher]);
}
