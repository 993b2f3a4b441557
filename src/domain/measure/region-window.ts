import type { CenterWidth } from '../imaging/equivalent-window.ts';
import type { ImageAttributes } from '../imaging/image-attributes.ts';
import type { RegionStatistics } from './region-statistics.ts';

/**
 * The window in which the least value of a region is black and its greatest white, by the function that the file's
 * windows have (PS3.3 C.11.2.1.2 and C.11.2.1.3), in modality units.
 */
export function regionWindow(
  { min, max }: Pick<RegionStatistics, 'min' | 'max'>,
  { VOILUTFunction = 'LINEAR' }: Pick<ImageAttributes, 'VOILUTFunction'>,
): CenterWidth {
  if (VOILUTFunction !== 'LINEAR') return { center: (min + max) / 2, width: max > min ? max - min : 1 };
  return { center: (min + max + 1) / 2, width: max - min + 1 };
}
