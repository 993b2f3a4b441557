import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, words } from '../test-dicom.ts';
import { decodeLossless } from './decode-lossless.ts';

const segment = (marker: number, ...body: readonly number[]) =>
  joined(words(2, [0xff00 + marker, body.length + 2], false), Uint8Array.from(body));

/** Sixteen codes of five bits, for differences of 0 to 15 bits, and one of six for 16: 100000. */
const huffman = segment(
  0xc4,
  0x00,
  ...Array.from({ length: 16 }, (_, at) => (at === 4 ? 16 : at === 5 ? 1 : 0)),
  ...Array.from({ length: 17 }, (_, size) => size),
);

/** Bits of a difference (ITU-T T.81 H.1.2.2): its size by the table above, then itself. */
function coded(difference: number): string {
  if (difference === 32_768) return '100000';
  const size = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
  const value = difference < 0 ? difference + 2 ** size - 1 : difference;
  const bits = size === 0 ? '' : value.toString(2).padStart(size, '0');
  return size.toString(2).padStart(5, '0') + bits;
}

/** Filled up with ones, and zeros behind bytes of ones (T.81 F.1.2.3). */
function packed(bits: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = Number.parseInt(bits.slice(at, at + 8).padEnd(8, '1'), 2);
    bytes.push(byte, ...(byte === 0xff ? [0] : []));
  }
  return Uint8Array.from(bytes);
}

const data = (...differences: readonly number[]) => packed(differences.map(coded).join(''));
const frame = (precision: number, rows: number, columns: number, components = 1, marker = 0xc3) =>
  segment(
    marker,
    precision,
    0,
    rows,
    0,
    columns,
    components,
    ...Array.from({ length: components }, (_, at) => [at + 1, 0x11, 0]).flat(),
  );
const scan = (predictor: number, shift = 0, ...ids: readonly number[]) => {
  const chosen = ids.length > 0 ? ids : [1];
  return segment(0xda, chosen.length, ...chosen.flatMap((id) => [id, 0]), predictor, 0, shift);
};
const end = Uint8Array.of(0xff, 0xd9);
const file = (...parts: readonly Uint8Array[]) => joined(Uint8Array.of(0xff, 0xd8), huffman, ...parts);

