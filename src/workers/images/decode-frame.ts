import { MidscopeError } from '../../domain/error.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import { MAX_PIXELS, type Pixels } from '../../domain/imaging/pixels.ts';
import { mostPixels, readCodestream, type Codestream } from '../../formats/dicom/codestream.ts';
import { readFrame } from '../../formats/dicom/frames.ts';
import { nativeFrameBits, nativePixels, withSamples } from '../../formats/dicom/native-pixels.ts';
import type { DicomHeader } from '../../formats/dicom/read-header.ts';
import { decodeRle } from '../../formats/dicom/rle.ts';
import { isEncapsulatedSyntax } from '../../formats/dicom/transfer-syntax.ts';
import {
  htj2k,
  jpeg,
  jpeg2000,
  jpegAsFiled,
  jpegLossless,
  jpegLs,
  type Codec,
  type Decompressed,
} from './codecs.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const RLE_LOSSLESS = '1.2.840.10008.1.2.5';
const ENCAPSULATED_UNCOMPRESSED = '1.2.840.10008.1.2.1.98';
const UNCOMPRESSED: ReadonlySet<string> = new Set([
  '1.2.840.10008.1.2',
  '1.2.840.10008.1.2.1',
  '1.2.840.10008.1.2.1.99',
  '1.2.840.10008.1.2.2',
]);

/** JPEG, JPEG-LS, JPEG 2000 and HTJ2K by transfer syntax UID (PS3.6 annex A). */
const isStreamSyntax = (uid: string): boolean =>
  /^1\.2\.840\.10008\.1\.2\.4\.(5\d|6\d|70|80|81|90|91|201|202|203)$/.test(uid);

/**
 * The pixels of one frame, compressed or not. Compressed frames go through the decoders of
 * `@cornerstonejs/dicom-image-loader` where these are right, and midscope's own where they are not.
 *
 * What a compressed stream says of itself comes before what the file says of it, since that is how its samples were
 * made: bits, sign, and whether colours are differences.
 *
 * @throws MidscopeError TRANSFER_SYNTAX, IMAGE_TOO_LARGE, IMAGE_UNDECODABLE, IMAGE_TRUNCATED, DICOM_NO_PIXELS; an
 * AbortError once the signal is aborted.
 */
export async function decodeFrame(
  file: Bytes,
  header: DicomHeader,
  filed: ImageAttributes,
  frame: number,
  signal: AbortSignal,
): Promise<Pixels> {
  signal.throwIfAborted();
  const attributes = withSamples(filed, header);
  const { Rows = 0, Columns = 0 } = attributes;
  if (Rows * Columns > MAX_PIXELS)
    throw new MidscopeError('IMAGE_TOO_LARGE', { rows: Rows, columns: Columns });
  const read = readFrame(file, header, attributes, frame);
  if (!read.ok) throw MidscopeError.of(read.error);
  const { transferSyntax, littleEndian, pixelData } = header;
  if (!pixelData?.encapsulated) {
    refuseLooseStream(header, attributes);
    return pixelsOf(read.value, attributes, littleEndian, pixelData?.isFloat);
  }
  if (transferSyntax === RLE_LOSSLESS) return rlePixels(read.value, attributes);
  if (transferSyntax === ENCAPSULATED_UNCOMPRESSED) return pixelsOf(read.value, attributes);
  const stream = readCodestream(read.value);
  // Fragments without a transfer syntax that says so, or without any, are what they begin like.
  const isUnnamed = UNCOMPRESSED.has(transferSyntax) && stream !== undefined;
  if (!isUnnamed && !isStreamSyntax(transferSyntax))
    throw new MidscopeError('TRANSFER_SYNTAX', { uid: transferSyntax });
  if (!stream) throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'compression' });
  return streamPixels(read.value, stream, attributes, signal);
}

/** What has a transfer syntax of fragments and comes in one piece is uncompressed only if it is just as long. */
function refuseLooseStream({ transferSyntax, pixelData }: DicomHeader, attributes: ImageAttributes): void {
  if (!pixelData || !isEncapsulatedSyntax(transferSyntax)) return;
  const bits = (nativeFrameBits(attributes) ?? 0) * (attributes.NumberOfFrames ?? 1);
  // A byte may fill up an odd length.
  const left = pixelData.length - bits / 8;
  if (left < 0 || left >= 2) throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'compression' });
}

function rlePixels(frame: Bytes, attributes: ImageAttributes): Pixels {
  const { Rows = 0, Columns = 0, BitsAllocated = 16, SamplesPerPixel = 1 } = attributes;
  const isPacked = BitsAllocated === 1;
  if (!isPacked && BitsAllocated % 8 !== 0)
    throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'bit-depth', detail: `RLE ${BitsAllocated}` });
  const decoded = decodeRle(frame, {
    count: isPacked ? Math.ceil((Rows * Columns) / 8) : Rows * Columns,
    samples: SamplesPerPixel,
    sampleBytes: isPacked ? 1 : BitsAllocated / 8,
  });
  if (!decoded.ok) throw MidscopeError.of(decoded.error);
  return pixelsOf(decoded.value, { ...attributes, ...wholeColours(attributes), PlanarConfiguration: 0 });
}

