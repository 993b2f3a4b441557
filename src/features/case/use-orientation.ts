import { useStore } from 'zustand';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { Reorientation } from '../../domain/imaging/reorient.ts';
import { orientationKey, orientationOf } from '../../session/orientation-memory.ts';
import { useDataset, useWorkspace } from '../../session/session-context.tsx';

/** How the user has said that a series really lies, and a way to say so. */
export function useOrientation(
  series: CaseSeries | undefined,
): readonly [Reorientation, (reorientation: Reorientation) => void] {
  const { storageKey } = useDataset();
  const { orientations } = useWorkspace();
  const key = orientationKey(storageKey, series?.key ?? '');
  const now = useStore(orientations.state, (kept) => orientationOf(kept, key));
  return [now, (next) => orientations.set(key, next)];
}
