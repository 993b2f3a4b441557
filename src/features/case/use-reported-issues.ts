import { useEffect } from 'react';
import type { DatasetPath } from '../../domain/brand.ts';
import type { Failure } from '../../domain/error.ts';
import type { Issue } from '../../domain/issues.ts';
import type { ViewState } from '../../engine/index.ts';
import { useDataset } from '../../session/session-context.tsx';
import { fits, type ImageMask } from './use-masks.ts';
import type { Stack } from './use-stack.ts';

const sizeOf = (columns: number, rows: number, slices: number): string =>
  [columns, rows, ...(slices > 1 ? [slices] : [])].join(' × ');

/** What reading a mask brought up, and whether it lies on its image. */
function maskIssues({ path, failure, mask }: ImageMask, state: ViewState | undefined): readonly Issue[] {
  if (failure?.kind === 'issue') return [{ ...failure.issue, path }];
  if (!mask || !state?.image || fits(mask, state.image, state.slices)) return mask?.issues ?? [];
  const { columns, rows } = state.image.pixels;
  const facts = {
    mask: sizeOf(mask.columns, mask.rows, mask.slices),
    image: sizeOf(columns, rows, state.slices),
  };
  return [...mask.issues, { code: 'MASK_SIZE', facts, path }];
}

/** What showing an image, its series and its masks brings up joins the health report. */
export function useReportedIssues(
  path: string,
  failure: Failure | undefined,
  stack: Stack | undefined,
  state: ViewState | undefined,
  masks: readonly ImageMask[],
): void {
  const dataset = useDataset();
  const image = state?.image;
  useEffect(() => {
    // A file that is only listed was reported when the folder was read.
    if (failure?.kind !== 'issue' || failure.issue.code === 'FILE_MISSING') return;
    dataset.report({ ...failure.issue, path: path as DatasetPath });
  }, [dataset, failure, path]);
  useEffect(() => {
    if (!stack) return;
    for (const issue of stack.description.issues) dataset.report({ path: stack.pathOf(0), ...issue });
  }, [dataset, stack]);
  useEffect(() => {
    for (const issue of image?.issues ?? []) dataset.report({ ...(image && { path: image.path }), ...issue });
  }, [dataset, image]);
  useEffect(() => {
    for (const issue of masks.flatMap((mask) => maskIssues(mask, state))) dataset.report(issue);
  }, [dataset, state, masks]);
}
