import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TAG } from '../../domain/imaging/dicom-dataset.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import { readFrame } from './frames.ts';
import type { DicomHeader } from './read-header.ts';
import { element, item, joined, latin1, sequenceEnd, words } from './test-dicom.ts';
import { EXPLICIT_LITTLE_ENDIAN } from './transfer-syntax.ts';

const OFFSET = 10;

function headerOf(
  length: number,
  header: Partial<DicomHeader> = {},
  encapsulated = false,
  vr = 'OW',
): DicomHeader {
  return {
    dataset: new Map(),
    transferSyntax: EXPLICIT_LITTLE_ENDIAN,
    littleEndian: true,
    complete: true,
    issues: [],
    pixelData: { offset: OFFSET, length, encapsulated, vr },
    ...header,
  };
}

const attributesOf = (attributes: Partial<ImageAttributes>): ImageAttributes => ({
  windows: [],
  voiLuts: [],
  Rows: 2,
  Columns: 3,
  BitsAllocated: 8,
  ...attributes,
});

const placed = (value: Uint8Array) => joined(new Uint8Array(OFFSET), value);

describe('a native frame', () => {
  const value = Uint8Array.from({ length: 13 }, (_, at) => at + 1);
  const read = (
    frame: number,
    attributes: Partial<ImageAttributes> = {},
    header: Partial<DicomHeader> = {},
  ) => readFrame(placed(value), headerOf(value.length, header), attributesOf(attributes), frame);

  test('is its own bytes, wherever it lies', () => {
    expect(read(0, { NumberOfFrames: 2 })).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    expect(read(1, { NumberOfFrames: 2 })).toEqual({ ok: true, value: Uint8Array.of(7, 8, 9, 10, 11, 12) });
  });

  test('is a copy', () => {
    const file = placed(value);
    const frame = readFrame(file, headerOf(value.length), attributesOf({}), 0);
    file.fill(0);
    expect(frame).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3, 4, 5, 6) });
  });

  test('that the file or the element cuts off is truncated', () => {
    const error = { code: 'IMAGE_TRUNCATED', facts: { bytes: 13, needed: 18 } };
    expect(read(2, { NumberOfFrames: 3 })).toEqual({ ok: false, error });
    expect(
      read(0, { Rows: 4 }, { pixelData: { offset: OFFSET, length: 1e9, encapsulated: false, vr: 'OW' } }),
    ).toMatchObject({ ok: true });
    expect(
      read(0, { Rows: 6 }, { pixelData: { offset: OFFSET, length: 1e9, encapsulated: false, vr: 'OW' } }),
    ).toEqual({ ok: false, error });
    expect(
      read(0, {}, { pixelData: { offset: OFFSET, length: 4, encapsulated: false, vr: 'OW' } }),
    ).toMatchObject({
      error: { code: 'IMAGE_TRUNCATED', facts: { bytes: 4, needed: 6 } },
    });
  });

  test('of an offset behind the file is truncated', () => {
    const pixelData = { offset: 1e6, length: 10, encapsulated: false, vr: 'OW' };
    expect(read(0, {}, { pixelData })).toMatchObject({ error: { code: 'IMAGE_TRUNCATED' } });
  });

  test.each([-1, 1, 0.5, NaN])('number %d does not exist', (frame) => {
    expect(read(frame)).toMatchObject({ error: { code: 'IMAGE_UNDECODABLE' } });
  });

  test('of unknown size cannot be cut out', () => {
    const { Rows: _, ...unsized } = attributesOf({});
    expect(readFrame(placed(value), headerOf(13), unsized, 0)).toMatchObject({
      error: { code: 'IMAGE_UNDECODABLE' },
    });
  });

  test('of a file without pixel data is none', () => {
    const { pixelData: _, ...header } = headerOf(0);
    expect(readFrame(placed(value), header, attributesOf({}), 0)).toEqual({
      ok: false,
      error: { code: 'DICOM_NO_PIXELS' },
    });
  });

  test('of a deflated file lies in the inflated bytes', () => {
    expect(
      readFrame(new Uint8Array(), headerOf(13, { inflated: placed(value) }), attributesOf({}), 0),
    ).toEqual({
      ok: true,
      value: Uint8Array.of(1, 2, 3, 4, 5, 6),
    });
  });

  test('of single bits begins at the first bit, also inside a byte', () => {
    // Frames of 3 × 3 bits, the first bit the lowest: 9 bits of the first, then 9 of the second.
    const bits = Uint8Array.of(0b01010101, 0b11010111, 0b00000010);
    const attributes = attributesOf({ Rows: 3, BitsAllocated: 1, NumberOfFrames: 2 });
    expect(readFrame(placed(bits), headerOf(3), attributes, 0)).toEqual({
      ok: true,
      value: bits.slice(0, 2),
    });
    // Bits 9…17: 1 1 0 1 0 1 1 | 0 1 → low byte 01101011, then 1.
    expect(readFrame(placed(bits), headerOf(3), attributes, 1)).toEqual({
      ok: true,
      value: Uint8Array.of(0b01101011, 0b00000001),
    });
  });

  test('of bytes in big endian words has them in order', () => {
    const swapped = Uint8Array.of(2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11);
    const frame = (at: number, vr: string) =>
      readFrame(
        placed(swapped),
        headerOf(12, { littleEndian: false }, false, vr),
        attributesOf({ Columns: 1, Rows: 3, NumberOfFrames: 4 }),
        at,
      );
    expect(frame(0, 'OW')).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3) });
    expect(frame(1, 'OW')).toEqual({ ok: true, value: Uint8Array.of(4, 5, 6) });
    expect(frame(3, 'OW')).toEqual({ ok: true, value: Uint8Array.of(10, 11, 12) });
    expect(frame(0, 'OB')).toEqual({ ok: true, value: Uint8Array.of(2, 1, 4) });
  });

  test('of YBR_FULL_422 has two bytes for each pixel', () => {
    const attributes = attributesOf({
      Columns: 2,
      SamplesPerPixel: 3,
      PhotometricInterpretation: 'YBR_FULL_422',
    });
    expect(readFrame(placed(value), headerOf(13), attributes, 0)).toEqual({
      ok: true,
      value: value.slice(0, 8),
    });
  });
});

