import { queryOptions } from '@tanstack/react-query';
import type { CaseSeries } from '../domain/dataset/case-series.ts';
import type { ImageFileRef } from '../workers/images/image-contract.ts';
import type { OpenDataset } from './open-dataset.ts';

/** The files of a series, as workers read them. */
export const filesOfSeries = (series: CaseSeries | undefined): readonly ImageFileRef[] =>
  (series?.images ?? []).map(({ path, sidecar }) => ({ path, ...(sidecar && { sidecar }) }));

/** How the slices of a series are found, from its headers. A PNG holds one image and needs no asking. */
export function stackQuery({ images, key }: OpenDataset, series: CaseSeries | undefined) {
  const files = filesOfSeries(series);
  return queryOptions({
    queryKey: ['stack', key, files],
    queryFn: ({ signal }) => {
      const [file] = files;
      return file && series?.container === 'png' ? images.film(file) : images.stack(files, signal);
    },
  });
}
