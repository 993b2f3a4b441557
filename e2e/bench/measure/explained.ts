import { createServer } from '../../../src/server/create-server.ts';
import { tempFolder } from '../../../src/testing/temp-folder.ts';
import { EXPLAINED, explainedFiles, UNEXPLAINED } from '../data/explained.ts';
import { inFreshContext, type Bench, type Lab } from '../lab.ts';
import { backToLibrary, openCase, openWindow, readDataset, shownImage } from '../page.ts';
import type { Stage } from '../results.ts';

const PLAIN: Stage = { name: 'case, film alone, seen before: click → on screen', unit: 'ms' };
const WHOLE: Stage = {
  name: 'case, film with everything on, seen before: click → all on screen',
  unit: 'ms',
};
const MORE: Stage = {
  name: 'case, everything on: later than the film alone',
  unit: 'ms',
  target: { at: 'median', limit: 100 },
};

/** The film, its masks, its labels with lines, the guide, the thorax map, and the sentences of the report. */
const EVERYTHING = [
  shownImage(EXPLAINED),
  '[data-testid=mask-overlay] path',
  '[data-testid=overlay-label]',
  '[data-testid=thorax-guide]',
  '[data-testid=thorax-region]',
  '[data-testid=finding]',
  '[data-testid=report-sentence]',
]
  .map((part) => `:has(${part})`)
  .join('');

async function compare(lab: Lab): Promise<void> {
  await inFreshContext(lab, async (context) => {
    const page = await openWindow(context);
    await readDataset(page, lab);
    // Both are read once before, so that what differs is the page and not the film.
    await openCase(page, EXPLAINED);
    await page.locator('[data-testid=mask-overlay] path').first().waitFor();
    await backToLibrary(page);
    await openCase(page, UNEXPLAINED);
    for (let run = 0; run < lab.runs; run++) {
      await backToLibrary(page);
      const plain = await openCase(page, UNEXPLAINED);
      await page.keyboard.press('a');
      await backToLibrary(page);
      const whole = await openCase(page, EXPLAINED, `body${EVERYTHING}`);
      await page.keyboard.press('a');
      lab.record(PLAIN, plain);
      lab.record(WHOLE, whole);
      lab.record(MORE, whole - plain);
    }
  });
}

/** What findings, masks, map, guide, report and tests cost a case page. */
export const explained: Bench = {
  name: 'explained',
  async run(lab) {
    const folder = await tempFolder(Object.entries(explainedFiles()));
    const served = await createServer({ distDir: lab.distDir, dataDir: folder.path, port: 0 });
    try {
      await lab.during('a case with everything on', () => compare({ ...lab, url: served.url }));
    } finally {
      await served.close();
      await folder.remove();
    }
  },
};
