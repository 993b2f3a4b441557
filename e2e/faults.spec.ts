import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { film, filmStem } from './support/cases.ts';
import { filmPng } from './support/films.ts';
import { dropFolder, filmsOf, keptIndexes } from './support/folders.ts';
import { png } from './support/png.ts';
import { canvasOf } from './support/screen.ts';
import { KINDS, soakTree } from './support/soak-tree.ts';

const stem = (run: number): string => filmStem('sub-1', 'ses-1', run, 'pa');
const row = (page: Page): Locator => page.getByTestId('case-row');
const notice = (page: Page): Locator => page.getByTestId('access-notice');

/** What the page wrote beside the lines that the browser itself writes for each request that failed. */
const ownFaults = (faults: string[]): readonly string[] =>
  faults.splice(0).filter((fault) => !fault.includes('Failed to load resource'));

async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await indexDone(page);
  return page;
}

/** A film of another size than before. */
const wideFilm = (): Buffer =>
  png({ columns: 640, rows: 320, depth: 16, colour: 'grey', samples: new Uint16Array(640 * 320).fill(900) });

test.describe('a disk that is unplugged below the server', () => {
  test('is told as such, and the case goes on where it was once it is back', async ({
    page,
    serve,
    folder,
    faults,
  }) => {
    const directory = await folder(filmsOf('1', '2'), 'films');
    await page.goto(await serve(directory));
    await indexDone(page);
    await rename(directory, `${directory}-away`);
    await row(page).last().click();
    await expect(notice(page)).toHaveAttribute('data-loss', 'gone');
    await expect(notice(page)).toContainText('its disk was unplugged. What was read so far stays.');
    await expect(page.getByTestId('viewport-error')).toHaveAttribute('data-code', 'FILE_GONE');
    await page.getByTestId('access-again').click();
    await expect(notice(page)).toContainText('still not there');
    await page.keyboard.press('b');
    await expect(row(page)).toHaveCount(2);
    await row(page).last().click();
    await rename(`${directory}-away`, directory);
    await page.getByTestId('access-again').click();
    await expect(notice(page)).toHaveCount(0);
    await renderedViewport(page);
    expect(ownFaults(faults)).toEqual([]);
  });
});

test.describe('a file that changed since the folder was read', () => {
  test('is shown as it is now, or says why not, and is shown again when it is mended', async ({
    page,
    serve,
    folder,
  }) => {
    const directory = await folder({ ...film(stem(1)), ...film(stem(2)), ...film(stem(3)) });
    await page.goto(`${await serve(directory)}/library`);
    await indexDone(page);
    await writeFile(join(directory, `${stem(1)}.png`), wideFilm());
    await writeFile(join(directory, `${stem(2)}.png`), filmPng().subarray(0, 900));
    await row(page).click();
    await page.keyboard.press('8');
    const first = await renderedViewport(page, 0);
    const box = await canvasOf(first).boundingBox();
    const whole = Math.min((box?.width ?? 0) / 640, (box?.height ?? 0) / 320);
    expect(Number(await first.getAttribute('data-scale'))).toBeCloseTo(whole, 2);
    const error = page.getByTestId('viewport').nth(1).getByTestId('viewport-error');
    await expect(error).toHaveAttribute('data-code', 'IMAGE_TRUNCATED');
    await writeFile(join(directory, `${stem(2)}.png`), filmPng());
    await page.getByRole('button', { name: 'Try again' }).click();
    await renderedViewport(page, 1);
  });

  test('is refused by a browser without handles, and the films beside it are shown', async ({
    page,
    serve,
    folder,
  }) => {
    const directory = await folder({ ...film(stem(1)), ...film(stem(2)) });
    await page.goto(await serve());
    await page.getByTestId('directory-input').setInputFiles(directory);
    await indexDone(page);
    await writeFile(join(directory, `${stem(1)}.png`), wideFilm());
    await row(page).click();
    const error = page.getByTestId('viewport').first().getByTestId('viewport-error');
    await expect(error).toHaveAttribute('data-code', 'FILE_READ');
    await expect(error).toContainText('It may have changed');
    await renderedViewport(page, 1);
    await expect(notice(page)).toHaveCount(0);
  });
});

