import type { Failure } from '../domain/error.ts';
import type { DisplayChain } from '../domain/imaging/display-chain.ts';
import type { PictureTurn } from '../domain/imaging/orientation.ts';
import type { ImagePlacement } from '../domain/imaging/placement.ts';
import type { VoiChoice } from '../domain/imaging/voi.ts';
import type { LoadedImage } from '../workers/images/image-contract.ts';

/** How the user wants an image to be shown; what is absent is as the file has it. */
export interface Display {
  readonly choice?: VoiChoice;
  readonly invert: boolean;
}

export type ViewStatus = 'empty' | 'loading' | 'rendered' | 'error';

/** Everything a viewport says about itself. */
export interface ViewState {
  readonly status: ViewStatus;
  /** The image on screen, or the one asked for while there is an error. */
  readonly path: string;
  /** From 0. */
  readonly slice: number;
  readonly slices: number;
  readonly image: LoadedImage | undefined;
  readonly chain: DisplayChain | undefined;
  /** Pixels of each side of the image that are drawn as one, since it is larger than the graphics card draws; else 1. */
  readonly reduction: number;
  readonly failure: Failure | undefined;
}

export interface StackViewEvents {
  onState(state: ViewState): void;
  onPlacement(placement: ImagePlacement): void;
}

/** In what way a stack is shown; what is absent stays as it was. */
export interface Look {
  readonly display?: Display;
  /** Films of the same one share their enlargement; empty for none. */
  readonly projection?: string;
}

/** Nothing is shown, and nothing was asked for. */
export const EMPTY: ViewState = {
  status: 'empty',
  path: '',
  slice: 0,
  slices: 0,
  image: undefined,
  chain: undefined,
  reduction: 1,
  failure: undefined,
};

/** How a picture is turned against the file. */
export type Turn = PictureTurn;
