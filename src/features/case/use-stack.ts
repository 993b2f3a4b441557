import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { toFailure, type Failure } from '../../domain/error.ts';
import { firstSliceOf } from '../../session/first-images.ts';
import { orientedStack } from '../../session/oriented-stack.ts';
import { stackQuery } from '../../session/stack-query.ts';
import { readStack } from '../../session/read-stack.ts';
import { useDataset } from '../../session/session-context.tsx';
import type { OpenDataset } from '../../session/open-dataset.ts';
import { useOrientation } from './use-orientation.ts';

export type Stack = Awaited<ReturnType<OpenDataset['images']['stack']>>;

/** Part of the memory for images that one stack may take before it is scrolled through. */
const STACK_SHARE = 1 / 2;

interface UsedStack {
  readonly stack: Stack | undefined;
  readonly failure: Failure | undefined;
  readonly retry: () => void;
}

/** The slices of a series. */
export function useStack(series: CaseSeries | undefined): UsedStack {
  const dataset = useDataset();
  const { limit } = dataset.images.memory;
  const query = stackQuery(dataset, series);
  const { data, error, refetch } = useQuery({ ...query, enabled: series !== undefined });
  // Reading begins here, while the viewer may still be starting.
  useEffect(() => {
    if (!data) return undefined;
    const leaving = new AbortController();
    void readStack(data, firstSliceOf(data), limit * STACK_SHARE, leaving.signal);
    return () => leaving.abort();
  }, [data, limit]);
  const [orientation] = useOrientation(series);
  const stack = useMemo(() => data && orientedStack(data, orientation), [data, orientation]);
  return { stack, failure: error ? toFailure(error) : undefined, retry: () => void refetch() };
}

/** The slices of a series as they are known: nothing is read of them. */
export function useKnownStack(series: CaseSeries | undefined): Stack | undefined {
  const [orientation] = useOrientation(series);
  const { data } = useQuery({ ...stackQuery(useDataset(), series), enabled: series?.presence === 'found' });
  return useMemo(() => data && orientedStack(data, orientation), [data, orientation]);
}
