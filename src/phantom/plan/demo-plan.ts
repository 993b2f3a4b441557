import { joinPath } from '../../domain/dataset/file-source.ts';
import type { DatasetPath } from '../../domain/brand.ts';
import type { Shadow } from '../anatomy/shadows.ts';
import { DETECTORS } from '../image/detectors.ts';
import type { Sentence } from '../report/sentence.ts';
import { SENTENCES } from '../report/sentences.ts';
import { COVID_SUBJECTS } from './covid-subjects.ts';
import { OTHER_SUBJECTS } from './other-subjects.ts';
import type { CtPlan, FilmPlan, SessionPlan, SubjectPlan } from './plan.ts';

/** A film with the names of its files. */
export interface DemoFilm {
  readonly kind: 'film';
  readonly plan: FilmPlan;
  readonly run: number;
  readonly image: DatasetPath;
  /** Absent for DICOM, for a missing sidecar and for one shared with a sibling. */
  readonly sidecar?: DatasetPath;
  readonly mask?: { readonly image: DatasetPath; readonly names: DatasetPath };
}

/** A CT with the names of its files: one, or one per slice. */
export interface DemoCt {
  readonly kind: 'ct';
  readonly plan: CtPlan;
  readonly run: number;
  readonly images: readonly DatasetPath[];
  readonly sidecar?: DatasetPath;
}

/** One image series with the names of its files. */
export type DemoImage = DemoFilm | DemoCt;

/** One session with its sentences and files. */
export interface DemoSession {
  /** Seed of the dataset; it decides what every person looks like. */
  readonly seed: number;
  /** `sub-S03027` and `ses-E05012`. */
  readonly subject: string;
  readonly session: string;
  readonly plan: SessionPlan;
  readonly person: SubjectPlan;
  readonly sentences: readonly Sentence[];
  /** What the images of the day show, with what a report calls unchanged. */
  readonly shadows: readonly Shadow[];
  readonly images: readonly DemoImage[];
}

/** One person with all sessions. */
export interface DemoSubject {
  readonly subject: string;
  readonly person: SubjectPlan;
  readonly sessions: readonly DemoSession[];
}

/** The whole dataset as names and sentences; subjects and sessions in the order of their ids. */
export function createDemoPlan(seed: number): readonly DemoSubject[] {
  return [...COVID_SUBJECTS, ...OTHER_SUBJECTS]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((person) => ({ subject: `sub-${person.id}`, person, sessions: sessionsOf(person, seed) }));
}

function sessionsOf(person: SubjectPlan, seed: number): DemoSession[] {
  const shadowsOf = new Map<SessionPlan, readonly Shadow[]>();
  let before: readonly Shadow[] = [];
  for (const plan of person.sessions.toSorted((a, b) => a.date - b.date)) {
    before = shadowsOn(plan, before);
    shadowsOf.set(plan, before);
  }
  return person.sessions.map((plan) => ({
    seed,
    subject: `sub-${person.id}`,
    session: `ses-${plan.id}`,
    plan,
    person,
    sentences: plan.sentences.map((key) => SENTENCES[key]),
    shadows: shadowsOf.get(plan) ?? [],
    images: imagesOf(person, plan),
  }));
}

/** Own shadows, and those of the session before as far as the report calls them unchanged. */
function shadowsOn(plan: SessionPlan, before: readonly Shadow[]): readonly Shadow[] {
  const own = plan.sentences.flatMap((key): readonly Shadow[] => SENTENCES[key].shadows);
  const known = new Set(own.map(nameOf));
  const kept = before.filter((shadow) => {
    if (known.has(nameOf(shadow))) return false;
    if (plan.sentences.includes('unchanged')) return shadow.kind !== 'device';
    // What only the rest of a report calls unchanged is of the lasting kind.
    return (
      plan.sentences.includes('restUnchanged') && (shadow.kind === 'build' || shadow.kind === 'calcification')
    );
  });
  return [...own, ...kept];
}

const nameOf = (shadow: Shadow): string =>
  'label' in shadow ? shadow.label : shadow.kind === 'build' ? shadow.change : JSON.stringify(shadow);

function imagesOf(person: SubjectPlan, plan: SessionPlan): DemoImage[] {
  const folder = `sub-${person.id}/ses-${plan.id}/mod-rx`;
  const prefix = `sub-${person.id}_ses-${plan.id}`;
  let run = 0;
  return plan.images.map((image): DemoImage => {
    // Later files of one series do not count as a run.
    const later = image.kind === 'film' && (image.acq ?? 1) > 1;
    if (!later) run++;
    return image.kind === 'film'
      ? filmFiles(image, run, folder, prefix)
      : ctFiles(image, run, folder, prefix);
  });
}

const VIEW_ENTITY = { PA: 'pa', AP: 'ap', lateral: 'll' } as const;

function filmFiles(plan: FilmPlan, run: number, folder: string, prefix: string): DemoFilm {
  const view = plan.named ?? VIEW_ENTITY[plan.view];
  const acq = plan.acq === undefined ? '' : `_acq-${plan.acq}`;
  const vp = view === 'none' ? '' : `_vp-${view}`;
  const suffix = DETECTORS[plan.detector].modality.toLowerCase();
  const stem = `${prefix}${acq}_run-${run}_bp-chest${vp}_${suffix}`;
  const format = plan.format ?? 'png';
  const ownSidecar = format === 'png' && plan.sidecar !== 'missing' && plan.sidecar !== 'shared';
  const masks = `derivatives/segmentations/${folder.replace('/mod-rx', '')}`;
  return {
    kind: 'film',
    plan,
    run,
    image: joinPath(folder, `${stem}.${format}`),
    ...(ownSidecar && { sidecar: joinPath(folder, `${stem}.json`) }),
    ...(plan.masked && {
      mask: { image: joinPath(masks, `${stem}_dseg.png`), names: joinPath(masks, `${stem}_dseg.tsv`) },
    }),
  };
}

function ctFiles(plan: CtPlan, run: number, folder: string, prefix: string): DemoCt {
  const stem = `${prefix}_run-${run}_bp-chest`;
  if (plan.storage !== 'dicom')
    return {
      kind: 'ct',
      plan,
      run,
      images: [joinPath(folder, `${stem}_ct.nii.gz`)],
      sidecar: joinPath(folder, `${stem}_ct.json`),
    };
  const images = Array.from({ length: plan.slices }, (_, n) =>
    joinPath(folder, `${stem}_chunk-${String(n + 1).padStart(4, '0')}_ct.dcm`),
  );
  return { kind: 'ct', plan, run, images };
}
