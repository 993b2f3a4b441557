import { dicom, imageAttributes, pixelData } from './dicom.ts';
import type { Files } from './app.ts';
import { filmMask } from './bimcv.ts';
import { film, filmStem } from './cases.ts';
import { filmDicom, filmPng } from './films.ts';
import { niftiGz } from './nifti.ts';

const SIDE = 128;
const SLICES = 12;

/** A cube of values that no two slices share. */
const VOXELS = Int16Array.from({ length: SIDE * SIDE * SLICES }, (_, at) => ((at * 7) % 2_000) - 1_000);

const VOLUME = niftiGz({
  dimensions: [SIDE, SIDE, SLICES],
  voxels: VOXELS,
  sform: [
    [-1, 0, 0, 64],
    [0, -1, 0, 64],
    [0, 0, 2, 0],
  ],
});

const SERIES: readonly Buffer[] = Array.from({ length: SLICES }, (_, slice) =>
  dicom({
    ...imageAttributes(SIDE, SIDE, 16, true),
    '00080060': ['CS', 'CT'],
    '0020000E': ['UI', '2.25.7'],
    '00200013': ['IS', String(slice + 1)],
    '00200032': ['DS', `-64\\-64\\${-2 * slice}`],
    '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
    '00280004': ['CS', 'MONOCHROME2'],
    '7FE00010': ['OW', pixelData(VOXELS.subarray(slice * SIDE * SIDE, (slice + 1) * SIDE * SIDE))],
  }),
);

const FILM_PNG = filmPng();
const FILM_DICOM = filmDicom({});
const MASK = filmMask(512);

/** Sessions of as many kinds come in turn. */
export const KINDS = 5;

/**
 * One session: two PNG films with a mask, a DICOM film, a CT in one NIfTI, a CT as a DICOM file per slice, or a film
 * beside a CT.
 */
function session(subject: string, kind: number): Files {
  const stem = filmStem(subject, 'ses-1', 1, 'pa');
  const ct = `${subject}/ses-1/mod-rx/${subject}_ses-1_run-1`;
  switch (kind) {
    case 0:
      return {
        ...film(stem, FILM_PNG),
        ...film(filmStem(subject, 'ses-1', 2, 'll'), FILM_PNG),
        [`derivatives/masks/${subject}/ses-1/${stem.split('/').pop()}_dseg.png`]: MASK,
      };
    case 1:
      return { [`${stem}.dcm`]: FILM_DICOM };
    case 2:
      return { [`${ct}_bp-chest_ct.nii.gz`]: VOLUME };
    case 3:
      return Object.fromEntries(
        SERIES.map((slice, at) => [`${ct}_chunk-${at + 1}_bp-chest_ct.dcm`, slice] as const),
      );
    default:
      return { ...film(stem, FILM_PNG), [`${ct}_bp-chest_ct.nii.gz`]: VOLUME };
  }
}

/** A dataset of so many sessions of every kind in turn, each of its own subject. */
export const soakTree = (sessions: number): Files =>
  Object.assign(
    {},
    ...Array.from({ length: sessions }, (_, at) =>
      session(`sub-${String(at + 1).padStart(4, '0')}`, at % KINDS),
    ),
  ) as Files;
