import type { BrowserContext } from '@playwright/test';
import { inFreshContext, type Bench, type Lab } from '../lab.ts';
import { INDEX_DONE, lastMeasure, openWindow, readDataset, timeVisit } from '../page.ts';
import type { Stage } from '../results.ts';

const target = { at: 'median', limit: 1_000 } as const;

const stagesOf = (how: string) => ({
  usable: { name: `open, ${how}: asked → library usable`, unit: 'ms', target } satisfies Stage,
  page: { name: `open, ${how}: address → library usable`, unit: 'ms' } satisfies Stage,
  walked: { name: `open, ${how}: asked → walk complete`, unit: 'ms' } satisfies Stage,
  done: { name: `open, ${how}: address → sidecars complete`, unit: 'ms' } satisfies Stage,
});

const FIRST = stagesOf('first time');
const AGAIN = stagesOf('index kept');

async function openFirst(lab: Lab, context: BrowserContext): Promise<void> {
  const page = await openWindow(context);
  const done = await readDataset(page, lab);
  const [tables, walk] = [
    await lastMeasure(page, 'midscope:tables'),
    await lastMeasure(page, 'midscope:index'),
  ];
  lab.record(FIRST.usable, tables.duration);
  lab.record(FIRST.page, tables.start + tables.duration);
  lab.record(FIRST.walked, walk.duration);
  lab.record(FIRST.done, done);
  await page.close();
}

async function openAgain(lab: Lab, context: BrowserContext): Promise<void> {
  const page = await openWindow(context);
  const done = await timeVisit(page, `${lab.url}/library`, INDEX_DONE);
  const tables = await lastMeasure(page, 'midscope:tables');
  lab.record(AGAIN.usable, tables.duration);
  lab.record(AGAIN.page, tables.start + tables.duration);
  lab.record(AGAIN.done, done);
}

/** Opening the served dataset in a browser that never saw it, and in one that has kept its index. */
export const opening: Bench = {
  name: 'open',
  async run(lab) {
    for (let run = 0; run < lab.runs; run++)
      await inFreshContext(lab, async (context) => {
        await lab.during('opening for the first time', () => openFirst(lab, context));
        await lab.during('opening with the index kept', () => openAgain(lab, context));
      });
  },
};
