import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectNothingClipped } from './support/clipped.ts';

const WIDTHS = [
  [1280, 800],
  [1440, 900],
  [2560, 1440],
] as const;

/** The whole of a list of filters, which is longer than the window. */
async function openFacets(page: Page): Promise<void> {
  const closed = page.getByTestId('facet').locator('button[aria-expanded=false]').first();
  while (await closed.isVisible()) await closed.click();
}

async function atEveryWidth(page: Page, what: string): Promise<void> {
  for (const [width, height] of WIDTHS) {
    await page.setViewportSize({ width, height });
    await expectNothingClipped(page, `${what} at ${width}`);
  }
}

for (const locale of ['en', 'es'] as const)
  test(`no button and no number is cut off on start, library and health (${locale})`, async ({
    page,
    serve,
  }) => {
    await page.addInitScript(
      (preferences) => localStorage.setItem('midscope:preferences:1', JSON.stringify(preferences)),
      { locale, theme: 'page', singleKeys: true },
    );
    const url = await serve();
    await page.goto(url);
    await expect(page.getByTestId('open-demo')).toBeVisible();
    await atEveryWidth(page, 'start');
    await page.goto(`${url}/?open=demo`);
    await expect(page.getByTestId('case-row').first()).toBeVisible();
    await openFacets(page);
    await atEveryWidth(page, 'library');
    // The rail further down.
    await page.locator('[data-testid=facet][data-facet=dated]').scrollIntoViewIfNeeded();
    await atEveryWidth(page, 'library, last filters');
    await page.goto(`${url}/library?finding=consolidation&not.finding=normal&test=PCR:positive&age=40..80`);
    await expect(page.getByTestId('case-row').first()).toBeVisible();
    await atEveryWidth(page, 'library, filtered');
    await page.goto(`${url}/library?q=nothing like this&view=gallery`);
    await atEveryWidth(page, 'library, no match');
    await page.goto(`${url}/health`);
    await page.getByTestId('issue').first().getByRole('button').click();
    await atEveryWidth(page, 'health');
  });
