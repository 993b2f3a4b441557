import type { Page } from '@playwright/test';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { findChromium, SOFTWARE_WEBGL } from './support/chromium.ts';
import { dropFolder } from './support/folders.ts';
import { countContexts, EXPOSE_GC, weigh, type PageWeight } from './support/page-weight.ts';
import { soakTree } from './support/soak-tree.ts';

const executablePath = findChromium();
test.use({
  launchOptions: {
    ...(executablePath !== undefined && { executablePath }),
    args: [...SOFTWARE_WEBGL, EXPOSE_GC],
  },
});

/** Three cases on and one back: most of what is shown is new, some was shown before. */
const KEYS = ['n', 'n', 'n', 'Shift+N'] as const;
const FIRST = 20;
/** Two hundred in every run of the tests; `MIDSCOPE_SOAK` asks for more. */
const ALL = Number(process.env['MIDSCOPE_SOAK'] ?? 200);
const SESSIONS = ALL / 2 + 4;

/** How much more may be held after all switches than after the first ones. */
const SHARE = 1.1;
const MB = 2 ** 20;
/** What a tenth of little would make too strict: it comes and goes from one collection to the next. */
const SLACK: Readonly<Record<keyof PageWeight, number>> = {
  // Code that V8 has compiled by then and the browser's own list of measures: all that a comparison of two snapshots found.
  heap: (2 * MB * ALL) / 200,
  buffers: 2 * MB,
  // Free pages that each thread keeps for itself.
  renderer: 12 * MB,
  // Tiles of the page, 4 MB each, drawn anew now and then.
  graphics: 32 * MB,
  nodes: 50,
  documents: 0,
  listeners: 20,
  // Those of the pool start when they are first needed.
  workers: 2,
  contexts: 0,
};

async function switchCases(page: Page, from: number, to: number): Promise<void> {
  const shown = page.getByTestId('case');
  for (let at = from; at < to; at++) {
    const before = (await shown.getAttribute('data-subject')) ?? '';
    await page.keyboard.press(KEYS[at % KEYS.length] ?? 'n');
    await expect(shown).not.toHaveAttribute('data-subject', before);
    await expect(page.locator('[data-testid=viewport]:not([data-status=rendered])')).toHaveCount(0);
  }
}

/** Waits until the next cases are read ahead, and weighs the page. */
async function weighAtRest(page: Page): Promise<PageWeight> {
  const used = (): Promise<string | null> => page.getByTestId('image-memory').getAttribute('data-used');
  for (let before = '', now = ' '; now !== before;) {
    before = now;
    await page.waitForTimeout(1_500);
    now = (await used()) ?? '';
  }
  return weigh(page);
}

test('changes of case by the hundred leave no memory, context, worker or listener behind', async ({
  page,
  serve,
  folder,
}) => {
  test.setTimeout(1_500 * ALL);
  await countContexts(page);
  // A folder with a handle: of what is served, the browser keeps the contents for the test's own tools.
  await page.goto(await serve());
  await dropFolder(page, await folder(soakTree(SESSIONS)));
  await page.getByTestId('case-row').first().click();
  await renderedViewport(page);
  await indexDone(page);
  await switchCases(page, 0, FIRST);
  const early = await weighAtRest(page);
  await switchCases(page, FIRST, ALL);
  const late = await weighAtRest(page);
  for (const [when, weight] of Object.entries({ early, late })) console.log(when, JSON.stringify(weight));

  const grown = Object.entries(SLACK).flatMap(([name, slack]) => {
    const [before, after] = [early, late].map((weight) => weight[name as keyof PageWeight]);
    if (before === undefined || after === undefined) return [];
    return after > SHARE * before + slack ? [`${name}: ${before} → ${after}`] : [];
  });
  expect(grown).toEqual([]);
});
