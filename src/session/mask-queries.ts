import type { DatasetPath } from '../domain/brand.ts';
import { masksOfSeries, type CaseSeries } from '../domain/dataset/case-series.ts';
import { MASK_MATCHES, type DatasetIndex, type MaskMatch } from '../domain/dataset/dataset-index.ts';
import type { AttachedMask } from '../storage/attached-mask.ts';
import type { LoadedMask } from '../workers/images/image-contract.ts';
import type { OpenDataset } from './open-dataset.ts';
import { filesOfSeries } from './stack-query.ts';

/** What is known of a mask before it is read. */
export interface MaskOrigin {
  readonly path: DatasetPath;
  readonly image: DatasetPath;
  /** How it came to its image. */
  readonly match: MaskMatch | 'hand';
  /** Under which it is kept, of one that the user has put on the image. */
  readonly attached: string | undefined;
  /** In a file that has masks of many images. */
  readonly isShared: boolean;
  /** Lies on one image of a stack, not on all of it. */
  readonly isOfSlice: boolean;
}

interface MaskQuery {
  readonly of: MaskOrigin;
  readonly query: {
    readonly queryKey: readonly unknown[];
    readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<LoadedMask>;
  };
}

export interface MaskQueryOptions {
  /** Path of the image in view: masks of the other single images of a stack are not read. */
  readonly shown?: string | undefined;
  /** Masks that the user has put on images of the dataset. */
  readonly attached?: readonly AttachedMask[];
}

/** How the masks of a series are read, those of the dataset and those that the user has put on it; equal queries are one. */
export function maskQueries(
  dataset: OpenDataset,
  index: DatasetIndex,
  series: CaseSeries | undefined,
  { shown, attached = [] }: MaskQueryOptions = {},
): readonly MaskQuery[] {
  if (!series) return [];
  const isStack = series.images.length > 1;
  const files = filesOfSeries(series);
  const filed = masksOfSeries(index, series).flatMap((row): readonly MaskQuery[] => {
    const names = index.masks.names[row] || undefined;
    const entry = index.masks.entry[row] ?? -1;
    const isShared = entry >= 0;
    const isOfSlice = isShared && isStack;
    const image = index.images.paths[index.masks.image[row] ?? -1] ?? ('' as DatasetPath);
    if (isOfSlice && image !== shown) return [];
    const ref = {
      path: index.masks.paths[row] ?? ('' as DatasetPath),
      image,
      ...(isShared && { entry }),
      ...(names !== undefined && { names: names as DatasetPath }),
    };
    const match = MASK_MATCHES[index.masks.match[row] ?? 0] ?? 'name';
    return [
      {
        of: { path: ref.path, image, match, attached: undefined, isShared, isOfSlice },
        query: {
          // How many files there are tells when the series has grown; all their names would be a long key.
          queryKey: ['mask', dataset.key, { ...ref, files: files.length }],
          queryFn: ({ signal }) => dataset.images.mask({ ...ref, series: files }, signal),
        },
      },
    ];
  });
  const paths = new Set(series.images.map(({ path }) => path));
  const byHand = attached
    .filter(({ image }) => paths.has(image))
    .map((mask) => attachedQuery(dataset, mask, files));
  return [...filed, ...byHand];
}

function attachedQuery(
  dataset: OpenDataset,
  { id, image, file, names }: AttachedMask,
  series: ReturnType<typeof filesOfSeries>,
): MaskQuery {
  // Its own name says nothing of where it lies in the dataset.
  const path = `${id}/${file.name}` as DatasetPath;
  return {
    of: { path, image, match: 'hand', attached: id, isShared: false, isOfSlice: false },
    query: {
      queryKey: ['mask', dataset.key, { path, image, files: series.length }],
      queryFn: ({ signal }) =>
        dataset.images.attachedMask(
          { path, image, series, bytes: file.bytes, ...(names && { names: names.bytes }) },
          signal,
        ),
    },
  };
}
