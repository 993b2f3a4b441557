import { useQueries } from '@tanstack/react-query';
import { masksOfImage } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { toFailure, type Failure } from '../../domain/error.ts';
import type { DatasetPath } from '../../domain/brand.ts';
import { useDataset } from '../../session/session-context.tsx';
import type { OpenDataset } from '../../session/open-dataset.ts';

export type Mask = Awaited<ReturnType<OpenDataset['images']['mask']>>;

export interface ImageMask {
  readonly path: DatasetPath;
  readonly mask: Mask | undefined;
  readonly failure: Failure | undefined;
}

/** The masks of one image, each with its segments once it was read. */
export function useMasks(
  index: DatasetIndex,
  session: number,
  image: number | undefined,
): readonly ImageMask[] {
  const dataset = useDataset();
  const rows = image === undefined ? [] : masksOfImage(index, session, image);
  const files = rows.map((row) => ({
    path: index.masks.paths[row] ?? ('' as DatasetPath),
    names: index.masks.names[row] || undefined,
  }));
  return useQueries({
    queries: files.map(({ path, names }) => ({
      queryKey: ['mask', dataset.key, path, names],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        dataset.images.mask(path, names as DatasetPath | undefined, signal),
    })),
    combine: (results) =>
      results.map(({ data, error }, at) => ({
        path: files[at]?.path ?? ('' as DatasetPath),
        mask: data,
        failure: error ? toFailure(error) : undefined,
      })),
  });
}
