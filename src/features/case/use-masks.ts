import { useQueries } from '@tanstack/react-query';
import { masksOfSeries, type CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { baseName } from '../../domain/dataset/file-source.ts';
import { toFailure, type Failure } from '../../domain/error.ts';
import type { DatasetPath } from '../../domain/brand.ts';
import type { ViewState } from '../../engine/index.ts';
import { useDataset } from '../../session/session-context.tsx';
import type { OpenDataset } from '../../session/open-dataset.ts';

export type Mask = Awaited<ReturnType<OpenDataset['images']['mask']>>;

export interface ImageMask {
  readonly path: DatasetPath;
  readonly mask: Mask | undefined;
  readonly failure: Failure | undefined;
}

/** How the masks of a series are read; equal queries are one. */
export function maskQueries(
  dataset: OpenDataset,
  index: DatasetIndex,
  session: number,
  series: CaseSeries | undefined,
) {
  const rows = series ? masksOfSeries(index, session, series) : [];
  return rows.map((row) => {
    const names = index.masks.names[row] || undefined;
    const ref = {
      path: index.masks.paths[row] ?? ('' as DatasetPath),
      imageName: baseName(index.images.paths[index.masks.image[row] ?? -1] ?? ''),
      ...(names !== undefined && { names: names as DatasetPath }),
    };
    return {
      queryKey: ['mask', dataset.key, ref] as const,
      queryFn: ({ signal }: { signal: AbortSignal }) => dataset.images.mask(ref, signal),
    };
  });
}

/** The masks of one series, each with its segments once it was read. */
export function useMasks(
  index: DatasetIndex,
  session: number,
  series: CaseSeries | undefined,
): readonly ImageMask[] {
  const dataset = useDataset();
  const queries = maskQueries(dataset, index, session, series);
  return useQueries({
    queries,
    combine: (results) =>
      results.map(({ data, error }, at) => ({
        path: queries[at]?.queryKey[2].path ?? ('' as DatasetPath),
        mask: data,
        failure: error ? toFailure(error) : undefined,
      })),
  });
}

/** Whether a mask lies on the pixels of an image and on each slice of its stack. */
export const fits = (
  { columns, rows, slices }: Mask,
  image: NonNullable<ViewState['image']>,
  stackSlices: number,
): boolean =>
  columns === image.pixels.columns && rows === image.pixels.rows && slices === Math.max(1, stackSlices);

/** A segment on the slice in view. */
export interface ShownSegment {
  /** Tells segments of several masks apart. */
  readonly key: string;
  readonly label: string;
  readonly areaPx: number;
  readonly outline: string;
  readonly format: Mask['format'];
}

/** The segments of an image's masks on the slice in view; masks of another size have none. */
export function segmentsInView(
  masks: readonly ImageMask[],
  state: ViewState | undefined,
): readonly ShownSegment[] {
  const { image, slice = 0, slices = 0 } = state ?? {};
  if (!image) return [];
  return masks.flatMap(({ path, mask }) =>
    mask && fits(mask, image, slices)
      ? mask.segments.map(({ value, label, slices: own }) => ({
          key: `${path} ${value}`,
          label,
          areaPx: own[slice]?.areaPx ?? 0,
          outline: own[slice]?.outline ?? '',
          format: mask.format,
        }))
      : [],
  );
}
