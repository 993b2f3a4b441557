import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { firstImageJobs } from '../../session/first-images.ts';
import { createPrefetcher } from '../../session/prefetcher.ts';
import { useDataset } from '../../session/session-context.tsx';
import { useStable } from '../../ui/use-stable.ts';

/** Reads what cases show first, the likeliest first, and breaks off what is read of others. */
export type ReadCases = (index: DatasetIndex, rows: readonly number[]) => void;

/** Reads as long as the page of cases stays. */
export function useReadCases(): ReadCases {
  const dataset = useDataset();
  const queries = useQueryClient();
  const [prefetcher] = useState(createPrefetcher);
  useEffect(() => () => prefetcher.close(), [prefetcher]);
  return useStable((index: DatasetIndex, rows: readonly number[]) =>
    prefetcher.want(rows.flatMap((row) => firstImageJobs({ dataset, queries, index }, row))),
  );
}

/**
 * Reads the cases that are likely to be opened next, once this one is on screen. Until then nothing new begins, and
 * of what runs only this case's own images go on.
 */
export function usePrefetch(
  readCases: ReadCases,
  index: DatasetIndex,
  row: number,
  likely: readonly number[],
  isSettled: boolean,
): void {
  useEffect(() => readCases(index, isSettled ? likely : [row]), [readCases, index, row, likely, isSettled]);
}
