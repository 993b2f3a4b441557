import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePng } from './encode-png.ts';

/** Chunks of a PNG, read by hand: name and data. */
function chunksOf(bytes: Uint8Array): [string, Uint8Array][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const chunks: [string, Uint8Array][] = [];
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push([name, bytes.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return chunks;
}

const chunk = (bytes: Uint8Array, name: string): Uint8Array =>
  chunksOf(bytes).find(([one]) => one === name)?.[1] ?? new Uint8Array();

/** Scan lines without their filter bytes, which are all 0 (none). */
function rawLines(bytes: Uint8Array, bytesPerLine: number): Uint8Array {
  const inflated = inflateSync(chunk(bytes, 'IDAT'));
  const lines = inflated.length / (bytesPerLine + 1);
  const out = new Uint8Array(lines * bytesPerLine);
  for (let line = 0; line < lines; line++) {
    const start = line * (bytesPerLine + 1);
    expect(inflated[start]).toBe(0);
    out.set(inflated.subarray(start + 1, start + 1 + bytesPerLine), line * bytesPerLine);
  }
  return out;
}

describe('encodePng', () => {
  it('writes 16-bit grey with the high byte first', () => {
    const bytes = encodePng({ columns: 2, rows: 1, samples: 1, data: Uint16Array.of(0x1234, 0xffee) });
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    // width 2, height 1, depth 16, colour type 0 (grey), deflate, adaptive, not interlaced
    expect([...chunk(bytes, 'IHDR')]).toEqual([0, 0, 0, 2, 0, 0, 0, 1, 16, 0, 0, 0, 0]);
    expect([...rawLines(bytes, 4)]).toEqual([0x12, 0x34, 0xff, 0xee]);
  });

  it('writes red, green and blue interleaved', () => {
    const bytes = encodePng({ columns: 1, rows: 2, samples: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    expect([...chunk(bytes, 'IHDR')]).toEqual([0, 0, 0, 1, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
    expect([...rawLines(bytes, 3)]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('keeps palette indices as values and files their colours', () => {
    const bytes = encodePng({
      columns: 3,
      rows: 1,
      samples: 1,
      data: Uint8Array.of(0, 2, 1),
      palette: [
        [0, 0, 0],
        [255, 0, 16],
        [1, 2, 3],
      ],
    });
    expect(chunk(bytes, 'IHDR')[9]).toBe(3);
    expect([...chunk(bytes, 'PLTE')]).toEqual([0, 0, 0, 255, 0, 16, 1, 2, 3]);
    expect([...rawLines(bytes, 3)]).toEqual([0, 2, 1]);
  });

  it('refuses arrays that do not fit the size', () => {
    expect(() => encodePng({ columns: 2, rows: 2, samples: 1, data: new Uint8Array(3) })).toThrow(RangeError);
    expect(() => encodePng({ columns: 1, rows: 1, samples: 3, data: new Uint8Array(1) })).toThrow(RangeError);
  });

  it('refuses a palette for 16-bit values and one of more than 256 colours', () => {
    const palette = Array.from({ length: 257 }, () => [0, 0, 0] as const);
    expect(() =>
      encodePng({ columns: 1, rows: 1, samples: 1, data: new Uint16Array(1), palette: [[0, 0, 0]] }),
    ).toThrow(RangeError);
    expect(() => encodePng({ columns: 1, rows: 1, samples: 1, data: new Uint8Array(1), palette })).toThrow(
      RangeError,
    );
  });

  it('loses no value of any grey picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.nat(65535)),
        (columns, rows, values) => {
          const data = Uint16Array.from(values.take(columns * rows));
          const raw = rawLines(encodePng({ columns, rows, samples: 1, data }), 2 * columns);
          const read = Array.from(data, (_, n) => (raw[2 * n] ?? 0) * 256 + (raw[2 * n + 1] ?? 0));
          expect(read).toEqual([...data]);
        },
      ),
    );
  });
});
