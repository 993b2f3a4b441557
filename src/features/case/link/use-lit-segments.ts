import { useStore } from 'zustand';
import { isSegmentLit } from '../../../domain/report/lit-by.ts';
import type { MaskShape } from '../../../ui/mask-shapes.tsx';
import type { ShownSegment } from '../use-masks.ts';
import { termOf } from './linked-segment.tsx';
import { useLinking } from './linking.ts';

/** The segments as they are drawn: while something is lit, the ones it hangs together with before all others. */
export function useLitSegments(segments: readonly ShownSegment[]): readonly MaskShape[] {
  const { store } = useLinking();
  const { lit, model } = useStore(store.state);
  if (lit.labels.size + lit.sentences.size === 0) return segments;
  return segments.map((segment) => ({
    ...segment,
    emphasis: isSegmentLit(termOf(segment.look), lit, model.findings, model) ? 'lit' : 'dim',
  }));
}
