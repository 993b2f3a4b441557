import { useState } from 'react';
import { MOST_VIEWPORTS } from '../../domain/dataset/hang-series.ts';

/** Viewports on the page: one, two side by side, or two by two. */
export type Layout = 1 | 2 | 4;

export interface Viewports {
  readonly layout: Layout;
  readonly setLayout: (layout: Layout) => void;
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
 * @param films images on disk, which decide the layout until the user does.
 */
export function useLayout(caseKey: string, films: number): Viewports {
  const [chosen, setChosen] = useState<Layout>();
  const [before, setBefore] = useState<Layout>();
  const [chosenActive, setActive] = useState({ caseKey, view: 0 });
  const active = chosenActive.caseKey === caseKey ? chosenActive.view : 0;
  const usual: Layout = films > 1 ? 2 : 1;
  const layout = chosen ?? usual;
  const others = before ?? usual;
  const first = Math.floor(active / layout) * layout;
  return {
    layout,
    setLayout: setChosen,
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
