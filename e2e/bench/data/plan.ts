import { createRandom } from '../../../src/phantom/random.ts';

/** Which prototype an image file is a link to; `series` is a DICOM file per slice. */
export type ImageKind = 'portable' | 'film' | 'slab' | 'volume' | 'film-dicom' | 'series';

export interface BenchImage {
  /** Path in the dataset, without ending. */
  readonly stem: string;
  readonly kind: ImageKind;
}

export interface BenchSession {
  readonly subject: string;
  readonly session: string;
  readonly modality: Modality;
  readonly images: readonly BenchImage[];
}

type Modality = 'CR' | 'DX' | 'CT';

/** Files of a DICOM series, and slices of a whole NIfTI volume. */
export const SLICES = 200;

export const ENDING: Readonly<Record<ImageKind, string>> = {
  portable: '.png',
  film: '.png',
  slab: '.nii.gz',
  volume: '.nii.gz',
  'film-dicom': '.dcm',
  series: '.dcm',
};

/**
 * The sessions that are opened. They are the first subject's, so that their rows are in sight when the library
 * opens; the library looks into the first row by itself, and that one is never clicked.
 */
const NAMED = [
  ['CR', 'portable'],
  ['DX', 'film'],
  ['DX', 'film'],
  ['DX', 'film-dicom'],
  ['DX', 'film-dicom'],
  ['CT', 'volume'],
  ['CT', 'series'],
] as const;

/** BIMCV COVID-19+ iteration 1 (FORMAT.md section 7) without the sessions above. */
const OTHERS = [
  { modality: 'CR', kind: 'portable', sessions: 1_380 - 1, images: 1_952 - 1 },
  { modality: 'DX', kind: 'film', sessions: 885 - 4, images: 1_189 - 4 },
  { modality: 'CT', kind: 'slab', sessions: 163 - 2, images: 2_239 - 2 },
] as const;
const SUBJECTS = 1_310;

const subjectName = (number: number): string => `sub-S${String(3_000 + number).padStart(5, '0')}`;

function makeSession(
  subject: number,
  number: number,
  modality: Modality,
  kinds: readonly ImageKind[],
): BenchSession {
  const session = `ses-E${String(number).padStart(5, '0')}`;
  const name = `${subjectName(subject)}_${session}`;
  const folder = `${subjectName(subject)}/${session}/mod-rx`;
  const view = modality === 'CT' ? '' : '_vp-pa';
  const images = kinds.map((kind, at) => ({
    kind,
    stem: `${folder}/${name}_run-${at + 1}_bp-chest${view}_${modality.toLowerCase()}`,
  }));
  return { subject: subjectName(subject), session, modality, images };
}

/** Modality and images of every other session, in an order that mixes them. */
function otherSessions(): { modality: Modality; kinds: ImageKind[] }[] {
  const random = createRandom('bench', 'order');
  return OTHERS.flatMap(({ modality, kind, sessions, images }) =>
    Array.from({ length: sessions }, (_, at) => ({
      modality,
      kinds: Array<ImageKind>(Math.floor(images / sessions) + (at < images % sessions ? 1 : 0)).fill(kind),
      order: random.next(),
    })),
  ).toSorted((a, b) => a.order - b.order);
}

/** Every session of the tree, by subject and session. */
export function planSessions(): readonly BenchSession[] {
  const random = createRandom('bench', 'subjects');
  const named = NAMED.map(([modality, kind], at) => makeSession(1, at + 1, modality, [kind]));
  const others = otherSessions().map((session, at) => ({
    ...session,
    // Everyone has a session; the rest fall to anyone but the first.
    subject: at + 2 <= SUBJECTS ? at + 2 : random.integer(2, SUBJECTS),
  }));
  return [
    ...named,
    ...others
      .toSorted((a, b) => a.subject - b.subject)
      .map(({ subject, modality, kinds }, at) =>
        makeSession(subject, NAMED.length + at + 1, modality, kinds),
      ),
  ];
}

/** Sessions of a dataset larger than any that is published. */
export const MANY_SESSIONS = 64_000;
const SESSIONS_PER_SUBJECT = 2;

/** As many sessions, with an image each, as the library must hold without effort. */
export function planManySessions(): readonly BenchSession[] {
  const random = createRandom('bench', 'many');
  return Array.from({ length: MANY_SESSIONS }, (_, at) => {
    const { modality, kind } = random.pick(OTHERS);
    return makeSession(1 + Math.floor(at / SESSIONS_PER_SUBJECT), at + 1, modality, [kind]);
  });
}

/** A session that is opened, and its one image. */
export interface NamedCase {
  readonly subject: string;
  readonly session: string;
  /** Path of the image in the dataset. */
  readonly image: string;
}

/** The named sessions that hold this kind of image. */
export const namedCases = (kind: ImageKind): readonly NamedCase[] =>
  NAMED.flatMap(([modality, one], at) => {
    const { subject, session, images } = makeSession(1, at + 1, modality, [one]);
    return one === kind ? [{ subject, session, image: `${images[0]?.stem}${ENDING[kind]}` }] : [];
  });

/** The files of an image: one, or one per slice. */
export const imagePaths = ({ stem, kind }: BenchImage): readonly string[] =>
  kind === 'series'
    ? Array.from({ length: SLICES }, (_, at) => stem.replace(/_ct$/, `_chunk-${at + 1}_ct${ENDING.series}`))
    : [`${stem}${ENDING[kind]}`];
