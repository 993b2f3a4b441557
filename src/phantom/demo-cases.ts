import type { DatasetPath } from '../domain/brand.ts';

/** Where in the demo a feature or a defect is found. */
export interface DemoCase {
  /** `sub-…` and `ses-…`; only the session when no image is concerned. */
  readonly subject: string;
  readonly session: string;
  /** The files that show it; none for what is in tables only. */
  readonly paths: readonly DatasetPath[];
}

const inSession = (subject: string, session: string, ...names: readonly string[]): DemoCase => ({
  subject: `sub-${subject}`,
  session: `ses-${session}`,
  paths: names.map(
    (name) => `sub-${subject}/ses-${session}/mod-rx/sub-${subject}_ses-${session}_${name}` as DatasetPath,
  ),
});

const masked = (subject: string, session: string, stem: string): DemoCase => ({
  subject: `sub-${subject}`,
  session: `ses-${session}`,
  paths: ['png', 'tsv'].map(
    (ending) =>
      `derivatives/segmentations/sub-${subject}/ses-${session}/sub-${subject}_ses-${session}_${stem}_dseg.${ending}` as DatasetPath,
  ),
});

/** Everything that the demo holds at least once, by name; for tests and for demonstrations. */
export const DEMO_CASES = {
  showcase: inSession(
    'S03027',
    'E05012',
    'run-1_bp-chest_vp-pa_dx.png',
    'run-2_bp-chest_vp-pa_dx.png',
    'run-3_bp-chest_ct.nii.gz',
  ),
  showcaseMask: masked('S03027', 'E05012', 'run-1_bp-chest_vp-pa_dx'),
  png16: inSession('S03158', 'E06101', 'run-1_bp-chest_vp-pa_dx.png', 'run-1_bp-chest_vp-pa_dx.json'),
  png8: inSession('S03275', 'E06511', 'run-1_bp-chest_vp-pa_cr.png', 'run-1_bp-chest_vp-pa_cr.json'),
  largeFilm: inSession('S03548', 'E07340', 'run-1_bp-chest_vp-pa_dx.png'),
  dicomFilm: inSession('S03221', 'E06388', 'run-1_bp-chest_vp-pa_dx.dcm', 'run-2_bp-chest_vp-ll_dx.dcm'),
  monochrome1Png: inSession(
    'S03114',
    'E05987',
    'run-1_bp-chest_vp-pa_cr.png',
    'run-1_bp-chest_vp-pa_cr.json',
  ),
  monochrome1Dicom: inSession(
    'S03590',
    'E07411',
    'run-1_bp-chest_vp-pa_cr.dcm',
    'run-2_bp-chest_vp-ll_cr.dcm',
  ),
  inverseShape: inSession('S03349', 'E06702', 'run-1_bp-chest_vp-pa_dx.png', 'run-1_bp-chest_vp-pa_dx.json'),
  voiLutPng: inSession('S03889', 'E08377', 'run-1_bp-chest_vp-pa_dx.png', 'run-1_bp-chest_vp-pa_dx.json'),
  voiLutDicom: inSession('S03590', 'E07498', 'run-1_bp-chest_vp-pa_dx.dcm'),
  voiLutAndWindow: inSession(
    'S03391',
    'E06920',
    'run-1_bp-chest_vp-pa_dx.png',
    'run-1_bp-chest_vp-pa_dx.json',
  ),
  severalWindows: inSession(
    'S03114',
    'E05911',
    'run-1_bp-chest_vp-pa_dx.png',
    'run-1_bp-chest_vp-pa_dx.json',
  ),
  noWindow: inSession('S03302', 'E06604', 'run-1_bp-chest_vp-pa_dx.png', 'run-1_bp-chest_vp-pa_dx.json'),
  lateral: inSession('S03114', 'E05911', 'run-2_bp-chest_vp-ll_dx.png'),
  lateralNamedFrontal: inSession('S03027', 'E05012', 'run-2_bp-chest_vp-pa_dx.png'),
  viewNotNamed: inSession('S03275', 'E06511', 'run-2_bp-chest_cr.png'),
  sharedSidecar: inSession(
    'S03467',
    'E07204',
    'acq-1_run-1_bp-chest_vp-pa_dx.png',
    'acq-2_run-1_bp-chest_vp-pa_dx.png',
    'acq-1_run-1_bp-chest_vp-pa_dx.json',
  ),
  missingSidecar: inSession('S03467', 'E07231', 'run-1_bp-chest_vp-pa_dx.png'),
  invalidSidecar: inSession('S03503', 'E07277', 'run-1_bp-chest_vp-pa_dx.json'),
  emptyImage: inSession('S03503', 'E07277', 'run-2_bp-chest_vp-ll_dx.png'),
  screenshot: inSession('S03548', 'E07372', 'run-2_bp-chest_vp-pa_dx.png'),
  ctAxial: inSession('S03027', 'E05012', 'run-3_bp-chest_ct.nii.gz', 'run-3_bp-chest_ct.json'),
  ctAlone: inSession('S04062', 'E09188', 'run-1_bp-chest_ct.nii.gz'),
  ctSagittal: inSession('S03420', 'E07133', 'run-1_bp-chest_ct.nii.gz'),
  ctDicom: inSession(
    'S03391',
    'E06988',
    ...Array.from({ length: 40 }, (_, n) => `run-1_bp-chest_chunk-${String(n + 1).padStart(4, '0')}_ct.dcm`),
  ),
  ctLocalizer: inSession('S03633', 'E07589', 'run-1_bp-chest_ct.nii.gz', 'run-1_bp-chest_ct.json'),
  mojibake: inSession('S03302', 'E06604', 'run-1_bp-chest_vp-pa_dx.json'),
  imagesWithoutLabels: inSession('S03671', 'E07650', 'run-1_bp-chest_vp-pa_cr.png'),
  labelsWithoutImages: inSession('S03671', 'E07688'),
  truncatedLabels: inSession('S03503', 'E07301'),
  truncatedLabelsWithoutImages: inSession('S03755', 'E07901'),
  emptyLabels: inSession('S03708', 'E07791'),
  emptyLabelItem: inSession('S03708', 'E07770'),
  duplicateLabels: inSession('S03548', 'E07372'),
  onlyExclude: inSession('S03708', 'E07733'),
  onlyNormal: inSession('S03349', 'E06815'),
  onlyUnchanged: inSession('S04105', 'E09361'),
  sideContradiction: inSession('S03802', 'E08121'),
  negatedLabel: inSession('S03846', 'E08301'),
  cuiHole: inSession('S04105', 'E09330'),
} as const satisfies Readonly<Record<string, DemoCase>>;
