import { useMemo } from 'react';
import type { SeriesKind } from '../../domain/imaging/series-kind.ts';
import { useDatasetState } from '../../session/session-context.tsx';

/** What images are that were not scanned as they are, by path, as far as headers are read. */
export function useSeriesKinds(): ReadonlyMap<string, SeriesKind> {
  const issues = useDatasetState(({ index }) => index?.issues);
  return useMemo(() => {
    const found = new Map<string, SeriesKind>();
    for (const issue of issues ?? []) {
      if (issue.path === undefined) continue;
      if (issue.code === 'IMAGE_LOCALIZER') found.set(issue.path, 'localizer');
      if (issue.code === 'IMAGE_DERIVED' && issue.facts?.kind) found.set(issue.path, issue.facts.kind);
    }
    return found;
  }, [issues]);
}
