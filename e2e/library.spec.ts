import type { Page } from '@playwright/test';
import { BIMCV } from './support/bimcv.ts';
import { expect, indexDone, test } from './support/app.ts';

async function openLibrary(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/library${search}`);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
  await expect(page.getByTestId('case-count')).toBeVisible();
}

const option = (page: Page, facet: string, value: string) =>
  page.locator(`[data-testid=facet][data-facet=${facet}] [data-testid=facet-option][data-value="${value}"]`);

test('the search finds ids, labels, CUIs and report words, whatever the accents, and can be cleared', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  const rows = page.getByTestId('case-row');
  const search = page.getByTestId('library-search');
  for (const [text, count] of [
    ['e07050', 1],
    ['covid', 1],
    ['C0018800', 1],
    ['NEUMONIA', 1],
    ['"base derecha"', 1],
    ['s03999', 2],
    ['no such word', 0],
  ] as const) {
    await search.fill(text);
    await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', String(count));
    await expect(rows).toHaveCount(count);
  }
  await expect(page.getByText('No session has all of these')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(rows).toHaveCount(4);
});

test('facets count what each would leave, each without itself, and narrow each other', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  await expect(option(page, 'test', 'PCR:positive')).toHaveAttribute('data-count', '2');
  await expect(option(page, 'test', 'PCR:negative')).toHaveAttribute('data-count', '4');
  await expect(option(page, 'mask', '1')).toHaveAttribute('data-count', '1');
  await option(page, 'finding', 'consolidation').click();
  await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', '1');
  // Pneumonia counts COVID 19, which lies below it.
  await expect(option(page, 'finding', 'pneumonia')).toHaveAttribute('data-count', '1');
  await expect(option(page, 'finding', 'normal')).toHaveAttribute('data-count', '1');
  await expect(option(page, 'test', 'PCR:positive')).toHaveAttribute('data-count', '1');
  await option(page, 'finding', 'normal').click();
  await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', '2');
  await expect(page).toHaveURL(/finding=consolidation&finding=normal/);
});

test('the address reproduces the view, and says what of it is not understood', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(
    page,
    await serve(await folder(BIMCV)),
    '?finding=pneumonia&test=PCR:positive&sort=-date&test=PCR:maybe',
  );
  await expect(page.getByTestId('case-row')).toHaveCount(1);
  await expect(page.getByTestId('case-row')).toHaveAttribute('data-session', 'ses-E07001');
  await expect(page.getByRole('alert')).toContainText('test=PCR:maybe');
  await expect(option(page, 'test', 'PCR:positive')).toContainText('PCR positive');
  await page.goBack();
  await page.goForward();
  await expect(page.getByTestId('case-row')).toHaveCount(1);
});

test('rows say subject, session, date, ages, sex, images, labels and tests', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  const row = page.locator('[data-testid=case-row][data-session=ses-E07001]');
  for (const text of [
    'sub-S03999',
    'ses-E07001',
    '18 Mar 2020',
    '67 y, M',
    'PA',
    'consolidation',
    'COVID 19',
  ])
    await expect(row).toContainText(text);
  await expect(row.getByRole('img', { name: 'PCR negative · −2 d' })).toBeVisible();
  await expect(page.locator('[data-testid=case-row][data-session=ses-E07060]')).toContainText('no date');
  await expect(page.locator('[data-testid=case-row][data-session=ses-E07050]')).toContainText('54, 55 y, F');
});

test('the list is used by keyboard alone', async ({ page, serve, folder }) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  await page.keyboard.press('/');
  await expect(page.getByTestId('library-search')).toBeFocused();
  await page.keyboard.type('s04888');
  await expect(page.getByTestId('case-row')).toHaveCount(2);
  const rows = page.getByTestId('case-row');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('case')).toHaveAttribute('data-subject', 'sub-S04888');
  await page.keyboard.press('b');
  await expect(page.getByTestId('library-search')).toHaveValue('s04888');
});

test('columns sort, both ways', async ({ page, serve, folder }) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  const sessions = () =>
    page.getByTestId('case-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-session')));
  await page.getByRole('button', { name: 'Sort by Date' }).click();
  await expect.poll(sessions).toEqual(['ses-E07001', 'ses-E07003', 'ses-E07050', 'ses-E07060']);
  await page.getByRole('button', { name: 'Sort by Date' }).click();
  // Sessions without a date stay last.
  await expect.poll(sessions).toEqual(['ses-E07050', 'ses-E07003', 'ses-E07001', 'ses-E07060']);
  await expect(page.getByRole('columnheader', { name: 'Date' })).toHaveAttribute('aria-sort', 'descending');
});

test('single-key shortcuts can be switched off', async ({ page, serve, folder }) => {
  await openLibrary(page, await serve(await folder(BIMCV)));
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click({ force: true });
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByTestId('library-search')).not.toBeFocused();
});
