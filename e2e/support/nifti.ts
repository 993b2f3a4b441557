import { gzipSync } from 'node:zlib';

/** A NIfTI-1 file, written by hand after nifti1.h. */
export interface NiftiImage {
  readonly dimensions: readonly [number, number, number];
  /** First axis fastest. */
  readonly voxels: ArrayLike<number>;
  /** Rows of the matrix from voxel index to RAS mm. */
  readonly sform: readonly [Row, Row, Row];
  /** 16-bit signed integers unless it is said. */
  readonly type?: 'int16' | 'float32';
  /** Volumes that the voxels are of; 1 unless it is said. */
  readonly volumes?: number;
}

type Row = readonly [number, number, number, number];

export function niftiGz({ dimensions, voxels, sform, type = 'int16', volumes = 1 }: NiftiImage): Buffer {
  const header = Buffer.alloc(352);
  header.writeInt32LE(348, 0);
  const isReal = type === 'float32';
  [volumes > 1 ? 4 : 3, ...dimensions, volumes, 1, 1, 1].forEach((size, at) =>
    header.writeInt16LE(size, 40 + 2 * at),
  );
  header.writeInt16LE(isReal ? 16 : 4, 70);
  header.writeInt16LE(isReal ? 32 : 16, 72);
  [1, 1, 1, 1].forEach((size, at) => header.writeFloatLE(size, 76 + 4 * at));
  header.writeFloatLE(352, 108);
  header.writeInt16LE(1, 254);
  sform.flat().forEach((value, at) => header.writeFloatLE(value, 280 + 4 * at));
  header.write('n+1\0', 344, 'latin1');
  const data = isReal ? Float32Array.from(voxels) : Int16Array.from(voxels);
  return gzipSync(Buffer.concat([header, new Uint8Array(data.buffer)]), { level: 1 });
}
