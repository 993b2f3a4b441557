import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import { decodeLabelMapNifti } from './label-map-nifti.ts';

const signal = new AbortController().signal;
type Row = readonly [number, number, number, number];

interface Header {
  readonly dimensions: readonly [number, number, number];
  /** nifti1.h: 2 is 8-bit unsigned, 4 is 16-bit signed, 16 is 32-bit floating point. */
  readonly datatype?: 2 | 4 | 16;
  readonly slope?: number;
  readonly sform?: readonly [Row, Row, Row];
}

/** A NIfTI-1 file written by hand after nifti1.h. */
function nifti(voxels: readonly number[], { dimensions, datatype = 2, slope = 0, sform }: Header) {
  const width = { 2: 1, 4: 2, 16: 4 }[datatype];
  const bytes = new Uint8Array(352 + voxels.length * width);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 348, true);
  [3, ...dimensions, 1, 1, 1, 1].forEach((size, at) => view.setInt16(40 + 2 * at, size, true));
  view.setInt16(70, datatype, true);
  view.setInt16(72, 8 * width, true);
  [1, 1, 1, 1].forEach((size, at) => view.setFloat32(76 + 4 * at, size, true));
  view.setFloat32(108, 352, true);
  view.setFloat32(112, slope, true);
  if (sform) view.setInt16(254, 1, true);
  sform?.flat().forEach((value, at) => view.setFloat32(280 + 4 * at, value, true));
  bytes.set([0x6e, 0x2b, 0x31], 344);
  voxels.forEach((voxel, at) => {
    if (datatype === 2) view.setUint8(352 + at, voxel);
    else if (datatype === 4) view.setInt16(352 + 2 * at, voxel, true);
    else view.setFloat32(352 + 4 * at, voxel, true);
  });
  return bytes;
}

/** As ITK writes a picture: columns to the patient's left, rows to the back, both in LPS. */
const PICTURE = [
  [-1, 0, 0, 0],
  [0, -1, 0, 0],
  [0, 0, 1, 0],
] as const;

async function slicesOf(bytes: Uint8Array<ArrayBuffer>): Promise<number[][]> {
  const mask = await decodeLabelMapNifti(bytes, signal);
  return [...mask.planes()].map(({ map }) => [...map.data]);
}

describe('decodeLabelMapNifti', () => {
  it('keeps the rows of a picture whose header says that they run down', async () => {
    const bytes = nifti([0, 1, 2, 3, 0, 5], { dimensions: [3, 2, 1], sform: PICTURE });
    expect(await slicesOf(bytes)).toEqual([[0, 1, 2, 3, 0, 5]]);
  });

  it('hangs a file without orientation as an image without it: its first row at the bottom', async () => {
    expect(await slicesOf(nifti([0, 1, 2, 3, 0, 5], { dimensions: [3, 2, 1] }))).toEqual([
      [3, 0, 5, 0, 1, 2],
    ]);
  });

  it('shows slices from the head down', async () => {
    const bytes = nifti([1, 0, 0, 2, 3, 3], { dimensions: [2, 1, 3], sform: PICTURE });
    expect(await slicesOf(bytes)).toEqual([
      [3, 3],
      [0, 2],
      [1, 0],
    ]);
  });

  it('takes whole numbers of any type for labels, after the slope', async () => {
    const shape = { dimensions: [2, 1, 1], sform: PICTURE } as const;
    expect(await slicesOf(nifti([0, 300], { ...shape, datatype: 4 }))).toEqual([[0, 300]]);
    expect(await slicesOf(nifti([0, 2], { ...shape, datatype: 16 }))).toEqual([[0, 2]]);
    expect(await slicesOf(nifti([0, 3], { ...shape, slope: 2 }))).toEqual([[0, 6]]);
  });

  it('refuses what is no label', async () => {
    const shape = { dimensions: [2, 1, 1], sform: PICTURE, datatype: 16 } as const;
    for (const value of [-1, 0.5, 70_000, Number.NaN])
      await expect(decodeLabelMapNifti(nifti([0, value], shape), signal)).rejects.toThrow('not-labels');
  });

  it('allocates nothing for dimensions that the file cannot hold', async () => {
    const bytes = nifti([1, 2], { dimensions: [30_000, 30_000, 30_000] });
    await expect(decodeLabelMapNifti(bytes, signal)).rejects.toThrow(MidscopeError);
  });

  it('either decodes or throws an error with a code, whatever the bytes are', async () => {
    const good = nifti([0, 1, 2, 3, 0, 5], { dimensions: [3, 2, 1], sform: PICTURE });
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const bytes = good.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const outcome = await decodeLabelMapNifti(bytes, signal).catch((thrown: unknown) => thrown);
        expect(outcome instanceof Error ? outcome : undefined).toSatisfy(
          (error) => error === undefined || error instanceof MidscopeError,
        );
      }),
    );
  });
});
