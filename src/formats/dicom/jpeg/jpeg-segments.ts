import { DamagedJpeg, huffmanTable, type HuffmanTable } from './huffman.ts';

/** One component of a frame header (ITU-T T.81 B.2.2). */
export interface FrameComponent {
  readonly id: number;
  /** Sampling factors, horizontal in the upper four bits. */
  readonly factors: number;
  readonly quantizationIndex: number;
}

/** The frame header: of the image as a whole. */
export interface FrameHeader {
  /** SOF marker, which names the process. */
  readonly marker: number;
  readonly precision: number;
  readonly rows: number;
  readonly columns: number;
  readonly components: readonly FrameComponent[];
}

/** What a scan header says (T.81 B.2.3), with the tables in force. */
export interface Scan {
  /** Where the entropy-coded data begins. */
  readonly at: number;
  /** Units between restarts; 0 for none. */
  readonly restartInterval: number;
  readonly components: readonly {
    /** In the frame header. */
    readonly index: number;
    readonly dc: HuffmanTable | undefined;
    readonly ac: HuffmanTable | undefined;
    /** In the order of the stream. */
    readonly quantization: Uint16Array | undefined;
  }[];
  /** The spectral selection: coefficients from 0 to 63, both included. The first is the predictor in a lossless scan. */
  readonly first: number;
  readonly last: number;
  /** Bits that samples or coefficients were shifted down by. */
  readonly pointTransform: number;
}

interface Tables {
  readonly quantization: (Uint16Array | undefined)[];
  readonly dc: (HuffmanTable | undefined)[];
  readonly ac: (HuffmanTable | undefined)[];
  restartInterval: number;
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;
/** SOF markers of processes with Huffman coding that are not differential. */
const FRAME_MARKERS: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc3]);

/** The scans of a JPEG, each with the tables that were defined before it (T.81 B.2). */
export function* readScans(
  bytes: Uint8Array,
): Generator<{ readonly scan: Scan; readonly frame: FrameHeader }> {
  const tables: Tables = { quantization: [], dc: [], ac: [], restartInterval: 0 };
  let frame: FrameHeader | undefined;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    // Entropy-coded data, filling and restarts lie between a scan header and the next segment.
    if (bytes[at] !== 0xff || marker === 0 || marker === 0xff || isRestart(marker)) {
      at = bytes.indexOf(0xff, at + 1);
      if (at < 0) return;
      continue;
    }
    if (marker === 0xd9) return;
    const end = at + 2 + 256 * (bytes[at + 2] ?? 0) + (bytes[at + 3] ?? 0);
    const segment = bytes.subarray(at + 4, end);
    if (marker === 0xdb) readQuantization(segment, tables);
    else if (marker === 0xc4) readHuffman(segment, tables);
    else if (marker === 0xdd) tables.restartInterval = 256 * (segment[0] ?? 0) + (segment[1] ?? 0);
    else if (FRAME_MARKERS.has(marker)) frame = frame ?? readFrameHeader(marker, segment);
    else if (marker === 0xda) {
      if (!frame) throw new DamagedJpeg('a scan before the frame');
      yield { scan: readScanHeader(segment, end, frame, tables), frame };
    }
    at = end;
  }
}

function readQuantization(segment: Uint8Array, { quantization }: Tables): void {
  for (let at = 0; at < segment.length;) {
    const head = segment[at] ?? 0;
    const size = head >= 16 ? 2 : 1;
    const table = new Uint16Array(64);
    for (let index = 0; index < 64; index++) {
      const place = at + 1 + index * size;
      table[index] =
        size === 2 ? 256 * (segment[place] ?? 0) + (segment[place + 1] ?? 0) : (segment[place] ?? 0);
    }
    quantization[head & 15] = table;
    at += 1 + 64 * size;
  }
}

function readHuffman(segment: Uint8Array, { dc, ac }: Tables): void {
  for (let at = 0; at + 17 <= segment.length;) {
    const head = segment[at] ?? 0;
    const counts = segment.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    (head >= 16 ? ac : dc)[head & 15] = huffmanTable(counts, segment.subarray(at + 17, at + 17 + total));
    at += 17 + total;
  }
}

function readFrameHeader(marker: number, segment: Uint8Array): FrameHeader {
  const [precision = 0, high = 0, low = 0, wide = 0, narrow = 0, count = 0] = segment;
  const [rows, columns] = [256 * high + low, 256 * wide + narrow];
  const components = Array.from({ length: count }, (_, index) => ({
    id: segment[6 + 3 * index] ?? 0,
    factors: segment[7 + 3 * index] ?? 0,
    quantizationIndex: segment[8 + 3 * index] ?? 0,
  }));
  if (rows * columns * count === 0) throw new DamagedJpeg(`${columns} × ${rows} × ${count}`);
  return { marker, precision, rows, columns, components };
}

/** A common factor of more than 1 puts several blocks of a component into a unit, where there are several. */
export function refuseSubsampled({ components }: FrameHeader): void {
  if (components.length > 1 && components.some(({ factors }) => factors !== 0x11))
    throw new DamagedJpeg('subsampled components');
}

function readScanHeader(segment: Uint8Array, at: number, frame: FrameHeader, tables: Tables): Scan {
  const count = segment[0] ?? 0;
  const components = Array.from({ length: count }, (_, place) => {
    const index = frame.components.findIndex(({ id }) => id === segment[1 + 2 * place]);
    const choice = segment[2 + 2 * place] ?? 0;
    const component = frame.components[index];
    if (!component) throw new DamagedJpeg('a component is missing');
    return {
      index,
      dc: tables.dc[choice >> 4],
      ac: tables.ac[choice & 15],
      quantization: tables.quantization[component.quantizationIndex],
    };
  });
  const [first = 0, last = 0, approximation = 0] = segment.subarray(1 + 2 * count);
  return {
    at,
    restartInterval: tables.restartInterval,
    components,
    first,
    last,
    pointTransform: approximation & 15,
  };
}
