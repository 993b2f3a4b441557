import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import { nativeFrameBits, nativePixels } from './native-pixels.ts';
import { words } from './test-dicom.ts';

const attributesOf = (attributes: Partial<ImageAttributes>): ImageAttributes => ({
  windows: [],
  voiLuts: [],
  Rows: 1,
  Columns: 4,
  BitsAllocated: 16,
  SamplesPerPixel: 1,
  PhotometricInterpretation: 'MONOCHROME2',
  ...attributes,
});

const dataOf = (
  bytes: Uint8Array<ArrayBuffer>,
  attributes: Partial<ImageAttributes>,
  littleEndian = true,
) => {
  const result = nativePixels(bytes, attributesOf(attributes), littleEndian);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.data;
};

const errorOf = (bytes: Uint8Array<ArrayBuffer>, attributes: Partial<ImageAttributes>) => {
  const result = nativePixels(bytes, attributesOf(attributes), true);
  return result.ok ? undefined : result.error;
};

describe('grey pixels', () => {
  test('of 16 bits are read in either byte order', () => {
    const values = [0, 1, 0x1234, 0xffff];
    expect(dataOf(words(2, values), {})).toEqual(Uint16Array.from(values));
    expect(dataOf(words(2, values, false), {}, false)).toEqual(Uint16Array.from(values));
  });

  test('of 32 bits are read in either byte order', () => {
    const values = [0, 1, 0x12345678, 0xffffffff];
    const attributes = { BitsAllocated: 32 };
    expect(dataOf(words(4, values), attributes)).toEqual(Uint32Array.from(values));
    expect(dataOf(words(4, values, false), attributes, false)).toEqual(Uint32Array.from(values));
    expect(dataOf(words(4, values), { ...attributes, PixelRepresentation: 1 })).toEqual(
      Int32Array.of(0, 1, 0x12345678, -1),
    );
  });

  test('of 8 bits are bytes', () => {
    expect(dataOf(Uint8Array.of(0, 127, 128, 255), { BitsAllocated: 8 })).toEqual(
      Uint8Array.of(0, 127, 128, 255),
    );
    expect(dataOf(Uint8Array.of(0, 127, 128, 255), { BitsAllocated: 8, PixelRepresentation: 1 })).toEqual(
      Int8Array.of(0, 127, -128, -1),
    );
  });

  test('of one bit are 0 and 1, the lowest bit first', () => {
    const attributes = { BitsAllocated: 1, Rows: 2, Columns: 5 };
    expect(dataOf(Uint8Array.of(0b10010110, 0b11111110), attributes)).toEqual(
      Uint8Array.of(0, 1, 1, 0, 1, 0, 0, 1, 0, 1),
    );
  });

  test('with the sign bit in the highest stored bit are negative', () => {
    const attributes = { BitsStored: 12, HighBit: 11, PixelRepresentation: 1 };
    expect(dataOf(words(2, [0x07ff, 0x0800, 0x0fff, 0xffff]), attributes)).toEqual(
      Int16Array.of(2047, -2048, -1, -1),
    );
  });

  test('lose what lies above and below the stored bits', () => {
    expect(dataOf(words(2, [0xf001, 0x8fff, 0x0000, 0x1000]), { BitsStored: 12, HighBit: 11 })).toEqual(
      Uint16Array.of(1, 4095, 0, 0),
    );
    expect(dataOf(words(2, [0xfff7, 0x8000, 0x000f, 0x0010]), { BitsStored: 12, HighBit: 15 })).toEqual(
      Uint16Array.of(4095, 0x800, 0, 1),
    );
    expect(
      dataOf(words(2, [0xfff7, 0x8000, 0x7fff, 0x0010]), {
        BitsStored: 12,
        HighBit: 15,
        PixelRepresentation: 1,
      }),
    ).toEqual(Int16Array.of(-1, -2048, 2047, 1));
  });

  test('may be followed by a byte to fill up, and begin anywhere in a buffer', () => {
    const bytes = Uint8Array.of(9, 1, 2, 3, 0).subarray(1);
    expect(dataOf(bytes, { BitsAllocated: 8, Columns: 3 })).toEqual(Uint8Array.of(1, 2, 3));
    const odd = Uint8Array.of(9, 0x34, 0x12).subarray(1);
    expect(dataOf(odd, { Columns: 1 })).toEqual(Uint16Array.of(0x1234));
  });

  test('do not change the bytes they were read from', () => {
    const bytes = words(2, [0xf001, 2, 3, 4], false);
    dataOf(bytes, { BitsStored: 12 }, false);
    expect(bytes).toEqual(words(2, [0xf001, 2, 3, 4], false));
  });

  test('come back out of any place in their words', () => {
    const layouts = fc
      .tuple(fc.constantFrom(8, 16, 32), fc.boolean(), fc.boolean())
      .chain(([allocated, signed, little]) =>
        fc.integer({ min: 1, max: allocated }).chain((stored) =>
          fc.record({
            allocated: fc.constant(allocated),
            signed: fc.constant(signed),
            little: fc.constant(little),
            stored: fc.constant(stored),
            high: fc.integer({ min: stored - 1, max: allocated - 1 }),
            values: fc.array(
              signed
                ? fc.integer({ min: -(2 ** (stored - 1)), max: 2 ** (stored - 1) - 1 })
                : fc.integer({ min: 0, max: 2 ** stored - 1 }),
              { minLength: 1, maxLength: 8 },
            ),
          }),
        ),
      );
    fc.assert(
      fc.property(layouts, ({ allocated, signed, little, stored, high, values }) => {
        const size = (allocated / 8) as 1 | 2 | 4;
        const placed = values.map(
          (value) => (value + (value < 0 ? 2 ** stored : 0)) * 2 ** (high + 1 - stored),
        );
        const data = dataOf(
          words(size, placed, little),
          {
            Columns: values.length,
            BitsAllocated: allocated,
            BitsStored: stored,
            HighBit: high,
            PixelRepresentation: signed ? 1 : 0,
          },
          little,
        );
        expect(Array.from(data)).toEqual(values);
      }),
    );
  });
});

