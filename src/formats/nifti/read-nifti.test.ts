import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import { decodeNifti, decodeNiftiSlices, type NiftiVolume, peekNiftiHeader } from './read-nifti.ts';

const signal = new AbortController().signal;

type Write = (view: DataView, at: number, value: number, littleEndian: boolean) => void;

/** Type code, bytes, and how DataView writes it. */
const TYPES: readonly (readonly [string, number, number, Write])[] = [
  ['uint8', 2, 1, (view, at, value) => view.setUint8(at, value)],
  ['int8', 256, 1, (view, at, value) => view.setInt8(at, value)],
  ['int16', 4, 2, (view, at, value, le) => view.setInt16(at, value, le)],
  ['uint16', 512, 2, (view, at, value, le) => view.setUint16(at, value, le)],
  ['int32', 8, 4, (view, at, value, le) => view.setInt32(at, value, le)],
  ['uint32', 768, 4, (view, at, value, le) => view.setUint32(at, value, le)],
  ['float32', 16, 4, (view, at, value, le) => view.setFloat32(at, value, le)],
  ['float64', 64, 8, (view, at, value, le) => view.setFloat64(at, value, le)],
  ['int64', 1024, 8, (view, at, value, le) => view.setBigInt64(at, BigInt(value), le)],
  ['uint64', 1280, 8, (view, at, value, le) => view.setBigUint64(at, BigInt(value), le)],
];

const VALUES: Readonly<Record<string, readonly number[]>> = {
  uint8: [0, 1, 127, 128, 254, 255],
  int8: [-128, -1, 0, 1, 100, 127],
  int16: [-32768, -1024, -1, 0, 3071, 32767],
  uint16: [0, 1, 255, 256, 32768, 65535],
  int32: [-2147483648, -1, 0, 1, 65536, 2147483647],
  uint32: [0, 1, 256, 65536, 2147483648, 4294967295],
  float32: [-1.5, 0, 0.25, 1, 1e10, -3071.5],
  float64: [-1.5, 0, 0.1, 1, 1e300, Math.PI],
  int64: [-9007199254740991, -1, 0, 1, 4294967296, 9007199254740991],
  uint64: [0, 1, 255, 4294967295, 4294967296, 9007199254740991],
};

interface Shape {
  readonly dim?: readonly number[];
  readonly datatype: number;
  readonly offset?: number;
  readonly littleEndian?: boolean;
}

/** A NIfTI-1 file after the offsets of nifti1.h. */
function file(shape: Shape, voxels: Uint8Array): Uint8Array<ArrayBuffer> {
  const { dim = [3, 3, 2, 1], datatype, offset = 352, littleEndian = true } = shape;
  const bytes = new Uint8Array(offset + voxels.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 348, littleEndian);
  dim.forEach((value, at) => view.setInt16(40 + 2 * at, value, littleEndian));
  view.setInt16(70, datatype, littleEndian);
  [1, 1, 1, 1].forEach((value, at) => view.setFloat32(76 + 4 * at, value, littleEndian));
  view.setFloat32(108, offset, littleEndian);
  view.setFloat32(112, 2, littleEndian);
  view.setFloat32(116, -1024, littleEndian);
  bytes.set([0x6e, 0x2b, 0x31], 344);
  bytes.set(voxels, offset);
  return bytes;
}

function voxelsOf(values: readonly number[], size: number, write: Write, littleEndian = true): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * size));
  values.forEach((value, at) => write(view, at * size, value, littleEndian));
  return new Uint8Array(view.buffer);
}

const gzip = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));
const ramp = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 37) & 255);

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (thrown: unknown) => (thrown instanceof MidscopeError ? thrown.code : String(thrown)),
  );

