import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, it, vi } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import { decodePng } from './decode-png.ts';
import { readPngHeader } from './png-file.ts';

const signal = new AbortController().signal;
const SAMPLES = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

interface Recipe {
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

function chunk(type: string, data: Uint8Array, declaredLength = data.length): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(declaredLength, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function ihdr(columns: number, rows: number, depth: number, colourType: number, interlace = 0): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(columns, 0);
  data.writeUInt32BE(rows, 4);
  data.set([depth, colourType, 0, 0, interlace], 8);
  return chunk('IHDR', data);
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const IEND = chunk('IEND', new Uint8Array(0));

const file = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
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

function filtered(recipe: Recipe): Uint8Array {
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

function buildPng(recipe: Recipe): Uint8Array<ArrayBuffer> {
  const { columns, rows } = recipe.declared ?? recipe;
  const zlib = deflateSync(filtered(recipe));
  const size = recipe.idatBytes ?? zlib.length;
  const idats: Buffer[] = [];
  for (let at = 0; at < zlib.length; at += size) idats.push(chunk('IDAT', zlib.subarray(at, at + size)));
  return file(
    ihdr(columns, rows, recipe.depth, recipe.colourType, recipe.interlaced ? 1 : 0),
    ...(recipe.palette ? [chunk('PLTE', Uint8Array.from(recipe.palette))] : []),
    ...idats,
    IEND,
  );
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (thrown: unknown) => (thrown instanceof MidscopeError ? thrown.code : String(thrown)),
  );

const headerCode = (bytes: Uint8Array) => codeOf((async () => readPngHeader(bytes))());

const ramp: Recipe = {
  columns: 4,
  rows: 3,
  depth: 16,
  colourType: 0,
  samples: [0, 1, 255, 256, 257, 4095, 4096, 32767, 32768, 65280, 65534, 65535],
};

/** Any PNG the standard allows, with what a correct decoder makes of it. */
const anyRecipe = fc
  .constantFrom(
    ...[1, 2, 4, 8, 16].map((depth) => [0, depth] as const),
    ...[1, 2, 4, 8].map((depth) => [3, depth] as const),
    ...[2, 4, 6].flatMap((type) => [8, 16].map((depth) => [type, depth] as const)),
  )
  .chain(([colourType, depth]) =>
    fc.tuple(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 1, max: 19 })).chain(([columns, rows]) => {
      const count = columns * rows * (SAMPLES.get(colourType) ?? 1);
      return fc.record({
        columns: fc.constant(columns),
        rows: fc.constant(rows),
        depth: fc.constant(depth),
        colourType: fc.constant(colourType),
        samples: fc.array(fc.nat(2 ** depth - 1), { minLength: count, maxLength: count }),
        filters: fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }),
        interlaced: fc.boolean(),
        idatBytes: fc.integer({ min: 1, max: 50 }),
        palette: fc.array(fc.nat(255), {
          minLength: 3 * 2 ** Math.min(depth, 8),
          maxLength: 3 * 2 ** Math.min(depth, 8),
        }),
      });
    }),
  )
  .map(({ palette, ...recipe }) => (recipe.colourType === 3 ? { ...recipe, palette } : recipe));

function expectedData(recipe: Recipe): readonly number[] {
  const { samples, palette, colourType, depth } = recipe;
  if (palette) return samples.flatMap((index) => palette.slice(3 * index, 3 * index + 3));
  const stored = SAMPLES.get(colourType) ?? 1;
  const opaque = colourType < 4 ? samples : samples.filter((_, at) => at % stored !== stored - 1);
  return depth === 16 && stored >= 3 ? opaque.map((sample) => Math.round(sample / 257)) : opaque;
}

