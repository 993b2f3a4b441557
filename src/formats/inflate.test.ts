import { deflateRawSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { MidscopeError } from '../domain/error.ts';
import { createRandom } from '../testing/fuzz.ts';
import { concatBytes, inflate, inflateChunks, inflateHead } from './inflate.ts';

const signal = new AbortController().signal;
const limit = 2 ** 24;

const COMPRESS = {
  gzip: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)),
  deflate: (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes)),
  'deflate-raw': (bytes: Uint8Array) => new Uint8Array(deflateRawSync(bytes)),
} as const;
const FORMATS = ['gzip', 'deflate', 'deflate-raw'] as const;

/** Bytes that deflate makes smaller, though not by much. */
const noise = (length: number) => Uint8Array.from({ length }, (_, at) => ((at * 7919) >> 3) & 255);

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (thrown: unknown) => (thrown instanceof MidscopeError ? thrown.code : String(thrown)),
  );

describe('inflate', () => {
  it.each(FORMATS)('returns what was compressed as %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const inflated = await inflate(COMPRESS[format](bytes), { format, limit, signal });
        expect(Buffer.compare(inflated, bytes)).toBe(0);
      }),
      { numRuns: 50 },
    );
    const large = noise(3_000_000);
    const inflated = await inflate(COMPRESS[format](large), { format, limit, signal });
    expect(Buffer.compare(inflated, large)).toBe(0);
  });

  it.each(FORMATS)('calls a %s stream without its end truncated, wherever it is cut', async (format) => {
    const whole = COMPRESS[format](noise(2000));
    for (let length = 0; length < whole.length; length += 11)
      expect(await codeOf(inflate(whole.slice(0, length), { format, limit, signal }))).toBe(
        'IMAGE_TRUNCATED',
      );
  });

  it('calls other bytes and a wrong checksum undecodable', async () => {
    const text = new TextEncoder().encode('session\tstudy_date');
    const wrong = COMPRESS.deflate(noise(2000));
    wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
    expect(await codeOf(inflate(text, { format: 'gzip', limit, signal }))).toBe('IMAGE_UNDECODABLE');
    expect(await codeOf(inflate(wrong, { format: 'deflate', limit, signal }))).toBe('IMAGE_UNDECODABLE');
  });

  it('yields exactly as many bytes as the limit allows, and refuses one more', async () => {
    const bytes = COMPRESS.gzip(noise(1000));
    expect(await codeOf(inflate(bytes, { format: 'gzip', limit: 1000, signal }))).toBe('none');
    expect(await codeOf(inflate(bytes, { format: 'gzip', limit: 999, signal }))).toBe('IMAGE_TOO_LARGE');
  });

  it('gives up a bomb of 500 MB as soon as the limit is passed', async () => {
    const bomb = COMPRESS.gzip(new Uint8Array(5e8));
    let seen = 0;
    const outcome = inflateChunks(bomb, { format: 'gzip', limit: 1e6, signal }, (chunk) => {
      seen += chunk.length;
      return true;
    });
    expect(await codeOf(outcome)).toBe('IMAGE_TOO_LARGE');
    expect(seen).toBeLessThanOrEqual(1e6);
  });
});

describe('inflateChunks', () => {
  it('stops where the sink says so, without an error', async () => {
    const total = await inflateChunks(
      COMPRESS.gzip(noise(1e6)),
      { format: 'gzip', limit, signal },
      () => false,
    );
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(1e6);
  });

  it('passes on what the sink throws', async () => {
    const outcome = inflateChunks(COMPRESS.gzip(noise(9)), { format: 'gzip', limit, signal }, () => {
      throw new RangeError('of the sink');
    });
    await expect(outcome).rejects.toThrow('of the sink');
  });

  it('rejects with an AbortError before the start and in the middle', async () => {
    const bytes = COMPRESS.gzip(noise(1e6));
    const before = inflate(bytes, { format: 'gzip', limit, signal: AbortSignal.abort() });
    await expect(before).rejects.toMatchObject({ name: 'AbortError' });
    const controller = new AbortController();
    const options = { format: 'gzip', limit, signal: controller.signal } as const;
    const during = inflateChunks(bytes, options, () => {
      controller.abort();
      return true;
    });
    await expect(during).rejects.toMatchObject({ name: 'AbortError' });
  });
});

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Stored as it is, so that whatever looks like a header comes out as one in the middle of a member. */
const stored = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes, { level: 0 }));

