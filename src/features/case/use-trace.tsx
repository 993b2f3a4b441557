import type { ImagePlacement } from '../../domain/imaging/placement.ts';
import { useState, type RefObject } from 'react';
import type { ViewState } from '../../engine/index.ts';
import { ChainSteps } from './chain-steps.tsx';
import type { Trace } from './truth-badge.tsx';

/** Whether the display chain of a viewport is open, step by step. */
export function useTrace(): Trace {
  const [isOpen, setOpen] = useState(false);
  return { isOpen, toggle: () => setOpen(!isOpen) };
}

interface TraceStepsProps {
  readonly trace: Trace;
  readonly state: ViewState | undefined;
  /** How the pixels were made that no file holds. */
  readonly made?: string | undefined;
  /** The image, whose parent is the viewport that the focus goes back to. */
  readonly over: RefObject<HTMLElement | null>;
  readonly placement: ImagePlacement | undefined;
}

/** The display chain over its image, while it is open. */
export function TraceSteps({ trace, state, over, ...steps }: TraceStepsProps) {
  const { image, chain } = state ?? {};
  if (!trace.isOpen || !image || !chain) return null;
  const close = (): void => {
    trace.toggle();
    over.current?.parentElement?.focus();
  };
  return <ChainSteps image={image} chain={chain} over={over} onClose={close} {...steps} />;
}