function valuesOf(bytes: Uint8Array): readonly number[] {
  const read = decodeLossless(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { bytes: samples, bitsPerSample } = read.value;
  return Array.from(bitsPerSample === 16 ? new Uint16Array(samples.buffer) : samples);
}

describe('a lossless JPEG', () => {
  test('begins in the middle of its range and goes on from the left', () => {
    expect(valuesOf(file(frame(12, 1, 3), scan(1), data(5, 0, -7), end))).toEqual([2053, 2053, 2046]);
    expect(valuesOf(file(frame(8, 1, 3), scan(1), data(-128, 1, 254), end))).toEqual([0, 1, 255]);
  });

  // Of 10 and 20 in the first row and 16 below the 10: left 16, above 20, corner 10.
  test.each([
    [1, 16],
    [2, 20],
    [3, 10],
    [4, 16 + 20 - 10],
    [5, 16 + ((20 - 10) >> 1)],
    [6, 20 + ((16 - 10) >> 1)],
    [7, (16 + 20) >> 1],
  ])('with predictor %d expects %d', (predictor, expected) => {
    const differences = data(10 - 128, 10, 6, 3);
    expect(valuesOf(file(frame(8, 2, 2), scan(predictor), differences, end))).toEqual([
      10,
      20,
      16,
      expected + 3,
    ]);
  });

  test('turns over at 16 bits, by a difference that has no bits of its own', () => {
    expect(valuesOf(file(frame(16, 1, 3), scan(1), data(32_768, 32_768, -1), end))).toEqual([
      0, 32_768, 32_767,
    ]);
  });

  test('was shifted down by its point transform', () => {
    // The middle of 8 bits less 2 is 32.
    expect(valuesOf(file(frame(8, 1, 2), scan(1, 2), data(1, -3), end))).toEqual([132, 120]);
  });

  test('begins anew behind a restart, where nothing is above', () => {
    const restarts = segment(0xdd, 0, 2);
    const rows = joined(data(1, 1), Uint8Array.of(0xff, 0xd0), data(5, 1));
    expect(valuesOf(file(restarts, frame(8, 2, 2), scan(2), rows, end))).toEqual([129, 130, 133, 134]);
  });

  test('has its components side by side, in one scan or in several', () => {
    const header = frame(8, 2, 1, 3);
    const expected = [129, 130, 131, 139, 140, 141];
    expect(valuesOf(file(header, scan(1, 0, 1, 2, 3), data(1, 2, 3, 10, 10, 10), end))).toEqual(expected);
    const scans = [1, 2, 3].flatMap((id) => [scan(1, 0, id), data(id, 10)]);
    expect(valuesOf(file(header, ...scans, end))).toEqual(expected);
  });

  test('may lack the marker of its end', () => {
    expect(valuesOf(file(frame(8, 1, 2), scan(1), data(1, 1)))).toEqual([129, 130]);
  });
});

describe('a lossless JPEG is damaged', () => {
  test.each([
    ['when its data ends too soon', [frame(8, 1, 3), scan(1), data(1, 1), end]],
    ['when it ends too soon without a mark', [frame(8, 1, 3), scan(1), data(1, 1)]],
    ['when a scan is missing', [frame(8, 1, 1, 2), scan(1, 0, 1), data(1), end]],
    ['when a component comes twice', [frame(8, 1, 1), scan(1), data(1), scan(1), data(1), end]],
    ['when a component is not in the frame', [frame(8, 1, 1), scan(1, 0, 9), data(1), end]],
    ['without a frame', [scan(1), data(1), end]],
    ['without a predictor', [frame(8, 1, 1), scan(0), data(1), end]],
    ['with an eighth predictor', [frame(8, 1, 1), scan(8), data(1), end]],
    ['of one bit', [frame(1, 1, 1), scan(1), data(1), end]],
    ['of 17 bits', [frame(17, 1, 1), scan(1), data(1), end]],
    ['of another process', [frame(8, 1, 1, 1, 0xc0), scan(1), data(1), end]],
    ['with a restart inside a row', [segment(0xdd, 0, 1), frame(8, 1, 2), scan(1), data(1, 1), end]],
    ['without its restart', [segment(0xdd, 0, 2), frame(8, 2, 2), scan(1), data(1, 1, 1, 1), end]],
    ['with an unknown code', [frame(8, 1, 1), scan(1), Uint8Array.of(0xfe, 0xfe), end]],
  ])('%s', (_, parts) => {
    expect(decodeLossless(file(...parts))).toMatchObject({
      ok: false,
      error: { code: 'IMAGE_UNDECODABLE', facts: { reason: 'compression' } },
    });
  });

  test('wherever it is cut off', () => {
    const values = Array.from({ length: 24 }, (_, at) => ((at * 37) % 200) - 100);
    const head = file(frame(12, 4, 6), scan(4));
    const whole = joined(head, data(...values));
    expect(valuesOf(whole)).toHaveLength(24);
    for (let length = head.length; length < whole.length; length++)
      for (const ending of [new Uint8Array(), end])
        expect(decodeLossless(joined(whole.subarray(0, length), ending)).ok, `${length}`).toBe(false);
  });

  test('or decoded, whatever byte is changed', () => {
    const whole = file(frame(8, 1, 2), scan(1), data(1, 1), end);
    const size = whole.findIndex((byte, at) => byte === 0xff && whole[at + 1] === 0xc3) + 5;
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const changed = whole.slice();
        // Rows and columns stay small: the caller has compared them with the file's.
        if (at < size || at > size + 4) changed[at] = value;
        expect(typeof decodeLossless(changed).ok).toBe('boolean');
      }),
      { seed: 20_200_320, numRuns: 5000 },
    );
  });
});
