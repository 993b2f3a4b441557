import type { Reading } from '../use-reading.ts';

/** Goes to the next or the previous stage of the protocol; undefined where there is none. */
export function stepStage({ hanging }: Reading, by: 1 | -1): (() => void) | undefined {
  const next = hanging.stage + by;
  return next >= 0 && next < hanging.stages.length ? () => hanging.goTo(next) : undefined;
}
