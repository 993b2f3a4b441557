import type { KeyboardEvent } from 'react';

export interface ListActions {
  /** Opens the session of a position. */
  readonly open: (position: number) => void;
  readonly copyPath: (position: number) => void;
  /** Shows the film of a position, large. */
  readonly look: (position: number) => void;
  /** Opens the session of a position in a tab of its own. */
  readonly openTab: (position: number) => void;
  /** Leaves the sessions of the same patient. */
  readonly showPatient: (position: number) => void;
  /** Begins to type where to go, with what was typed already. */
  readonly startJump: (typed: string) => void;
}

interface ListShape {
  readonly count: number;
  readonly active: number;
  /** Sessions beside each other; one in a table. */
  readonly across: number;
  /** Lines in sight. */
  readonly page: number;
}

/** Where a key leads from the active position; undefined for a key that does not move. */
function keyTarget(key: string, { count, active, across, page }: ListShape): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: across,
    ArrowUp: -across,
    PageDown: page * across,
    PageUp: -page * across,
    ...(across > 1 && { ArrowRight: 1, ArrowLeft: -1 }),
  };
  const step = steps[key];
  const target =
    key === 'Home' ? 0 : key === 'End' ? count - 1 : step === undefined ? undefined : active + step;
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target));
}

/** What the keys do in a list of sessions, be they rows or pictures. */
export function listKeys(
  shape: ListShape,
  move: (position: number) => void,
  { open, openTab, copyPath, look, startJump }: ListActions,
): (event: KeyboardEvent) => void {
  return (event) => {
    const isCtrl = event.ctrlKey || event.metaKey;
    if (isCtrl && event.key === 'Enter' && !event.altKey) {
      event.preventDefault();
      return openTab(shape.active);
    }
    if (isCtrl || event.altKey) return;
    const target = keyTarget(event.key, shape);
    if (target !== undefined) move(target);
    else if (event.key === 'Enter') open(shape.active);
    else if (event.key === ' ') look(shape.active);
    else if (event.key.toLowerCase() === 'c') copyPath(shape.active);
    else if (/^\d$/.test(event.key)) startJump(event.key);
    else return;
    event.preventDefault();
  };
}