describe('a gzip file of several members', () => {
  const random = createRandom(5);
  const parts = Array.from({ length: 40 }, () =>
    Uint8Array.from({ length: random(3000) }, () => random(256)),
  );
  const members = joined(...parts.map((part) => COMPRESS.gzip(part)));

  it('is inflated to all of them', async () => {
    const inflated = await inflate(members, { format: 'gzip', limit, signal });
    expect(Buffer.compare(inflated, joined(...parts))).toBe(0);
  });

  it('hands each member to a stream of its own, as browsers want it', async () => {
    const Native = DecompressionStream;
    let streams = 0;
    class Counting extends Native {
      constructor(format: CompressionFormat) {
        super(format);
        streams++;
      }
    }
    vi.stubGlobal('DecompressionStream', Counting);
    await inflate(members, { format: 'gzip', limit, signal });
    vi.unstubAllGlobals();
    expect(streams).toBe(parts.length);
  });

  it('gives every byte once, even where a member holds what looks like another one', async () => {
    const whole = stored(
      joined(noise(70_000), COMPRESS.gzip(noise(200)), noise(90_000), COMPRESS.gzip(noise(9))),
    );
    for (const bytes of [whole, joined(whole, COMPRESS.gzip(noise(77)), whole)])
      expect(Buffer.compare(await inflate(bytes, { format: 'gzip', limit, signal }), gunzipSync(bytes))).toBe(
        0,
      );
  });

  it('takes no more trouble for a thousand places that look like members than for some', async () => {
    const fakes = Array.from({ length: 1000 }, () => COMPRESS.gzip(noise(30)));
    const whole = stored(joined(...fakes));
    const start = process.cpuUsage();
    const inflated = await inflate(whole, { format: 'gzip', limit, signal });
    expect(Buffer.compare(inflated, joined(...fakes))).toBe(0);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
  });

  it('counts the limit over all members', async () => {
    const two = joined(COMPRESS.gzip(noise(600)), COMPRESS.gzip(noise(400)));
    expect(await codeOf(inflate(two, { format: 'gzip', limit: 1000, signal }))).toBe('none');
    expect(await codeOf(inflate(two, { format: 'gzip', limit: 999, signal }))).toBe('IMAGE_TOO_LARGE');
  });

  it('is truncated where its last member is, and damaged where any member is', async () => {
    expect(await codeOf(inflate(members.slice(0, -9), { format: 'gzip', limit, signal }))).toBe(
      'IMAGE_TRUNCATED',
    );
    const damaged = joined(COMPRESS.gzip(noise(600)), COMPRESS.gzip(noise(400)));
    damaged[COMPRESS.gzip(noise(600)).length - 6]! ^= 1;
    expect(await codeOf(inflate(damaged, { format: 'gzip', limit, signal }))).toBe('IMAGE_UNDECODABLE');
  });

  it('ends where the sink says so, without looking at the next member', async () => {
    const bytes = joined(COMPRESS.gzip(noise(50)), COMPRESS.gzip(noise(50)).fill(0, 12));
    const total = await inflateChunks(bytes, { format: 'gzip', limit, signal }, () => false);
    expect(total).toBe(50);
  });

  it('has a head in its first members, cut off anywhere', async () => {
    const small = joined(...Array.from({ length: 30 }, (_, at) => COMPRESS.gzip(noise(40 + at))));
    const wanted = gunzipSync(small);
    for (let length = small.length - 120; length <= small.length; length++) {
      const head = await inflateHead(small.slice(0, length), { format: 'gzip', count: 540, signal });
      expect(Buffer.compare(head, wanted.subarray(0, 540)), `${length}`).toBe(0);
    }
  });
});

describe('inflateHead', () => {
  it('needs only the beginning of the stream', async () => {
    const bytes = noise(200_000);
    const beginning = COMPRESS.gzip(bytes).slice(0, 2000);
    const head = await inflateHead(beginning, { format: 'gzip', count: 540, signal });
    expect(head).toEqual(bytes.slice(0, 540));
  });

  it('returns fewer bytes when the stream holds fewer', async () => {
    const head = await inflateHead(COMPRESS.gzip(noise(9)), { format: 'gzip', count: 540, signal });
    expect(head).toEqual(noise(9));
  });

  it('refuses bytes that are no such stream', async () => {
    const text = new TextEncoder().encode('no gzip at all');
    expect(await codeOf(inflateHead(text, { format: 'gzip', count: 9, signal }))).toBe('IMAGE_UNDECODABLE');
  });
});

describe('concatBytes', () => {
  it('joins in order', () => {
    expect(concatBytes([Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3)], 3)).toEqual(
      Uint8Array.of(1, 2, 3),
    );
    expect(concatBytes([], 0)).toEqual(new Uint8Array(0));
  });
});