describe('decodePng', () => {
  it('undoes each filter as section 9 defines it, modulo 256', async () => {
    const raw = [0, 10, 20, 30, 1, 1, 1, 1, 2, 1, 1, 1, 3, 10, 10, 10, 4, 5, 5, 5, 1, 200, 100, 7];
    const bytes = file(ihdr(3, 6, 8, 0), chunk('IDAT', deflateSync(Uint8Array.from(raw))), IEND);
    const { pixels } = await decodePng(bytes, signal);
    expect([...pixels.data]).toEqual([10, 20, 30, 1, 2, 3, 2, 3, 4, 11, 17, 20, 16, 22, 27, 200, 44, 51]);
  });

  it('keeps every 16-bit grey value', async () => {
    const { header, pixels, alphaDropped } = await decodePng(buildPng(ramp), signal);
    expect(header).toEqual({ columns: 4, rows: 3, bitDepth: 16, colour: 'grey', interlaced: false });
    expect(pixels.data).toBeInstanceOf(Uint16Array);
    expect([...pixels.data]).toEqual(ramp.samples);
    expect(alphaDropped).toBe(false);
  });

  it('does not scale 1-, 2- and 4-bit grey', async () => {
    for (const depth of [1, 2, 4]) {
      const samples = Array.from({ length: 15 }, (_, at) => at % 2 ** depth);
      const { pixels } = await decodePng(
        buildPng({ columns: 5, rows: 3, depth, colourType: 0, samples }),
        signal,
      );
      expect(pixels).toMatchObject({ kind: 'grey', columns: 5, rows: 3 });
      expect(pixels.data).toEqual(Uint8Array.from(samples));
    }
  });

  it('reads all that fast-png writes', async () => {
    const writable = anyRecipe.filter(({ depth, colourType }) => depth >= 8 && colourType !== 3);
    await fc.assert(
      fc.asyncProperty(writable, async (recipe) => {
        const { columns: width, rows: height, colourType, samples, interlaced } = recipe;
        const [depth, data] =
          recipe.depth === 8
            ? ([8, Uint8Array.from(samples)] as const)
            : ([16, Uint16Array.from(samples)] as const);
        const image = { width, height, depth, channels: SAMPLES.get(colourType) ?? 1, data };
        const png = encode(image, { interlace: interlaced ? 'Adam7' : 'null' });
        const { pixels } = await decodePng(new Uint8Array(png), signal);
        expect([...pixels.data]).toEqual(expectedData(recipe));
      }),
      { numRuns: 200 },
    );
  });

  it('reads every colour type, depth, filter, interlace and division into IDATs', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecipe, async (recipe) => {
        const { pixels, alphaDropped } = await decodePng(buildPng(recipe), signal);
        expect([...pixels.data]).toEqual(expectedData(recipe));
        expect(pixels.kind).toBe([0, 4].includes(recipe.colourType) ? 'grey' : 'rgb');
        expect(alphaDropped).toBe(recipe.colourType >= 4);
      }),
      { numRuns: 400 },
    );
  });

  it('yields palette indices when asked, and the colours beside them', async () => {
    const palette = [0, 0, 0, 255, 0, 0, 0, 0, 255];
    const bytes = buildPng({ columns: 3, rows: 1, depth: 2, colourType: 3, samples: [2, 0, 1], palette });
    const indexed = await decodePng(bytes, signal, { palette: 'indices' });
    expect(indexed.pixels).toMatchObject({ kind: 'grey', data: Uint8Array.from([2, 0, 1]) });
    expect(indexed.palette).toEqual(Uint8Array.from(palette));
  });

  it('shows an index that the palette lacks as black', async () => {
    const recipe = { columns: 2, rows: 1, depth: 8, colourType: 3, samples: [0, 9], palette: [7, 8, 9] };
    const { pixels } = await decodePng(buildPng(recipe), signal);
    expect([...pixels.data]).toEqual([7, 8, 9, 0, 0, 0]);
  });

  it('passes over ancillary chunks and empty IDATs', async () => {
    const zlib = deflateSync(filtered(ramp));
    const bytes = file(
      ihdr(4, 3, 16, 0),
      chunk('gAMA', Uint8Array.from([0, 0, 0x27, 0x10])),
      chunk('tRNS', Uint8Array.from([0, 1])),
      chunk('IDAT', new Uint8Array(0)),
      chunk('IDAT', zlib),
      chunk('tEXt', Buffer.from('Comment\0<script>')),
      IEND,
    );
    expect([...(await decodePng(bytes, signal)).pixels.data]).toEqual(ramp.samples);
  });
});

