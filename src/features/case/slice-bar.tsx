import { useEffect, useState, useSyncExternalStore } from 'react';
import { sliceRuns, slicesIn, type SliceRun } from '../../domain/imaging/slice-runs.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useDataset } from '../../session/session-context.tsx';
import styles from './slice-bar.module.css';
import type { Stack } from './use-stack.ts';

interface SliceBarProps {
  readonly stack: Stack;
  readonly state: Pick<ViewState, 'status' | 'slice' | 'slices'>;
  readonly onGo: (slice: number) => void;
}

/** Where in its stack a viewport is, which slices are in memory and which were on screen; drawn to scroll. */
export function SliceBar({ stack, state, onGo }: SliceBarProps) {
  const { t, format } = useLanguage();
  const { slice, slices } = state;
  const loaded = useLoaded(stack);
  const seen = useSeenSlices(stack, state.status === 'rendered' ? slice : undefined);
  const number = (value: number): string => format.number(value);
  return (
    <div
      className={styles.bar}
      data-testid="slice-bar"
      data-loaded={slicesIn(loaded)}
      data-seen={slicesIn(seen)}
    >
      <svg viewBox={`0 0 1 ${stack.slices}`} preserveAspectRatio="none" aria-hidden className={styles.track}>
        <Runs runs={loaded} className={styles.loaded} />
        <Runs runs={seen} className={styles.seen} />
      </svg>
      <input
        type="range"
        min={0}
        max={slices - 1}
        value={slice}
        aria-label={t.ct.slices}
        aria-orientation="vertical"
        aria-valuetext={t.ct.sliceOf(
          number(slice + 1),
          number(slices),
          number(slicesIn(loaded)),
          number(slicesIn(seen)),
        )}
        onChange={({ currentTarget }) => onGo(currentTarget.valueAsNumber)}
        // A double click enlarges the viewport, not here.
        onDoubleClick={(event) => event.stopPropagation()}
        className={styles.range}
      />
    </div>
  );
}

function Runs(props: { readonly runs: readonly SliceRun[]; readonly className: string | undefined }) {
  return (
    <g className={props.className}>
      {props.runs.map(({ from, count }) => (
        <rect key={from} x={0} y={from} width={1} height={count} />
      ))}
    </g>
  );
}

/** The slices that are in memory now. */
function useLoaded(stack: Stack): readonly SliceRun[] {
  const { memory } = useDataset().images;
  // A text tells whether anything changed; arrays would always be new ones.
  const written = useSyncExternalStore(memory.subscribe, () =>
    JSON.stringify(sliceRuns(stack.slices, stack.isLoaded)),
  );
  return JSON.parse(written) as readonly SliceRun[];
}

/** The slices of a stack that this viewport had on screen, with the one that it has there now. */
function useSeenSlices(stack: Stack, now: number | undefined): readonly SliceRun[] {
  const [seenOf] = useState(() => new WeakMap<Stack['description'], Set<number>>());
  const seen = seenOf.get(stack.description);
  useEffect(() => {
    if (now === undefined) return;
    const slices = seenOf.get(stack.description) ?? new Set();
    seenOf.set(stack.description, slices.add(now));
  }, [stack.description, now, seenOf]);
  return sliceRuns(stack.slices, (slice) => slice === now || seen?.has(slice) === true);
}
