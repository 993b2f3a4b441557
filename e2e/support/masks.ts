import type { Files } from './app.ts';
import { BIMCV, filmMask } from './bimcv.ts';
import { niftiGz } from './nifti.ts';

const SIDE = 512;
const FOLDER = 'derivatives/segmentations/sub-S03999/ses-E07001';
const STEM = 'sub-S03999_ses-E07001_run-1_bp-chest_vp-pa_dx';

/** The BIMCV folder without the mask it has. */
export const MASKLESS: Files = Object.fromEntries(
  Object.entries(BIMCV).filter(([path]) => !path.includes('_dseg')),
);

/** The squares of {@link filmMask} as ITK writes a picture: i to the patient's left, j to the back, in RAS. */
export function filmMaskNifti(side = SIDE): Files {
  const voxels = new Int16Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      if (row >= 64 && row < 128 && column >= 64 && column < 128) voxels[row * side + column] = 1;
      if (row >= 384 && row < 448 && column >= 256 && column < 320) voxels[row * side + column] = 2;
    }
  const sform = [
    [-1, 0, 0, 0],
    [0, -1, 0, 0],
    [0, 0, 1, 0],
  ] as const;
  return {
    [`${FOLDER}/${STEM}_dseg.nii.gz`]: niftiGz({ dimensions: [side, side, 1], voxels, sform }),
    [`${FOLDER}/${STEM}_dseg.json`]: '{"1": "consolidation", "2": "ground glass pattern"}',
  };
}

/** The same squares as polygons, beside the image; the second has a hole of 16 × 16 pixels by crossing itself. */
export function filmMaskCoco(width = SIDE): Files {
  const coco = {
    images: [{ id: 5, file_name: `${STEM}.png`, width, height: SIDE }],
    categories: [
      { id: 1, name: 'consolidation' },
      { id: 2, name: 'ground glass pattern' },
    ],
    annotations: [
      { id: 1, image_id: 5, category_id: 1, segmentation: [[64, 64, 128, 64, 128, 128, 64, 128]] },
      {
        id: 2,
        image_id: 5,
        category_id: 2,
        segmentation: [
          [
            256, 384, 320, 384, 320, 448, 256, 448, 256, 384, 280, 408, 296, 408, 296, 424, 280, 424, 280,
            408,
          ],
        ],
      },
    ],
  };
  return { [`sub-S03999/ses-E07001/mod-rx/${STEM}_coco.json`]: JSON.stringify(coco) };
}

export const filmMaskPng = (side = SIDE): Files => ({
  [`${FOLDER}/${STEM}_dseg.png`]: filmMask(side),
  [`${FOLDER}/${STEM}_dseg.tsv`]: 'index\tname\n1\tconsolidation\n2\tground glass pattern\n',
});
