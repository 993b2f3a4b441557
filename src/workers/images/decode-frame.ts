import { MidscopeError } from '../../domain/error.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import { MAX_PIXELS, type Pixels } from '../../domain/imaging/pixels.ts';
import { readFrame } from '../../formats/dicom/frames.ts';
import { nativePixels } from '../../formats/dicom/native-pixels.ts';
import type { DicomHeader } from '../../formats/dicom/read-header.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Decompressed samples, little endian, interleaved. */
interface Decompressed {
  readonly bytes: Bytes;
  /** 8 or 16. */
  readonly bitsPerSample: number;
  /** The codec has turned YBR into RGB. */
  readonly isRgb: boolean;
}

type Decompress = (frame: Bytes, attributes: ImageAttributes) => Promise<Decompressed>;

/** The image description that dicom-image-loader's decoders read; their type names more than they use. */
function frameInfo(attributes: ImageAttributes) {
  const { Rows = 0, Columns = 0, BitsAllocated = 16, SamplesPerPixel = 1 } = attributes;
  return {
    rows: Rows,
    columns: Columns,
    bitsAllocated: BitsAllocated,
    bitsStored: attributes.BitsStored ?? BitsAllocated,
    samplesPerPixel: SamplesPerPixel,
    pixelRepresentation: attributes.PixelRepresentation ?? 0,
    planarConfiguration: 0,
    photometricInterpretation: attributes.PhotometricInterpretation ?? 'MONOCHROME2',
    bytesPerPixel: BitsAllocated <= 8 ? 1 : 2,
    signed: attributes.PixelRepresentation === 1,
  };
}

/** Decoders hand out views of their own memory, which the next frame overwrites. */
function copied(decoded: unknown, isRgb: boolean): Decompressed {
  const data = (decoded as { readonly pixelData?: ArrayBufferView } | undefined)?.pixelData;
  if (!data) throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'decoder' });
  const bytes = new Uint8Array(data.byteLength);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  const sampleBytes = 'BYTES_PER_ELEMENT' in data ? Number(data.BYTES_PER_ELEMENT) : 1;
  return { bytes, bitsPerSample: 8 * sampleBytes, isRgb };
}

/** Sample precision of a JPEG's frame header (ITU-T T.81 B.2.2). */
function jpegPrecision(jpeg: Uint8Array): number | undefined {
  for (let at = 2; at + 4 < jpeg.length;) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff) return undefined;
    const isFrameHeader = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrameHeader) return jpeg[at + 4];
    at += 2 + 256 * (jpeg[at + 2] ?? 0) + (jpeg[at + 3] ?? 0);
  }
  return undefined;
}

const jpeg: Decompress = async (frame, attributes) => {
  const precision = jpegPrecision(frame);
  // The 12-bit decoder at hand is off by up to 15 levels; a wrong grey is worse than none.
  if (precision === undefined) throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'compression' });
  if (precision !== 8)
    throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'bit-depth', detail: `JPEG ${precision}` });
  const { default: decode } = await import('dicom-decoders/decodeJPEGBaseline8Bit.js');
  return copied(await decode(frame, frameInfo(attributes)), true);
};

const jpegLossless: Decompress = async (frame, attributes) => {
  const { default: decode } = await import('dicom-decoders/decodeJPEGLossless.js');
  return copied(await decode(frameInfo(attributes) as unknown as Parameters<typeof decode>[0], frame), false);
};

const jpegLs: Decompress = async (frame, attributes) => {
  const { default: decode } = await import('dicom-decoders/decodeJPEGLS.js');
  return copied(await decode(frame, frameInfo(attributes)), false);
};

const jpeg2000: Decompress = async (frame, attributes) => {
  const { default: decode } = await import('dicom-decoders/decodeJPEG2000.js');
  return copied(await decode(frame, frameInfo(attributes)), true);
};

