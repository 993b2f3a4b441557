import { useMemo } from 'react';
import type { PatientPlane } from '../../domain/imaging/reslice-grid.ts';
import { labelVolume, planeSegments, type LabelVolume } from '../../domain/segmentation/plane-labels.ts';
import { lookOf } from '../../domain/segmentation/segment-look.ts';
import { useVocabulary } from '../../session/session-context.tsx';
import type { OpenVolume } from '../../session/mpr.ts';
import type { ImageMask, Mask, ShownSegment } from './use-masks.ts';

/** A mask whose segments can be cut in any plane. */
interface OpenMask {
  readonly path: string;
  readonly mask: Mask;
  readonly labels: LabelVolume;
}

/** Voxels that masks are filled into, a byte each, on the slices they are on; larger ones stay on slices. */
const MOST_VOXELS = 2 ** 27;

/** The masks that lie on every slice of a volume along the axes of the body; others are shown on slices only. */
export function useOpenMasks(open: OpenVolume, masks: readonly ImageMask[]): readonly OpenMask[] {
  // A new list of the same masks is made at each render.
  const found = masks.flatMap(({ path, isOfSlice, mask }) => (mask && !isOfSlice ? [{ path, mask }] : []));
  const key = found.map(({ path }) => path).join('\n');
  // oxlint-disable-next-line react/exhaustive-deps -- The key stands for the list.
  return useMemo(() => found.flatMap(({ path, mask }) => openMask(open, path, mask)), [open, key]);
}

function openMask({ volume, grid, stack }: OpenVolume, path: string, mask: Mask): readonly OpenMask[] {
  const { columns, rows, slices } = volume;
  const fits = mask.columns === columns && mask.rows === rows && mask.slices === slices;
  if (!fits || slices !== stack.slices || !grid.isExact) return [];
  const marked =
    mask.segments[0]?.slices.filter((_, k) => mask.segments.some((one) => one.slices[k])).length ?? 0;
  if (marked * columns * rows > MOST_VOXELS) return [];
  return [
    {
      path,
      mask,
      labels: labelVolume(
        volume,
        mask.segments.map((segment) => segment.slices),
      ),
    },
  ];
}

/** Points lie on slices; where a plane cuts them is not told. */
const NO_MARKS = [] as const;

/** The segments of all masks on one layer of a plane. */
export function usePlaneSegments(
  { grid }: OpenVolume,
  masks: readonly OpenMask[],
  plane: PatientPlane,
  layer: number,
): readonly ShownSegment[] {
  const vocabulary = useVocabulary();
  return useMemo(
    () =>
      masks.flatMap(({ path, mask, labels }) => {
        const cut = new Map(planeSegments(labels, grid, plane, layer).map((one) => [one.segment, one]));
        return mask.segments.map((segment, at) => ({
          key: `${path} ${segment.value}`,
          look: lookOf(vocabulary, segment),
          areaPx: cut.get(at)?.areaPx ?? 0,
          outline: cut.get(at)?.outline ?? '',
          marks: NO_MARKS,
          format: mask.format,
        }));
      }),
    [vocabulary, masks, grid, plane, layer],
  );
}

export type { OpenMask };
