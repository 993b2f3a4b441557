import { readJpeg2000 } from './jpeg-2000.ts';

/**
 * What the header of a compressed frame says of itself, read before any decoder runs: the decoders allocate what
 * the stream asks for, and believe attributes that may contradict it.
 */
export interface Codestream {
  readonly kind: 'jpeg' | 'jpeg-lossless' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k';
  readonly columns: number;
  readonly rows: number;
  readonly components: number;
  /** Bits of a sample, the sign included. */
  readonly precision: number;
  /** Samples are signed; JPEG 2000 alone can say so. */
  readonly isSigned: boolean;
  /** JPEG: coefficients come in one pass (SOF0, SOF1), not progressively. */
  readonly isSequential: boolean;
  /**
   * Whether the stream says that its three components are luminance and colour differences: by a JFIF or Adobe
   * marker, or by the multiple component transformation of JPEG 2000. Nothing where it is silent.
   */
  readonly isYbr?: boolean;
  /** JPEG 2000 states how long its parts are: false where the bytes end before they do. */
  readonly isWhole?: boolean;
}

/**
 * The most pixels that `bytes` of a stream can stand for: a declared size beyond it is refused before any decoder allocates it.
 *
 * JPEG has at least a bit for each sample (lossless), or one for each of 64 pixels (progressive; T.81 F.1.2, G.1.2), and
 * JPEG-LS one for each line of up to 32,768 pixels (T.87 A.7.1). JPEG 2000 can say nothing of an empty image in a few
 * bytes; what is larger than any film ({@link EMPTY_PIXELS}) has to have a byte for {@link MOST_PER_BYTE} pixels, a
 * hundred times as many as the strongest compression that radiologists accept for films (1:30 of two bytes each,
 * Canadian Association of Radiologists, 2011).
 */
export function mostPixels({ kind, columns, components }: Codestream, bytes: number): number {
  const plausible = Math.max(EMPTY_PIXELS, MOST_PER_BYTE * bytes);
  switch (kind) {
    case 'jpeg':
      return 8 * 64 * bytes;
    case 'jpeg-lossless':
      return (8 * bytes) / components;
    case 'jpeg-ls':
      return Math.min(plausible, 8 * bytes * Math.min(columns, 2 ** 15));
    case 'jpeg-2000':
    case 'htj2k':
      return plausible;
  }
}

const EMPTY_PIXELS = 2 ** 25;
const MOST_PER_BYTE = 1_500;

/** SOF markers (ITU-T T.81 table B.1, T.87 C.1.1): the process of a JPEG or JPEG-LS stream. */
const SEQUENTIAL: ReadonlySet<number> = new Set([0xc0, 0xc1]);
const LOSSLESS: ReadonlySet<number> = new Set([0xc3, 0xc7, 0xcb, 0xcf]);
const JPEG_LS_FRAME = 0xf7;
const isFrameHeader = (marker: number): boolean =>
  marker === JPEG_LS_FRAME || (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker));

/** Reads the header of a JPEG, JPEG-LS, JPEG 2000 or HTJ2K stream; nothing where the bytes are none. */
export function readCodestream(bytes: Uint8Array): Codestream | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 16) return undefined;
  if (view.getUint16(0) === 0xffd8) return readJpeg(view);
  const header = readJpeg2000(bytes);
  if (!header) return undefined;
  const { isHighThroughput, ...size } = header;
  return { kind: isHighThroughput ? 'htj2k' : 'jpeg-2000', isSequential: false, ...size };
}

function readJpeg(view: DataView): Codestream | undefined {
  let isYbr: boolean | undefined;
  for (let at = 2; at + 4 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Fill bytes may come before a marker (T.81 B.1.1.2).
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrameHeader(marker)) return frameHeader(view, at, marker, isYbr);
    isYbr = colourOf(view, at, marker) ?? isYbr;
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function frameHeader(
  view: DataView,
  at: number,
  marker: number,
  isYbr: boolean | undefined,
): Codestream | undefined {
  if (at + 10 > view.byteLength) return undefined;
  const components = view.getUint8(at + 9);
  return {
    kind: marker === JPEG_LS_FRAME ? 'jpeg-ls' : LOSSLESS.has(marker) ? 'jpeg-lossless' : 'jpeg',
    precision: view.getUint8(at + 4),
    rows: view.getUint16(at + 5),
    columns: view.getUint16(at + 7),
    components,
    isSigned: false,
    isSequential: SEQUENTIAL.has(marker),
    ...(isYbr !== undefined && { isYbr }),
  };
}

/** What JFIF (APP0) and Adobe (APP14) markers say of the colours; in JFIF they are always differences. */
function colourOf(view: DataView, at: number, marker: number): boolean | undefined {
  const begins = (text: string) =>
    at + 4 + text.length <= view.byteLength &&
    Array.from(text).every((char, index) => view.getUint8(at + 4 + index) === char.charCodeAt(0));
  if (marker === 0xe0 && begins('JFIF\0')) return true;
  const transform = at + 15;
  if (marker === 0xee && begins('Adobe') && transform < view.byteLength)
    return view.getUint8(transform) !== 0;
  return undefined;
}
