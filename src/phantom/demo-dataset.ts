import type { DatasetPath } from '../domain/brand.ts';
import { MidscopeError } from '../domain/error.ts';
import { joinPath } from '../domain/dataset/file-source.ts';
import { bundledVocabulary } from '../domain/vocabulary/vocabulary.ts';
import { createChest } from './anatomy/chest.ts';
import type { Chest } from './anatomy/chest.ts';
import { createHabitus } from './anatomy/habitus.ts';
import { chestScan } from './ct/ct-geometry.ts';
import { createCtScanner } from './ct/scanner.ts';
import type { CtScanner } from './ct/scanner.ts';
import { dicomJson } from './image/dicom-json.ts';
import { ctSidecar, renderDicomSlice, renderLocalizer, renderNifti } from './image/render-ct-file.ts';
import {
  attributesOf,
  filmHead,
  maskHead,
  maskNames,
  renderFilmFile,
  renderMaskFile,
} from './image/render-film-file.ts';
import { keepLast } from './keep-last.ts';
import { pause } from '../domain/pause.ts';
import { createDemoPlan } from './plan/demo-plan.ts';
import type { DemoCt, DemoFilm, DemoSession, DemoSubject } from './plan/demo-plan.ts';
import { createRandom } from './random.ts';
import { datasetDescription, LICENSE, README } from './tables/write-notices.ts';
import {
  labelsTable,
  participantsTable,
  partitionsTable,
  scansTable,
  sessionsTable,
  testsTable,
} from './tables/write-tables.ts';
import { treeFile } from './tables/write-tree.ts';

