import type { SentenceKey } from '../report/sentences.ts';
import type { DetectorName } from '../image/detectors.ts';
import type { View } from '../film/projection.ts';

/** One film of a session. */
export interface FilmPlan {
  readonly kind: 'film';
  readonly view: View;
  readonly detector: DetectorName;
  /** What the `vp-` entity of the name says, `none` for no entity; true to the view unless given. */
  readonly named?: 'pa' | 'ap' | 'll' | 'lateral' | 'none';
  readonly format?: 'png' | 'dcm';
  /** Side of a pixel in mm; smaller makes a larger film. */
  readonly pixel?: number;
  /** Whether its opacities are delivered as a label map. */
  readonly masked?: boolean;
  /** Series of several files share a run and differ in `acq-`. */
  readonly acq?: number;
  /** `shared`: described by the sidecar of its sibling. */
  readonly sidecar?: 'missing' | 'invalid' | 'shared';
  readonly defect?: 'empty' | 'screenshot';
}

/** One CT of a session. */
export interface CtPlan {
  readonly kind: 'ct';
  /** How it is stored: NIfTI with axial or with sagittal slices first, DICOM slices, or a localizer as NIfTI. */
  readonly storage: 'axial' | 'sagittal' | 'dicom' | 'localizer';
  readonly slices: number;
}

/** One image series of a session. */
type ImagePlan = FilmPlan | CtPlan;

/** One visit: what was imaged and what was reported. */
export interface SessionPlan {
  readonly id: string;
  /** yyyymmdd; 0 for an empty cell. */
  readonly date: number;
  readonly sentences: readonly SentenceKey[];
  readonly images: readonly ImagePlan[];
  /** How its row in the labels table fares; a plain row unless given. */
  readonly row?: 'none' | 'truncated' | 'empty' | 'empty label' | 'duplicate label';
}

/** One laboratory test as filed: dd.mm.yyyy, kind, result. */
type TestPlan = readonly [
  date: string,
  kind: 'PCR' | 'IGG' | 'IGM' | 'IGA' | 'ACT',
  result: 'POSITIVO' | 'NEGATIVO' | 'INDETERMINADO',
];

/** One person with all visits and laboratory tests. */
export interface SubjectPlan {
  readonly id: string;
  readonly sex: 'M' | 'F';
  /** Years at the first session. */
  readonly age: number;
  readonly sessions: readonly SessionPlan[];
  readonly tests: readonly TestPlan[];
}

type FilmOptions = Omit<FilmPlan, 'kind' | 'view' | 'detector'>;

/** A film of a session. */
export const film = (view: View, detector: DetectorName, options: FilmOptions = {}): FilmPlan => ({
  kind: 'film',
  view,
  detector,
  ...options,
});

/** A CT of a session. */
export const ct = (storage: CtPlan['storage'], slices: number): CtPlan => ({ kind: 'ct', storage, slices });

/** A session from its parts. */
export const session = (
  id: string,
  date: number,
  images: readonly ImagePlan[],
  sentences: readonly SentenceKey[],
  row?: SessionPlan['row'],
): SessionPlan => ({ id, date, images, sentences, ...(row && { row }) });
