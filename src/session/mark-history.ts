import type { MarkChange } from '../storage/stored-mark.ts';

/** One step: what there was, and what there is. */
export interface Step {
  readonly before: readonly MarkChange[];
  readonly after: readonly MarkChange[];
}

/** What can be taken back, the last step last, and what was taken back, the next one first. */
export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const EMPTY_HISTORY: History = { past: [], future: [] };

/** Steps that are kept; those before are for good. */
const MOST = 200;

/** A new step; what was taken back before is gone. */
export const record = ({ past }: History, taken: Step): History => ({
  past: [...past, taken].slice(-MOST),
  future: [],
});

export const canUndo = ({ past }: History): boolean => past.length > 0;
export const canRedo = ({ future }: History): boolean => future.length > 0;

/** Goes a step back or forth, with what there is then; undefined where there is none. */
export function step(
  { past, future }: History,
  way: 'undo' | 'redo',
): { readonly history: History; readonly changes: readonly MarkChange[] } | undefined {
  const taken = way === 'undo' ? past.at(-1) : future[0];
  if (!taken) return undefined;
  return way === 'undo'
    ? { history: { past: past.slice(0, -1), future: [taken, ...future] }, changes: taken.before }
    : { history: { past: [...past, taken], future: future.slice(1) }, changes: taken.after };
}
