import type { Locator, Page } from '@playwright/test';
import type { Files } from './app.ts';
import { dicom, imageAttributes, pixelData } from './dicom.ts';
import { sidecar } from './films.ts';
import { niftiGz } from './nifti.ts';

/**
 * A box of 64 × 48 × 20 voxels, 2 × 2 × 5 mm. In the body, x counts from the right, y from the front, z from the head;
 * in LPS mm a voxel lies at (−63 + 2x, −47 + 2y, 50 − 5z).
 */
export const [NX, NY, NZ] = [64, 48, 20];
export const [DX, DY, DZ] = [2, 2, 5];

/** Every voxel's HU tells its place, but for a block of bone at the right, the back and the head. */
export const huAt = (x: number, y: number, z: number): number =>
  x >= 8 && x < 16 && y >= 30 && y < 38 && z >= 4 && z < 8 ? 900 : -500 + 5 * x + 3 * y + 20 * z;

export const hu = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(value)} HU`;

export const stem = 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-2_bp-chest_ct';

export const SFORM = [
  [-DX, 0, 0, 63],
  [0, DY, 0, -47],
  [0, 0, DZ, -45],
] as const;

/** Stored from the back and the feet, as converters do: i to the left, j to the front, k to the head. */
export function ctFiles(): Files {
  const voxels = new Int16Array(NX * NY * NZ);
  for (let k = 0; k < NZ; k++)
    for (let j = 0; j < NY; j++)
      for (let i = 0; i < NX; i++) voxels[(k * NY + j) * NX + i] = huAt(i, NY - 1 - j, NZ - 1 - k);
  return {
    [`${stem}.nii.gz`]: niftiGz({ dimensions: [NX, NY, NZ], voxels, sform: SFORM }),
    [`${stem}.json`]: sidecar({
      '00080060': ['CS', 'CT'],
      '00281050': ['DS', 0],
      '00281051': ['DS', 2000],
    }),
  };
}

export const planeOf = (page: Page, plane: string): Locator =>
  page.locator(`[data-testid=viewport][data-plane=${plane}]`);

/** An axial series of so many slices from 40 mm down, in a frame of reference of its own. */
export const axialSeries = (run: number, count: number, step: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const file = dicom({
        ...imageAttributes(16, 16, 16, false),
        '00080060': ['CS', 'CT'],
        '0020000E': ['UI', `2.25.${run}`],
        '00200013': ['IS', String(at + 1)],
        '00200032': ['DS', `-16\\-16\\${40 - step * at}`],
        '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
        '00200052': ['UI', `2.25.${run}0`],
        '00280004': ['CS', 'MONOCHROME2'],
        '00280030': ['DS', '2\\2'],
        '7FE00010': ['OW', pixelData(Array.from({ length: 256 }, (_each, pixel) => pixel))],
      });
      return [`sub-1/ses-1/mim-rx/ct/sub-1_ses-1_run-${run}_bp-chest_chunk-${at + 1}_ct.dcm`, file];
    }),
  );
