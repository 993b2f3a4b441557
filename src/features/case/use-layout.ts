import { useState } from 'react';
import { MOST_VIEWPORTS } from '../../domain/hanging/hang-series.ts';
import type { Layout } from '../../domain/hanging/protocol.ts';

export interface Viewports {
  readonly layout: Layout;
  readonly setLayout: (layout: Layout) => void;
  /** Takes the usual layout again, with the first viewport active. */
  readonly resetLayout: () => void;
  /** Shows the active viewport alone, or again with the others; undefined where there are no others. */
  readonly toggleOne: (() => void) | undefined;
  readonly active: number;
  /** Makes a viewport active; one that does not fit into the layout brings its neighbours with it. */
  readonly setActive: (view: number) => void;
  /** Numbers of the viewports on the page, from 0. */
  readonly shown: readonly number[];
}

/**
 * The layout stays from case to case; the active viewport is the first one again.
 * @param usual the layout until the user decides.
 */
export function useLayout(caseKey: string, usual: Layout): Viewports {
  const [chosen, setChosen] = useState<Layout>();
  const [before, setBefore] = useState<Layout>();
  const [chosenActive, setActive] = useState({ caseKey, view: 0 });
  const active = chosenActive.caseKey === caseKey ? chosenActive.view : 0;
  const layout = chosen ?? usual;
  const others = before ?? usual;
  const first = Math.floor(active / layout) * layout;
  return {
    layout,
    setLayout: setChosen,
    resetLayout: () => {
      setChosen(undefined);
      setBefore(undefined);
      setActive({ caseKey, view: 0 });
    },
    toggleOne:
      layout === 1 && others === 1
        ? undefined
        : () => {
            if (layout > 1) setBefore(layout);
            setChosen(layout > 1 ? 1 : others);
          },
    active,
    setActive: (view) => setActive({ caseKey, view }),
    shown: Array.from({ length: layout }, (_, at) => first + at).filter((at) => at < MOST_VIEWPORTS),
  };
}
