import { createContext, use, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import { isSameTarget, isSegmentLit, type LinkTarget } from '../../../domain/report/lit-by.ts';
import type { ReportLink } from '../../../domain/report/link-report.ts';
import type { RovingItem } from '../../../ui/use-roving.ts';
import type { LinkStore } from './link-store.ts';

/** What the parts of the case page share of the link between report, labels, places and masks. */
export interface Linking {
  readonly store: LinkStore;
  /** Undefined until the words of the report were read. */
  readonly link: ReportLink | undefined;
}

export const LinkingContext = createContext<Linking | undefined>(undefined);

export function useLinking(): Linking {
  const linking = use(LinkingContext);
  if (!linking) throw new Error('no LinkProvider above');
  return linking;
}

export const usePinned = (): LinkTarget | undefined =>
  useStore(useLinking().store.state, ({ pinned }) => pinned);

/** What is pointed at; else what is pinned. */
export const usePointed = (): LinkTarget | undefined =>
  useStore(useLinking().store.state, ({ pointed, pinned }) => pointed ?? pinned);

/** Properties of an element that stands for something: they light up what hangs together with it. */
export function useLinked(target: LinkTarget) {
  const { store } = useLinking();
  const isLit = useStore(store.state, ({ lit, model }) =>
    target.kind === 'sentence'
      ? lit.sentences.has(target.sentence)
      : target.kind === 'segment'
        ? isSegmentLit(target.label, lit, model.findings, model)
        : lit.labels.has(target.label),
  );
  return {
    'data-lit': isLit,
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      // A finger that goes over something to scroll points at nothing; its tap is a click.
      if (pointerType !== 'touch') store.hover(target);
    },
    onPointerLeave: ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') store.leave();
    },
    onFocus: ({ target: element }: FocusEvent) => {
      // A press of the mouse pins; the focus that comes with it would light up what was just let go.
      if (element.matches(':focus-visible')) store.focus(target);
    },
    onBlur: () => store.leave(),
  };
}

/** Properties of a button that pins what it stands for. */
export function usePin(target: LinkTarget) {
  const { store } = useLinking();
  const isPinned = useStore(store.state, ({ pinned }) => isSameTarget(pinned, target));
  return { 'aria-pressed': isPinned, onClick: () => store.pin(target) };
}

/** Properties of an element that is a linked button, and one of many that are one tab stop. */
export function useLinkedStop(target: LinkTarget, stop: RovingItem) {
  const { store } = useLinking();
  const linked = useLinked(target);
  return {
    role: 'button',
    ...linked,
    ...usePin(target),
    ...stop,
    onFocus: (event: FocusEvent) => {
      stop.onFocus();
      linked.onFocus(event);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      store.pin(target);
    },
  } as const;
}
