import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encodedFilms } from './encoded-film.ts';
import { FILM_WINDOW, filmPng, makeFilm } from './film.ts';
import type { NamedCase } from './plan.ts';

/** A case whose one film is in a container. */
export interface ContainerCase extends NamedCase {
  readonly name: string;
}

const WINDOW_SIDECAR = JSON.stringify({
  '00080060': { vr: 'CS', Value: ['DX'] },
  '00281050': { vr: 'DS', Value: [FILM_WINDOW.center] },
  '00281051': { vr: 'DS', Value: [FILM_WINDOW.width] },
});

/**
 * Writes the same film of 3000 × 2500 pixels of 14 bits in every container, for two people each: what is measured is the
 * second, when decoder and viewer are there. Someone with a tiny film stands between them, so that the second is not
 * read ahead while the first is looked at. Returns the dataset's folder and its cases.
 */
export async function writeContainers(
  folder: string,
): Promise<{ readonly root: string; readonly cases: readonly (readonly ContainerCase[])[] }> {
  const root = join(folder, 'containers');
  const cases: ContainerCase[][] = [];
  for (const [at, [name, ending, bytes]] of (await encodedFilms(makeFilm(3_000, 2_500))).entries()) {
    const write = async (person: number, file: Buffer, end: string): Promise<ContainerCase> => {
      const [subject, session] = [`sub-S0${9_000 + 10 * at + person}`, `ses-E${10 * at + person}`];
      const stem = `${subject}/${session}/mod-rx/${subject}_${session}_run-1_bp-chest_vp-pa_dx`;
      await mkdir(dirname(join(root, stem)), { recursive: true });
      await writeFile(join(root, `${stem}${end}`), file);
      if (end !== '.dcm') await writeFile(join(root, `${stem}.json`), WINDOW_SIDECAR);
      return { name, subject, session, image: `${stem}${end}` };
    };
    const first = await write(1, bytes, ending);
    await write(2, filmPng(makeFilm(16, 16)), '.png');
    cases.push([first, await write(3, bytes, ending)]);
  }
  return { root, cases };
}
