import type { SessionOrder } from '../dataset/patient-sessions.ts';
import type { CtPreset } from '../imaging/ct-presets.ts';
import type { ImageKind } from './image-kinds.ts';

/** Viewports on the page: one, two side by side, or two by two. */
export const LAYOUTS = [1, 2, 4] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Which image a viewport shows: the first of these that no other viewport shows yet, or that of another viewport. */
export type Selector = ImageRule | { readonly sameAs: number };

/** What an image must be; what is absent does not matter. */
export interface ImageRule {
  readonly kind?: ImageKind;
  readonly when?: SessionOrder;
  readonly masks?: true;
}

export interface ViewportRule {
  readonly select: Selector;
  /** Else the window of the file. */
  readonly window?: CtPreset['id'];
  /** Else as the reader has them everywhere. */
  readonly masks?: 'on' | 'off';
  /** The stage is hung without it, too. */
  readonly optional?: true;
}

/** What viewports do together. Zoom and pan are in fractions of the image. */
export const LINKS = ['zoom', 'pan', 'window', 'scroll'] as const;
export type Link = (typeof LINKS)[number];

export interface HangingStage {
  /** Absent: one viewport for one series, two for more. */
  readonly layout?: Layout;
  /** From the upper left; further viewports show what is left of the session that is read. */
  readonly viewports: readonly ViewportRule[];
  readonly links: readonly Link[];
  /** All films of the patient of one kind, one after the other in the first viewport. */
  readonly cine?: true;
}

/** So many images of a kind a case must hold. */
export interface Need extends ImageRule {
  readonly atLeast: number;
}

/** How cases of one sort are hung. */
export interface HangingProtocol {
  readonly id: string;
  /** Of the user's own; the others are named by the page. */
  readonly name?: string;
  readonly needs: readonly Need[];
  /** One at least. Those whose viewports cannot all be filled are passed over. */
  readonly stages: readonly HangingStage[];
  /** It is hung only where the user asked for it. */
  readonly offered?: true;
}
