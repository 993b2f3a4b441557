import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from '../../../src/server/create-server.ts';
import { writeContainers, type ContainerCase } from '../data/containers.ts';
import { inFreshContext, type Bench, type Lab } from '../lab.ts';
import { backToLibrary, INDEX_DONE, lastDetail, openCase, openWindow } from '../page.ts';
import type { Stage } from '../results.ts';

const stagesOf = (name: string) =>
  (['click → on screen', 'read', 'decode', 'draw'] as const).map((what): Stage => ({
    name: `${name}: ${what}`,
    unit: 'ms',
  }));

async function openAll(lab: Lab, cases: readonly (readonly ContainerCase[])[]): Promise<void> {
  await inFreshContext(lab, async (context) => {
    const page = await openWindow(context);
    await page.goto(`${lab.url}/library`);
    await page.locator(INDEX_DONE).waitFor();
    for (const [first, second] of cases) {
      if (!first || !second) continue;
      await openCase(page, first);
      await backToLibrary(page);
      const elapsed = await openCase(page, second);
      const { read = NaN, decode = NaN, draw = NaN } = await lastDetail(page, 'midscope:image');
      const samples = [elapsed, read, decode, draw];
      stagesOf(second.name).forEach((stage, at) => lab.record(stage, samples[at] ?? NaN));
      await backToLibrary(page);
    }
  });
}

/** One film in every container, from the click to the screen, and where the time goes. */
export const containers: Bench = {
  name: 'containers',
  async run(lab) {
    const folder = await mkdtemp(join(tmpdir(), 'midscope-containers-'));
    const { root, cases } = await writeContainers(folder);
    const served = await createServer({ distDir: lab.distDir, dataDir: root, port: 0 });
    try {
      for (let run = 0; run < lab.runs; run++)
        await lab.during('the containers', () => openAll({ ...lab, url: served.url }, cases));
    } finally {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
