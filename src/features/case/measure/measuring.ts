import { createContext, use, type RefObject } from 'react';
import type { Mark } from '../../../domain/measure/measurement.ts';
import type { MarkEdit } from '../../../session/mark-store.ts';

/** A mark that is drawn, and waits for the user's words before it is kept. */
export interface Entry {
  readonly mark: Mark;
  readonly asks: 'text' | 'length';
}

/** What the viewport in front can do, for buttons and keys that are elsewhere. */
export interface FrontActions {
  /** Marks the picture as a key image, or no longer. */
  toggleKey(): void;
  capture(): void;
  /** Places a mark of the tool in hand in the middle of what is in view. */
  place(): void;
}

/** Everything about marks that is not in the marks. */
export interface Measuring {
  /** The case whose steps are undone. */
  readonly ids: Pick<Mark, 'subject' | 'session'>;
  readonly caseKey: string;
  readonly marks: ReadonlyMap<string, Mark>;
  /** Of each picture by its key, in the order in which they were made. */
  readonly byPlace: ReadonlyMap<string, readonly Mark[]>;
  readonly apply: (edit: MarkEdit) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Id of the mark that keys act on. */
  readonly selected: string | undefined;
  readonly select: (id: string | undefined) => void;
  /** A mark that is to be brought on screen, and then takes the focus; another choice calls it off. */
  readonly target: Mark | undefined;
  readonly jump: (mark: Mark) => void;
  readonly arrive: () => void;
  readonly entry: Entry | undefined;
  readonly ask: (entry: Entry | undefined) => void;
  readonly isShown: boolean;
  readonly setShown: (shown: boolean) => void;
  /** Says something where it does not cover an image. */
  readonly say: (message: string) => void;
  readonly message: string;
  /** Takes back what is being drawn; set while something is. */
  readonly drawing: RefObject<(() => void) | undefined>;
  readonly onDrawing: (cancel: (() => void) | undefined) => void;
  readonly front: RefObject<FrontActions | undefined>;
  readonly onFront: (actions: FrontActions | undefined) => void;
}

export const MeasuringContext = createContext<Measuring | undefined>(undefined);

export function useMeasuring(): Measuring {
  const measuring = use(MeasuringContext);
  if (!measuring) throw new Error('no MeasuringProvider above');
  return measuring;
}
