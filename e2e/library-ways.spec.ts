import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { BIMCV } from './support/bimcv.ts';

async function openLibrary(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/library${search}`);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
}

const rowOf = (page: Page, session: string) =>
  page.locator(`[data-testid=case-row][data-session=${session}]`);
const sessions = (page: Page) =>
  page.getByTestId('case-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-session')));

test('a row is looked at, opened beside the list, left and found again; its order is exported', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(BIMCV)), '?sort=-date');
  const order = ['ses-E07050', 'ses-E07003', 'ses-E07001', 'ses-E07060'];
  await expect.poll(() => sessions(page)).toEqual(order);

  // Every key of the list.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await rowOf(page, 'ses-E07050').focus();
  for (const [key, at] of [
    ['ArrowDown', 1],
    ['End', 3],
    ['ArrowUp', 2],
    ['Home', 0],
    ['PageDown', 3],
    ['PageUp', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByTestId('case-row').nth(at)).toBeFocused();
  }
  await page.keyboard.press('c');
  await expect(page.getByText('Path copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('sub-S04888/ses-E07050');
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('case-row').nth(3)).toBeFocused();

  // The space bar shows the film, the arrows the next one, and the focus comes back to that row.
  await rowOf(page, 'ses-E07003').focus();
  await page.keyboard.press('Space');
  const look = page.getByTestId('quick-look');
  await expect(look).toContainText('ses-E07003');
  await page.keyboard.press('ArrowDown');
  await expect(look).toContainText('ses-E07001');
  await expect(look.locator('canvas[data-ready=true]')).toBeVisible();
  await expectAccessible(page, 'quick look');
  await page.keyboard.press('Space');
  await expect(look).toHaveCount(0);
  await expect(rowOf(page, 'ses-E07001')).toBeFocused();

  // A reload comes back to the row, and so does the case that was opened from it.
  await page.reload();
  await indexDone(page);
  await expect(rowOf(page, 'ses-E07001')).toBeFocused();
  await page.keyboard.press('Enter');
  await renderedViewport(page);
  await page.goBack();
  await expect(rowOf(page, 'ses-E07001')).toBeFocused();

  // In a tab of its own, with the list's address.
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Control+Enter')]);
  await expect(tab).toHaveURL(/\/case\/sub-S03999\/ses-E07001\?sort=-date$/);
  await tab.close();
  await rowOf(page, 'ses-E07003').click({ button: 'right' });
  await expect(page.getByRole('menuitem')).toContainText([
    'Open case',
    'Open in a new tab',
    'Quick look',
    'All sessions of the patient',
    'Copy path',
    'Copy ids',
  ]);
  await page.getByRole('menuitem', { name: 'All sessions of the patient' }).click();
  await expect(page.getByTestId('library-search')).toHaveValue('sub-S03999');
  await page.getByTestId('library-search').fill('');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-testid=export][data-kind=tsv]').click(),
  ]);
  const table = await readFile(await download.path(), 'utf8');
  expect(
    [...table.matchAll(/ses-E070\d\d/g)].map(([id]) => id).filter((id, at, all) => all.indexOf(id) === at),
  ).toEqual(order);
});

test('a view is saved with a name, shown again after a reload, renamed, deleted and had back', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  await page.getByTestId('library-search').fill('S04888');
  await expect(page.getByTestId('case-row')).toHaveCount(2);
  await page.getByTestId('save-view').click();
  const name = page.getByRole('textbox', { name: 'Name of the view' });
  await expect(name).toHaveValue('S04888');
  await name.fill('Two sessions');
  await name.press('Enter');
  const view = page.getByTestId('saved-view');
  await expect(view.getByRole('button', { name: 'Two sessions', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.getByTestId('save-view')).toBeFocused();
  await page.getByTestId('library-search').fill('');
  await page.reload();
  await view.getByRole('button', { name: 'Two sessions', exact: true }).click();
  await expect(page.getByTestId('library-search')).toHaveValue('S04888');
  await expect(page.getByTestId('case-row')).toHaveCount(2);
  const closed = page.getByTestId('facet').locator('button[aria-expanded=false]').first();
  while (await closed.isVisible()) await closed.click();
  await expectAccessible(page, 'saved view, all facets open');

  const actions = view.getByRole('button', { name: 'Rename or delete' });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await name.fill('S04888 again');
  await name.press('Enter');
  await expect(view).toHaveText('S04888 again');
  await actions.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(view).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(view).toHaveText('S04888 again');

  // Where nothing is left, each way out says how much it would leave.
  await page.goto(`${new URL(page.url()).origin}/library?q=S04888&age=1..2`);
  await expect(page.getByRole('button', { name: /Remove Age 1 – 2 2 sessions/ })).toBeVisible();
  await page.getByRole('button', { name: /Remove Age 1 – 2 2 sessions/ }).click();
  await expect(page.getByTestId('case-row')).toHaveCount(2);
});