/** The bytes of an encapsulated frame as text, or the code of why there are none. */
const readText = (value: Uint8Array, frames: number, frame: number, header: Partial<DicomHeader> = {}) => {
  const result = readFrame(
    placed(value),
    headerOf(value.length, header, true, 'OB'),
    attributesOf({ NumberOfFrames: frames }),
    frame,
  );
  return result.ok ? String.fromCharCode(...result.value) : result.error.code;
};
const fragment = (text: string) => item(latin1(text));

describe('an encapsulated frame', () => {
  const noTable = item(new Uint8Array());

  test('is all fragments where it is the only one', () => {
    expect(readText(joined(noTable, fragment('ab'), fragment('cd'), sequenceEnd()), 1, 0)).toBe('abcd');
  });

  test('is found by the Basic Offset Table', () => {
    // Fragments at 0, 10, 20: the second frame has two.
    const value = joined(
      item(words(4, [0, 10])),
      fragment('ab'),
      fragment('cd'),
      fragment('ef'),
      sequenceEnd(),
    );
    expect(readText(value, 2, 0)).toBe('ab');
    expect(readText(value, 2, 1)).toBe('cdef');
  });

  test('is found by the Extended Offset Table', () => {
    const value = joined(noTable, fragment('ab'), fragment('cd'), fragment('ef'), sequenceEnd());
    const bytes = words(8, [0, 20]);
    const dataset = new Map([[TAG.ExtendedOffsetTable, { vr: 'OV', values: [], bytes }]]);
    expect(readText(value, 2, 0, { dataset })).toBe('abcd');
    expect(readText(value, 2, 1, { dataset })).toBe('ef');
  });

  test('is one fragment each where there are as many', () => {
    const value = joined(noTable, fragment('ab'), fragment('cd'), sequenceEnd());
    expect(readText(value, 2, 1)).toBe('cd');
  });

  test.each([
    ['JPEG', '\xff\xd8'],
    ['JPEG 2000', '\xff\x4f'],
  ])('without a table runs from one beginning of a %s stream to the next', (_, begin) => {
    const value = joined(
      noTable,
      fragment(`${begin}1a`),
      fragment('1b'),
      fragment(`${begin}2a`),
      sequenceEnd(),
    );
    expect(readText(value, 2, 0)).toBe(`${begin}1a1b`);
    expect(readText(value, 2, 1)).toBe(`${begin}2a`);
  });

  test.each([
    ['points nowhere', [0, 11]],
    ['has another number of frames', [0]],
    ['goes backwards', [10, 0]],
    ['names a place twice', [0, 0]],
  ])('is found without a table that %s', (_, offsets) => {
    const value = joined(item(words(4, offsets)), fragment('ab'), fragment('cd'), sequenceEnd());
    expect(readText(value, 2, 0)).toBe('ab');
    expect(readText(value, 2, 1)).toBe('cd');
  });

  test('needs no delimiter at the end, and nothing behind it', () => {
    expect(readText(joined(noTable, fragment('ab')), 1, 0)).toBe('ab');
    expect(readText(joined(noTable, fragment('ab'), sequenceEnd(), fragment('zz')), 1, 0)).toBe('ab');
    expect(readText(joined(noTable, fragment('ab'), element('FFFCFFFC', 'OB', 'pad')), 1, 0)).toBe('ab');
  });

  test('that is cut off, or missing, is truncated', () => {
    expect(readText(joined(noTable, fragment('abcd')).slice(0, -1), 1, 0)).toBe('IMAGE_TRUNCATED');
    expect(readText(joined(noTable, fragment('ab'), sequenceEnd()), 3, 2)).toBe('IMAGE_TRUNCATED');
    expect(readText(joined(noTable, sequenceEnd()), 1, 0)).toBe('IMAGE_TRUNCATED');
    expect(readText(new Uint8Array(), 1, 0)).toBe('IMAGE_TRUNCATED');
    expect(readText(latin1('no items here'), 1, 0)).toBe('IMAGE_TRUNCATED');
  });

  test('comes back out of any fragments with their table', () => {
    const frames = fc.array(
      fc.array(fc.uint8Array({ minLength: 2, maxLength: 9 }), { minLength: 1, maxLength: 4 }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(frames, (filed) => {
        const sizes = filed.map((parts) => parts.reduce((sum, part) => sum + 8 + part.length, 0));
        const offsets = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0));
        const value = joined(
          item(words(4, offsets)),
          ...filed.flat().map((part) => item(part)),
          sequenceEnd(),
        );
        filed.forEach((parts, at) => {
          expect(readText(value, filed.length, at)).toBe(String.fromCharCode(...joined(...parts)));
        });
      }),
    );
  });

  test('out of any bytes neither throws nor hangs', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(fc.nat(60)),
        fc.nat(3),
        (tail, offsets, frame) => {
          const value = joined(item(words(4, offsets)), fragment('ab'), tail);
          expect(typeof readText(value, 3, frame)).toBe('string');
        },
      ),
    );
  });
});
