import type { Browser, CDPSession } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { namedCases, SLICES, type NamedCase } from '../data/plan.ts';
import type { Bench, Lab } from '../lab.ts';
import { backToLibrary, inReadContext, openCase, openLibrary, shownImage, shownSlice } from '../page.ts';

/** Bytes of a page on Linux, in which /proc counts. */
const PAGE_BYTES = 4_096;

/** Memory of processes that is theirs in RAM, in megabytes; undefined where the system does not tell. */
async function residentMegabytes(id: number): Promise<number | undefined> {
  const counts = await readFile(`/proc/${id}/statm`, 'utf8').catch(() => undefined);
  const pages = counts?.split(' ')[1];
  return pages === undefined ? undefined : (Number(pages) * PAGE_BYTES) / 1e6;
}

/** The largest process of a kind; spare renderers without a page are small. */
async function largestProcess(browser: Browser, kind: 'renderer' | 'GPU'): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === kind).map(({ id }) => residentMegabytes(id)),
  );
  const known = sizes.filter((size) => size !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** JavaScript objects of the page's main thread after a collection, in megabytes; pixels are not among them. */
async function heapMegabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}

async function weigh(lab: Lab, session: CDPSession, when: string): Promise<void> {
  lab.record(
    { name: `memory after ${when}: JS heap, main thread`, unit: 'MB' },
    await heapMegabytes(session),
  );
  for (const kind of ['renderer', 'GPU'] as const) {
    const size = await largestProcess(lab.browser, kind);
    if (size !== undefined)
      lab.record({ name: `memory after ${when}: ${kind} process, resident`, unit: 'MB' }, size);
  }
}

const VISITS: readonly (readonly [when: string, kind: 'film' | 'volume' | 'series'])[] = [
  ['the library and a film', 'film'],
  ['then a CT as NIfTI', 'volume'],
  ['then a CT as DICOM', 'series'],
];

const shownOf = (kind: string, one: NamedCase): string =>
  kind === 'film' ? shownImage(one) : shownSlice(SLICES / 2, SLICES);

/** What the page holds after the library, a film and two CTs, one after the other. */
export const memory: Bench = {
  name: 'memory',
  run: (lab) =>
    inReadContext(lab, async (context) => {
      for (let run = 0; run < lab.runs; run++) {
        const page = await lab.during('the library', () => openLibrary(context, lab));
        const session = await context.newCDPSession(page);
        await session.send('Performance.enable');
        await weigh(lab, session, 'the library');
        for (const [when, kind] of VISITS)
          for (const one of namedCases(kind).slice(0, 1)) {
            await lab.during(when, () => openCase(page, one, shownOf(kind, one)));
            await weigh(lab, session, when);
            await backToLibrary(page);
          }
        await page.close();
      }
    }),
};