/** The synthetic dataset, made file by file when asked for: nothing of it is stored anywhere. */
export interface DemoDataset {
  /** Every file of the dataset, sorted. Known without rendering any. */
  readonly paths: readonly DatasetPath[];
  /**
   * The bytes of one file; the same for the same seed on every machine.
   * Rejects with a MidscopeError FILE_GONE for another path, and with the signal's reason once aborted.
   */
  render(path: DatasetPath, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  /** The first bytes of a file where they are known without rendering it: signature and size of a PNG. */
  head(path: DatasetPath): Uint8Array<ArrayBuffer> | undefined;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Recipe = (signal: AbortSignal) => Promise<Bytes> | Bytes | string;
type NamedRecipe = readonly [path: DatasetPath, recipe: Recipe];
type NamedHead = readonly [path: DatasetPath, head: () => Bytes];

/** Seed of the demo that everybody sees. */
export const DEMO_SEED = 19;

/** The demo dataset of a seed, in the layout of BIMCV COVID-19+ iterations 1 and 2. */
export function demoDataset(seed: number = DEMO_SEED): DemoDataset {
  const plan = createDemoPlan(seed);
  const studio = createStudio();
  const recipes = new Map<DatasetPath, Recipe>(
    [
      ...tableRecipes(plan, seed),
      ...plan.flatMap(subjectRecipes),
      ...plan.flatMap(({ sessions }) => sessions.flatMap((session) => imageRecipes(session, studio))),
    ].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const heads = new Map<DatasetPath, () => Bytes>(
    plan.flatMap(({ sessions }) =>
      sessions.flatMap((session) => session.images.flatMap((image) => headsOf(session, image))),
    ),
  );
  return {
    paths: [...recipes.keys()],
    render: async (path, signal) => {
      signal.throwIfAborted();
      const recipe = recipes.get(path);
      if (!recipe) throw new MidscopeError('FILE_GONE');
      const made = await recipe(signal);
      signal.throwIfAborted();
      return typeof made === 'string' ? new TextEncoder().encode(made) : made;
    },
    head: (path) => heads.get(path)?.(),
  };
}

/** What images are made in: the chests and the scan last used are kept, since their files are asked for together. */
interface Studio {
  chest(session: DemoSession): Chest;
  scanner(session: DemoSession, ct: DemoCt): CtScanner;
}

function createStudio(): Studio {
  const chest = keepLast(3, (session: DemoSession) => `${session.subject}/${session.session}`, chestOf);
  const scanner = keepLast(
    1,
    ({ session, ct }: { session: DemoSession; ct: DemoCt }) =>
      `${session.subject}/${session.session}/${ct.run}`,
    ({ session, ct }) => createCtScanner(chest(session), chestScan(ct.plan.slices)),
  );
  return { chest, scanner: (session, ct) => scanner({ session, ct }) };
}

/** The chest of a person on the day of a session. */
export function chestOf({ seed, subject, session, person, shadows }: DemoSession): Chest {
  return createChest({
    person: `${seed}/${subject}`,
    day: session,
    habitus: createHabitus(createRandom(seed, subject, 'habitus'), person.sex, person.age),
    shadows,
  });
}

const file = (path: string, recipe: Recipe): NamedRecipe => [joinPath('', path), recipe];

function tableRecipes(plan: readonly DemoSubject[], seed: number): NamedRecipe[] {
  const vocabulary = bundledVocabulary();
  return [
    file('README', () => README),
    file('LICENSE.md', () => LICENSE),
    file('dataset_description.json', () => datasetDescription(seed)),
    file('participants.tsv', () => participantsTable(plan)),
    file('derivatives/partitions.tsv', () => partitionsTable(plan)),
    file('derivatives/EHR/sil_reg_covid_posi.tsv', () => testsTable(plan)),
    file('derivatives/labels/labels_covid_posi.tsv', () => labelsTable(plan, vocabulary)),
    file('derivatives/labels/tree_term_CUI_counts_image_covid_posi.csv', () => treeFile(plan, vocabulary)),
  ];
}

function subjectRecipes(subject: DemoSubject): NamedRecipe[] {
  const folder = subject.subject;
  return [
    [joinPath(folder, `${folder}_sessions.tsv`), () => sessionsTable(subject)],
    ...subject.sessions
      .filter(({ images }) => images.length > 0)
      .map((session): NamedRecipe => {
        const name = `${folder}_${session.session}_scans.tsv`;
        return [joinPath(`${folder}/${session.session}`, name), () => scansTable(session)];
      }),
  ];
}

function imageRecipes(session: DemoSession, studio: Studio): NamedRecipe[] {
  return session.images.flatMap((image) =>
    image.kind === 'film' ? filmRecipes(session, image, studio) : ctRecipes(session, image, studio),
  );
}

function headsOf(session: DemoSession, image: DemoFilm | DemoCt): NamedHead[] {
  if (image.kind !== 'film') return [];
  const { mask } = image;
  const films: NamedHead[] =
    image.plan.format !== 'dcm' ? [[image.image, () => filmHead(session, image)]] : [];
  return mask ? [...films, [mask.image, () => maskHead(session, image)]] : films;
}

function filmRecipes(session: DemoSession, film: DemoFilm, studio: Studio): NamedRecipe[] {
  const { sidecar, mask, image, plan } = film;
  const recipes: NamedRecipe[] = [
    [image, (signal) => renderFilmFile(studio.chest(session), session, film, signal)],
  ];
  if (sidecar) {
    const whole = (): string => dicomJson(attributesOf(session, film));
    // A broken sidecar ends in the middle, as after an interrupted copy.
    recipes.push([sidecar, plan.sidecar === 'invalid' ? () => whole().slice(0, 700) : whole]);
  }
  if (mask) {
    recipes.push([mask.image, (signal) => renderMaskFile(studio.chest(session), session, film, signal)]);
    recipes.push([mask.names, () => maskNames(studio.chest(session), session, film)]);
  }
  return recipes;
}

function ctRecipes(session: DemoSession, ct: DemoCt, studio: Studio): NamedRecipe[] {
  const images = ct.images.map((path, index): NamedRecipe => [
    path,
    async (signal) => {
      if (ct.plan.storage === 'localizer') return renderLocalizer(studio.chest(session), ct, signal);
      const scanner = studio.scanner(session, ct);
      await pause(signal);
      return ct.plan.storage === 'dicom'
        ? renderDicomSlice(scanner, session, ct, index)
        : renderNifti(scanner, ct, signal);
    },
  ]);
  if (!ct.sidecar) return images;
  return [...images, [ct.sidecar, () => dicomJson(ctSidecar(session, ct))]];
}