/** Only uncompressed pixels and lossy JPEG share colour differences; elsewhere every pixel has its own. */
const wholeColours = ({ PhotometricInterpretation }: ImageAttributes): Partial<ImageAttributes> =>
  PhotometricInterpretation === 'YBR_FULL_422' ? { PhotometricInterpretation: 'YBR_FULL' } : {};

async function streamPixels(
  frame: Bytes,
  stream: Codestream,
  filed: ImageAttributes,
  signal: AbortSignal,
): Promise<Pixels> {
  const attributes = { ...filed, SamplesPerPixel: filed.SamplesPerPixel ?? stream.components };
  refuseMismatch(stream, attributes);
  refusePart(stream, frame.length);
  const decoded = await decompress(codecOf(stream, attributes), frame, stream);
  signal.throwIfAborted();
  return pixelsOf(decoded.bytes, { ...attributes, ...samplesOf(stream, decoded, attributes) });
}

/** A stream of another size or with other components is of another image; midscope does not guess which is meant. */
function refuseMismatch(stream: Codestream, { Rows, Columns, SamplesPerPixel }: ImageAttributes): void {
  const { rows, columns, components, precision } = stream;
  if (precision < 1 || precision > 16)
    throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'bit-depth', detail: `${precision}` });
  if (rows === Rows && columns === Columns && components === SamplesPerPixel) return;
  const said = `${Columns ?? '?'} × ${Rows ?? '?'} × ${SamplesPerPixel ?? '?'}`;
  const detail = `${said} ≠ ${columns} × ${rows} × ${components}`;
  throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'stream-differs', detail });
}

/** Samples that are decoded at once: OpenJPEG takes eight bytes for each, and WebAssembly has two to four gigabytes. */
const MAX_SAMPLES = 2 ** 27;

/** Nothing is decoded that is cut off, nor allocated for what cannot be there. */
function refusePart(stream: Codestream, bytes: number): void {
  const { rows, columns, components } = stream;
  if (rows * columns * components > MAX_SAMPLES)
    throw new MidscopeError('IMAGE_TOO_LARGE', { rows, columns });
  if (rows * columns > mostPixels(stream, bytes))
    throw new MidscopeError('IMAGE_UNDECODABLE', {
      reason: 'too-little-data',
      detail: `${columns} × ${rows}`,
    });
  if (stream.isWhole === false) throw new MidscopeError('IMAGE_TRUNCATED');
}

function codecOf({ kind, precision, isYbr }: Codestream, attributes: ImageAttributes): Codec {
  switch (kind) {
    case 'jpeg': {
      // A silent stream is taken for YBR by libjpeg, whatever the file says.
      const isRgb = attributes.PhotometricInterpretation === 'RGB' && isYbr !== true;
      return precision > 8 || isRgb ? jpegAsFiled : jpeg;
    }
    case 'jpeg-lossless':
      return jpegLossless;
    case 'jpeg-ls':
      return jpegLs;
    case 'jpeg-2000':
      return jpeg2000;
    case 'htj2k':
      return htj2k;
  }
}

/** How decoded samples are to be read: in the bits and with the sign of the stream. */
function samplesOf(
  { precision, isSigned, kind }: Codestream,
  { bitsPerSample, isRgb, isPlanar }: Decompressed,
  attributes: ImageAttributes,
): Partial<ImageAttributes> {
  const { BitsAllocated = bitsPerSample, BitsStored = BitsAllocated } = attributes;
  const { HighBit = BitsStored - 1, SamplesPerPixel = 1 } = attributes;
  // Bits above the stored ones are only there when the stream holds them.
  const isCropped = precision > HighBit + 1 || (precision === HighBit + 1 && BitsStored < precision);
  const isColour = SamplesPerPixel === 3;
  return {
    BitsAllocated: bitsPerSample,
    BitsStored: isCropped ? BitsStored : precision,
    HighBit: isCropped ? HighBit : precision - 1,
    PlanarConfiguration: isPlanar ? 1 : 0,
    ...(isSigned && { PixelRepresentation: 1 }),
    ...(kind !== 'jpeg' && wholeColours(attributes)),
    ...(isColour && (isRgb || isTransformed(attributes)) && { PhotometricInterpretation: 'RGB' }),
  };
}

/** Colour transformations that only JPEG 2000 makes, and undoes (PS3.3 C.7.6.3.1.2). */
const isTransformed = ({ PhotometricInterpretation }: ImageAttributes): boolean =>
  PhotometricInterpretation === 'YBR_RCT' || PhotometricInterpretation === 'YBR_ICT';

/** Decoders throw numbers, strings and errors of their own. */
async function decompress(codec: Codec, frame: Bytes, stream: Codestream): Promise<Decompressed> {
  try {
    return await codec(frame, stream);
  } catch (thrown) {
    if (thrown instanceof MidscopeError) throw thrown;
    const detail = (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 120);
    throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'decoder', detail }, thrown);
  }
}

function pixelsOf(bytes: Bytes, attributes: ImageAttributes, littleEndian = true, isFloat = false): Pixels {
  const pixels = nativePixels(bytes, attributes, littleEndian, isFloat);
  if (!pixels.ok) throw MidscopeError.of(pixels.error);
  return pixels.value;
}
