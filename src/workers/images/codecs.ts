import { MidscopeError } from '../../domain/error.ts';
import type { Codestream } from '../../formats/dicom/codestream.ts';
import { asUnsigned } from '../../formats/dicom/jpeg-2000.ts';
import { decodeJpeg } from '../../formats/dicom/jpeg/decode-jpeg.ts';
import { hasAllScans } from '../../formats/dicom/jpeg/has-all-scans.ts';
import { decodeLossless } from '../../formats/dicom/jpeg/decode-lossless.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Samples of a decoded frame, little endian. */
export interface Decompressed {
  readonly bytes: Bytes;
  /** Bits a sample takes. */
  readonly bitsPerSample: 8 | 16;
  /** All samples of a component follow each other. */
  readonly isPlanar: boolean;
  /** Luminance and colour differences are RGB now. */
  readonly isRgb: boolean;
}

/** Decodes one frame that its header describes. */
export type Codec = (frame: Bytes, stream: Codestream) => Promise<Decompressed>;

/** The image description that dicom-image-loader's decoders read, by the stream itself; none fills in a sign. */
const frameInfo = ({ rows, columns, precision, components }: Codestream) => ({
  rows,
  columns,
  bitsAllocated: precision > 8 ? 16 : 8,
  bitsStored: precision,
  samplesPerPixel: components,
  pixelRepresentation: 0,
  planarConfiguration: 0,
  photometricInterpretation: components === 3 ? 'RGB' : 'MONOCHROME2',
  bytesPerPixel: precision > 8 ? 2 : 1,
  signed: false,
});

/** Decoders hand out views of their own memory, which the next frame overwrites. */
function copied(decoded: unknown, isRgb: boolean, isPlanar = false): Decompressed {
  const data = (decoded as { readonly pixelData?: ArrayBufferView } | undefined)?.pixelData;
  if (!data) throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'decoder' });
  const bytes = new Uint8Array(data.byteLength);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  const sampleBytes = 'BYTES_PER_ELEMENT' in data ? data.BYTES_PER_ELEMENT : 1;
  return { bytes, bitsPerSample: sampleBytes === 2 ? 16 : 8, isRgb, isPlanar };
}

/** 8 bits: libjpeg-turbo turns YBR into RGB by the stream's markers, or by guess where it has none. */
export const jpeg: Codec = async (frame, stream) => {
  if (!hasAllScans(frame)) throw new MidscopeError('IMAGE_TRUNCATED');
  const { default: decode } = await import('dicom-decoders/decodeJPEGBaseline8Bit.js');
  return copied(await decode(frame, frameInfo(stream)), true);
};

/** Samples as they are in the stream, of 8 or 12 bits. */
export const jpegAsFiled: Codec = (frame, { isSequential, precision }) => {
  // The progressive processes of 12 bits are retired, and no decoder at hand reads them right.
  if (!isSequential)
    throw new MidscopeError('IMAGE_UNDECODABLE', { reason: 'bit-depth', detail: `JPEG ${precision}` });
  const decoded = decodeJpeg(frame);
  if (!decoded.ok) throw MidscopeError.of(decoded.error);
  return Promise.resolve({ ...decoded.value, isRgb: false, isPlanar: false });
};

/** Samples as they are in the stream, of 2 to 16 bits. */
export const jpegLossless: Codec = (frame) => {
  const decoded = decodeLossless(frame);
  if (!decoded.ok) throw MidscopeError.of(decoded.error);
  return Promise.resolve({ ...decoded.value, isRgb: false, isPlanar: false });
};

/** The stream with a marker of its end: where one is missing, CharLS looks for it through all of its memory. */
function withEnd(frame: Bytes): Bytes {
  const ended = new Uint8Array(frame.length + 2);
  ended.set(frame);
  ended.set([0xff, 0xd9], frame.length);
  return ended;
}

export const jpegLs: Codec = async (frame, stream) => {
  const { default: decode } = await import('dicom-decoders/decodeJPEGLS.js');
  const decoded = await decode(withEnd(frame), frameInfo(stream));
  // Components that are not interleaved in the stream come out one after the other.
  const { interleaveMode } = decoded as { readonly interleaveMode?: number };
  return copied(decoded, false, stream.components > 1 && interleaveMode === 0);
};

export const jpeg2000: Codec = async (frame, stream) => {
  const { default: decode } = await import('dicom-decoders/decodeJPEG2000.js');
  return signedAgain(stream, (bytes, info) => decode(bytes, info), frame);
};

export const htj2k: Codec = async (frame, stream) => {
  const { default: decode } = await import('dicom-decoders/decodeHTJ2K.js');
  const decoded = await signedAgain(stream, (bytes, info) => decode(bytes, info), frame);
  return stream.isYbr === true || stream.components === 1 ? decoded : inTurn(decoded, stream);
};

type Decode = (bytes: Bytes, info: ReturnType<typeof frameInfo>) => Promise<unknown>;

/** Signed samples are decoded as if they were not, and moved back down: as two's complement of their own bits. */
async function signedAgain(stream: Codestream, decode: Decode, frame: Bytes): Promise<Decompressed> {
  const decoded = copied(
    await decode(stream.isSigned ? asUnsigned(frame) : frame, frameInfo(stream)),
    stream.isYbr === true,
  );
  if (!stream.isSigned) return decoded;
  const sign = 1 << (stream.precision - 1);
  const samples = decoded.bitsPerSample === 16 ? new Uint16Array(decoded.bytes.buffer) : decoded.bytes;
  for (let at = 0; at < samples.length; at++) samples[at] = (samples[at] ?? 0) ^ sign;
  return decoded;
}

/**
 * The HTJ2K decoder asks for the lines of all components in turn, and is given those of one component after the other where
 * the stream transforms no colours: every line is there, in another one's place.
 */
function inTurn(decoded: Decompressed, { rows, columns, components }: Codestream): Decompressed {
  const size = decoded.bitsPerSample / 8;
  const from = decoded.bitsPerSample === 16 ? new Uint16Array(decoded.bytes.buffer) : decoded.bytes;
  const to = size === 2 ? new Uint16Array(from.length) : new Uint8Array(from.length);
  for (let line = 0; line < rows * components; line++) {
    const start = columns * components * Math.floor(line / components) + (line % components);
    const target = columns * components * (line % rows) + Math.floor(line / rows);
    for (let x = 0; x < columns * components; x += components) to[target + x] = from[start + x] ?? 0;
  }
  return { ...decoded, bytes: new Uint8Array(to.buffer) };
}