describe('colour pixels', () => {
  const rgb = { SamplesPerPixel: 3, BitsAllocated: 8, Columns: 2, PhotometricInterpretation: 'RGB' };

  test('come by pixel or by plane', () => {
    expect(dataOf(Uint8Array.of(1, 2, 3, 4, 5, 6), { ...rgb, PlanarConfiguration: 0 })).toEqual(
      Uint8Array.of(1, 2, 3, 4, 5, 6),
    );
    expect(dataOf(Uint8Array.of(1, 4, 2, 5, 3, 6), { ...rgb, PlanarConfiguration: 1 })).toEqual(
      Uint8Array.of(1, 2, 3, 4, 5, 6),
    );
  });

  test('of more than 8 bits are spread over 0…255', () => {
    const deep = { ...rgb, BitsAllocated: 16, Columns: 1 };
    expect(dataOf(words(2, [0, 32_768, 65_535]), deep)).toEqual(Uint8Array.of(0, 128, 255));
    expect(dataOf(words(2, [0, 2048, 4095]), { ...deep, BitsStored: 12, HighBit: 11 })).toEqual(
      Uint8Array.of(0, 128, 255),
    );
  });

  // pydicom 2.3.1, convert_color_space(…, 'YBR_FULL', 'RGB').
  const YBR = [
    [16, 128, 128],
    [235, 128, 128],
    [81, 90, 240],
    [145, 54, 34],
    [41, 240, 110],
    [255, 0, 255],
    [0, 255, 0],
  ];
  const RGB = [
    [16, 16, 16],
    [235, 235, 235],
    [238, 14, 14],
    [13, 238, 14],
    [16, 15, 239],
    [255, 208, 28],
    [0, 48, 225],
  ];

  test('of YBR_FULL become RGB', () => {
    const attributes = { ...rgb, Columns: YBR.length, PhotometricInterpretation: 'YBR_FULL' };
    expect(dataOf(Uint8Array.from(YBR.flat()), attributes)).toEqual(Uint8Array.from(RGB.flat()));
    const planes = [0, 1, 2].flatMap((plane) => YBR.map((pixel) => pixel[plane] ?? 0));
    expect(dataOf(Uint8Array.from(planes), { ...attributes, PlanarConfiguration: 1 })).toEqual(
      Uint8Array.from(RGB.flat()),
    );
  });

  test('of YBR_FULL_422 share their colour with a neighbour', () => {
    const attributes = { ...rgb, PhotometricInterpretation: 'YBR_FULL_422' };
    expect(dataOf(Uint8Array.of(81, 81, 90, 240), attributes)).toEqual(
      Uint8Array.of(238, 14, 14, 238, 14, 14),
    );
    expect(dataOf(Uint8Array.of(16, 235, 128, 128), attributes)).toEqual(
      Uint8Array.of(16, 16, 16, 235, 235, 235),
    );
    expect(errorOf(new Uint8Array(6), { ...attributes, Columns: 3 })).toMatchObject({
      code: 'IMAGE_UNDECODABLE',
    });
  });
});

const readFloats = (
  bytes: Uint8Array<ArrayBuffer>,
  attributes: Partial<ImageAttributes>,
  littleEndian = true,
) => nativePixels(bytes, attributesOf(attributes), littleEndian, true);

