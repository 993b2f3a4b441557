import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostPixels, readCodestream, type Codestream } from './codestream.ts';
import { joined, latin1, words } from './test-dicom.ts';

const big = (size: 2 | 4, ...values: readonly number[]) => words(size, values, false);
const segment = (marker: number, body: Uint8Array) => joined(big(2, marker, body.length + 2), body);

/** SOF of 12 bits, 3 rows, 5 columns and so many components. */
const frameHeader = (marker: number, components = 1) =>
  segment(
    marker,
    joined(Uint8Array.of(12), big(2, 3, 5), Uint8Array.of(components), new Uint8Array(3 * components)),
  );
const jpeg = (...segments: readonly Uint8Array[]) => joined(big(2, 0xffd8), ...segments, new Uint8Array(8));
const jfif = segment(0xffe0, joined(latin1('JFIF\0'), new Uint8Array(9)));
const adobe = (transform: number) =>
  segment(0xffee, joined(latin1('Adobe'), new Uint8Array(6), Uint8Array.of(transform)));

/** SIZ of 20 columns and 12 rows, from (4, 2), with one component of the given depth. */
const size = (depth: number) =>
  segment(
    0xff51,
    joined(big(2, 0), big(4, 24, 14, 4, 2, 24, 14, 0, 0), big(2, 1), Uint8Array.of(depth, 1, 1)),
  );
const coding = (transform: number) => segment(0xff52, Uint8Array.of(0, 0, 0, 1, transform, 1, 4, 4, 0, 0));
const jpeg2000 = (...segments: readonly Uint8Array[]) =>
  joined(big(2, 0xff4f), ...segments, big(2, 0xff90, 10));

describe('a JPEG stream', () => {
  test.each([
    ['baseline', 0xffc0, 'jpeg', true],
    ['extended', 0xffc1, 'jpeg', true],
    ['progressive', 0xffc2, 'jpeg', false],
    ['lossless', 0xffc3, 'jpeg-lossless', false],
    ['JPEG-LS', 0xfff7, 'jpeg-ls', false],
  ])('that is %s says so, and its size', (_, marker, kind, isSequential) => {
    const expected = {
      kind,
      isSequential,
      precision: 12,
      rows: 3,
      columns: 5,
      components: 1,
      isSigned: false,
    };
    expect(readCodestream(jpeg(segment(0xffdb, new Uint8Array(65)), frameHeader(marker)))).toEqual(expected);
  });

  test('says by its markers whether it is YBR, or does not say', () => {
    expect(readCodestream(jpeg(jfif, frameHeader(0xffc0, 3)))?.isYbr).toBe(true);
    expect(readCodestream(jpeg(adobe(1), frameHeader(0xffc0, 3)))?.isYbr).toBe(true);
    expect(readCodestream(jpeg(adobe(0), frameHeader(0xffc0, 3)))?.isYbr).toBe(false);
    expect(readCodestream(jpeg(frameHeader(0xffc0, 3)))).not.toHaveProperty('isYbr');
  });

  test('may have filling before a marker', () => {
    expect(readCodestream(jpeg(Uint8Array.of(0xff, 0xff), frameHeader(0xffc0)))).toMatchObject({ rows: 3 });
  });
});

describe('a JPEG 2000 stream', () => {
  const expected = { kind: 'jpeg-2000', columns: 20, rows: 12, components: 1 };

  test('says its size, bits, sign and transformation', () => {
    expect(readCodestream(jpeg2000(size(11), coding(0)))).toMatchObject({
      ...expected,
      precision: 12,
      isSigned: false,
      isYbr: false,
    });
    expect(readCodestream(jpeg2000(size(0x8f), coding(1)))).toMatchObject({
      ...expected,
      precision: 16,
      isSigned: true,
      isYbr: true,
    });
  });

  test('is high throughput by its capabilities', () => {
    const capabilities = segment(0xff50, new Uint8Array(6));
    expect(readCodestream(jpeg2000(size(7), capabilities))).toMatchObject({ ...expected, kind: 'htj2k' });
  });

  test('may lie in the boxes of a JP2 file', () => {
    const signature = joined(big(4, 12, 0x6a502020), Uint8Array.of(13, 10, 0x87, 10));
    const box = joined(big(4, 0), latin1('jp2c'));
    expect(readCodestream(joined(signature, box, jpeg2000(size(7))))).toMatchObject(expected);
  });
});

const stream = (kind: Codestream['kind'], columns = 512, components = 1): Codestream => ({
  kind,
  columns,
  rows: 1,
  components,
  precision: 12,
  isSigned: false,
  isSequential: true,
});

describe('the most pixels of some bytes', () => {
  test.each([
    ['jpeg', stream('jpeg'), 512_000],
    ['jpeg-lossless', stream('jpeg-lossless'), 8_000],
    ['jpeg-lossless of colours', stream('jpeg-lossless', 512, 4), 2_000],
    ['jpeg-ls', stream('jpeg-ls'), 8_000 * 512],
    ['jpeg-ls of long lines', stream('jpeg-ls', 60_000), 2 ** 25],
    ['jpeg-2000', stream('jpeg-2000'), 2 ** 25],
    ['htj2k', stream('htj2k'), 2 ** 25],
  ])('are those that a thousand of %s can hold', (_, described, expected) => {
    expect(mostPixels(described, 1_000)).toBe(expected);
  });

  test('grow with the bytes where nearly all may be empty', () => {
    expect(mostPixels(stream('htj2k'), 100_000)).toBe(150_000_000);
  });
});

test('bytes that are no stream describe none', () => {
  expect(readCodestream(new Uint8Array(64))).toBeUndefined();
  expect(readCodestream(new Uint8Array(3))).toBeUndefined();
  expect(readCodestream(jpeg())).toBeUndefined();
  expect(readCodestream(jpeg2000(coding(1)))).toBeUndefined();
});

test('any bytes behind a beginning are read to an end', () => {
  const beginnings = fc.constantFrom(Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xff, 0x4f, 0xff, 0x51));
  const bytes = fc.array(fc.constantFrom(0xff, 0xc0, 0xe0, 0xee, 0x52, 0, 1, 2, 8, 200), { maxLength: 60 });
  fc.assert(
    fc.property(beginnings, bytes, (beginning, rest) => {
      const read = readCodestream(joined(beginning, Uint8Array.from(rest)));
      expect(read === undefined || read.components >= 0).toBe(true);
    }),
    { seed: 20_200_320, numRuns: 5000 },
  );
});
