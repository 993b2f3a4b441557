import { useQuery } from '@tanstack/react-query';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { toFailure, type Failure } from '../../domain/error.ts';
import { useDataset } from '../../session/session-context.tsx';
import type { OpenDataset } from '../../session/open-dataset.ts';

export type Stack = Awaited<ReturnType<OpenDataset['images']['stack']>>;

interface UsedStack {
  readonly stack: Stack | undefined;
  readonly failure: Failure | undefined;
  readonly retry: () => void;
}

/** The slices of a series, from its headers. A PNG holds one image and needs no asking. */
export function useStack(series: CaseSeries | undefined): UsedStack {
  const { images, key } = useDataset();
  const files = (series?.images ?? []).map(({ path, sidecar }) => ({ path, ...(sidecar && { sidecar }) }));
  const { data, error, refetch } = useQuery({
    queryKey: ['stack', key, files],
    queryFn: ({ signal }) => {
      const [file] = files;
      return file && series?.container === 'png' ? images.film(file) : images.stack(files, signal);
    },
    enabled: files.length > 0,
  });
  return { stack: data, failure: error ? toFailure(error) : undefined, retry: () => void refetch() };
}
