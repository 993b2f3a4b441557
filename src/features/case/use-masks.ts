import { useQueries } from '@tanstack/react-query';
import { useStore } from 'zustand';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { lookOf, type SegmentLook } from '../../domain/segmentation/segment-look.ts';
import type { MaskShape } from '../../ui/mask-shapes.tsx';
import { toFailure, type Failure } from '../../domain/error.ts';
import type { ViewState } from '../../engine/index.ts';
import { maskQueries, type MaskOrigin } from '../../session/mask-queries.ts';
import { useDataset, useVocabulary } from '../../session/session-context.tsx';
import type { OpenDataset } from '../../session/open-dataset.ts';

export type Mask = Awaited<ReturnType<OpenDataset['images']['mask']>>;

export interface ImageMask extends MaskOrigin {
  readonly mask: Mask | undefined;
  readonly failure: Failure | undefined;
}

/** The masks of one series that can lie on the image in view, each with its segments once it was read. */
export function useMasks(
  index: DatasetIndex,
  series: CaseSeries | undefined,
  shown: string | undefined,
): readonly ImageMask[] {
  const dataset = useDataset();
  const attached = useStore(dataset.attached.state, ({ masks }) => masks);
  const queries = maskQueries(dataset, index, series, { shown, attached });
  return useQueries({
    queries: queries.map(({ query }) => query),
    combine: (results) =>
      results.flatMap(({ data, error }, at) => {
        const { of } = queries[at] ?? {};
        return of ? [{ ...of, mask: data, failure: error ? toFailure(error) : undefined }] : [];
      }),
  });
}

/** Whether a mask lies on the pixels of an image and, unless it is of that image alone, on each slice of its stack. */
export const fits = (
  { columns, rows, slices }: Mask,
  isOfSlice: boolean,
  image: NonNullable<ViewState['image']>,
  stackSlices: number,
): boolean =>
  columns === image.pixels.columns &&
  rows === image.pixels.rows &&
  slices === (isOfSlice ? 1 : Math.max(1, stackSlices));

/** A segment on the slice in view. */
export interface ShownSegment {
  /** Tells segments of several masks apart. */
  readonly key: string;
  readonly look: SegmentLook;
  readonly areaPx: number;
  readonly outline: string;
  readonly marks: NonNullable<MaskShape['marks']>;
  readonly format: Mask['format'];
}

/** The segments of an image's masks on the slice in view; masks of another size have none. */
export function useSegmentsInView(
  masks: readonly ImageMask[],
  state: ViewState | undefined,
): readonly ShownSegment[] {
  const vocabulary = useVocabulary();
  const { image, slice = 0, slices = 0 } = state ?? {};
  if (!image) return [];
  return masks.flatMap(({ path, isOfSlice, mask }) =>
    mask && fits(mask, isOfSlice, image, slices)
      ? mask.segments.map((segment) => {
          const { areaPx = 0, outline = '', marks = [] } = segment.slices[isOfSlice ? 0 : slice] ?? {};
          const look = lookOf(vocabulary, segment);
          return { key: `${path} ${segment.value}`, look, areaPx, outline, marks, format: mask.format };
        })
      : [],
  );
}
