import type { Page } from '@playwright/test';
import { rename } from 'node:fs/promises';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { findChromium, SOFTWARE_WEBGL } from './support/chromium.ts';
import { dropFolder, filmsOf } from './support/folders.ts';

const executablePath = findChromium();
test.use({
  launchOptions: {
    ...(executablePath !== undefined && { executablePath }),
    args: SOFTWARE_WEBGL,
    // Playwright switches off what is tested here: pages that the browser puts aside whole.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

/** Leaves the page for another document and comes back with what the browser had put aside. */
async function leaveAndComeBack(page: Page, elsewhere: string): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'put aside' : 'new'));
  });
  await page.goto(elsewhere);
  // A page that comes back whole is not loaded.
  await page.goBack({ waitUntil: 'commit' });
  await expect(page).toHaveTitle('put aside');
}

test('a case that was put aside comes back as it was, and goes on', async ({ page, serve, folder }) => {
  const url = await serve(await folder(filmsOf('1', '2', '3')));
  await page.route('**/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body: 'elsewhere' }));
  await page.goto(url);
  await indexDone(page);
  await page.locator('[data-testid=case-row][data-subject=sub-2]').click();
  const viewport = await renderedViewport(page);
  await page.keyboard.press('i');
  await expect(viewport).toHaveAttribute('data-inverted', 'true');
  await leaveAndComeBack(page, `${url}/elsewhere`);
  await expect(viewport).toHaveAttribute('data-inverted', 'true');
  await page.keyboard.press('i');
  await expect(viewport).toHaveAttribute('data-inverted', 'false');
  await page.keyboard.press('n');
  await expect(page.getByTestId('case')).toHaveAttribute('data-subject', 'sub-3');
  await renderedViewport(page);
});

test('a folder that went away while its page was put aside is told when it comes back', async ({
  page,
  serve,
  folder,
}) => {
  const directory = await folder(filmsOf('1', '2'), 'films');
  const url = await serve();
  await page.route('**/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body: 'elsewhere' }));
  await page.goto(url);
  await dropFolder(page, directory);
  await indexDone(page);
  await page.getByTestId('case-row').first().click();
  await renderedViewport(page);
  await rename(directory, `${directory}-away`);
  await leaveAndComeBack(page, `${url}/elsewhere`);
  await expect(page.getByTestId('access-notice')).toHaveAttribute('data-loss', 'gone');
  await renderedViewport(page);
  await rename(`${directory}-away`, directory);
  await page.getByTestId('access-again').click();
  await expect(page.getByTestId('access-notice')).toHaveCount(0);
});
