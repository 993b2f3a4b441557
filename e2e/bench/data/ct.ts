import { gzipSync } from 'node:zlib';
import { writeNifti } from '../../../src/formats/nifti/write-nifti.ts';
import { createRandom } from '../../../src/phantom/random.ts';
import { dicom, imageAttributes } from '../../support/dicom.ts';

const SIZE = 512;
const SLICE = SIZE * SIZE;
/** Millimetres between pixels and between slices. */
const PIXEL = 0.7;
const STEP = 1.5;

/** Deviation of a chest CT's noise in HU. */
const NOISE = 22;
const NOISE_SAMPLES = 2 ** 20;

/** HU without noise at a place of the slice, from −1 to 1: a body with two lungs in air. */
function hounsfield(x: number, y: number): number {
  if ((x / 0.86) ** 2 + (y / 0.62) ** 2 > 1) return -1_000;
  const inLung = ((Math.abs(x) - 0.4) / 0.26) ** 2 + (y / 0.42) ** 2 < 1;
  return inLung ? -860 : 45;
}

/** Voxels in HU, slice by slice from head to feet. */
export function makeCt(slices: number): Int16Array<ArrayBuffer> {
  const random = createRandom('bench', 'ct');
  const noise = Float32Array.from({ length: NOISE_SAMPLES }, () => NOISE * random.normal());
  const anatomy = Float32Array.from({ length: SLICE }, (_, at) =>
    hounsfield((2 * (at % SIZE)) / SIZE - 1, (2 * Math.floor(at / SIZE)) / SIZE - 1),
  );
  const voxels = new Int16Array(slices * SLICE);
  for (let slice = 0; slice < slices; slice++) {
    // Another part of the noise for every slice, since no two are alike.
    const from = random.integer(0, NOISE_SAMPLES - SLICE);
    for (let at = 0; at < SLICE; at++)
      voxels[slice * SLICE + at] = (anatomy[at] ?? 0) + (noise[from + at] ?? 0);
  }
  return voxels;
}

/** The usual storage: columns to the left, rows to the back, slices to the feet, gzipped. */
export function ctNifti(voxels: Int16Array<ArrayBuffer>): Buffer {
  const half = (PIXEL * SIZE) / 2;
  const volume = writeNifti({
    dimensions: [SIZE, SIZE, voxels.length / SLICE],
    data: voxels,
    affine: [
      [-PIXEL, 0, 0, half],
      [0, -PIXEL, 0, half],
      [0, 0, -STEP, 0],
    ],
  });
  return gzipSync(volume);
}

/** The same voxels as one DICOM file per slice, one after another. */
export function* ctDicoms(voxels: Int16Array<ArrayBuffer>): Generator<Buffer> {
  for (let slice = 0; slice * SLICE < voxels.length; slice++) {
    const half = (-PIXEL * SIZE) / 2;
    yield dicom({
      ...imageAttributes(SIZE, SIZE, 16, true),
      '00080018': ['UI', `2.25.1.${slice + 1}`],
      '00080060': ['CS', 'CT'],
      '0020000E': ['UI', '2.25.1'],
      '00200013': ['IS', String(slice + 1)],
      '00200032': ['DS', `${half}\\${half}\\${-STEP * slice}`],
      '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
      '00280004': ['CS', 'MONOCHROME2'],
      '00280030': ['DS', `${PIXEL}\\${PIXEL}`],
      '00281050': ['DS', '-600'],
      '00281051': ['DS', '1500'],
      '00281052': ['DS', '0'],
      '00281053': ['DS', '1'],
      '7FE00010': ['OW', Buffer.from(voxels.buffer, 2 * slice * SLICE, 2 * SLICE)],
    });
  }
}
