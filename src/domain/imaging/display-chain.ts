import type { ImageAttributes } from './image-attributes.ts';
import type { ImageIssue } from './image-issue.ts';
import { applyModality, modalityTransform, type ModalityTransform } from './modality.ts';
import { paddingRange, type PaddingRange } from './padding.ts';
import { percentileRange } from './percentile.ts';
import type { Pixels } from './pixels.ts';
import {
  MAX_GREY,
  rangeTransform,
  voiChoices,
  windowTransform,
  type VoiChoice,
  type VoiTransform,
} from './voi.ts';

/** Whether greys are inverted in the end, and whose wish it is. */
export interface Polarity {
  /** The file's inversion and the user's together. */
  readonly inverted: boolean;
  /** What in the file asks for inversion; MONOCHROME1 and INVERSE together invert once. */
  readonly reason: 'MONOCHROME1' | 'INVERSE' | 'none';
  readonly byUser: boolean;
}

/**
 * What midscope had to decide without the file's word:
 * percentile: the values of interest are its own; voi-choice: the chosen item is not in the file, the file's
 * first is shown; polarity: Photometric Interpretation and Presentation LUT Shape disagree, and whichever asks for inversion
 * has it.
 */
export type Guess = 'percentile' | 'voi-choice' | 'polarity';

/**
 * The way from stored values to greys (PS3.3 C.7.6.3.1.2, C.11.1, C.11.2, C.11.6): modality transformation,
 * values of interest, polarity. Plain data; {@link renderGrey} and {@link traceValue} carry it out.
 */
export interface DisplayChain {
  readonly modality: ModalityTransform;
  readonly voi: VoiTransform;
  /** The choice in effect, which is not the wanted one where that is not in the file. */
  readonly choice: VoiChoice;
  readonly polarity: Polarity;
  /** Pixels without image, in the units of the pixel data; black whatever the polarity. */
  readonly padding?: PaddingRange;
  readonly guessed: readonly Guess[];
  /** VOI_MISSING, POLARITY_CONFLICT. */
  readonly issues: readonly ImageIssue[];
}

export interface DisplayChainOptions {
  readonly attributes: ImageAttributes;
  readonly pixels: Pixels;
  /** Without it, the first of what the file offers. */
  readonly choice?: VoiChoice;
  /** The user's inversion, on top of the file's. */
  readonly invert?: boolean;
  /** The pixels are modality values already, as in the NIfTI CTs of BIMCV: nothing is rescaled. */
  readonly valuesAreModality?: boolean;
}

/**
 * Decides every step of the display of an image. The caller's choice wins; else the file's first VOI LUT, else
 * its first window, else the 1–99 percentile. Colour pixels are shown as they are: their chain changes nothing.
 */
export function buildDisplayChain(options: DisplayChainOptions): DisplayChain {
  const { attributes, pixels, invert = false, valuesAreModality = false } = options;
  if (pixels.kind === 'rgb') return colourChain(invert);
  const modality = modalityTransform(attributes, valuesAreModality);
  const padding = paddingRange(attributes, valuesAreModality);
  const choice = availableChoice(attributes, options.choice);
  const conflict = isContradiction(attributes);
  const guessed: Guess[] = [];
  if (choice.kind === 'percentile') guessed.push('percentile');
  if (options.choice && choice !== options.choice) guessed.push('voi-choice');
  if (conflict) guessed.push('polarity');
  const issues: ImageIssue[] = [];
  if (attributes.voiLuts.length + attributes.windows.length === 0) issues.push({ code: 'VOI_MISSING' });
  if (conflict) issues.push({ code: 'POLARITY_CONFLICT' });
  return {
    modality,
    voi: voiTransform(choice, options, modality),
    choice,
    polarity: polarityOf(attributes, invert),
    ...(padding && { padding }),
    guessed,
    issues,
  };
}

const colourChain = (invert: boolean): DisplayChain => ({
  modality: { kind: 'none', reason: 'absent' },
  voi: rangeTransform(0, MAX_GREY),
  choice: { kind: 'none' },
  polarity: { inverted: invert, reason: 'none', byUser: invert },
  guessed: [],
  issues: [],
});

