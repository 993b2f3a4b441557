import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, expect, it, vi } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import { decodePng } from './decode-png.ts';
import { readPngHeader } from './png-file.ts';
import { paeth } from './scanlines.ts';
import {
  buildPng,
  chunk,
  filtered,
  IEND,
  ihdr,
  pngFile as file,
  type Recipe,
  SAMPLES,
  SIGNATURE,
} from '../../testing/test-png.ts';

const signal = new AbortController().signal;
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
    const { header, pixels, isTransparent } = await decodePng(buildPng(ramp), signal);
    expect(header).toEqual({ columns: 4, rows: 3, bitDepth: 16, colour: 'grey', interlaced: false });
    expect(pixels.data).toBeInstanceOf(Uint16Array);
    expect([...pixels.data]).toEqual(ramp.samples);
    expect(isTransparent).toBe(false);
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
        const { pixels, isTransparent } = await decodePng(buildPng(recipe), signal);
        expect([...pixels.data]).toEqual(expectedData(recipe));
        expect(pixels.kind).toBe([0, 4].includes(recipe.colourType) ? 'grey' : 'rgb');
        const [stored, opaque] = [SAMPLES.get(recipe.colourType) ?? 1, 2 ** recipe.depth - 1];
        const alpha = recipe.samples.filter((_, at) => recipe.colourType >= 4 && at % stored === stored - 1);
        expect(isTransparent).toBe(alpha.some((value) => value !== opaque));
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

  const grey = { columns: 2, rows: 1, depth: 16, colourType: 0, samples: [7, 300] };
  const rgb = { columns: 2, rows: 1, depth: 8, colourType: 2, samples: [1, 2, 3, 4, 5, 6] };
  const indexed = {
    columns: 2,
    rows: 1,
    depth: 4,
    colourType: 3,
    samples: [2, 1],
    palette: [9, 9, 9, 10, 11, 12, 20, 21, 22],
  };
  it.each([
    ['grey', grey, [0x01, 0x2c], true],
    ['grey that is not there', grey, [0x01, 0x2d], false],
    ['grey whose chunk is too short', grey, [7], false],
    ['colour', rgb, [0, 4, 0, 5, 0, 6], true],
    ['colour that is not there', rgb, [0, 2, 0, 3, 0, 4], false],
    ['index', indexed, [255, 254], true],
    ['index that is not there', indexed, [0, 255, 255], false],
  ] as const)(
    'says whether a transparent %s is in the picture, and shows it all the same',
    async (...row) => {
      const [, recipe, tRNS, transparent] = row;
      const bytes = buildPng({ ...recipe, late: [chunk('tRNS', Uint8Array.from(tRNS))] });
      const decoded = await decodePng(bytes, signal);
      expect(decoded.isTransparent).toBe(transparent);
      const shown = recipe === indexed ? [20, 21, 22, 10, 11, 12] : recipe.samples;
      expect([...decoded.pixels.data]).toEqual(shown);
      const indices = await decodePng(bytes, signal, { palette: 'indices' });
      expect(indices.isTransparent).toBe(transparent);
    },
  );

  it('says how many pictures an animation has, and shows the one of IDAT', async () => {
    const acTL = chunk('acTL', Uint8Array.of(0, 0, 0, 3, 0, 0, 0, 0));
    const animated = buildPng({ ...ramp, early: [acTL], late: [chunk('fcTL', new Uint8Array(26))] });
    const bytes = new Uint8Array(
      Buffer.concat([animated.subarray(0, -12), chunk('fdAT', Buffer.alloc(9)), IEND]),
    );
    const { pixels, frames } = await decodePng(bytes, signal);
    expect([...pixels.data]).toEqual(ramp.samples);
    expect(frames).toBe(3);
    expect((await decodePng(buildPng(ramp), signal)).frames).toBe(1);
  });

  it('has its picture whatever follows IEND, and whatever the checksum of an IDAT says of sound data', async () => {
    const trailing = new Uint8Array(Buffer.concat([buildPng(ramp), Buffer.from('IDAT and more')]));
    expect([...(await decodePng(trailing, signal)).pixels.data]).toEqual(ramp.samples);
    const wrong = buildPng(ramp);
    wrong[wrong.length - 13]! ^= 0xff;
    expect([...(await decodePng(wrong, signal)).pixels.data]).toEqual(ramp.samples);
  });

  it('joins ten thousand IDATs of one byte or none', async () => {
    const samples = Array.from({ length: 100 * 90 }, (_, at) => (at * 37) & 255);
    const recipe = { columns: 100, rows: 90, depth: 8, colourType: 0, samples };
    const zlib = deflateSync(filtered(recipe), { level: 0 });
    const data = [...zlib].flatMap((byte) => [
      chunk('IDAT', Uint8Array.of(byte)),
      chunk('IDAT', new Uint8Array()),
    ]);
    expect(data.length).toBeGreaterThan(10_000);
    const { pixels } = await decodePng(file(ihdr(100, 90, 8, 0), ...data, IEND), signal);
    expect([...pixels.data]).toEqual(samples);
  });

  it('predicts as section 9.4 words it, for every three neighbours', () => {
    let wrong = 0;
    for (let a = 0; a < 256; a++)
      for (let b = 0; b < 256; b++)
        for (let c = 0; c < 256; c++) {
          const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
          const wanted = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
          if (paeth(a, b, c) !== wanted) wrong++;
        }
    expect(wrong).toBe(0);
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
});
