import type { Page, Response } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { inFreshContext, type Bench, type Lab } from '../lab.ts';
import type { Stage } from '../results.ts';
import { openWindow, timeVisit } from '../page.ts';

const KINDS = ['document', 'script', 'stylesheet', 'font', 'other'] as const;
type Kind = (typeof KINDS)[number];

const TOTAL: Stage = {
  name: 'first page: gzip, until usable with its fonts',
  unit: 'kB',
  target: { at: 'median', limit: 200 },
};
const USABLE: Stage = { name: 'first page: address → usable, nothing cached', unit: 'ms' };
const IDLE: Stage = { name: 'first page: gzip, everything until idle', unit: 'kB' };

const kindOf = (response: Response): Kind =>
  KINDS.find((kind) => kind === response.request().resourceType()) ?? 'other';

const gzipKilobytes = async (response: Response): Promise<number> =>
  gzipSync(await response.body(), { level: 9 }).length / 1_000;

const sum = (files: readonly { readonly kilobytes: number }[]): number =>
  files.reduce((total, { kilobytes }) => total + kilobytes, 0);

/** Addresses asked for by a moment, in milliseconds since the navigation; the page itself is one of them. */
const askedBy = (page: Page, moment: number): Promise<readonly string[]> =>
  page.evaluate(
    (until) => [
      location.href,
      ...performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime <= until)
        .map(({ name }) => name),
    ],
    moment,
  );

async function visit(page: Page, lab: Lab): Promise<void> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  const usable = await timeVisit(page, `${lab.bareUrl}/`, '[data-testid=open-folder]');
  // The words are on screen at once and change their shape when the fonts are there.
  const withFonts = await page.evaluate(() => document.fonts.ready.then(() => performance.now()));
  await page.waitForLoadState('networkidle');
  const early = new Set(await askedBy(page, usable));
  const fonts = new Set(await askedBy(page, withFonts));
  const files = await Promise.all(
    responses.map(async (response) => ({
      kind: kindOf(response),
      kilobytes: await gzipKilobytes(response),
      isEarly: early.has(response.url()) || (kindOf(response) === 'font' && fonts.has(response.url())),
    })),
  );
  const counted = files.filter(({ isEarly }) => isEarly);
  lab.record(USABLE, usable);
  lab.record(TOTAL, sum(counted));
  for (const kind of KINDS) {
    const ofKind = counted.filter((file) => file.kind === kind);
    if (ofKind.length > 0) lab.record({ name: `  of that: ${kind}`, unit: 'kB' }, sum(ofKind));
  }
  lab.record(IDLE, sum(files));
}

/** What the start page loads before a dataset can be opened. */
export const firstPage: Bench = {
  name: 'first-page',
  async run(lab) {
    for (let run = 0; run < lab.runs; run++)
      await inFreshContext(lab, async (context) =>
        lab.during('the start page', async () => visit(await openWindow(context), lab)),
      );
  },
};