const htj2k: Decompress = async (frame, attributes) => {
  const { default: decode } = await import('dicom-decoders/decodeHTJ2K.js');
  return copied(await decode(frame, frameInfo(attributes)), true);
};

const rle: Decompress = async (frame, attributes) => {
  const { BitsAllocated = 16 } = attributes;
  if (BitsAllocated !== 8 && BitsAllocated !== 16)
    throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'bit-depth', detail: `RLE ${BitsAllocated}` });
  const { default: decode } = await import('dicom-decoders/decodeRLE.js');
  return copied(await decode(frameInfo(attributes) as unknown as Parameters<typeof decode>[0], frame), false);
};

/** By transfer syntax UID (PS3.6 annex A). */
const CODECS: ReadonlyMap<string, Decompress> = new Map([
  ['1.2.840.10008.1.2.4.50', jpeg],
  ['1.2.840.10008.1.2.4.51', jpeg],
  ['1.2.840.10008.1.2.4.53', jpeg],
  ['1.2.840.10008.1.2.4.55', jpeg],
  ['1.2.840.10008.1.2.4.57', jpegLossless],
  ['1.2.840.10008.1.2.4.70', jpegLossless],
  ['1.2.840.10008.1.2.4.80', jpegLs],
  ['1.2.840.10008.1.2.4.81', jpegLs],
  ['1.2.840.10008.1.2.4.90', jpeg2000],
  ['1.2.840.10008.1.2.4.91', jpeg2000],
  ['1.2.840.10008.1.2.4.201', htj2k],
  ['1.2.840.10008.1.2.4.202', htj2k],
  ['1.2.840.10008.1.2.4.203', htj2k],
  ['1.2.840.10008.1.2.5', rle],
]);

/**
 * The pixels of one frame, compressed or not. Compressed frames go through the decoders of
 * `@cornerstonejs/dicom-image-loader`.
 * @throws MidscopeError TRANSFER_SYNTAX, IMAGE_TOO_LARGE, IMAGE_UNDECODABLE, IMAGE_TRUNCATED, DICOM_NO_PIXELS.
 */
export async function decodeFrame(
  file: Bytes,
  header: DicomHeader,
  attributes: ImageAttributes,
  frame: number,
): Promise<Pixels> {
  const { Rows = 0, Columns = 0 } = attributes;
  if (Rows * Columns > MAX_PIXELS)
    throw new MidscopeError('IMAGE_TOO_LARGE', { rows: Rows, columns: Columns });
  const bytes = readFrame(file, header, attributes, frame);
  if (!bytes.ok) throw MidscopeError.of(bytes.error);
  if (!header.pixelData?.encapsulated) return pixelsOf(bytes.value, attributes, header.littleEndian);
  const codec = CODECS.get(header.transferSyntax);
  if (!codec) throw new MidscopeError('TRANSFER_SYNTAX', { uid: header.transferSyntax });
  const { bytes: samples, bitsPerSample, isRgb } = await decompress(codec, bytes.value, attributes);
  const isColour = (attributes.SamplesPerPixel ?? 1) === 3;
  const native: ImageAttributes = {
    ...attributes,
    BitsAllocated: bitsPerSample,
    PlanarConfiguration: 0,
    ...(isColour && isRgb && { PhotometricInterpretation: 'RGB' }),
  };
  return pixelsOf(samples, native, true);
}

/** Decoders throw numbers, strings and errors of their own. */
async function decompress(
  codec: Decompress,
  frame: Bytes,
  attributes: ImageAttributes,
): Promise<Decompressed> {
  try {
    return await codec(frame, attributes);
  } catch (thrown) {
    if (thrown instanceof MidscopeError) throw thrown;
    const detail = (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 120);
    throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'decoder', detail }, thrown);
  }
}

function pixelsOf(bytes: Bytes, attributes: ImageAttributes, littleEndian: boolean): Pixels {
  const pixels = nativePixels(bytes, attributes, littleEndian);
  if (!pixels.ok) throw MidscopeError.of(pixels.error);
  return pixels.value;
}
