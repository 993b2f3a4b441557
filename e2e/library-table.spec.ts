import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { BIMCV } from './support/bimcv.ts';
import { expect, indexDone, test } from './support/app.ts';

const KEY = 'midscope:preferences:3';

async function openLibrary(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/library${search}`);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
  await expect(page.getByTestId('case-count')).toBeVisible();
}

async function openDemo(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  if (search !== '') await page.goto(`${url}/library${search}`);
  await expect(page.getByTestId('case-count')).toBeVisible();
}

const option = (page: Page, facet: string, value: string) =>
  page.locator(`[data-testid=facet][data-facet=${facet}] [data-testid=facet-option][data-value="${value}"]`);
const count = (page: Page) => page.getByTestId('case-count');
const widthOf = async (page: Page, name: string): Promise<number> =>
  (await page.getByRole('columnheader', { name }).boundingBox())?.width ?? 0;

test('columns are chosen, resized by mouse and keys, and kept', async ({ page, serve, folder }) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  await page.getByRole('button', { name: 'Columns' }).click();
  await expectAccessible(page, 'columns');
  await page.getByRole('menuitemcheckbox', { name: 'Tests' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Sex' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Tests' })).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'Sex' })).toBeVisible();
  await page.getByRole('button', { name: 'Sort by Sex' }).click();
  await expect(page).toHaveURL(/sort=sex/);

  const edge = page.getByRole('separator', { name: 'Width of Date' });
  const before = await widthOf(page, 'Date');
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => widthOf(page, 'Date')).toBe(before + 8);
  const box = await edge.boundingBox();
  if (!box) throw new Error('no edge');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 20, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => widthOf(page, 'Date')).toBe(before + 28);

  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Sex' })).toBeVisible();
  await expect.poll(() => widthOf(page, 'Date')).toBe(before + 28);
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toContain('"date":140');
  await page.getByRole('separator', { name: 'Width of Date' }).dblclick();
  await expect.poll(() => widthOf(page, 'Date')).toBe(before);
});

test('header and rows keep the same columns at any width', async ({ page, serve, folder }) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  for (const width of [2560, 1440, 1100, 900, 700, 480, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const lefts = (role: string) =>
      page
        .locator(role)
        .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)).join());
    await expect
      .poll(async () => {
        const heads = await lefts('[role=columnheader]');
        return (
          heads.includes(',') &&
          heads === (await lefts('[data-position="0"] > :is([role=rowheader], [role=gridcell])'))
        );
      })
      .toBe(true);
  }
});

test('rows are grouped by patient, and the address says so', async ({ page, serve, folder }) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  await page.getByRole('radio', { name: 'By patient' }).click();
  await expect(page).toHaveURL(/group=patient/);
  await expect(page.locator('[data-group=patient]')).toHaveCount(2);
  await expect(page.locator('[data-group=patient]').first()).toContainText('67 y, M');
  await expect(page.getByTestId('case-row')).toHaveCount(4);
  await expectAccessible(page, 'grouped');
  await page.getByTestId('case-row').first().focus();
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('case-row').nth(3)).toBeFocused();
});

test('a value is left out by Alt-click and by the minus key, and is shown as such', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  await option(page, 'finding', 'normal').click({ modifiers: ['Alt'] });
  await expect(count(page)).toHaveAttribute('data-count', '3');
  await expect(page).toHaveURL(/not\.finding=normal/);
  await expect(option(page, 'finding', 'normal')).toContainText('not normal');
  // Counts of the facet itself are without it.
  await expect(option(page, 'finding', 'normal')).toHaveAttribute('data-count', '1');
  await option(page, 'mask', '1').locator('input').focus();
  await page.keyboard.press('-');
  await expect(count(page)).toHaveAttribute('data-count', '2');
  await expectAccessible(page, 'excluded');
  const tags = page.getByRole('grid', { name: 'Filters that are on' });
  await tags.getByRole('button', { name: 'Remove not normal' }).click();
  await expect(count(page)).toHaveAttribute('data-count', '3');
  await option(page, 'mask', '1').click();
  await expect(count(page)).toHaveAttribute('data-count', '4');
});

test('ages and dates are narrowed by typing and by keys', async ({ page, serve, folder }) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  const from = page.getByRole('spinbutton', { name: 'Age from' });
  await from.fill('60');
  await from.press('Enter');
  await expect(page).toHaveURL(/age=60\.\./);
  await expect(count(page)).toHaveAttribute('data-count', '2');
  await page.getByRole('button', { name: 'Clear Age' }).click();
  await expect(page.getByRole('button', { name: 'Clear Age' })).toHaveCount(0);
  await page.getByRole('slider', { name: 'Age to' }).focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/age=\.\.54/);
  await expect(count(page)).toHaveAttribute('data-count', '2');
  await page.getByRole('button', { name: 'Clear Age' }).click();
  await expect(page.getByRole('button', { name: 'Clear Age' })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Date from' }).fill('2020-03-20');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/date=20200320\.\./);
  // A session without a date is not within any dates.
  await expect(count(page)).toHaveAttribute('data-count', '2');
});

test('what the search found is marked in row and report', async ({ page, serve, folder }) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  await page.getByTestId('library-search').fill('neumonia -cardiomegaly "base derecha" consol');
  await expect(page.getByTestId('case-row')).toHaveCount(1);
  await expect(page.getByTestId('case-row').locator('mark')).toHaveText(['consol']);
  const report = page.getByRole('complementary', { name: 'Preview' }).locator('p mark');
  await expect(report).toHaveText(['base derecha', 'Neumonía']);
});

test('a number or an id goes to its row, wherever it is', async ({ page, serve }) => {
  await openDemo(page, await serve());
  await page.getByTestId('case-row').first().focus();
  await page.keyboard.press('6');
  await expect(page.getByTestId('library-jump')).toBeFocused();
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-position="59"]')).toBeFocused();
  await page.keyboard.press('End');
  const last = page.locator('[data-position="67"]');
  await expect(last).toBeFocused();
  const session = (await last.getAttribute('data-session')) ?? '';
  await page.keyboard.press('Home');
  await expect(page.locator('[data-position="0"]')).toBeFocused();
  await page.getByTestId('library-jump').fill(session.slice(-5));
  await page.keyboard.press('Enter');
  await expect(last).toBeFocused();
});

test('the rows are saved as a table and as JSON, without a report', async ({ page, serve, folder }) => {
  await openLibrary(page, await serve(await folder(BIMCV)), '?finding=consolidation');
  for (const kind of ['tsv', 'json']) {
    const download = page.waitForEvent('download');
    await page.locator(`[data-testid=export][data-kind=${kind}]`).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`dataset-sessions.${kind}`);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('ses-E07001');
    expect(text).toContain('C5203670');
    expect(text).not.toContain('ses-E07003');
    expect(text).not.toMatch(/Senos libres|opacidad en base|19530214/i);
  }
});

test('the path of a row is copied by key and from its menu', async ({ page, context, serve, folder }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLibrary(page, await serve(await folder(BIMCV)));
  const row = page.locator('[data-testid=case-row][data-session=ses-E07001]');
  await row.focus();
  await page.keyboard.press('c');
  await expect(page.getByText('Path copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^sub-S03999\/ses-E07001\/.*dx\.png$/,
  );
  await row.click({ button: 'right' });
  await expectAccessible(page, 'row menu');
  await page.getByRole('menuitem', { name: 'Copy ids' }).click();
  await expect(page.getByText('Ids copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('sub-S03999\tses-E07001');
});

test('below 1024 pixels the filters are in a drawer', async ({ page, serve, folder }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  await openLibrary(page, await serve(await folder(BIMCV)), '?finding=normal');
  await expect(page.getByTestId('facet')).toHaveCount(0);
  await page.getByRole('button', { name: 'Filters (1 on)' }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  await expectAccessible(page, 'drawer');
  await option(page, 'finding', 'consolidation').click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(count(page)).toHaveAttribute('data-count', '2');
  await expect(page.getByRole('button', { name: 'Filters (2 on)' })).toBeFocused();
});

test('the gallery shows a picture of each session, in sight alone, and is used by keys', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(BIMCV)), '?view=gallery');
  const film = page.locator('[data-testid=case-row][data-session=ses-E07001]');
  await expect(film).toHaveAttribute('data-picture', 'ready');
  await expect(page.locator('[data-testid=case-row][data-session=ses-E07060]')).toHaveAttribute(
    'data-picture',
    'none',
  );
  await expectAccessible(page, 'gallery');
  await page.getByTestId('case-row').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('case-row').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('case')).toBeVisible();
});

test('the library is accessible in the light theme and in Spanish, filtered, grouped and as a gallery', async ({
  page,
  serve,
  folder,
}) => {
  await page.addInitScript(
    ([key, preferences]) => localStorage.setItem(key ?? '', preferences ?? ''),
    [KEY, JSON.stringify({ locale: 'es', theme: 'light', singleKeys: true })],
  );
  const url = await serve(await folder(BIMCV));
  await openLibrary(page, url, '?q=base&not.finding=normal&age=60..&group=patient');
  await expectAccessible(page, 'filtered and grouped');
  await page.goto(`${url}/library?view=gallery`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await expectAccessible(page, 'gallery');
});
