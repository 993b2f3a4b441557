import { useEffect } from 'react';
import type { DatasetPath } from '../../domain/brand.ts';
import type { Failure } from '../../domain/error.ts';
import type { ViewState } from '../../engine/index.ts';
import { useDataset } from '../../session/session-context.tsx';
import { maskIssues } from './mask-issues.ts';
import type { ImageMask } from './use-masks.ts';
import type { Stack } from './use-stack.ts';

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
    // What the user has put on an image is no part of the dataset, and told of beside it.
    const filed = masks.filter(({ attached }) => attached === undefined);
    for (const issue of filed.flatMap((mask) => maskIssues(mask, state))) dataset.report(issue);
  }, [dataset, state, masks]);
}
