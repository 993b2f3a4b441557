import { useQueries, useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { MaskedSeries } from '../../domain/dataset/masked-series.ts';
import { toFailure, type Failure } from '../../domain/error.ts';
import { spacingOf, type Spacing } from '../../domain/imaging/spacing.ts';
import type { ImageThumbnail } from '../../domain/imaging/thumbnail.ts';
import { lookOf } from '../../domain/segmentation/segment-look.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { maskQueries } from '../../session/mask-queries.ts';
import type { OpenDataset } from '../../session/open-dataset.ts';
import { useDataset, useVocabulary } from '../../session/session-context.tsx';
import { filesOfSeries } from '../../session/stack-query.ts';
import type { MaskShape } from '../../ui/mask-shapes.tsx';

type Mask = Awaited<ReturnType<OpenDataset['images']['mask']>>;

/** Pixels of the longer side, for displays of two device pixels per CSS pixel. */
const SIDE = 640;
/** Milliseconds for which what left the screen is kept. */
const KEPT = 180_000;

/** A segment on the slice that is shown. */
export interface CardSegment extends MaskShape {
  readonly areaPx: number;
  readonly points: number;
}

export interface MaskedImage {
  readonly picture: ImageThumbnail | undefined;
  /** From 0; the slice on which the masks have their largest area. */
  readonly slice: number;
  readonly slices: number;
  readonly spacing: Spacing | undefined;
  readonly segments: readonly CardSegment[];
  /** Size of the image in pixels, once it is known. */
  readonly size: { readonly columns: number; readonly rows: number } | undefined;
  readonly failures: readonly Failure[];
  /** The picture is there, or something that it needs cannot be read. */
  readonly isDone: boolean;
}

/** The slice with the largest area of all segments. */
function largestSlice(masks: readonly Mask[]): number {
  const areas: number[] = [];
  for (const { segments } of masks)
    for (const { slices } of segments)
      slices.forEach((slice, at) => (areas[at] = (areas[at] ?? 0) + (slice?.areaPx ?? 0)));
  let best = 0;
  areas.forEach((area, at) => {
    if (area > (areas[best] ?? 0)) best = at;
  });
  return best;
}

interface ReadMask {
  readonly path: string;
  readonly isOfSlice: boolean;
  readonly mask: Mask;
}

function segmentsOf(
  vocabulary: Vocabulary,
  masks: readonly ReadMask[],
  slice: number,
): readonly CardSegment[] {
  return masks.flatMap(({ path, isOfSlice, mask }) =>
    mask.segments.map((segment) => {
      const { areaPx = 0, outline = '', marks = [] } = segment.slices[isOfSlice ? 0 : slice] ?? {};
      return {
        key: `${path} ${segment.value}`,
        look: lookOf(vocabulary, segment),
        areaPx,
        outline,
        marks,
        points: marks.length,
      };
    }),
  );
}

/** A masked series as it is shown on a card: read when it is near. */
export function useMaskedImage(index: DatasetIndex, masked: MaskedSeries, mayLoad: boolean): MaskedImage {
  const dataset = useDataset();
  const vocabulary = useVocabulary();
  const { images, key } = dataset;
  const { series, image } = masked;
  const attached = useStore(dataset.attached.state, (own) => own.masks);
  const queries = maskQueries(dataset, index, series, { shown: image, attached });
  const found = useQueries({
    queries: queries.map(({ query }) => ({ ...query, enabled: mayLoad, gcTime: KEPT })),
  });
  const files = filesOfSeries(series);
  const { data: stack, error: stackError } = useQuery({
    queryKey: ['masked stack', key, series.key, files.length],
    queryFn: ({ signal }) => images.stack(files, signal),
    enabled: mayLoad,
    gcTime: KEPT,
  });
  const isRead = found.every(({ data, error }) => data !== undefined || error !== null);
  const slices = stack?.slices ?? 0;
  const read = found.flatMap(({ data }, at): readonly ReadMask[] => {
    const { of } = queries[at] ?? {};
    return data && of ? [{ path: of.path, isOfSlice: of.isOfSlice, mask: data }] : [];
  });
  const ofSlice = stack?.description.slices.findIndex(({ file }) => file.path === image) ?? 0;
  const isOfSlice = read.some((one) => one.isOfSlice);
  const slice = isOfSlice ? Math.max(0, ofSlice) : largestSlice(read.map(({ mask }) => mask));
  const at = stack?.description.slices[slice];
  const { data: picture, error: pictureError } = useQuery({
    queryKey: ['masked picture', key, at?.file.path, at?.frame],
    queryFn: ({ signal }) => {
      if (!at) throw new RangeError('no slice');
      return images.thumbnail(at, SIDE, signal);
    },
    enabled: mayLoad && isRead && at !== undefined,
    gcTime: KEPT,
  });
  const size = picture && { columns: picture.imageColumns, rows: picture.imageRows };
  const fitting = read.filter(
    ({ mask, isOfSlice: single }) =>
      (!size || (mask.columns === size.columns && mask.rows === size.rows)) &&
      (single || mask.slices === slices || slices === 0),
  );
  const misfits = read.length - fitting.length;
  const failures = [
    ...found.flatMap(({ error }) => (error ? [toFailure(error)] : [])),
    ...[stackError, pictureError].flatMap((error) => (error ? [toFailure(error)] : [])),
    ...(misfits > 0 ? [MISFIT] : []),
  ];
  const attributes = stack && { ...stack.description.attributes, ...stack.description.places?.[slice] };
  return {
    picture,
    slice,
    slices,
    spacing: attributes && spacingOf(attributes),
    segments: segmentsOf(vocabulary, fitting, slice),
    size,
    failures,
    isDone: picture !== undefined || failures.length > 0 || (stack !== undefined && isRead && !at),
  };
}

const MISFIT: Failure = { kind: 'issue', issue: { code: 'MASK_SIZE' } };