test('four viewports come back at their slices when the graphics card lets go of them', async ({
  page,
  serve,
  folder,
}) => {
  await page.addInitScript(() => {
    const made = new Set<WebGL2RenderingContext>();
    Object.assign(globalThis, { madeContexts: made });
    const prototype = HTMLCanvasElement.prototype as { getContext: (...args: unknown[]) => unknown };
    const original = prototype.getContext;
    prototype.getContext = function getContext(this: unknown, ...args: unknown[]) {
      const context: unknown = original.apply(this, args);
      if (context instanceof WebGL2RenderingContext) made.add(context);
      return context;
    };
  });
  const many = Object.fromEntries(
    Object.entries(soakTree(KINDS)).map(([path, content]) => [path.replaceAll(/sub-\d+/g, 'sub-1'), content]),
  );
  await page.goto(`${await serve(await folder(many))}/case/sub-1/ses-1`);
  await renderedViewport(page);
  await indexDone(page);
  const ct = page.locator('[data-testid=series][data-modality=CT]').first();
  await page.keyboard.press('9');
  await ct.click();
  const rendered = page.locator('[data-testid=viewport][data-status=rendered]');
  const looks = (): Promise<readonly (readonly (string | null)[])[]> =>
    rendered.evaluateAll((all) =>
      all.map((one) => ['data-view', 'data-image', 'data-slice'].map((name) => one.getAttribute(name))),
    );
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(rendered.first()).toHaveAttribute('data-slice', '1');
  await expect(rendered).toHaveCount(4);
  const before = await looks();
  for (let time = 0; time < 2; time++) {
    await page.evaluate(() => {
      const { madeContexts } = globalThis as unknown as { madeContexts: Set<WebGL2RenderingContext> };
      for (const context of madeContexts) context.getExtension('WEBGL_lose_context')?.loseContext();
    });
    // The old engine is let go of a second later, and must take nothing of the new one with it.
    await page.waitForTimeout(1_500);
    await expect.poll(looks).toEqual(before);
  }
});

test('a storage that is full is told, hinders nothing, and keeps things again once there is room', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(await serve());
  const protocol = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  // Real: the browser itself refuses with QuotaExceededError.
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await dropFolder(page, await folder(filmsOf('1', '2'), 'films'));
  await indexDone(page);
  const told = page.getByRole('alert').filter({ hasText: 'refuses to keep' });
  await expect(told).toHaveCount(1);
  await row(page).last().click();
  await renderedViewport(page);
  expect(await keptIndexes(page)).toEqual([]);
  await protocol.send('Storage.overrideQuotaForOrigin', { origin });
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(() => keptIndexes(page)).toEqual(['files:films']);
  await expect(told).toHaveCount(0);
});

test.describe('a tab that is restored', () => {
  test('shows the same case of a served dataset after a reload', async ({ page, serve, folder }) => {
    await page.goto(await serve(await folder(filmsOf('1', '2'))));
    await row(page).last().click();
    await renderedViewport(page);
    const address = page.url();
    await page.reload();
    await renderedViewport(page);
    expect(page.url()).toBe(address);
    await expect(page.getByTestId('case')).toHaveAttribute('data-subject', 'sub-2');
  });
});

test.describe('two tabs of one dataset', () => {
  test('read and keep it beside each other, also when one of them forgets it', async ({
    page,
    context,
    serve,
    folder,
  }) => {
    const url = await serve(await folder(filmsOf('1', '2'), 'films'));
    await page.goto(url);
    await indexDone(page);
    const other = await openTab(context, url);
    for (const one of [page, other]) {
      await row(one).last().click();
      await renderedViewport(one);
    }
    await page.keyboard.press('b');
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await page.getByRole('button', { name: 'Forget films' }).click();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await expect.poll(() => keptIndexes(other)).toEqual([]);
    await other.keyboard.press('i');
    await expect(other.getByTestId('viewport').first()).toHaveAttribute('data-inverted', 'true');
    await other.keyboard.press('b');
    await other.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => keptIndexes(other)).toEqual(['served:films']);
    await expect(other.getByRole('alert')).toHaveCount(0);
  });
});
