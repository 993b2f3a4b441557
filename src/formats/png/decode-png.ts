import { MidscopeError } from '../../domain/error.ts';
import { MAX_PIXELS, type Pixels } from '../../domain/imaging/pixels.ts';
import { allocateBytes, inflateChunks, MAX_DEFLATE_RATIO } from '../inflate.ts';
import { type PngColour, type PngFile, type PngHeader, readPngFile } from './png-file.ts';
import { type Pass, type RowSink, ScanlineReader } from './scanlines.ts';

/** How to decode. */
export interface PngOptions {
  /** What a palette image becomes: its colours (default), or its indices as grey values, as a label map needs. */
  readonly palette?: 'rgb' | 'indices';
}

/**
 * The picture of a PNG.
 * grey: values as filed, 1, 2 and 4 bits unscaled, in a Uint8Array up to 8 bits, else a Uint16Array.
 * rgb: 8 bits; 16-bit samples are divided by 257 and rounded.
 */
export interface PngPixels extends Pixels {
  readonly data: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
}

/** A decoded file. */
export interface DecodedPng {
  readonly header: PngHeader;
  readonly pixels: PngPixels;
  /** The file has an alpha channel, which `pixels` leaves out. */
  readonly alphaDropped: boolean;
  /** Red, green, blue of each index, of a palette image. */
  readonly palette?: Uint8Array<ArrayBuffer>;
}

const SAMPLES: Readonly<Record<PngColour, number>> = {
  grey: 1,
  rgb: 3,
  palette: 1,
  'grey+alpha': 2,
  'rgb+alpha': 4,
};

/** Columns and rows a picture can plausibly have; bounds the length of a row and the number of steps. */
const MAX_SIDE = 2 ** 20;

/** First column, first row, column step and row step of the seven passes, PNG section 8.2. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Decodes a PNG of any colour type and depth to its stored values, without gamma, profile or transparency.
 * Rows are unfiltered and stored while the next ones are still being inflated.
 *
 * @throws MidscopeError FILE_EMPTY; PNG_INVALID; IMAGE_TOO_LARGE (over {@link MAX_PIXELS} or the memory);
 * IMAGE_TRUNCATED (fewer pixels than declared); IMAGE_UNDECODABLE (a broken zlib stream, or more pixels
 * than declared); an AbortError once the signal is aborted.
 */
export async function decodePng(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
  options: PngOptions = {},
): Promise<DecodedPng> {
  const file = readPngFile(bytes);
  const { header, palette, compressed } = file;
  const passes = passesOf(header);
  checkSize(header, passes, compressed.length);
  const { pixels, sink } = target(file, options.palette ?? 'rgb');
  const scanlines = new ScanlineReader(passes, bitsPerPixel(header), sink);
  // The scanlines refuse the first byte too many; a limit of its own would give it another name.
  const inflateOptions = { format: 'deflate', limit: Number.MAX_SAFE_INTEGER, signal } as const;
  await inflateChunks(compressed, inflateOptions, (chunk) => {
    scanlines.push(chunk);
    return true;
  });
  if (!scanlines.complete) throw new MidscopeError('IMAGE_TRUNCATED');
  const alphaDropped = header.colour.endsWith('alpha');
  return { header, pixels, alphaDropped, ...(palette && { palette }) };
}

const bitsPerPixel = ({ colour, bitDepth }: PngHeader) => SAMPLES[colour] * bitDepth;

