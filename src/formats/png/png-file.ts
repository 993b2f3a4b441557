import { MidscopeError } from '../../domain/error.ts';
import { allocateBytes } from '../inflate.ts';

/** Colour types 0, 2, 3, 4 and 6 of PNG (third edition) section 11.2.1. */
export type PngColour = 'grey' | 'rgb' | 'palette' | 'grey+alpha' | 'rgb+alpha';

/** What the IHDR chunk says, PNG section 11.2.1. */
export interface PngHeader {
  readonly columns: number;
  readonly rows: number;
  /** Bits of one sample, or of one palette index: 1, 2, 4, 8 or 16. */
  readonly bitDepth: number;
  readonly colour: PngColour;
  /** Adam7. */
  readonly interlaced: boolean;
}

/** The parts of a PNG that make its picture. */
export interface PngFile {
  readonly header: PngHeader;
  /** Red, green, blue of each index; only of a palette image. */
  readonly palette?: Uint8Array<ArrayBuffer>;
  /** The tRNS chunk: alpha of each palette index, or 16 bits for each sample of the transparent colour. */
  readonly transparency?: Uint8Array<ArrayBuffer>;
  /** Pictures of an animation, of which IDAT holds the first or one that stands for it; 1 without animation. */
  readonly frames: number;
  /** The zlib stream of all IDAT chunks together. */
  readonly compressed: Uint8Array<ArrayBuffer>;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR_BYTES = 13;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME = 12;
const HEADER_BYTES = SIGNATURE.length + CHUNK_FRAME + IHDR_BYTES;

const COLOURS: ReadonlyMap<number, { readonly colour: PngColour; readonly depths: readonly number[] }> =
  new Map([
    [0, { colour: 'grey', depths: [1, 2, 4, 8, 16] }],
    [2, { colour: 'rgb', depths: [8, 16] }],
    [3, { colour: 'palette', depths: [1, 2, 4, 8] }],
    [4, { colour: 'grey+alpha', depths: [8, 16] }],
    [6, { colour: 'rgb+alpha', depths: [8, 16] }],
  ]);

/**
 * Size and type of a PNG from its first 33 bytes or more.
 *
 * @throws MidscopeError FILE_EMPTY, PNG_INVALID (another file, or a header that breaks the standard),
 * IMAGE_TRUNCATED (fewer than 33 bytes).
 */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  if (bytes.length === 0) throw new MidscopeError('FILE_EMPTY');
  if (SIGNATURE.some((byte, at) => at < bytes.length && bytes[at] !== byte)) throw invalid();
  if (bytes.length < HEADER_BYTES) throw new MidscopeError('IMAGE_TRUNCATED');
  const view = viewOf(bytes);
  const at = SIGNATURE.length;
  if (view.getUint32(at) !== IHDR_BYTES || typeAt(bytes, at) !== 'IHDR') throw invalid('IHDR');
  if (!checksumHolds(bytes, at, IHDR_BYTES)) throw invalid('IHDR');
  const kind = COLOURS.get(view.getUint8(25));
  const header = { columns: view.getUint32(16), rows: view.getUint32(20), bitDepth: view.getUint8(24) };
  if (!kind?.depths.includes(header.bitDepth)) throw invalid('IHDR');
  if (header.columns === 0 || header.rows === 0) throw invalid('IHDR');
  if (view.getUint8(26) !== 0 || view.getUint8(27) !== 0 || view.getUint8(28) > 1) throw invalid('IHDR');
  return { ...header, colour: kind.colour, interlaced: view.getUint8(28) === 1 };
}

/**
 * Divides a PNG into its chunks, PNG section 5. Ancillary chunks are passed over, as gamma and profiles change how a
 * picture looks, and here its stored values are data; but it is told what is transparent and how many pictures
 * there are. A file that breaks off after its picture is complete still has its picture.
 *
 * The checksum of IDAT chunks is not verified: the zlib stream inside carries its own over the same
 * pixels, and a second one would cost a pass over the whole file.
 *
 * @throws MidscopeError as {@link readPngHeader}; IMAGE_TRUNCATED when the file ends before any pixel.
 */