/** The wanted choice where it can be had, else what the file prefers. */
function availableChoice(attributes: ImageAttributes, wanted: VoiChoice | undefined): VoiChoice {
  if (wanted && isAvailable(attributes, wanted)) return wanted;
  return voiChoices(attributes)[0]?.choice ?? { kind: 'percentile' };
}

function isAvailable({ voiLuts, windows }: ImageAttributes, choice: VoiChoice): boolean {
  if (choice.kind === 'lut') return choice.index in voiLuts;
  if (choice.kind === 'window') return choice.index in windows;
  if (!('width' in choice)) return true;
  return Number.isFinite(choice.center) && choice.width > 0 && choice.width < Infinity;
}

/** The file's VOI LUT Function shapes every window, the user's too, so that dragging one never jumps. */
function voiTransform(
  choice: VoiChoice,
  { attributes, pixels, valuesAreModality }: DisplayChainOptions,
  modality: ModalityTransform,
): VoiTransform {
  switch (choice.kind) {
    case 'lut': {
      const lut = attributes.voiLuts[choice.index];
      if (lut) return { kind: 'lut', lut };
      break;
    }
    case 'window': {
      const window = attributes.windows[choice.index];
      if (window) return windowTransform(window.center, window.width, attributes.VOILUTFunction);
      break;
    }
    case 'preset':
    case 'manual':
      return windowTransform(choice.center, choice.width, attributes.VOILUTFunction);
    case 'none': {
      const { low, high } = fullRange(pixels, attributes, modality);
      return rangeTransform(low, high);
    }
    case 'percentile':
      break;
  }
  const { low, high } = percentileRange(pixels, attributes, valuesAreModality);
  return rangeTransform(low, high);
}

/**
 * Images that are filed with a shape have IDENTITY with MONOCHROME2 and INVERSE with MONOCHROME1, and nothing else
 * (PS3.3 C.8.11.3, and likewise in the other modules that have it).
 */
const isContradiction = ({ PhotometricInterpretation, PresentationLUTShape }: ImageAttributes): boolean =>
  (PhotometricInterpretation === 'MONOCHROME1' && PresentationLUTShape === 'IDENTITY') ||
  (PhotometricInterpretation === 'MONOCHROME2' && PresentationLUTShape === 'INVERSE');

/** MONOCHROME1: low values are white (PS3.3 C.7.6.3.1.2). INVERSE: the output is inverted (PS3.3 C.11.6.1.1). */
function polarityOf(attributes: ImageAttributes, byUser: boolean): Polarity {
  const { PhotometricInterpretation, PresentationLUTShape } = attributes;
  const reason =
    PhotometricInterpretation === 'MONOCHROME1'
      ? 'MONOCHROME1'
      : PresentationLUTShape === 'INVERSE'
        ? 'INVERSE'
        : 'none';
  return { inverted: (reason !== 'none') !== byUser, reason, byUser };
}

/**
 * Modality values of the least and the largest value that can be stored; of those that are, for 32-bit and
 * floating-point data, whose types reach far beyond any image.
 */
function fullRange(
  { data }: Pixels,
  { BitsStored = 16 }: ImageAttributes,
  modality: ModalityTransform,
): { readonly low: number; readonly high: number } {
  if (modality.kind === 'lut') return { low: 0, high: 2 ** modality.lut.bits - 1 };
  const [least, most] = storedRange(data, BitsStored);
  const ends = [applyModality(modality, least), applyModality(modality, most)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function storedRange(data: Pixels['data'], bitsStored: number): readonly [least: number, most: number] {
  const bits = Math.min(bitsStored, data.BYTES_PER_ELEMENT * 8);
  if (data instanceof Int8Array || data instanceof Int16Array)
    return [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
  if (data instanceof Uint8Array || data instanceof Uint16Array) return [0, 2 ** bits - 1];
  let [least, most] = [Infinity, -Infinity];
  for (const value of data) {
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? [least, most] : [0, 0];
}
