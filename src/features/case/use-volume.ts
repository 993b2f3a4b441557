import { useEffect, useState } from 'react';
import { isAbort, toFailure, type Failure } from '../../domain/error.ts';
import { firstSliceOf } from '../../session/first-images.ts';
import { openVolume, type NoVolume, type OpenVolume } from '../../session/mpr.ts';
import { useDataset } from '../../session/session-context.tsx';
import type { Stack } from './use-stack.ts';

/** A volume on its way. */
export type VolumeState =
  | { readonly kind: 'reading'; readonly done: number }
  | { readonly kind: 'open'; readonly open: OpenVolume }
  | { readonly kind: 'none'; readonly why: NoVolume }
  | { readonly kind: 'failed'; readonly failure: Failure };

const BEGUN: VolumeState = { kind: 'reading', done: 0 };

/** All slices of a stack as a volume, read when it is asked for. */
export function useVolume(stack: Stack | undefined): VolumeState {
  const { limit } = useDataset().images.memory;
  const [found, setFound] = useState<{ readonly of: Stack; readonly state: VolumeState }>();
  useEffect(() => {
    if (!stack) return undefined;
    const leaving = new AbortController();
    const tell = (state: VolumeState): void => {
      if (!leaving.signal.aborted) setFound({ of: stack, state });
    };
    const start = performance.now();
    const open = async (): Promise<void> => {
      try {
        const result = await openVolume({
          stack,
          first: firstSliceOf(stack),
          most: limit,
          signal: leaving.signal,
          onProgress: (done) => tell({ kind: 'reading', done }),
        });
        tell(result.ok ? { kind: 'open', open: result.value } : { kind: 'none', why: result.error });
        performance.measure('midscope:mpr', { start, detail: { slices: stack.slices } });
      } catch (thrown) {
        if (!isAbort(thrown)) tell({ kind: 'failed', failure: toFailure(thrown) });
      }
    };
    void open();
    return () => leaving.abort();
  }, [stack, limit]);
  return found && found.of === stack ? found.state : BEGUN;
}
