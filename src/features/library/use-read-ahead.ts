import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { firstImageJobs } from '../../session/first-images.ts';
import { createPrefetcher } from '../../session/prefetcher.ts';
import { useDataset } from '../../session/session-context.tsx';
import { useStable } from '../../ui/use-stable.ts';

/**
 * Reads what a case shows first from the moment it is asked for, while its page is being set up. It goes on when the
 * list is left: the viewports of the case wait for the same.
 */
export function useReadAhead(index: DatasetIndex): (row: number) => void {
  const dataset = useDataset();
  const queries = useQueryClient();
  const [prefetcher] = useState(createPrefetcher);
  return useStable((row: number) => prefetcher.want(firstImageJobs({ dataset, queries, index }, row)));
}
