import type { ImageIssue } from '../../../domain/imaging/image-issue.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { BitReader, DamagedJpeg, type HuffmanTable } from './huffman.ts';
import { inverseDct } from './idct.ts';
import { readScans, refuseSubsampled, type FrameHeader, type Scan } from './jpeg-segments.ts';

/** Samples interleaved as they are in the stream, colours unchanged; in the low bits of 16-bit words above 8 bits. */
export interface DecodedJpeg {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly bitsPerSample: 8 | 16;
}

/** Place in a block, row by row, of the coefficients in the order of the stream (ITU-T T.81 figure A.6). */
const ZIGZAG: readonly number[] = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];

/** An image on its way. */
interface JpegImage {
  readonly columns: number;
  readonly rows: number;
  readonly precision: number;
  readonly blockColumns: number;
  readonly blockRows: number;
  /** Components interleaved. */
  readonly samples: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
  /** Of each component. */
  readonly isDecoded: boolean[];
}

/** Baseline and extended, sequential. */
const SEQUENTIAL: ReadonlySet<number> = new Set([0xc0, 0xc1]);

/**
 * Decodes a sequential DCT JPEG with Huffman coding, of 8 or 12 bits (ITU-T T.81 annex F): what the decoders at hand
 * get wrong, samples of 12 bits and colours that are RGB without saying so. Samples are those of the IJG's slow
 * integer transform. Components must not be subsampled against each other.
 *
 * Fails with IMAGE_UNDECODABLE. The caller has checked the image's size.
 */
export function decodeJpeg(bytes: Uint8Array): Result<DecodedJpeg, ImageIssue> {
  try {
    let image: JpegImage | undefined;
    for (const { scan, frame } of readScans(bytes)) {
      image ??= imageOf(frame);
      decodeScan(bytes, scan, image);
    }
    if (!image?.isDecoded.every(Boolean)) throw new DamagedJpeg('no scan');
    const { samples, precision } = image;
    return ok({ bytes: new Uint8Array(samples.buffer), bitsPerSample: precision > 8 ? 16 : 8 });
  } catch (thrown) {
    return fail(damageOf(thrown));
  }
}

/** What is wrong with a stream; anything else that was thrown is thrown on. */
export function damageOf(thrown: unknown): ImageIssue {
  if (!(thrown instanceof DamagedJpeg)) throw thrown;
  return { code: 'IMAGE_UNDECODABLE', facts: { reason: 'compression', detail: thrown.message } };
}

function imageOf(frame: FrameHeader): JpegImage {
  const { marker, precision, rows, columns, components } = frame;
  if (!SEQUENTIAL.has(marker) || (precision !== 8 && precision !== 12))
    throw new DamagedJpeg(`process ${marker.toString(16)}, ${precision} bits`);
  refuseSubsampled(frame);
  const count = rows * columns * components.length;
  return {
    columns,
    rows,
    precision,
    blockColumns: Math.ceil(columns / 8),
    blockRows: Math.ceil(rows / 8),
    samples: precision > 8 ? new Uint16Array(count) : new Uint8Array(count),
    isDecoded: components.map(() => false),
  };
}

/** What decoding a component of a scan needs. */
interface Coded {
  readonly index: number;
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
  readonly quantization: Uint16Array;
}

function codedOf({ index, dc, ac, quantization }: Scan['components'][number], image: JpegImage): Coded {
  // A sequential image has one scan for each component; more would only cost time.
  if (image.isDecoded[index] === true) throw new DamagedJpeg('a component comes twice');
  if (!dc || !ac || !quantization) throw new DamagedJpeg('a table is missing');
  return { index, dc, ac, quantization };
}

/** One scan: blocks of its components in turn, or those of a single one row by row (T.81 A.2). */
function decodeScan(bytes: Uint8Array, scan: Scan, image: JpegImage): void {
  const { at, restartInterval } = scan;
  const components = scan.components.map((component) => codedOf(component, image));
  const reader = new BitReader(bytes, at);
  const block = new Int32Array(64);
  const blocks = image.blockColumns * image.blockRows;
  const last = new Int32Array(components.length);
  for (let unit = 0; unit < blocks; unit++) {
    if (restartInterval > 0 && unit > 0 && unit % restartInterval === 0) {
      reader.restart();
      last.fill(0);
    }
    for (const [place, { index, dc, ac, quantization }] of components.entries()) {
      block.fill(0);
      last[place] = (last[place] ?? 0) + reader.signed(Math.min(16, reader.symbol(dc)));
      block[0] = (last[place] ?? 0) * (quantization[0] ?? 0);
      readCoefficients(reader, ac, quantization, block);
      inverseDct(block, image.precision);
      placeBlock(block, index, image, unit);
    }
  }
  for (const { index } of components) image.isDecoded[index] = true;
}

/** The 63 coefficients behind the first (T.81 F.2.2.2), dequantised, in natural order. */
function readCoefficients(
  reader: BitReader,
  table: HuffmanTable,
  quantization: Uint16Array,
  block: Int32Array,
): void {
  for (let at = 1; at < 64; at++) {
    const symbol = reader.symbol(table);
    const size = symbol & 15;
    if (size === 0) {
      if (symbol !== 0xf0) return;
      at += 15;
      continue;
    }
    at += symbol >> 4;
    if (at > 63) throw new DamagedJpeg('too many coefficients');
    block[ZIGZAG[at] ?? 0] = reader.signed(size) * (quantization[at] ?? 0);
  }
}

/** Puts the samples of a block in their place, around the middle of the range and inside it (T.81 A.3.1). */
function placeBlock(block: Int32Array, component: number, image: JpegImage, unit: number): void {
  const { columns, rows, blockColumns, precision, samples, isDecoded } = image;
  const step = isDecoded.length;
  const left = 8 * (unit % blockColumns);
  const top = 8 * Math.floor(unit / blockColumns);
  const middle = 1 << (precision - 1);
  const most = 2 * middle - 1;
  const [width, height] = [Math.min(8, columns - left), Math.min(8, rows - top)];
  for (let y = 0; y < height; y++) {
    const start = step * ((top + y) * columns + left) + component;
    for (let x = 0; x < width; x++) {
      const sample = (block[8 * y + x] ?? 0) + middle;
      samples[start + step * x] = sample < 0 ? 0 : sample > most ? most : sample;
    }
  }
}
