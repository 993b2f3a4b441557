import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import type { Pixels } from '../../domain/imaging/pixels.ts';
import { storedValues } from '../../formats/dicom/native-pixels.ts';
import type { DecodedPng } from '../../formats/png/decode-png.ts';

/** The samples of a PNG as stored values of the image that its sidecar describes. */
export interface StoredSamples {
  readonly pixels: Pixels;
  readonly attributes: ImageAttributes;
  /** SIDECAR_DEPTH. */
  readonly issues: readonly ImageIssue[];
}

/** Where the bits of a stored value lie in a sample, by the sidecar. */
interface Bits {
  readonly stored: number;
  readonly high: number;
  readonly isSigned: boolean;
}

/**
 * Published PNG hold stored values, 16 bits or 8 as they were allocated, with nothing said of their sign. They are read by
 * Bits Stored, High Bit and Pixel Representation of the sidecar as those of a DICOM file are (PS3.5 section 8.1.1).
 *
 * Samples that cannot be such values were made anew for the PNG, at another depth. They are left as they are, and neither the window
 * nor the tables nor the rescale of the sidecar are taken for theirs.
 */
export function storedSamples({ pixels, header }: DecodedPng, attributes: ImageAttributes): StoredSamples {
  const { data } = pixels;
  const bits = bitsOf(attributes, header.bitDepth);
  if (pixels.kind === 'rgb' || !bits) return { pixels, attributes, issues: [] };
  if (bits.high >= header.bitDepth || !areStored(data, bits)) {
    const facts = { sidecar: bits.stored, image: header.bitDepth };
    return { pixels, attributes: ofOtherDepth(attributes), issues: [{ code: 'SIDECAR_DEPTH', facts }] };
  }
  // Nothing has to be moved or given a sign in most of them.
  if (!bits.isSigned && bits.high === bits.stored - 1) return { pixels, attributes, issues: [] };
  const bitsAllocated = 8 * data.BYTES_PER_ELEMENT;
  const layout = { bitsAllocated, bitsStored: bits.stored, highBit: bits.high };
  return { pixels: { ...pixels, data: storedValues(data, layout, bits.isSigned) }, attributes, issues: [] };
}

/** Nothing where the sidecar says neither depth nor sign. */
function bitsOf(
  { BitsStored, BitsAllocated, HighBit, PixelRepresentation }: ImageAttributes,
  depth: number,
): Bits | undefined {
  const isSigned = PixelRepresentation === 1;
  const stored = BitsStored ?? BitsAllocated ?? (isSigned ? depth : undefined);
  return stored === undefined ? undefined : { stored, high: HighBit ?? stored - 1, isSigned };
}

/** Whether bits outside the stored ones are zero, or repeat the sign, as they do where negative values were written as numbers. */
function areStored(data: Uint8Array | Uint16Array, { stored, high, isSigned }: Bits): boolean {
  if (stored === 8 * data.BYTES_PER_ELEMENT) return true;
  const low = high + 1 - stored;
  const field = (2 ** stored - 1) * 2 ** low;
  const above = (8 * data.BYTES_PER_ELEMENT === 16 ? 0xffff : 0xff) & ~(2 ** (high + 1) - 1);
  const sign = isSigned ? 2 ** high : 0;
  const outside = ~field;
  // Most films have none, and there are millions of samples: one sum of their bits tells.
  if ((bitsIn(data) & outside) === 0) return true;
  return data.every((sample) => {
    const rest = sample & outside;
    return rest === 0 || (rest === above && (sample & sign) !== 0);
  });
}

/** The bits that any sample has. */
function bitsIn(data: Uint8Array | Uint16Array): number {
  let seen = 0;
  for (let at = 0; at < data.length; at++) seen |= data[at]!;
  return seen;
}

function ofOtherDepth(attributes: ImageAttributes): ImageAttributes {
  const {
    modalityLut: _lut,
    RescaleSlope: _slope,
    RescaleIntercept: _intercept,
    RescaleType: _type,
    PixelPaddingValue: _padding,
    PixelPaddingRangeLimit: _limit,
    ...others
  } = attributes;
  return { ...others, areOfOtherDepth: true };
}