describe('floating-point pixels', () => {
  const real = [0.5, -1.25, 1e-3, 3e5];

  test('are read in either byte order, in single and in double precision', () => {
    const single = new Uint8Array(Float32Array.from(real).buffer);
    const double = new Uint8Array(Float64Array.from(real).buffer);
    expect(readFloats(single, { BitsAllocated: 32 })).toMatchObject({
      value: { data: Float32Array.from(real) },
    });
    expect(readFloats(double, { BitsAllocated: 64 })).toMatchObject({
      value: { data: Float64Array.from(real) },
    });
    const turned = Uint8Array.from(single, (_, at) => single[at ^ 3] ?? 0);
    expect(readFloats(turned, { BitsAllocated: 32 }, false)).toMatchObject({
      value: { data: Float32Array.from(real) },
    });
  });

  test('of other sizes, or in colour, are not', () => {
    expect(readFloats(new Uint8Array(99), { BitsAllocated: 16 })).toMatchObject({
      error: { facts: { reason: 'bit-depth', detail: '16' } },
    });
    expect(readFloats(new Uint8Array(99), { BitsAllocated: 32, SamplesPerPixel: 3 })).toMatchObject({
      error: { facts: { reason: 'colour-space' } },
    });
  });
});

describe('pixels that cannot be read', () => {
  const bytes = new Uint8Array(64);

  test.each([
    [
      'a palette',
      { PhotometricInterpretation: 'PALETTE COLOR' },
      { reason: 'colour-space', detail: 'PALETTE COLOR (1)' },
    ],
    [
      'an unknown colour space',
      { SamplesPerPixel: 3, BitsAllocated: 8, PhotometricInterpretation: 'HSV' },
      { reason: 'colour-space', detail: 'HSV (3)' },
    ],
    [
      'four samples',
      { SamplesPerPixel: 4, BitsAllocated: 8, PhotometricInterpretation: 'CMYK' },
      { reason: 'colour-space', detail: 'CMYK (4)' },
    ],
    ['12 bits allocated', { BitsAllocated: 12 }, { reason: 'bit-depth', detail: '12' }],
    ['64 bits allocated', { BitsAllocated: 64 }, { reason: 'bit-depth', detail: '64' }],
  ])('have %s', (_, attributes, facts) => {
    expect(errorOf(bytes, attributes)).toEqual({ code: 'IMAGE_UNDECODABLE', facts });
  });

  test('have no known size', () => {
    expect(nativePixels(bytes, { windows: [], voiLuts: [] }, true)).toMatchObject({
      error: { code: 'IMAGE_UNDECODABLE' },
    });
    expect(nativeFrameBits({ windows: [], voiLuts: [] })).toBeUndefined();
  });

  test('are more than midscope holds, whatever the file says, before anything is allocated', () => {
    expect(errorOf(bytes, { Rows: 65_535, Columns: 65_535 })).toEqual({
      code: 'IMAGE_TOO_LARGE',
      facts: { rows: 65_535, columns: 65_535 },
    });
  });

  test('are fewer than the image has', () => {
    expect(errorOf(bytes, { Columns: 33 })).toEqual({
      code: 'IMAGE_TRUNCATED',
      facts: { bytes: 64, needed: 66 },
    });
    expect(errorOf(bytes, { Columns: 1, SamplesPerPixel: 60_000 })).toMatchObject({
      code: 'IMAGE_TRUNCATED',
    });
  });
});

test('pixels of any attributes and bytes are read, or said to be unreadable', () => {
  const attributes = fc.record({
    Rows: fc.integer({ min: 1, max: 9 }),
    Columns: fc.integer({ min: 1, max: 9 }),
    BitsAllocated: fc.integer({ min: 1, max: 64 }),
    SamplesPerPixel: fc.integer({ min: 1, max: 4 }),
    PixelRepresentation: fc.constantFrom(0, 1),
    PlanarConfiguration: fc.constantFrom(0, 1),
    PhotometricInterpretation: fc.constantFrom(
      'MONOCHROME1',
      'RGB',
      'YBR_FULL',
      'YBR_FULL_422',
      'PALETTE COLOR',
      '',
    ),
  });
  fc.assert(
    fc.property(
      attributes,
      fc.uint8Array({ maxLength: 300 }),
      fc.boolean(),
      (described, bytes, littleEndian) => {
        const result = nativePixels(bytes.slice(), attributesOf(described), littleEndian);
        const { Rows, Columns } = described;
        const expected = result.ok ? Rows * Columns * (result.value.kind === 'rgb' ? 3 : 1) : 0;
        expect(result.ok ? result.value.data.length : 0).toBe(expected);
      },
    ),
    { seed: 20_200_320, numRuns: 1000 },
  );
});
