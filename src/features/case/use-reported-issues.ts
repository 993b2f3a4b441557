import { useEffect } from 'react';
import type { DatasetPath } from '../../domain/brand.ts';
import type { Failure } from '../../domain/error.ts';
import type { Issue } from '../../domain/issues.ts';
import type { ViewState } from '../../engine/index.ts';
import { useDataset } from '../../session/session-context.tsx';
import { fits } from './mask-overlay.tsx';
import type { ImageMask } from './use-masks.ts';
import type { Stack } from './use-stack.ts';

const sizeOf = ({ columns, rows }: { readonly columns: number; readonly rows: number }): string =>
  `${columns} × ${rows}`;

/** What reading a mask brought up, and whether it lies on its image. */
function maskIssues(mask: ImageMask, image: ViewState['image']): readonly Issue[] {
  const { path, failure, mask: read } = mask;
  if (failure?.kind === 'issue') return [{ ...failure.issue, path }];
  if (!read || !image || fits(image, mask)) return read?.issues ?? [];
  const facts = { mask: sizeOf(read), image: sizeOf(image.pixels) };
  return [...read.issues, { code: 'MASK_SIZE', facts, path }];
}

/** What showing an image, its series and its masks brings up joins the health report. */
export function useReportedIssues(
  path: string,
  failure: Failure | undefined,
  stack: Stack | undefined,
  image: ViewState['image'],
  masks: readonly ImageMask[],
): void {
  const dataset = useDataset();
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
    for (const issue of masks.flatMap((mask) => maskIssues(mask, image))) dataset.report(issue);
  }, [dataset, image, masks]);
}
