import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gzipStored, writeNifti } from './write-nifti.ts';

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

describe('writeNifti', () => {
  const volume = writeNifti({
    dimensions: [2, 3, 1],
    data: Int16Array.of(-1024, 0, 1, 2, 300, 3071),
    affine: [
      [-0.5, 0, 0, 10],
      [0, -0.5, 0, 20],
      [0, 0, 3, -30],
    ],
    description: 'a test',
  });
  const view = viewOf(volume);

  it('fills the header fields of NIfTI-1 at their offsets', () => {
    expect(view.getInt32(0, true)).toBe(348); // sizeof_hdr
    expect([40, 42, 44, 46, 48].map((at) => view.getInt16(at, true))).toEqual([3, 2, 3, 1, 1]); // dim
    expect(view.getInt16(70, true)).toBe(4); // datatype: int16
    expect(view.getInt16(72, true)).toBe(16); // bitpix
    expect([80, 84, 88].map((at) => view.getFloat32(at, true))).toEqual([0.5, 0.5, 3]); // pixdim
    expect(view.getFloat32(108, true)).toBe(352); // vox_offset
    expect([112, 116].map((at) => view.getFloat32(at, true))).toEqual([1, 0]); // scl_slope, scl_inter
    expect(view.getUint8(123)).toBe(2); // xyzt_units: mm
    expect([252, 254].map((at) => view.getInt16(at, true))).toEqual([0, 1]); // qform_code, sform_code
    expect(String.fromCharCode(...volume.subarray(344, 348))).toBe('n+1\0');
    expect(String.fromCharCode(...volume.subarray(148, 155))).toBe('a test\0');
  });

  it('files the affine as the three srow fields', () => {
    const rows = Array.from({ length: 12 }, (_, n) => view.getFloat32(280 + 4 * n, true));
    expect(rows).toEqual([-0.5, 0, 0, 10, 0, -0.5, 0, 20, 0, 0, 3, -30]);
  });

  it('puts the voxels behind the header, least significant byte first', () => {
    const values = Array.from({ length: 6 }, (_, n) => view.getInt16(352 + 2 * n, true));
    expect(values).toEqual([-1024, 0, 1, 2, 300, 3071]);
    expect(volume.length).toBe(352 + 12);
  });

  it.each([
    ['uint8', Uint8Array.of(7), 2, 8],
    ['uint16', Uint16Array.of(7), 512, 16],
    ['float32', Float32Array.of(7), 16, 32],
  ] as const)('names the data type %s by its code', (_, data, code, bits) => {
    const affine = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ] as const;
    const other = viewOf(writeNifti({ dimensions: [1, 1, 1], data, affine }));
    expect([other.getInt16(70, true), other.getInt16(72, true)]).toEqual([code, bits]);
  });

  it('refuses voxels that do not fit the dimensions', () => {
    const affine = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ] as const;
    expect(() => writeNifti({ dimensions: [2, 2, 2], data: new Uint8Array(7), affine })).toThrow(RangeError);
  });
});

describe('gzipStored', () => {
  it('is read back by zlib, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(new Uint8Array(gunzipSync(gzipStored(bytes)))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('divides what is longer than a block', () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, n) => (n * 7) & 255);
    expect(Buffer.compare(gunzipSync(gzipStored(bytes)), bytes)).toBe(0);
  });
});
