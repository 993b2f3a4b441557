import { gzipSync } from 'node:zlib';

/** A NIfTI-1 file of 16-bit signed voxels, written by hand after nifti1.h. */
export interface NiftiImage {
  readonly dimensions: readonly [number, number, number];
  /** First axis fastest. */
  readonly voxels: ArrayLike<number>;
  /** Rows of the matrix from voxel index to RAS mm. */
  readonly sform: readonly [Row, Row, Row];
}

type Row = readonly [number, number, number, number];

export function niftiGz({ dimensions, voxels, sform }: NiftiImage): Buffer {
  const header = Buffer.alloc(352);
  header.writeInt32LE(348, 0);
  [3, ...dimensions, 1, 1, 1, 1].forEach((size, at) => header.writeInt16LE(size, 40 + 2 * at));
  header.writeInt16LE(4, 70);
  header.writeInt16LE(16, 72);
  [1, 1, 1, 1].forEach((size, at) => header.writeFloatLE(size, 76 + 4 * at));
  header.writeFloatLE(352, 108);
  header.writeInt16LE(1, 254);
  sform.flat().forEach((value, at) => header.writeFloatLE(value, 280 + 4 * at));
  header.write('n+1\0', 344, 'latin1');
  const data = Buffer.alloc(2 * voxels.length);
  for (let at = 0; at < voxels.length; at++) data.writeInt16LE(voxels[at] ?? 0, 2 * at);
  return gzipSync(Buffer.concat([header, data]));
}
