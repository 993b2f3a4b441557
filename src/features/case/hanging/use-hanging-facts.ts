import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DatasetPath } from '../../../domain/brand.ts';
import { masksOfSeries } from '../../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import { useDataset } from '../../../session/session-context.tsx';
import { useSeriesKinds } from '../use-series-kinds.ts';
import type { HangingFacts } from './use-hanging.ts';

/** Which series have masks, filed or put there by hand, and which are scouts. */
export function useHangingFacts(index: DatasetIndex): HangingFacts {
  const attached = useStore(useDataset().attached.state, ({ masks }) => masks);
  const kinds = useSeriesKinds();
  return useMemo(() => {
    const byHand = new Set(attached.map(({ image }) => image));
    const scouts = new Set<DatasetPath>();
    for (const [path, kind] of kinds) if (kind === 'localizer') scouts.add(path as DatasetPath);
    return {
      hasMasks: (series) =>
        masksOfSeries(index, series).length > 0 || series.images.some(({ path }) => byHand.has(path)),
      scouts,
    };
  }, [index, attached, kinds]);
}
