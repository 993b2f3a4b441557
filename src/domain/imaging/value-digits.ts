import type { DisplayChain } from './display-chain.ts';
import { equivalentWindow } from './equivalent-window.ts';
import type { Pixels } from './pixels.ts';

/** Steps that a window is divided into at least, so that what is seen as another grey is read as another value. */
const STEPS_POWER = 3;
const MAX_DIGITS = 12;

const hasFraction = (value: number): boolean => !Number.isInteger(value);

/**
 * Digits behind the point with which modality values are worth reading: none where all of them are whole numbers, else as many as
 * tell a thousandth of the window apart.
 */
export function valueDigits(chain: Pick<DisplayChain, 'modality' | 'voi'>, { data }: Pixels): number {
  const { modality } = chain;
  const isReal = data instanceof Float32Array || data instanceof Float64Array;
  const isScaled = modality.kind === 'rescale' && [modality.slope, modality.intercept].some(hasFraction);
  if (!isReal && !isScaled) return 0;
  const { width } = equivalentWindow(chain);
  if (!(width > 0)) return 0;
  return Math.min(MAX_DIGITS, Math.max(0, STEPS_POWER - Math.ceil(Math.log10(width))));
}

/**
 * Whether modality values are Hounsfield units: Rescale Type says so, or it says nothing and a CT's values are rescaled or
 * need not be (PS3.3 C.8.2.1.1.2, C.11.1.1.2).
 */
export const areHounsfield = (
  { Modality, RescaleType }: { readonly Modality?: string; readonly RescaleType?: string },
  { modality }: Pick<DisplayChain, 'modality'>,
): boolean => {
  if (RescaleType !== undefined && RescaleType !== '') return RescaleType.toUpperCase() === 'HU';
  return Modality === 'CT' && (modality.kind !== 'none' || modality.reason === 'applied');
};