/** The reduced images in the order of the file; those without any pixel are not in it. */
function passesOf(header: PngHeader): readonly Pass[] {
  const steps = header.interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  return steps
    .map(([x, y, stepX, stepY]) => {
      const columns = Math.ceil((header.columns - x) / stepX);
      const rows = Math.ceil((header.rows - y) / stepY);
      return { x, y, stepX, stepY, columns, rows, rowBytes: Math.ceil((columns * bitsPerPixel(header)) / 8) };
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
}

/** Refuses, before anything is allocated, what is too large and what the file cannot hold. */
function checkSize({ columns, rows }: PngHeader, passes: readonly Pass[], compressedBytes: number): void {
  if (Math.max(columns, rows) > MAX_SIDE || columns * rows > MAX_PIXELS)
    throw new MidscopeError('IMAGE_TOO_LARGE', { columns, rows });
  const inflated = passes.reduce((sum, pass) => sum + pass.rows * (1 + pass.rowBytes), 0);
  if (inflated > compressedBytes * MAX_DEFLATE_RATIO) throw new MidscopeError('IMAGE_TRUNCATED');
}

/** The image to fill, and how a row gets into it. */
function target({ header, palette }: PngFile, mode: 'rgb' | 'indices'): { pixels: PngPixels; sink: RowSink } {
  const { columns, rows, bitDepth, colour } = header;
  const kind = colour.startsWith('rgb') || (palette && mode === 'rgb') ? 'rgb' : 'grey';
  const samples = kind === 'rgb' ? 3 : 1;
  const wide = kind === 'grey' && bitDepth === 16;
  const bytes = allocateBytes(columns * rows * samples * (wide ? 2 : 1));
  const data = wide ? new Uint16Array(bytes.buffer) : bytes;
  const pixels = { kind, columns, rows, data } as const;
  if (kind === 'rgb' && palette) return { pixels, sink: paletteRow(data, columns, bitDepth, palette) };
  if (bitDepth === 8 && SAMPLES[colour] === samples && !header.interlaced)
    return { pixels, sink: (line, _pass, row) => data.set(line, row * columns * samples) };
  if (wide && colour === 'grey') return { pixels, sink: grey16Row(data, columns) };
  return { pixels, sink: samplesRow(data, header, samples) };
}

/** 16-bit grey, big endian in the file. */
function grey16Row(data: Uint8Array | Uint16Array, width: number): RowSink {
  return (line, { x, y, stepX, stepY, columns }, row) => {
    let to = (y + row * stepY) * width + x;
    for (let at = 0; at < 2 * columns; at += 2, to += stepX) data[to] = (line[at]! << 8) | line[at + 1]!;
  };
}

/** Indices looked up; an index that the palette lacks is black, PNG section 11.2.2. */
function paletteRow(
  data: Uint8Array | Uint16Array,
  width: number,
  bitDepth: number,
  palette: Uint8Array,
): RowSink {
  return (line, { x, y, stepX, stepY, columns }, row) => {
    for (let column = 0; column < columns; column++) {
      const entry = 3 * sampleAt(line, column, bitDepth);
      const to = 3 * ((y + row * stepY) * width + x + column * stepX);
      for (let sample = 0; sample < 3; sample++) data[to + sample] = palette[entry + sample] ?? 0;
    }
  };
}

/** Any other row, sample by sample, leaving out the alpha that follows the `kept` first ones. */
function samplesRow(
  data: Uint8Array | Uint16Array,
  { columns: width, bitDepth, colour }: PngHeader,
  kept: number,
): RowSink {
  const stored = SAMPLES[colour];
  const scale = kept === 3 && bitDepth === 16 ? 257 : 1;
  return (line, { x, y, stepX, stepY, columns }, row) => {
    for (let column = 0; column < columns; column++) {
      const to = kept * ((y + row * stepY) * width + x + column * stepX);
      for (let sample = 0; sample < kept; sample++)
        data[to + sample] = Math.round(sampleAt(line, column * stored + sample, bitDepth) / scale);
    }
  };
}

/** Sample `index` of a row; several samples share a byte from its high bits down, PNG section 7.2. */
function sampleAt(line: Uint8Array, index: number, bitDepth: number): number {
  if (bitDepth === 8) return line[index]!;
  if (bitDepth === 16) return (line[2 * index]! << 8) | line[2 * index + 1]!;
  const bit = index * bitDepth;
  return (line[bit >> 3]! >> (8 - bitDepth - (bit & 7))) & ((1 << bitDepth) - 1);
}
