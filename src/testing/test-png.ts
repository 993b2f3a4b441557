import { deflateSync } from 'node:zlib';

/** Samples of a pixel, by colour type. */
export const SAMPLES = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/** For tests: a PNG as the standard words it. */
export interface Recipe {
  readonly columns: number;
  readonly rows: number;
  readonly depth: number;
  readonly colourType: number;
  /** Interleaved, row by row. */
  readonly samples: readonly number[];
  readonly filters?: readonly number[];
  readonly interlaced?: boolean;
  readonly idatBytes?: number;
  readonly palette?: readonly number[];
  /** Chunks between header and palette, and between palette and data. */
  readonly early?: readonly Uint8Array[];
  readonly late?: readonly Uint8Array[];
  readonly declared?: { readonly columns: number; readonly rows: number };
}

/** CRC-32 of PNG section 5.5, most significant bit first over reflected input: not the way of the reader. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffffn;
  for (const byte of bytes) {
    crc ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit++) crc = crc % 2n === 1n ? (crc >> 1n) ^ 0xedb88320n : crc >> 1n;
  }
  return Number(crc ^ 0xffffffffn);
}

/** For tests: one chunk, with another length than its own where asked. */
export function chunk(type: string, data: Uint8Array, declaredLength = data.length): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(declaredLength, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export function ihdr(
  columns: number,
  rows: number,
  depth: number,
  colourType: number,
  interlace = 0,
): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(columns, 0);
  data.writeUInt32BE(rows, 4);
  data.set([depth, colourType, 0, 0, interlace], 8);
  return chunk('IHDR', data);
}

export const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
export const IEND = chunk('IEND', new Uint8Array(0));

/** For tests: signature and chunks. */
export const pngFile = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([SIGNATURE, ...parts]));

function filterRow(
  filter: number,
  row: readonly number[],
  above: readonly number[],
  stride: number,
): number[] {
  return row.map((value, at) => {
    const [a, b, c] = [row[at - stride] ?? 0, above[at] ?? 0, (at < stride ? 0 : above[at - stride]) ?? 0];
    const estimate = a + b - c;
    const nearest = [a, b, c].toSorted((p, q) => Math.abs(estimate - p) - Math.abs(estimate - q))[0] ?? 0;
    const predicted = [0, a, b, Math.floor((a + b) / 2), nearest][filter] ?? 0;
    return (value - predicted + 256) % 256;
  });
}

function packRow(samples: readonly number[], depth: number): number[] {
  const bits = samples.map((sample) => sample.toString(2).padStart(depth, '0')).join('');
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
}

/** Pass number of each pixel of an 8 × 8 tile, as drawn in PNG section 8.2. */
const ADAM7_TILE = [
  '16462646',
  '77777777',
  '56565656',
  '77777777',
  '36463646',
  '77777777',
  '56565656',
  '77777777',
];

/** For tests: rows behind their filter bytes, before they are compressed. */
export function filtered(recipe: Recipe): Uint8Array {
  const { columns, rows, depth, samples, filters = [0] } = recipe;
  const perPixel = SAMPLES.get(recipe.colourType) ?? 1;
  const out: number[] = [];
  for (const pass of recipe.interlaced ? '1234567' : '*') {
    let above: number[] = [];
    for (let y = 0; y < rows; y++) {
      const row: number[] = [];
      for (let x = 0; x < columns; x++) {
        if (pass !== '*' && ADAM7_TILE[y % 8]?.[x % 8] !== pass) continue;
        row.push(...samples.slice((y * columns + x) * perPixel, (y * columns + x + 1) * perPixel));
      }
      if (row.length === 0) continue;
      const bytes = packRow(row, depth);
      const filter = filters[y % filters.length] ?? 0;
      out.push(filter, ...filterRow(filter, bytes, above, Math.max(1, (perPixel * depth) / 8)));
      above = bytes;
    }
  }
  return Uint8Array.from(out);
}

export function buildPng(recipe: Recipe): Uint8Array<ArrayBuffer> {
  const { columns, rows } = recipe.declared ?? recipe;
  const zlib = deflateSync(filtered(recipe));
  const size = recipe.idatBytes ?? zlib.length;
  const idats: Buffer[] = [];
  for (let at = 0; at < zlib.length; at += size) idats.push(chunk('IDAT', zlib.subarray(at, at + size)));
  return pngFile(
    ihdr(columns, rows, recipe.depth, recipe.colourType, recipe.interlaced ? 1 : 0),
    ...(recipe.early ?? []),
    ...(recipe.palette ? [chunk('PLTE', Uint8Array.from(recipe.palette))] : []),
    ...(recipe.late ?? []),
    ...idats,
    IEND,
  );
}
