import { MidscopeError } from '../../domain/error.ts';
import { MAX_PIXELS, type Pixels } from '../../domain/imaging/pixels.ts';
import { allocateBytes, inflateChunks, MAX_DEFLATE_RATIO } from '../inflate.ts';
import { type PngColour, type PngFile, type PngHeader, readPngFile } from './png-file.ts';
import { unfilterGrey16 } from './grey16.ts';
import { type FilteredRowSink, type Pass, type RowSink, ScanlineReader, unfilterRows } from './scanlines.ts';

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
  /** The file makes some pixels see-through, wholly or partly; `pixels` has the values filed for them. */
  readonly isTransparent: boolean;
  /** Pictures of an animation, of which `pixels` is the one for those who show no animations; else 1. */
  readonly frames: number;
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
  const { header, palette, compressed, frames } = file;
  const passes = passesOf(header);
  checkSize(header, passes, compressed.length);
  const { pixels, sink, isTransparent } = target(file, options.palette ?? 'rgb');
  const scanlines = new ScanlineReader(passes, sink);
  // The scanlines refuse the first byte too many; a limit of its own would give it another name.
  const inflateOptions = { format: 'deflate', limit: Number.MAX_SAFE_INTEGER, signal } as const;
  await inflateChunks(compressed, inflateOptions, (chunk) => {
    scanlines.push(chunk);
    return true;
  });
  if (!scanlines.complete) throw new MidscopeError('IMAGE_TRUNCATED');
  return { header, pixels, isTransparent: isTransparent(), frames, ...(palette && { palette }) };
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

interface Target {
  readonly pixels: PngPixels;
  readonly sink: FilteredRowSink;
  /** Known once all rows have come. */
  readonly isTransparent: () => boolean;
}

/** The image to fill, and how a row gets into it. */
function target(file: PngFile, mode: 'rgb' | 'indices'): Target {
  const { header, palette } = file;
  const { columns, rows, bitDepth, colour } = header;
  const kind = colour.startsWith('rgb') || (palette && mode === 'rgb') ? 'rgb' : 'grey';
  const samples = kind === 'rgb' ? 3 : 1;
  const wide = kind === 'grey' && bitDepth === 16;
  const bytes = allocateBytes(columns * rows * samples * (wide ? 2 : 1));
  const data = wide ? new Uint16Array(bytes.buffer) : bytes;
  const pixels = { kind, columns, rows, data } as const;
  const byRow = (sink: RowSink) => unfilterRows(bitsPerPixel(header), sink);
  if (palette) {
    const used = new Uint8Array(256);
    const isTransparent = () => (file.transparency ?? []).some((alpha, index) => alpha < 255 && used[index]);
    const row = mode === 'rgb' ? paletteRow(data, header, palette, used) : indexRow(data, header, used);
    return { pixels, sink: byRow(row), isTransparent };
  }
  if (colour.endsWith('alpha')) {
    const alpha = { seen: false };
    return { pixels, sink: byRow(samplesRow(data, header, samples, alpha)), isTransparent: () => alpha.seen };
  }
  const isTransparent = () => hasTransparentColour(file, data);
  if (wide && !header.interlaced)
    return { pixels, sink: unfilterGrey16(new Uint16Array(bytes.buffer)), isTransparent };
  if (bitDepth === 8 && !header.interlaced) {
    const copy: RowSink = (line, _pass, row) => data.set(line, row * columns * samples);
    return { pixels, sink: byRow(copy), isTransparent };
  }
  return { pixels, sink: byRow(samplesRow(data, header, samples)), isTransparent };
}

/** Whether the one grey or colour that the tRNS chunk makes transparent (PNG section 11.3.1.1) is in the picture. */
function hasTransparentColour({ header, transparency }: PngFile, data: PngPixels['data']): boolean {
  if (!transparency) return false;
  const view = new DataView(transparency.buffer, transparency.byteOffset, transparency.length);
  if (header.colour === 'grey') return transparency.length === 2 && data.includes(view.getUint16(0));
  const scale = header.bitDepth === 16 ? 257 : 1;
  const [red, green, blue] = [0, 2, 4].map((at) =>
    transparency.length === 6 ? Math.round(view.getUint16(at) / scale) : -1,
  );
  for (let at = 0; at < data.length; at += 3)
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) return true;
  return false;
}

/** Indices looked up; an index that the palette lacks is black, PNG section 11.2.2. */
function paletteRow(
  data: Uint8Array | Uint16Array,
  { columns: width, bitDepth }: PngHeader,
  palette: Uint8Array,
  used: Uint8Array,
): RowSink {
  return (line, { x, y, stepX, stepY, columns }, row) => {
    for (let column = 0; column < columns; column++) {
      const index = sampleAt(line, column, bitDepth);
      const to = 3 * ((y + row * stepY) * width + x + column * stepX);
      used[index] = 1;
      for (let sample = 0; sample < 3; sample++) data[to + sample] = palette[3 * index + sample] ?? 0;
    }
  };
}

/** Indices as they are. */
function indexRow(
  data: Uint8Array | Uint16Array,
  { columns: width, bitDepth }: PngHeader,
  used: Uint8Array,
): RowSink {
  return (line, { x, y, stepX, stepY, columns }, row) => {
    for (let column = 0; column < columns; column++) {
      const index = sampleAt(line, column, bitDepth);
      used[index] = 1;
      data[(y + row * stepY) * width + x + column * stepX] = index;
    }
  };
}

/**
 * Any other row, sample by sample, leaving out the alpha that may follow the `kept` first ones.
 *
 * @param alpha is told of one that is not opaque.
 */
function samplesRow(
  data: Uint8Array | Uint16Array,
  { columns: width, bitDepth, colour }: PngHeader,
  kept: number,
  alpha?: { seen: boolean },
): RowSink {
  const stored = SAMPLES[colour];
  const opaque = 2 ** bitDepth - 1;
  const scale = kept === 3 && bitDepth === 16 ? 257 : 1;
  return (line, { x, y, stepX, stepY, columns }, row) => {
    for (let column = 0; column < columns; column++) {
      const to = kept * ((y + row * stepY) * width + x + column * stepX);
      for (let sample = 0; sample < kept; sample++)
        data[to + sample] = Math.round(sampleAt(line, column * stored + sample, bitDepth) / scale);
      if (alpha && sampleAt(line, column * stored + kept, bitDepth) !== opaque) alpha.seen = true;
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