describe('decodePng on broken files', () => {
  it('tells an empty file, another format and a short header apart', async () => {
    expect(await headerCode(new Uint8Array(0))).toBe('FILE_EMPTY');
    expect(await headerCode(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('PNG_INVALID');
    expect(await headerCode(SIGNATURE.subarray(0, 4))).toBe('IMAGE_TRUNCATED');
    expect(await headerCode(buildPng(ramp).subarray(0, 32))).toBe('IMAGE_TRUNCATED');
    expect(await headerCode(buildPng(ramp).subarray(0, 33))).toBe('none');
  });

  it('is truncated wherever it is cut before the end of its pixels, and whole after it', async () => {
    const bytes = buildPng({ ...ramp, idatBytes: 10 });
    const pixelsEnd = bytes.length - 12 - 4;
    for (let length = 8; length < pixelsEnd; length++)
      expect(await codeOf(decodePng(bytes.slice(0, length), signal)), `${length}`).toBe('IMAGE_TRUNCATED');
    for (let length = pixelsEnd; length <= bytes.length; length++)
      expect(await codeOf(decodePng(bytes.slice(0, length), signal)), `${length}`).toBe('none');
  });

  it.each([
    ['more rows than there are', { columns: 4, rows: 4 }, 'IMAGE_TRUNCATED'],
    ['fewer rows than there are', { columns: 4, rows: 2 }, 'IMAGE_UNDECODABLE'],
    ['more than the most pixels', { columns: 16385, rows: 16384 }, 'IMAGE_TOO_LARGE'],
    ['a row of two billion pixels', { columns: 2 ** 31 - 1, rows: 1 }, 'IMAGE_TOO_LARGE'],
    ['no columns', { columns: 0, rows: 3 }, 'PNG_INVALID'],
  ])('refuses a header that declares %s', async (_, declared, code) => {
    expect(await codeOf(decodePng(buildPng({ ...ramp, declared }), signal))).toBe(code);
  });

  it('does not begin to decode what so few bytes cannot stand for', async () => {
    vi.stubGlobal('DecompressionStream', undefined);
    const declared = { columns: 16000, rows: 16000 };
    expect(await codeOf(decodePng(buildPng({ ...ramp, declared }), signal))).toBe('IMAGE_TRUNCATED');
    vi.unstubAllGlobals();
  });

  it.each([
    ['16-bit palette', 16, 3],
    ['3-bit grey', 3, 0],
    ['4-bit RGB', 4, 2],
    ['colour type 5', 8, 5],
  ])('refuses %s', async (_, depth, colourType) => {
    expect(await codeOf(decodePng(file(ihdr(1, 1, depth, colourType), IEND), signal))).toBe('PNG_INVALID');
  });

  it('refuses a small image that inflates to 100 MB', async () => {
    const bytes = file(ihdr(3, 3, 8, 0), chunk('IDAT', deflateSync(Buffer.alloc(1e8))), IEND);
    expect(await codeOf(decodePng(bytes, signal))).toBe('IMAGE_UNDECODABLE');
  });

  it('catches a flipped bit by the checksum of the zlib stream', async () => {
    const noise = Array.from({ length: 400 }, (_, at) => (at * at * 7919) & 255);
    const bytes = buildPng({ columns: 20, rows: 20, depth: 8, colourType: 0, samples: noise });
    for (let at = 45; at < bytes.length - 16; at += 7) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      expect(['IMAGE_UNDECODABLE', 'IMAGE_TRUNCATED']).toContain(await codeOf(decodePng(flipped, signal)));
    }
  });

  it.each([
    [
      'a filter that does not exist',
      'IMAGE_UNDECODABLE',
      [ihdr(1, 1, 8, 0), chunk('IDAT', deflateSync(Buffer.from([5, 0]))), IEND],
    ],
    ['no IDAT', 'PNG_INVALID', [ihdr(1, 1, 8, 0), IEND]],
    [
      'a palette type without PLTE',
      'PNG_INVALID',
      [ihdr(1, 1, 8, 3), chunk('IDAT', deflateSync(Buffer.from([0, 0]))), IEND],
    ],
    ['a PLTE of four bytes', 'PNG_INVALID', [ihdr(1, 1, 8, 3), chunk('PLTE', new Uint8Array(4)), IEND]],
    ['a PLTE of 257 colours', 'PNG_INVALID', [ihdr(1, 1, 8, 3), chunk('PLTE', new Uint8Array(771)), IEND]],
    [
      'a critical chunk of unknown meaning',
      'PNG_INVALID',
      [ihdr(1, 1, 8, 0), chunk('CgBI', new Uint8Array(4)), IEND],
    ],
    [
      'a chunk type of control characters',
      'PNG_INVALID',
      [ihdr(1, 1, 8, 0), chunk('\0\0\0\0', new Uint8Array(4)), IEND],
    ],
    [
      'a chunk longer than the file',
      'IMAGE_TRUNCATED',
      [ihdr(1, 1, 8, 0), chunk('teXt', new Uint8Array(4), 2 ** 32 - 1), IEND],
    ],
    ['a first chunk other than IHDR', 'PNG_INVALID', [chunk('tEXt', new Uint8Array(13)), IEND, IEND]],
  ] as const)('refuses %s', async (_, code, parts) => {
    expect(await codeOf(decodePng(file(...parts), signal))).toBe(code);
  });

  it('refuses a damaged header', async () => {
    const bytes = buildPng(ramp);
    bytes[19] = 5;
    expect(await codeOf(decodePng(bytes, signal))).toBe('PNG_INVALID');
  });

  it('rejects with an AbortError once aborted', async () => {
    await expect(decodePng(buildPng(ramp), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('answers 2,000 mutated files with an image or a coded error', async () => {
    let state = 20_200_406;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const seeds = fc.sample(anyRecipe, { numRuns: 40, seed: 7 }).map(buildPng);
    for (let run = 0; run < 2000; run++) {
      let bytes = (seeds[run % seeds.length] ?? new Uint8Array(1)).slice();
      for (let change = 0; change <= random(4); change++) bytes[random(bytes.length)] = random(256);
      if (random(4) === 0) bytes = bytes.slice(0, random(bytes.length));
      // Half of them keep a header that its checksum confirms, or few would get past it.
      if (run % 2 === 0 && bytes.length >= 33)
        new DataView(bytes.buffer).setUint32(29, crc32(bytes.subarray(12, 29)));
      const code = await codeOf(decodePng(bytes, signal));
      expect(code).toMatch(/^(none|FILE_EMPTY|PNG_INVALID|IMAGE_(TRUNCATED|UNDECODABLE|TOO_LARGE))$/);
    }
  });
});
