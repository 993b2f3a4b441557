import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { MAX_PIXELS, type Pixels } from '../../domain/imaging/pixels.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { DicomHeader } from './read-header.ts';
import { interleave, paletteToRgb, toBytes, ybrFull422ToRgb, ybrFullToRgb } from './colour.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Samples = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
type SignedSamples = Int8Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

/** Attributes of an image whose size is known and can be held. */
interface Layout {
  readonly columns: number;
  readonly rows: number;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  /** Samples in the data for one pixel: YBR_FULL_422 has a pair of colour differences for two pixels. */
  readonly samples: number;
}

function layoutOf(attributes: ImageAttributes): Layout | undefined {
  const { Rows, Columns, BitsAllocated, PhotometricInterpretation, SamplesPerPixel = 1 } = attributes;
  if (!Rows || !Columns || !BitsAllocated) return undefined;
  const bitsStored = attributes.BitsStored ?? BitsAllocated;
  return {
    columns: Columns,
    rows: Rows,
    bitsAllocated: BitsAllocated,
    bitsStored,
    highBit: attributes.HighBit ?? bitsStored - 1,
    samples: PhotometricInterpretation === 'YBR_FULL_422' && SamplesPerPixel === 3 ? 2 : SamplesPerPixel,
  };
}

/** Photometric interpretations of a single sample (PS3.3 C.7.6.3.1.2); all others have more. */
const isOfOneSample = (photometric: string): boolean =>
  photometric.startsWith('MONOCHROME') || photometric === 'PALETTE COLOR';

/**
 * Samples per Pixel where it is missing or 1 and the colours need three: there are three if the value has room for them, or
 * is compressed and says so itself. Otherwise nothing changes, and the image will be refused.
 */
export function withSamples(attributes: ImageAttributes, { pixelData }: DicomHeader): ImageAttributes {
  const { SamplesPerPixel = 1, PhotometricInterpretation: photometric } = attributes;
  if (!pixelData || SamplesPerPixel !== 1 || photometric === undefined || isOfOneSample(photometric))
    return attributes;
  const inColour = { ...attributes, SamplesPerPixel: 3 };
  const bits = (nativeFrameBits(inColour) ?? Infinity) * (attributes.NumberOfFrames ?? 1);
  return pixelData.encapsulated || bits <= 8 * pixelData.length ? inColour : attributes;
}

/** Bits of one uncompressed frame (PS3.5 section 8.1); nothing where rows, columns or bits are not known. */
export function nativeFrameBits(attributes: ImageAttributes): number | undefined {
  const layout = layoutOf(attributes);
  return layout && layout.rows * layout.columns * layout.samples * layout.bitsAllocated;
}

/**
 * The pixels of one uncompressed frame: 1, 8, 16 or 32 bits allocated, unused bits removed and the sign
 * extended (PS3.5 section 8.1.1), or floating point; RGB, YBR_FULL, YBR_FULL_422 and PALETTE COLOR
 * (PS3.3 C.7.6.3.1.2) as 8-bit RGB.
 *
 * Fails with IMAGE_TOO_LARGE, IMAGE_TRUNCATED or IMAGE_UNDECODABLE (missing sizes, or bits or colours that are
 * not supported).
 *
 * @param littleEndian byte order of samples of more than 8 bits.
 * @param isFloat samples are floating point: Float or Double Float Pixel Data.
 */
export function nativePixels(
  bytes: Bytes,
  attributes: ImageAttributes,
  littleEndian: boolean,
  isFloat = false,
): Result<Pixels, ImageIssue> {
  const layout = layoutOf(attributes);
  if (!layout) return fail({ code: 'IMAGE_UNDECODABLE', facts: { reason: 'size-missing' } });
  const { columns, rows, samples, bitsAllocated } = layout;
  if (rows * columns > MAX_PIXELS) return fail({ code: 'IMAGE_TOO_LARGE', facts: { rows, columns } });
  const count = rows * columns * samples;
  const needed = Math.ceil((count * bitsAllocated) / 8);
  if (bytes.length < needed) return fail({ code: 'IMAGE_TRUNCATED', facts: { bytes: bytes.length, needed } });
  if (isFloat) return floatPixels(bytes, layout, littleEndian);
  const stored = readSamples(bytes, bitsAllocated, count, littleEndian);
  if (!stored) return unsupported('bit-depth', `${bitsAllocated}`);
  const { PhotometricInterpretation: photometric = '', SamplesPerPixel = 1 } = attributes;
  const isSigned = attributes.PixelRepresentation === 1;
  if (SamplesPerPixel === 1) {
    if (photometric !== '' && !isOfOneSample(photometric))
      return unsupported('colour-space', `${photometric} (1)`);
    const data = storedValues(stored, layout, isSigned);
    if (photometric !== 'PALETTE COLOR') return ok({ kind: 'grey', columns, rows, data });
    const { palette } = attributes;
    if (palette) return ok({ kind: 'rgb', columns, rows, data: paletteToRgb(data, palette) });
  }
  const data = SamplesPerPixel === 3 ? rgbOf(unsignedValues(stored, layout), layout, attributes) : undefined;
  if (!data) return unsupported('colour-space', `${photometric} (${SamplesPerPixel})`);
  return ok({ kind: 'rgb', columns, rows, data });
}

