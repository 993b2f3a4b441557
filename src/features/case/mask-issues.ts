import type { Issue } from '../../domain/issues.ts';
import type { ViewState } from '../../engine/index.ts';
import { fits, type ImageMask } from './use-masks.ts';

const sizeOf = (columns: number, rows: number, slices: number): string =>
  [columns, rows, ...(slices > 1 ? [slices] : [])].join(' × ');

/** What reading a mask brought up, and whether it lies on its image. */
export function maskIssues(of: ImageMask, state: ViewState | undefined): readonly Issue[] {
  const { failure, mask, isOfSlice } = of;
  // Of a file with masks of many images, it is the image that tells which one is meant.
  const path = of.isShared ? of.image : of.path;
  if (failure?.kind === 'issue') return [{ ...failure.issue, path }];
  if (!mask || !state?.image || fits(mask, isOfSlice, state.image, state.slices))
    return (mask?.issues ?? []).map((issue) => ({ path, ...issue }));
  const { columns, rows } = state.image.pixels;
  const facts = {
    mask: sizeOf(mask.columns, mask.rows, mask.slices),
    image: sizeOf(columns, rows, state.slices),
  };
  return [...mask.issues, { code: 'MASK_SIZE', facts, path }];
}
