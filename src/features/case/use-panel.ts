import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useMedia } from '../../ui/use-media.ts';

/** A part of the panel that something elsewhere on the page leads to. */
export type PanelSection = 'masks';

export const sectionId = (section: PanelSection): string => `panel-${section}`;

/** Ids of the panel, and of what is around the button that opens it. */
export const PANEL = 'panel';
export const PANEL_OPENER = 'panel-opener';

/** Below this width the panel lies over the images, as the style sheet has it. */
const DRAWER_BELOW = '(max-width: 1179px)';

/** The panel: beside the images, or on a narrow page over their edge while it is open. */
export interface Panel {
  readonly isDrawer: boolean;
  /** Whether it is in sight. */
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  /** Puts the drawer away, and the focus on what opens it. */
  readonly close: () => void;
  /** Brings a section into sight and gives it the focus. */
  readonly show: (section: PanelSection) => void;
}

export function usePanel(): Panel {
  const isDrawer = useMedia(DRAWER_BELOW);
  const [isOpen, setShown] = useState(false);
  // What is not in sight cannot have the focus.
  const setOpen = (next: boolean): void => flushSync(() => setShown(next));
  return {
    isDrawer,
    isOpen: isOpen || !isDrawer,
    setOpen: (next) => {
      setOpen(next);
      if (next) document.getElementById(PANEL)?.focus();
    },
    close: () => {
      setOpen(false);
      document.getElementById(PANEL_OPENER)?.querySelector('button')?.focus();
    },
    show: (section) => {
      setOpen(true);
      document.getElementById(sectionId(section))?.focus();
    },
  };
}
