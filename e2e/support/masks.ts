import type { Files } from './app.ts';
import { BIMCV, filmMask } from './bimcv.ts';
import { dicom, imageAttributes, pixelData } from './dicom.ts';
import { filmPng, sidecar } from './films.ts';
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

const film = (subject: number): string =>
  `sub-${subject}/ses-1/mod-rx/sub-${subject}_ses-1_run-1_bp-chest_vp-pa_dx`;

/** Corners of a square of 64 pixels. */
const square = (x: number, y: number): readonly number[] => [x, y, x + 64, y, x + 64, y + 64, x, y + 64];

/**
 * Three sessions of one film, and one file of masks for the films of the first two. The first film has a square in
 * columns 64–127 and rows 64–127, and a run of 64 columns and 32 rows from column 320 and row 128 on; the second, named
 * without folders, a square in columns 256–319 and rows 384–447 and is filed with half of its columns when so asked.
 * Also named are an image of another dataset, with a mask, and the third film, without.
 */
export function sharedCoco(width = SIDE): Files {
  const names = [`${film(1)}.png`, `${film(2)}.png`.split('/').pop(), 'elsewhere.png', `${film(3)}.png`];
  // Column by column: all above and left of the run, then 64 columns of 32 rows each.
  const counts = [320 * SIDE + 128, ...Array.from({ length: 63 }, () => [32, SIDE - 32]).flat(), 32];
  const coco = {
    info: { description: 'Masks of the whole dataset' },
    categories: [
      { id: 1, name: 'consolidation' },
      { id: 2, name: 'ground glass pattern' },
    ],
    images: names.map((name, at) => ({
      id: at + 10,
      file_name: name,
      width: at === 1 ? width : SIDE,
      height: SIDE,
    })),
    annotations: [
      { id: 1, image_id: 11, category_id: 2, segmentation: [square(256, 384)], iscrowd: 0 },
      { id: 2, image_id: 10, category_id: 1, segmentation: [square(64, 64)], iscrowd: 0 },
      { id: 3, image_id: 12, category_id: 1, segmentation: [square(400, 400)], iscrowd: 0 },
      { id: 4, image_id: 10, category_id: 2, segmentation: { counts, size: [SIDE, SIDE] }, iscrowd: 1 },
    ],
  };
  const films = [1, 2, 3].flatMap((subject) => [
    [`${film(subject)}.png`, filmPng()] as const,
    [
      `${film(subject)}.json`,
      sidecar({ '00080060': ['CS', 'DX'], '00181164': ['DS', 0.139, 0.139] }),
    ] as const,
  ]);
  return {
    ...Object.fromEntries(films),
    'derivatives/segmentations/annotations.json': JSON.stringify(coco),
  };
}

const sliceOf = (slice: number): string => `sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_bp-chest_chunk-${slice}_ct`;

/** A CT of four slices of 16 × 16 pixels, a file each; from the head, the first has a mask of 20 and the third of 12 pixels. */
export function sharedSlices(): Files {
  const slices = [1, 2, 3, 4].map((slice) => [
    `${sliceOf(slice)}.dcm`,
    dicom({
      ...imageAttributes(16, 16, 16, true),
      '00080060': ['CS', 'CT'],
      '0020000E': ['UI', '2.25.9'],
      '00200013': ['IS', String(slice)],
      '00200032': ['DS', `0\\0\\${-5 * slice}`],
      '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
      '00280030': ['DS', '2\\2'],
      '00281050': ['DS', '40'],
      '00281051': ['DS', '400'],
      '7FE00010': ['OW', pixelData(new Int16Array(256).fill(40))],
    }),
  ]);
  const coco = {
    images: [1, 2, 3, 4].map((id) => ({ id, file_name: `${sliceOf(id)}.dcm`, width: 16, height: 16 })),
    categories: [{ id: 1, name: 'consolidation' }],
    annotations: [
      { id: 1, image_id: 1, category_id: 1, segmentation: [[2, 2, 7, 2, 7, 6, 2, 6]] },
      { id: 2, image_id: 3, category_id: 1, segmentation: [[4, 8, 8, 8, 8, 11, 4, 11]] },
    ],
  };
  return { ...Object.fromEntries(slices), 'annotations/instances_default.json': JSON.stringify(coco) };
}
