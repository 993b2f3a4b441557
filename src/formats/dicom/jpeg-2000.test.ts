import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asUnsigned, readJpeg2000 } from './jpeg-2000.ts';
import { joined, words } from './test-dicom.ts';

const big = (size: 2 | 4, ...values: readonly number[]) => words(size, values, false);
const SOC = big(2, 0xff4f);
const EOC = big(2, 0xffd9);

/** SIZ of 20 × 12 in tiles of the given size. */
const size = (
  tile: readonly [number, number],
  ...components: readonly (readonly [number, number, number])[]
) => {
  const body = joined(
    big(2, 0),
    big(4, 20, 12, 0, 0, ...tile, 0, 0),
    big(2, components.length),
    Uint8Array.from(components.flat()),
  );
  return joined(big(2, 0xff51, body.length + 2), body);
};
const GREY = [11, 1, 1] as const;
const ONE_TILE = [20, 12] as const;

/** SOT, SOD and some data; a length of 0 says that the part goes on to the end. */
const part = (tile: number, bytes = 6, length = 14 + bytes) =>
  joined(
    big(2, 0xff90, 10, tile),
    big(4, length),
    Uint8Array.of(0, 1),
    big(2, 0xff93),
    Uint8Array.from({ length: bytes }, (_, at) => at + 1),
  );

const read = (...components: readonly (readonly [number, number, number])[]) =>
  readJpeg2000(joined(SOC, size(ONE_TILE, ...components), part(0)));
const isWhole = (...parts: readonly Uint8Array[]) => readJpeg2000(joined(...parts))?.isWhole;

describe('a codestream is whole', () => {
  test('with all parts of its only tile, and its end marked or not', () => {
    const head = joined(SOC, size(ONE_TILE, GREY));
    expect(isWhole(head, part(0), EOC)).toBe(true);
    expect(isWhole(head, part(0))).toBe(true);
    expect(isWhole(head, part(0), part(0), EOC, Uint8Array.of(0))).toBe(true);
  });

  test('with all of its tiles: three across, two down', () => {
    const head = joined(SOC, size([8, 6], GREY));
    const parts = [0, 1, 2, 3, 4, 5].map((tile) => part(tile));
    expect(isWhole(head, ...parts, EOC)).toBe(true);
    expect(isWhole(head, ...parts.slice(0, 5), EOC)).toBe(false);
    expect(isWhole(head, ...parts.slice(1), part(1), EOC)).toBe(false);
  });

  test('with a last part that goes on to the end, which is marked', () => {
    const head = joined(SOC, size(ONE_TILE, GREY));
    expect(isWhole(head, part(0, 6, 0), EOC)).toBe(true);
    expect(isWhole(head, part(0, 6, 0), EOC, Uint8Array.of(0))).toBe(true);
    expect(isWhole(head, part(0, 6, 0))).toBe(false);
  });

  test('not without a part, with a part of no length, or with something else between', () => {
    const head = joined(SOC, size(ONE_TILE, GREY));
    expect(isWhole(head, EOC)).toBe(false);
    expect(isWhole(head, part(0, 6, 13), EOC)).toBe(false);
    expect(isWhole(SOC, size([10, 12], GREY), part(0), Uint8Array.of(1, 2), part(1), EOC)).toBe(false);
  });

  test('not behind a segment that claims to be longer than the file', () => {
    const comment = Uint8Array.of(0xff, 0x64, 0xff, 0xff);
    expect(isWhole(SOC, size([0, 0], GREY), comment)).toBe(false);
  });

  test('nowhere else than at its end', () => {
    const head = joined(SOC, size([10, 12], GREY));
    const whole = joined(head, part(0), part(1));
    fc.assert(
      fc.property(
        fc.integer({ min: head.length, max: whole.length - 1 }),
        fc.boolean(),
        (length, isMarked) => {
          expect(isWhole(whole.subarray(0, length), isMarked ? EOC : new Uint8Array())).toBe(false);
        },
      ),
    );
  });
});

describe('a header', () => {
  test('of components that differ in bits, sign or size is not read', () => {
    expect(read(GREY, GREY, GREY)).toMatchObject({ components: 3, precision: 12, isSigned: false });
    expect(read(GREY, [7, 1, 1], GREY)).toBeUndefined();
    expect(read(GREY, GREY, [0x8b, 1, 1])).toBeUndefined();
    expect(read(GREY, [11, 2, 2], [11, 2, 2])).toBeUndefined();
    expect(read([11, 2, 2])).toBeUndefined();
  });

  test('may be said to have no signs, and nothing else about it changes', () => {
    const stream = joined(SOC, size(ONE_TILE, [0x8b, 1, 1], [0x8b, 1, 1]), part(0), EOC);
    const changed = asUnsigned(stream);
    expect(readJpeg2000(stream)?.isSigned).toBe(true);
    expect(readJpeg2000(changed)).toEqual({ ...readJpeg2000(stream), isSigned: false });
    expect(changed.filter((byte, at) => byte !== stream[at])).toEqual(Uint8Array.of(0x0b, 0x0b));
    const none = Uint8Array.of(1, 2, 3);
    expect(asUnsigned(none)).toBe(none);
  });
});