describe('decodeNifti', () => {
  it.each(TYPES)(
    'keeps %s values as stored, in both byte orders, gzipped or not',
    async (name, datatype, size, write) => {
      const values = VALUES[name] ?? [];
      for (const littleEndian of [true, false]) {
        const bytes = file({ datatype, littleEndian }, voxelsOf(values, size, write, littleEndian));
        for (const input of [bytes, gzip(bytes)]) {
          const { header, volume } = await decodeNifti(input, signal);
          expect([...volume.data]).toEqual(values);
          expect(header).toMatchObject({ littleEndian, datatype });
          expect(volume).toMatchObject({ kind: 'grey', dimensions: [3, 2, 1], slope: 2, intercept: -1024 });
        }
      }
    },
  );

  it('keeps RGB interleaved and leaves alpha out', async () => {
    const rgb = await decodeNifti(
      file({ dim: [2, 2, 1], datatype: 128 }, Uint8Array.of(1, 2, 3, 4, 5, 6)),
      signal,
    );
    expect(rgb.volume).toMatchObject({ kind: 'rgb', data: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    const voxels = Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 0);
    const rgba = await decodeNifti(
      file({ dim: [2, 2, 1], datatype: 2304, littleEndian: false }, voxels),
      signal,
    );
    expect(rgba.volume).toMatchObject({ kind: 'rgb', data: Uint8Array.of(1, 2, 3, 4, 5, 6) });
  });

  it('skips header extensions', async () => {
    const bytes = file({ datatype: 2, offset: 13168 }, Uint8Array.of(1, 2, 3, 4, 5, 6)).fill(9, 352, 13168);
    for (const input of [bytes, gzip(bytes)])
      expect([...(await decodeNifti(input, signal)).volume.data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('inflates a volume of many chunks', async () => {
    const voxels = ramp(120 * 110 * 50);
    const { volume } = await decodeNifti(gzip(file({ dim: [3, 120, 110, 50], datatype: 2 }, voxels)), signal);
    expect(Buffer.compare(new Uint8Array(volume.data.buffer), voxels)).toBe(0);
  });

  it('reads the first volume of several, even when a later one is cut off', async () => {
    const bytes = file({ dim: [5, 100, 100, 10, 4, 2], datatype: 2 }, ramp(800_000));
    const cut = gzip(bytes).subarray(0, gzip(bytes).length / 2);
    for (const input of [bytes, gzip(bytes), bytes.slice(0, 100_400), cut]) {
      const { volume } = await decodeNifti(input, signal);
      expect(volume).toMatchObject({ dimensions: [100, 100, 10], volumesLeftOut: 7 });
      expect(Buffer.compare(new Uint8Array(volume.data.buffer), ramp(100_000))).toBe(0);
    }
  });

  it('does not change the bytes it was given', async () => {
    const bytes = file({ datatype: 4, littleEndian: false }, ramp(12));
    const before = bytes.slice();
    await decodeNifti(bytes, signal);
    expect(bytes).toEqual(before);
  });

  const whole = file({ dim: [3, 50, 40, 1], datatype: 2 }, ramp(2000));

  it('calls missing voxels truncated, in the file or in the stream', async () => {
    expect(await codeOf(decodeNifti(whole.slice(0, -1), signal))).toBe('IMAGE_TRUNCATED');
    expect(await codeOf(decodeNifti(gzip(whole.slice(0, -1)), signal))).toBe('IMAGE_TRUNCATED');
    expect(await codeOf(decodeNifti(gzip(whole).slice(0, -9), signal))).toBe('IMAGE_TRUNCATED');
    expect(await codeOf(decodeNifti(gzip(whole.slice(0, 100)), signal))).toBe('IMAGE_TRUNCATED');
    expect(await codeOf(decodeNifti(gzip(whole).slice(0, 2), signal))).toBe('IMAGE_TRUNCATED');
  });

  it('refuses sizes that the file cannot hold before it allocates them', async () => {
    const lying = file({ dim: [3, 32767, 32767, 2], datatype: 2 }, ramp(20));
    expect(await codeOf(decodeNifti(lying, signal))).toBe('IMAGE_TRUNCATED');
    expect(await codeOf(decodeNifti(gzip(lying), signal))).toBe('IMAGE_TRUNCATED');
    expect(
      await codeOf(decodeNifti(file({ dim: [3, 32767, 32767, 3], datatype: 2 }, ramp(20)), signal)),
    ).toBe('IMAGE_TOO_LARGE');
    expect(await codeOf(decodeNifti(whole, signal, { limit: 2000 }))).toBe('none');
    expect(await codeOf(decodeNifti(whole, signal, { limit: 1999 }))).toBe('IMAGE_TOO_LARGE');
  });

  it('catches a wrong checksum', async () => {
    const bytes = gzip(whole);
    bytes[bytes.length - 6] = (bytes.at(-6) ?? 0) ^ 1;
    expect(await codeOf(decodeNifti(bytes, signal))).toBe('IMAGE_UNDECODABLE');
  });

  it.each([
    [0, '0'],
    [1, 'BINARY'],
    [32, 'COMPLEX64'],
    [1536, 'FLOAT128'],
    [1792, 'COMPLEX128'],
    [2048, 'COMPLEX256'],
    [7, '7'],
  ])('refuses voxel type %i, which is no picture, by its name', async (datatype, detail) => {
    await expect(decodeNifti(file({ datatype }, ramp(200)), signal)).rejects.toMatchObject({
      issue: { code: 'IMAGE_UNDECODABLE', facts: { reason: 'voxel-type', detail } },
    });
  });

  it.each([
    ['int64', 1024, 9007199254740992n, false],
    ['int64', 1024, 9007199254740993n, true],
    ['int64', 1024, -9007199254740993n, true],
    ['int64', 1024, 9007199254740994n, false],
    ['uint64', 1280, 18446744073709551615n, true],
  ])('says whether %s (type %i) %s had to be rounded', async (_, datatype, value, rounded) => {
    for (const littleEndian of [true, false]) {
      const voxels = new DataView(new ArrayBuffer(16));
      voxels.setBigUint64(8, BigInt.asUintN(64, value), littleEndian);
      const bytes = file({ dim: [1, 2], datatype, littleEndian }, new Uint8Array(voxels.buffer));
      const { volume } = await decodeNifti(bytes, signal);
      expect(volume.rounded).toBe(rounded);
      expect([...volume.data]).toEqual([0, Number(value)]);
    }
  });

  it('takes voxels from an odd offset', async () => {
    const voxels = voxelsOf([1, -2, 3, -4, 5, -6], 4, (view, at, value, le) =>
      view.setFloat32(at, value, le),
    );
    const bytes = file({ datatype: 16, offset: 355 }, voxels);
    for (const input of [bytes, gzip(bytes)])
      expect([...(await decodeNifti(input, signal)).volume.data]).toEqual([1, -2, 3, -4, 5, -6]);
  });

  it('believes the type before the bits per voxel', async () => {
    const bytes = file({ datatype: 2 }, Uint8Array.of(1, 2, 3, 4, 5, 6));
    new DataView(bytes.buffer).setInt16(72, 64, true);
    expect([...(await decodeNifti(bytes, signal)).volume.data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('inflates a file of several gzip members, however they divide it', async () => {
    const bytes = file({ dim: [3, 50, 40, 1], datatype: 2 }, ramp(2000));
    for (const size of [100, 352, 1000, 2351]) {
      const parts: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) parts.push(gzip(bytes.subarray(at, at + size)));
      // bgzip ends its files with a member that is empty.
      const input = new Uint8Array(Buffer.concat([...parts, gzip(new Uint8Array(0))]));
      const { volume } = await decodeNifti(input, signal);
      expect(Buffer.compare(new Uint8Array(volume.data.buffer), ramp(2000))).toBe(0);
      expect(await codeOf(decodeNifti(input.slice(0, -30), signal))).toBe('IMAGE_TRUNCATED');
    }
  });

  it('tells an empty file and another format apart', async () => {
    expect(await codeOf(decodeNifti(new Uint8Array(0), signal))).toBe('FILE_EMPTY');
    expect(await codeOf(decodeNifti(gzip(new TextEncoder().encode('x'.repeat(999))), signal))).toBe(
      'NIFTI_INVALID',
    );
  });

  it('rejects with an AbortError once aborted', async () => {
    for (const input of [whole, gzip(whole)])
      await expect(decodeNifti(input, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('decodeNiftiSlices', () => {
  it.each([
    ['all', undefined],
    ['some', { from: 3, to: 17 }],
  ])('hands over %s slices one by one, as they are in the whole', async (_, slices) => {
    const bytes = file({ dim: [3, 70, 60, 20], datatype: 4, littleEndian: false }, ramp(70 * 60 * 20 * 2));
    for (const input of [bytes, gzip(bytes)]) {
      const options = slices ? { slices } : {};
      const { volume } = await decodeNifti(input, signal, options);
      const found: NiftiVolume[] = [];
      await decodeNiftiSlices(input, signal, options, (slice) => found.push(slice));
      expect(found.map(({ firstSlice }) => firstSlice)).toEqual(
        Array.from({ length: volume.dimensions[2] }, (__, at) => volume.firstSlice + at),
      );
      expect(found.every(({ dimensions }) => dimensions[2] === 1)).toBe(true);
      expect(found.flatMap(({ data }) => [...data])).toEqual([...volume.data]);
    }
  });
});

describe('peekNiftiHeader', () => {
  it('needs only the beginning of the file, gzipped or not', async () => {
    const bytes = file({ dim: [3, 100, 100, 10], datatype: 4 }, ramp(200_000));
    for (const head of [bytes.slice(0, 540), gzip(bytes).slice(0, 1000)])
      expect((await peekNiftiHeader(head, signal)).dimensions).toEqual([100, 100, 10]);
  });
});
