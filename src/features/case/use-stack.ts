import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { toFailure, type Failure } from '../../domain/error.ts';
import { readStack } from '../../session/read-stack.ts';
import { useDataset } from '../../session/session-context.tsx';
import type { OpenDataset } from '../../session/open-dataset.ts';

export type Stack = Awaited<ReturnType<OpenDataset['images']['stack']>>;

interface UsedStack {
  readonly stack: Stack | undefined;
  readonly failure: Failure | undefined;
  readonly retry: () => void;
}

/** How the slices of a series are found, from its headers. A PNG holds one image and needs no asking. */
export function stackQuery({ images, key }: OpenDataset, series: CaseSeries | undefined) {
  const files = (series?.images ?? []).map(({ path, sidecar }) => ({ path, ...(sidecar && { sidecar }) }));
  return queryOptions({
    queryKey: ['stack', key, files],
    queryFn: ({ signal }) => {
      const [file] = files;
      return file && series?.container === 'png' ? images.film(file) : images.stack(files, signal);
    },
  });
}

/** The slices of a series. */
export function useStack(series: CaseSeries | undefined): UsedStack {
  const query = stackQuery(useDataset(), series);
  const { data, error, refetch } = useQuery({ ...query, enabled: series !== undefined });
  // Reading begins here, while the viewer may still be starting.
  useEffect(() => {
    if (!data) return undefined;
    const leaving = new AbortController();
    void readStack(data, firstSliceOf(data), leaving.signal);
    return () => leaving.abort();
  }, [data]);
  return { stack: data, failure: error ? toFailure(error) : undefined, retry: () => void refetch() };
}

/** A stack opens in its middle, where the lungs are; a film is its first image. */
export const firstSliceOf = ({ slices }: Stack): number => Math.floor(slices / 2);
