import { useMemo } from 'react';
import { useStore } from 'zustand';
import { findingsOf } from '../../../domain/report/lit-by.ts';
import { anchorOf } from '../../../domain/segmentation/anchor-of.ts';
import type { Leader } from '../leaders.tsx';
import type { ShownSegment } from '../use-masks.ts';
import type { Reading } from '../use-reading.ts';
import { termOf } from './linked-segment.tsx';
import { useLinking } from './linking.ts';

interface MaskLeaders {
  readonly leaders: readonly Leader[];
  /** The findings that they are of. */
  readonly masked: ReadonlySet<string>;
}

/** Lines from the labels of an image to the masks that show them, of those that are drawn. */
export function useMaskLeaders(segments: readonly ShownSegment[], reading: Reading): MaskLeaders {
  const { store } = useLinking();
  const model = useStore(store.state, (state) => state.model);
  const isHidden = reading.masks === 'off' || reading.masksHeld;
  const shown = isHidden ? [] : segments.filter(({ key }) => !reading.hiddenSegments.has(key));
  const key = shown.map((one) => `${one.key} ${one.outline.length} ${one.outline.slice(0, 24)}`).join('\n');
  return useMemo(() => {
    const found = new Map<string, Leader>();
    for (const { look, outline } of shown) {
      const at = anchorOf(outline);
      if (!at) continue;
      for (const label of findingsOf(termOf(look), model.findings, model))
        if (!found.has(label)) found.set(label, { label, at, isSchematic: false });
    }
    return { leaders: [...found.values()], masked: new Set(found.keys()) };
    // oxlint-disable-next-line react/exhaustive-deps -- The key stands for the segments, a new list at each render.
  }, [key, model]);
}
