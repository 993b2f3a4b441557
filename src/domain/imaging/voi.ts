import type { ImageAttributes, LookupTable, VoiLutFunction, Window } from './image-attributes.ts';
import { lookUp } from './modality.ts';

/** Largest grey a display value can take; 0 is black, before polarity. */
export const MAX_GREY = 255;

/**
 * Which values of interest are shown. `lut` and `window` name an item of the file by its index from 0;
 * `preset` and `manual` are windows from elsewhere, in modality units; `percentile` spans the 1st to the 99th
 * percentile of the image; `none` spans everything the stored values can be.
 */
export type VoiChoice =
  | { readonly kind: 'lut' | 'window'; readonly index: number }
  | { readonly kind: 'preset' | 'manual'; readonly center: number; readonly width: number }
  | { readonly kind: 'percentile' | 'none' };

/** A choice with the file's own name for it, empty where there is none. */
export interface VoiOption {
  readonly choice: VoiChoice;
  readonly explanation: string;
  /** As filed; windows only. */
  readonly window?: Window;
}

/**
 * Everything a file offers, preferred first: VOI LUTs, windows, LUTs that lack entries, and the percentile last,
 * which is midscope's own. Where LUTs and windows are filed the standard leaves the choice to the application
 * (PS3.3 C.11.2); a LUT that was cut off would blacken or whiten what lies beyond its end. What was filed for other samples
 * than these comes after the percentile.
 */
export function voiChoices({
  voiLuts,
  windows,
  areOfOtherDepth,
}: Pick<ImageAttributes, 'voiLuts' | 'windows' | 'areOfOtherDepth'>): readonly VoiOption[] {
  const luts = voiLuts.map(({ explanation, missing = 0 }, index) => ({
    option: { choice: { kind: 'lut', index }, explanation } satisfies VoiOption,
    isWhole: missing === 0,
  }));
  const percentile: VoiOption = { choice: { kind: 'percentile' }, explanation: '' };
  const filed = [
    ...luts.filter(({ isWhole }) => isWhole).map(({ option }) => option),
    ...windows.map((window, index): VoiOption => ({
      choice: { kind: 'window', index },
      explanation: window.explanation,
      window,
    })),
    ...luts.filter(({ isWhole }) => !isWhole).map(({ option }) => option),
  ];
  return areOfOtherDepth === true ? [percentile, ...filed] : [...filed, percentile];
}

/** The VOI transformation in effect (PS3.3 C.11.2): modality values to 0…{@link MAX_GREY}. */
export type VoiTransform =
  | { readonly kind: 'lut'; readonly lut: LookupTable }
  | {
      readonly kind: 'window';
      readonly function: VoiLutFunction;
      readonly center: number;
      readonly width: number;
    };

/** LINEAR needs a width of at least 1 (PS3.3 C.11.2.1.2.1); narrower windows only make sense as LINEAR_EXACT. */
export const windowTransform = (
  center: number,
  width: number,
  wanted: VoiLutFunction = 'LINEAR',
): VoiTransform => ({
  kind: 'window',
  function: wanted === 'LINEAR' && width < 1 ? 'LINEAR_EXACT' : wanted,
  center,
  width,
});

/** The window that maps `low` to black and `high` to white; an empty range becomes a width of 1 around it. */
export const rangeTransform = (low: number, high: number): VoiTransform =>
  windowTransform((low + high) / 2, high > low ? high - low : 1, 'LINEAR_EXACT');

/** PS3.3 C.11.2.1.2.1, with the output from 0 to {@link MAX_GREY}. */
function linear(center: number, width: number, value: number): number {
  const middle = center - 0.5;
  const half = (width - 1) / 2;
  if (value <= middle - half) return 0;
  if (value > middle + half) return MAX_GREY;
  return ((value - middle) / (width - 1) + 0.5) * MAX_GREY;
}

/** PS3.3 C.11.2.1.3.2. */
function linearExact(center: number, width: number, value: number): number {
  if (value <= center - width / 2) return 0;
  if (value > center + width / 2) return MAX_GREY;
  return ((value - center) / width + 0.5) * MAX_GREY;
}

/** PS3.3 C.11.2.1.3.1. */
const sigmoid = (center: number, width: number, value: number): number =>
  MAX_GREY / (1 + Math.exp((-4 * (value - center)) / width));

const WINDOW_FUNCTIONS: Readonly<
  Record<VoiLutFunction, (center: number, width: number, value: number) => number>
> = { LINEAR: linear, LINEAR_EXACT: linearExact, SIGMOID: sigmoid };

/**
 * Display value of one modality value, from 0 to {@link MAX_GREY}, neither rounded nor inverted.
 * A VOI LUT's output, 0 to 2^bits − 1, is spread over the same range.
 */
export function applyVoi(voi: VoiTransform, value: number): number {
  if (voi.kind === 'lut') return (lookUp(voi.lut, value) / ((1 << voi.lut.bits) - 1)) * MAX_GREY;
  return WINDOW_FUNCTIONS[voi.function](voi.center, voi.width, value);
}
