import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { concurrently } from '../../../src/workers/concurrently.ts';
import { ctDicoms, ctNifti, makeCt } from './ct.ts';
import { filmDicom, filmPng, makeFilm } from './film.ts';
import { ENDING, imagePaths, planManySessions, planSessions, SLICES, type ImageKind } from './plan.ts';
import { sidecarOf } from './sidecar.ts';
import { makeRootTables, makeTables } from './tables.ts';

/** Raised whenever other files are written; a kept tree of another version is refused. */
const VERSION = '2';

/** Slices of the small files that most CT images of iteration 1 are. */
const SLAB_SLICES = 3;

/** Files written at the same time. */
const PARALLEL = 16;

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function putLink(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to);
}

/** Writes each prototype once and hands out its files by kind. */
async function writePrototypes(folder: string): Promise<Readonly<Record<ImageKind, readonly string[]>>> {
  const write = async (kind: ImageKind, contents: Iterable<Uint8Array>): Promise<readonly string[]> => {
    const paths: string[] = [];
    for (const content of contents) {
      const path = join(folder, `${kind}-${paths.length}${ENDING[kind]}`);
      await put(path, content);
      paths.push(path);
    }
    return paths;
  };
  const film = makeFilm(3_000, 2_500);
  const voxels = makeCt(SLICES);
  return {
    portable: await write('portable', [filmPng(makeFilm(1_200, 1_500))]),
    film: await write('film', [filmPng(film)]),
    'film-dicom': await write('film-dicom', [filmDicom(film)]),
    slab: await write('slab', [ctNifti(makeCt(SLAB_SLICES))]),
    volume: await write('volume', [ctNifti(voxels)]),
    series: await write('series', ctDicoms(voxels)),
  };
}

async function writeDataset(root: string, prototypes: string): Promise<void> {
  const sessions = planSessions();
  const files = await writePrototypes(prototypes);
  const writes: (() => Promise<void>)[] = [];
  for (const [path, text] of makeTables(sessions)) writes.push(() => put(join(root, path), text));
  for (const session of sessions)
    for (const image of session.images) {
      // A DICOM series has its attributes in its files; everything else has a sidecar.
      if (image.kind !== 'series')
        writes.push(() => put(join(root, `${image.stem}.json`), sidecarOf(session, image)));
      for (const [at, path] of imagePaths(image).entries()) {
        const prototype = files[image.kind][at];
        if (prototype === undefined) throw new RangeError(`no file ${at} of ${image.kind}`);
        writes.push(() => putLink(prototype, join(root, path)));
      }
    }
  await concurrently(writes, PARALLEL, (write) => write());
}

/** Writes the tables of a dataset of which no image was fetched yet, with very many sessions; returns its folder. */
export async function writeManySessions(folder: string): Promise<string> {
  const root = join(folder, 'covid19_many');
  for (const [path, text] of makeRootTables(planManySessions())) await put(join(root, path), text);
  return root;
}

/**
 * A MIDS tree of the size of BIMCV COVID-19+ iteration 1 below a folder: written, or used again when it is there.
 * @returns the dataset's folder.
 * @throws Error when the folder holds a tree of another version.
 */
export async function ensureTree(folder: string): Promise<string> {
  const root = join(folder, 'covid19_posi');
  const stamp = join(folder, 'bench-tree.txt');
  const kept = await readFile(stamp, 'utf8').catch(() => undefined);
  if (kept === VERSION) return root;
  if (kept !== undefined) throw new Error(`${folder} holds a tree of another version of the benchmark.`);
  await writeDataset(root, join(folder, 'prototypes'));
  await writeFile(stamp, VERSION);
  return root;
}