export function readPngFile(bytes: Uint8Array<ArrayBuffer>): PngFile {
  const header = readPngHeader(bytes);
  const parts: Parts = { total: 0 };
  let type = 'IHDR';
  for (const chunk of chunksOf(bytes)) {
    type = chunk.type;
    if (type === 'IDAT') parts.total += chunk.content.length;
    else if (!isAncillary(type)) readCritical(chunk, parts);
    else if (type === 'tRNS' && parts.total === 0) parts.transparency ??= chunk.content;
    else if (type === 'acTL' && chunk.content.length === 8) parts.frames = viewOf(chunk.content).getUint32(0);
  }
  if (parts.total === 0) {
    if (type === 'IEND') throw invalid('IDAT');
    throw new MidscopeError('IMAGE_TRUNCATED');
  }
  const { palette, transparency, total } = parts;
  if (header.colour === 'palette' && !palette) throw invalid('PLTE');
  return {
    header,
    ...(header.colour === 'palette' && palette && { palette }),
    ...(transparency && { transparency }),
    frames: Math.max(1, parts.frames ?? 1),
    compressed: joinData(bytes, total),
  };
}

/** What is collected chunk by chunk. */
interface Parts {
  /** Bytes of all IDAT chunks. */
  total: number;
  palette?: Uint8Array<ArrayBuffer>;
  transparency?: Uint8Array<ArrayBuffer>;
  frames?: number;
}

interface Chunk {
  readonly type: string;
  /** Shorter than declared where the file ends. */
  readonly content: Uint8Array<ArrayBuffer>;
  readonly checksumHolds: () => boolean;
}

/** The chunks after the header, up to IEND or the end of the file; the last one may be cut off. */
function* chunksOf(bytes: Uint8Array<ArrayBuffer>): Generator<Chunk> {
  const view = viewOf(bytes);
  for (let at = HEADER_BYTES; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    const start = at;
    const type = typeAt(bytes, at);
    yield {
      type,
      content: bytes.subarray(at + 8, at + 8 + length),
      checksumHolds: () => checksumHolds(bytes, start, length),
    };
    if (type === 'IEND') return;
    at += CHUNK_FRAME + length;
  }
}

/** A chunk that no decoder may pass over, other than IHDR and IDAT. */
function readCritical({ type, content, checksumHolds: holds }: Chunk, parts: Parts): void {
  if (type === 'IEND') return;
  if (type !== 'PLTE') throw invalid(/^[A-Za-z]{4}$/.test(type) ? type : undefined);
  if (content.length % 3 !== 0 || content.length > 768 || !holds()) throw invalid('PLTE');
  parts.palette = content;
}

/**
 * The contents of all IDAT chunks in one: a view of the file where there is a single one. Nothing is kept for each
 * chunk, of which a hostile file has millions.
 */
function joinData(bytes: Uint8Array<ArrayBuffer>, total: number): Uint8Array<ArrayBuffer> {
  let joined: Uint8Array<ArrayBuffer> | undefined;
  let at = 0;
  for (const { type, content } of chunksOf(bytes)) {
    if (type !== 'IDAT') continue;
    if (content.length === total) return content;
    joined ??= allocateBytes(total);
    joined.set(content, at);
    at += content.length;
  }
  return joined ?? new Uint8Array(0);
}

/** @param chunk that breaks the standard or is missing. */
const invalid = (chunk?: string) => new MidscopeError('PNG_INVALID', chunk === undefined ? {} : { chunk });

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Type of the chunk that begins at `at`, one character per byte. */
const typeAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at + 4, at + 8));

/** A chunk that a decoder may pass over has a lower-case first letter, PNG section 5.4. */
const isAncillary = (type: string) => /^[a-z][A-Za-z]{3}$/.test(type);

/** CRC-32 over type and data of one short chunk, PNG section 5.5; bit by bit, as a table is not worth it. */
function checksumHolds(bytes: Uint8Array, at: number, length: number): boolean {
  const end = at + 8 + length;
  if (end + 4 > bytes.length) return false;
  let crc = -1;
  for (const byte of bytes.subarray(at + 4, end)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return new DataView(bytes.buffer, bytes.byteOffset + end, 4).getInt32(0) === ~crc;
}
