import type { ImageAttributes, LookupTable } from './image-attributes.ts';

/**
 * The modality transformation (PS3.3 C.11.1): stored values to modality values, such as Hounsfield units.
 *
 * none: nothing is filed, or the pixels are modality values already (NIfTI CTs of BIMCV).
 */
export type ModalityTransform =
  | { readonly kind: 'none'; readonly reason: 'absent' | 'applied' }
  | { readonly kind: 'rescale'; readonly slope: number; readonly intercept: number }
  | { readonly kind: 'lut'; readonly lut: LookupTable };

/** The transformation a file asks for; a Modality LUT Sequence comes before slope and intercept. */
export function modalityTransform(
  {
    modalityLut,
    RescaleSlope,
    RescaleIntercept,
  }: Pick<ImageAttributes, 'modalityLut' | 'RescaleSlope' | 'RescaleIntercept'>,
  valuesAreModality = false,
): ModalityTransform {
  if (valuesAreModality) return { kind: 'none', reason: 'applied' };
  if (modalityLut) return { kind: 'lut', lut: modalityLut };
  if (RescaleSlope === undefined && RescaleIntercept === undefined) return { kind: 'none', reason: 'absent' };
  return { kind: 'rescale', slope: RescaleSlope ?? 1, intercept: RescaleIntercept ?? 0 };
}

/**
 * Entry of a lookup table for an input value: the first entry for every input below the first mapped value,
 * the last for every input above the range (PS3.3 C.11.1.1.1). Inputs between two integers take the nearer.
 */
export function lookUp(lut: LookupTable, input: number): number {
  const last = lut.entries.length - 1;
  const index = Math.min(last, Math.max(0, Math.round(input) - lut.firstMapped));
  return lut.entries[index] ?? NaN;
}

/** Modality value of one stored value, PS3.3 C.11.1.1: table entry, or slope · stored + intercept. */
export function applyModality(transform: ModalityTransform, stored: number): number {
  if (transform.kind === 'lut') return lookUp(transform.lut, stored);
  return transform.kind === 'rescale' ? stored * transform.slope + transform.intercept : stored;
}