const unsupported = (reason: 'bit-depth' | 'colour-space', detail: string): Result<never, ImageIssue> =>
  fail({ code: 'IMAGE_UNDECODABLE', facts: { reason, detail } });

/** Float Pixel Data of 32 bits, Double Float Pixel Data of 64 (PS3.3 C.7.6.24, C.7.6.25); grey only. */
function floatPixels(
  bytes: Bytes,
  { columns, rows, samples, bitsAllocated }: Layout,
  littleEndian: boolean,
): Result<Pixels, ImageIssue> {
  if (samples !== 1) return unsupported('colour-space', `${samples}`);
  const words = (size: number) => orderedWords(bytes, size, rows * columns, littleEndian);
  if (bitsAllocated === 32) return ok({ kind: 'grey', columns, rows, data: new Float32Array(words(4)) });
  if (bitsAllocated === 64) return ok({ kind: 'grey', columns, rows, data: new Float64Array(words(8)) });
  return unsupported('bit-depth', `${bitsAllocated}`);
}

/** Samples in as many bits as are allocated, in a copy of their own. */
function readSamples(bytes: Bytes, bits: number, count: number, littleEndian: boolean): Samples | undefined {
  switch (bits) {
    case 1:
      return singleBits(bytes, count);
    case 8:
      return bytes.slice(0, count);
    case 16:
      return new Uint16Array(orderedWords(bytes, 2, count, littleEndian));
    case 32:
      return new Uint32Array(orderedWords(bytes, 4, count, littleEndian));
    default:
      return undefined;
  }
}

/** One byte for each bit, the lowest bit first (PS3.5 section 8.1.1). */
function singleBits(bytes: Bytes, count: number): Bytes {
  const bits = new Uint8Array(count);
  for (let at = 0; at < count; at++) bits[at] = ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1;
  return bits;
}

/** A copy in the byte order of typed arrays, which is little endian wherever browsers run. */
function orderedWords(bytes: Bytes, size: number, count: number, littleEndian: boolean): ArrayBuffer {
  const ordered = bytes.slice(0, count * size);
  if (!littleEndian)
    for (let at = 0; at < ordered.length; at += size)
      for (let byte = 0; byte < size; byte++) ordered[at + byte] = bytes[at + size - 1 - byte] ?? 0;
  return ordered.buffer;
}

type Bits = Pick<Layout, 'bitsAllocated' | 'bitsStored' | 'highBit'>;

/** In place: the stored bits of each sample, with their sign if they have one (PS3.5 section 8.1.1). */
export const storedValues = (samples: Samples, bits: Bits, isSigned: boolean): Samples | SignedSamples =>
  isSigned ? signedValues(samples, bits) : unsignedValues(samples, bits);

/** In place: only the stored bits, moved to the bottom. */
function unsignedValues(samples: Samples, { bitsAllocated, bitsStored, highBit }: Bits): Samples {
  if (bitsStored === bitsAllocated) return samples;
  const [up, down] = [31 - highBit, 32 - bitsStored];
  for (let at = 0; at < samples.length; at++) samples[at] = ((samples[at] ?? 0) << up) >>> down;
  return samples;
}

/** In place: the stored bits as two's complement. */
function signedValues(samples: Samples, { bitsAllocated, bitsStored, highBit }: Bits): SignedSamples {
  const signed = signedView(samples);
  if (bitsStored === bitsAllocated) return signed;
  const [up, down] = [31 - highBit, 32 - bitsStored];
  for (let at = 0; at < samples.length; at++) signed[at] = ((samples[at] ?? 0) << up) >> down;
  return signed;
}

function signedView(samples: Samples): SignedSamples {
  if (samples instanceof Uint8Array) return new Int8Array(samples.buffer);
  return samples instanceof Uint16Array ? new Int16Array(samples.buffer) : new Int32Array(samples.buffer);
}

/** Colour samples as interleaved 8-bit RGB; nothing for a colour space that native data do not come in. */
function rgbOf(
  samples: Samples,
  { columns, bitsStored }: Layout,
  { PhotometricInterpretation, PlanarConfiguration }: ImageAttributes,
): Bytes | undefined {
  const bytes = toBytes(samples, bitsStored);
  const pixels = PlanarConfiguration === 1 ? interleave(bytes) : bytes;
  switch (PhotometricInterpretation) {
    case undefined:
    case 'RGB':
      return pixels;
    case 'YBR_FULL':
      return ybrFullToRgb(pixels);
    case 'YBR_FULL_422':
      return columns % 2 === 0 ? ybrFull422ToRgb(bytes) : undefined;
    default:
      return undefined;
  }
}
