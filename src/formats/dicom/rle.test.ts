import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeRle } from './rle.ts';
import { joined, words } from './test-dicom.ts';

/** A frame of segments, one behind the other (PS3.5 G.5). */
function frame(...segments: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const offsets = segments.map(
    (_, at) => 64 + segments.slice(0, at).reduce((sum, part) => sum + part.length, 0),
  );
  const head = [segments.length, ...offsets, ...Array.from({ length: 15 - segments.length }, () => 0)];
  return joined(words(4, head), ...segments.map((segment) => Uint8Array.from(segment)));
}

const damaged = { ok: false, error: { code: 'IMAGE_UNDECODABLE', facts: { reason: 'compression' } } };

test('an RLE frame that no run could fill is refused before anything is allocated', () => {
  expect(decodeRle(frame([129, 7]), { count: 2 ** 28, samples: 1, sampleBytes: 1 })).toEqual(damaged);
});

describe('an RLE frame', () => {
  test('has literal runs, repetitions, and a code that does nothing', () => {
    const packed = [2, 10, 20, 30, 128, 254, 7, 0, 9];
    expect(decodeRle(frame(packed), { count: 7, samples: 1, sampleBytes: 1 })).toEqual({
      ok: true,
      value: Uint8Array.of(10, 20, 30, 7, 7, 7, 9),
    });
  });

  test('has the highest byte of a sample first', () => {
    const bytes = [0x12, 0x34, 0x56, 0x78].map((byte) => [0, byte]);
    expect(decodeRle(frame(...bytes), { count: 1, samples: 1, sampleBytes: 4 })).toEqual({
      ok: true,
      value: words(4, [0x12345678]),
    });
    expect(decodeRle(frame(...bytes), { count: 1, samples: 2, sampleBytes: 2 })).toEqual({
      ok: true,
      value: words(2, [0x1234, 0x5678]),
    });
  });

  test('may have more than the image', () => {
    expect(decodeRle(frame([251, 7, 0, 0]), { count: 3, samples: 1, sampleBytes: 1 })).toEqual({
      ok: true,
      value: Uint8Array.of(7, 7, 7),
    });
  });

  test.each([
    ['less than a header', new Uint8Array(63)],
    ['too few segments', frame([0, 1])],
    ['too many segments', frame([0, 1], [0, 1], [0, 1])],
    ['an offset inside the header', frame([0, 1], [0, 1]).fill(8, 4, 5)],
    ['a segment that ends before the image', frame([0, 1], [])],
    ['a run that is cut off', frame([0, 1], [5])],
  ])('with %s is damaged', (_, bytes) => {
    expect(decodeRle(bytes, { count: 1, samples: 2, sampleBytes: 1 })).toEqual(damaged);
  });

  test('of any bytes is decoded or damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const packed = joined(words(4, [1, 64, ...Array.from({ length: 14 }, () => 0)]), bytes);
        const read = decodeRle(packed, { count: 40, samples: 1, sampleBytes: 1 });
        expect(read.ok ? read.value.length : 40).toBe(40);
      }),
      { seed: 20_200_320, numRuns: 2000 },
    );
  });
});
