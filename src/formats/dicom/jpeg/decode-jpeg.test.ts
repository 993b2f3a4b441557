import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, words } from '../test-dicom.ts';
import { decodeJpeg } from './decode-jpeg.ts';

const segment = (marker: number, ...body: readonly number[]) =>
  joined(words(2, [0xff00 + marker, body.length + 2], false), Uint8Array.from(body));

/** One quantiser of 8 for everything. */
const quantization = segment(0xdb, 0, ...Array.from({ length: 64 }, () => 8));
/** DC: 0 → no bits, 10 → 3 bits, 110 → 6 bits. AC: 0 → end of block. */
const huffman = [
  segment(0xc4, 0x00, 1, 1, 1, ...Array.from({ length: 13 }, () => 0), 0, 3, 6),
  segment(0xc4, 0x10, 1, ...Array.from({ length: 15 }, () => 0), 0),
];
const frameHeader = (precision: number, rows: number, columns: number, factors = [0x11]) =>
  segment(
    0xc1,
    precision,
    0,
    rows,
    0,
    columns,
    factors.length,
    ...factors.flatMap((factor, at) => [at + 1, factor, 0]),
  );
const scan = (...ids: readonly number[]) =>
  segment(0xda, ids.length, ...ids.flatMap((id) => [id, 0]), 0, 63, 0);

const file = (...parts: readonly Uint8Array[]) => joined(Uint8Array.of(0xff, 0xd8), ...parts);
const end = Uint8Array.of(0xff, 0xd9);

const valuesOf = (bytes: Uint8Array<ArrayBuffer>) => {
  const read = decodeJpeg(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { bytes: samples, bitsPerSample } = read.value;
  return Array.from(bitsPerSample === 16 ? new Uint16Array(samples.buffer) : samples);
};

describe('a JPEG of flat blocks', () => {
  // A DC difference of +5 by 8 is 40, an eighth of which is 5 above the middle: 10 101, then 0 for the rest.
  const plusFive = 0b10101011;

  test('has the middle of its range plus an eighth of the first coefficient', () => {
    const body = [quantization, ...huffman, frameHeader(12, 1, 2), scan(1), Uint8Array.of(plusFive), end];
    expect(valuesOf(file(...body))).toEqual([2053, 2053]);
    const bytes = [quantization, ...huffman, frameHeader(8, 1, 2), scan(1), Uint8Array.of(plusFive), end];
    expect(valuesOf(file(...bytes))).toEqual([133, 133]);
  });

  test('counts from the block before, and from nothing behind a restart', () => {
    // Twice +5: 10 101 0 | 10 101 0 and ones to fill up.
    const twice = Uint8Array.of(0b10101010, 0b10101111);
    const body = [quantization, ...huffman, frameHeader(12, 1, 9), scan(1), twice, end];
    expect(valuesOf(file(...body)).slice(7)).toEqual([2053, 2058]);
    const restarted = joined(Uint8Array.of(plusFive, 0xff, 0xd0, plusFive));
    const restarts = segment(0xdd, 0, 1);
    const apart = [quantization, ...huffman, restarts, frameHeader(12, 1, 9), scan(1), restarted, end];
    expect(valuesOf(file(...apart)).slice(7)).toEqual([2053, 2053]);
  });

  test('has its components side by side, in one scan or in several', () => {
    // +5 for the first, 0 for the second, −5 for the third: 10 101 0 | 0 0 | 10 010 0.
    const together = Uint8Array.of(0b10101000, 0b10010011);
    const header = frameHeader(12, 1, 1, [0x11, 0x11, 0x11]);
    expect(valuesOf(file(quantization, ...huffman, header, scan(1, 2, 3), together, end))).toEqual([
      2053, 2048, 2043,
    ]);
    const scans = [scan(1), Uint8Array.of(plusFive), scan(2), Uint8Array.of(0b00111111), scan(3)];
    const last = Uint8Array.of(0b10010011);
    expect(valuesOf(file(quantization, ...huffman, header, ...scans, last, end))).toEqual([2053, 2048, 2043]);
  });
});

describe('a JPEG is damaged', () => {
  const body = Uint8Array.of(0b10101011);
  const whole = [quantization, ...huffman, frameHeader(12, 1, 2), scan(1), body, end];

  test.each([
    ['without a frame', [quantization, ...huffman, scan(1), body, end]],
    ['without a scan', [quantization, ...huffman, frameHeader(12, 1, 2), end]],
    ['without tables', [quantization, frameHeader(12, 1, 2), scan(1), body, end]],
    ['without quantisers', [...huffman, frameHeader(12, 1, 2), scan(1), body, end]],
    ['when its data ends too soon', [quantization, ...huffman, frameHeader(12, 1, 80), scan(1), body, end]],
    ['when it scans a component twice', [...whole.slice(0, -1), scan(1), body, end]],
    [
      'when a restart is missing',
      [segment(0xdd, 0, 1), quantization, ...huffman, frameHeader(12, 1, 9), scan(1), body, end],
    ],
    [
      'when a component is subsampled',
      [quantization, ...huffman, frameHeader(12, 1, 2, [0x21, 0x11]), scan(1), body, end],
    ],
    ['of 10 bits', [quantization, ...huffman, frameHeader(10, 1, 2), scan(1), body, end]],
  ])('%s', (_, parts) => {
    expect(decodeJpeg(file(...parts))).toMatchObject({
      ok: false,
      error: { code: 'IMAGE_UNDECODABLE', facts: { reason: 'compression' } },
    });
  });

  test('or decoded, whatever byte is changed', () => {
    const bytes = file(...whole);
    // Rows and columns stay small: the caller has compared them with the file's.
    const fixed = bytes.length - joined(frameHeader(12, 1, 2), scan(1), body, end).length;
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = bytes.slice();
        if (at < fixed + 4 || at > fixed + 9) changed[at] = value;
        expect(typeof decodeJpeg(changed).ok).toBe('boolean');
      }),
      { seed: 20_200_320, numRuns: 5000 },
    );
  });
});
