import type { Page } from '@playwright/test';
import { BIMCV } from './support/bimcv.ts';
import { expect, indexDone, test } from './support/app.ts';
import { expectAccessible } from './support/accessible.ts';
import { expectNothingClipped } from './support/clipped.ts';

/** A report of far more lines than there is room for. */
const LONG = Array.from({ length: 40 }, (_, at) => `Frase número ${at} del informe.`).join('\\n');
const FILES = {
  ...BIMCV,
  'sub-S04888/sub-S04888_sessions.tsv': [
    'session_id\tstudy_date\tmedical_evaluation',
    'ses-E07050\t20200401\t',
    `ses-E07060\t\t['${LONG}']`,
    '',
  ].join('\n'),
};

async function openLibrary(page: Page, url: string, search = ''): Promise<void> {
  await page.goto(`${url}/library${search}`);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
}

const preview = (page: Page) => page.getByRole('complementary', { name: 'Preview' });
const rowOf = (page: Page, session: string) =>
  page.locator(`[data-testid=case-row][data-session=${session}]`);

test('a jump to the row in front focuses it at once, and no wish outlives the next key', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(FILES)));
  const rows = page.getByTestId('case-row');
  await rows.first().focus();
  await page.keyboard.press('1');
  await expect(page.getByTestId('library-jump')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('2');
  await expect(page.getByTestId('library-jump')).toHaveValue('2');
  await expect(page.getByTestId('library-jump')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  // The second row by number: sessions of a patient come newest first.
  await expect(page.getByTestId('case')).toHaveAttribute('data-session', 'ses-E07001');
});

test('the preview keeps its place, says that there is no image, and cuts no line in two', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(FILES)));
  const tops: (number | undefined)[] = [];
  for (const session of ['ses-E07001', 'ses-E07060']) {
    await rowOf(page, session).focus();
    await expect(preview(page)).toContainText(session);
    tops.push((await preview(page).getByText(session).boundingBox())?.y);
  }
  expect(tops[0]).toBe(tops[1]);
  await expect(preview(page)).toContainText('no image');
  const report = preview(page).locator('p[lang=es]');
  await expect(report).toContainText('Frase número 0');
  for (const height of [900, 877, 851, 700]) {
    await page.setViewportSize({ width: 1440, height });
    await expect
      .poll(() =>
        report.evaluate((element) => {
          const [line, own] = [
            parseFloat(getComputedStyle(element).lineHeight),
            element.getBoundingClientRect(),
          ];
          const box = element.parentElement?.parentElement?.getBoundingClientRect();
          const labels = element.parentElement?.nextElementSibling?.getBoundingClientRect();
          const lines = own.height / line;
          return {
            whole: Math.abs(lines - Math.round(lines)) < 0.02 && lines > 1.5,
            inside:
              own.bottom <= (labels?.top ?? 0) + 0.5 && (labels?.bottom ?? 0) <= (box?.bottom ?? 0) + 0.5,
          };
        }),
      )
      .toEqual({ whole: true, inside: true });
  }
});

test('a label that is found by its CUI is marked, and the preview says which CUI it was', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(FILES)), '?q=C0521530');
  await expect(page.getByTestId('case-row')).toHaveCount(1);
  await expect(page.getByTestId('case-row').locator('mark')).toHaveText(['consolidation']);
  await expect(page.getByTitle('consolidation · C0521530 · alveolar, consolidation').first()).toBeVisible();
  await expect(preview(page).locator('mark')).toHaveText(['consolidation']);
  await expect(preview(page)).toContainText('C0521530');
  // A location is in the preview when it was looked for.
  await page.getByTestId('library-search').fill('C1522601');
  await expect(preview(page).locator('mark')).toHaveText(['cardiac']);
});

test('the menu of a row opens at the pointer, or at the edge of the row for a key', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(FILES)));
  const row = rowOf(page, 'ses-E07003');
  const box = await row.boundingBox();
  if (!box) throw new Error('no row');
  const menu = page.getByRole('menu');
  const [x, y] = [box.x + 400, box.y + 20];
  await page.mouse.click(x, y, { button: 'right' });
  await expect.poll(async () => Math.abs(((await menu.boundingBox())?.x ?? 0) - x)).toBeLessThan(16);
  await expect.poll(async () => Math.abs(((await menu.boundingBox())?.y ?? 0) - y)).toBeLessThan(16);
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
  // As the menu key brings it: without a button of the mouse, at a place that the browser makes up.
  await row.dispatchEvent('contextmenu', { button: 0, clientX: x, clientY: y });
  await expect.poll(async () => Math.abs(((await menu.boundingBox())?.x ?? 0) - box.x)).toBeLessThan(32);
});

test('columns that are chosen are all there: head and rows go sideways together, the first one stays', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(FILES)));
  const heads = page.getByRole('columnheader');
  await expect(heads).toHaveText(['Patient', 'Date', 'Images', 'Findings', 'Tests']);
  await page.getByRole('button', { name: 'Columns' }).click();
  // What is not there is not ticked.
  await expect(page.getByRole('menuitemcheckbox', { checked: true })).toHaveText([
    'Date',
    'Images',
    'Findings',
    'Tests',
  ]);
  for (const name of ['Locations', 'Report', 'Issues', 'Missing'])
    await page.getByRole('menuitemcheckbox', { name }).click();
  await page.keyboard.press('Escape');
  await expect(heads).toHaveCount(9);
  await expect(page.getByRole('grid', { name: 'Sessions' })).toHaveAttribute('aria-colcount', '9');
  const list = page.locator('[data-scrolls=inline]');
  const lefts = (cells: string) =>
    page.locator(cells).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  const [before] = await lefts('[role=columnheader]');
  // By the keys of the browser, from a row.
  await page.getByTestId('case-row').first().focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => list.evaluate((element) => element.scrollLeft)).toBeGreaterThan(60);
  await expect(page.getByTestId('case-row').first()).toBeFocused();
  await expect
    .poll(async () => {
      const own = await lefts('[role=columnheader]');
      return [own[0], own.join() === (await lefts('[data-position="0"] > [data-column]')).join()];
    })
    .toEqual([before, true]);
  // What gets the focus is not below the first column.
  for (const name of ['Missing', 'Date']) {
    const button = page.getByRole('button', { name: `Sort by ${name}` });
    await button.focus();
    await expect
      .poll(() =>
        button.evaluate((element) => {
          const { left, right, top, height } = element.getBoundingClientRect();
          return [left + 8, right - 8].map((x) =>
            element.contains(document.elementFromPoint(x, top + height / 2)),
          );
        }),
      )
      .toEqual([true, true]);
  }
  await expectNothingClipped(page, 'many columns');
  await expectAccessible(page, 'many columns');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByText('Reset columns and widths').click();
  await expect(heads).toHaveCount(5);
});

test('rows are high with pictures or low without, and the tests say what they are of', async ({
  page,
  serve,
  folder,
}) => {
  await openLibrary(page, await serve(await folder(FILES)));
  const row = rowOf(page, 'ses-E07001');
  const heightOf = async () => Math.round((await row.boundingBox())?.height ?? 0);
  expect(await heightOf()).toBe(54);
  await expect(row.locator('canvas[data-ready=true]')).toBeVisible();
  await expect(row.locator('[data-column=tests]')).toContainText('PCR −2');
  await expect(row.locator('[data-column=tests]')).toContainText('+1');
  await expect(row.getByTitle('IgG indeterminate · +15 d').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Compact table' }).click();
  await expect.poll(heightOf).toBe(36);
  await expect(row.locator('canvas')).toHaveCount(0);
  await expectNothingClipped(page, 'compact');
  // A matter of taste: kept, and in no address.
  await expect(page).not.toHaveURL(/compact/);
  await page.reload();
  await expect.poll(heightOf).toBe(36);
  await page.getByRole('radio', { name: 'Gallery' }).click();
  await page.getByRole('radio', { name: 'Table with pictures' }).click();
  await expect.poll(heightOf).toBe(54);
  // With more room the others are named too.
  await page.setViewportSize({ width: 2560, height: 1440 });
  await expect(row.locator('[data-column=tests]')).toContainText('IgG +15');
});

test('dates are typed in the language of the page, whatever the browser speaks', async ({
  page,
  serve,
  folder,
}) => {
  await page.addInitScript(() => localStorage.setItem('midscope:preferences:1', '{"locale":"es"}'));
  await openLibrary(page, await serve(await folder(FILES)));
  const from = page.getByRole('textbox', { name: 'Fecha desde' });
  await expect(from).toHaveValue('18/03/2020');
  await from.fill('20/3/2020');
  await from.press('Enter');
  await expect(page).toHaveURL(/date=20200320\.\./);
  await expect(from).toHaveValue('20/03/2020');
  await from.fill('31/2/2020');
  await from.press('Enter');
  await expect(from).toHaveValue('20/03/2020');
});

test('on the start page what lies on the film has the dark colours and stays inside, in the light theme too', async ({
  page,
  serve,
}) => {
  await page.addInitScript(() => localStorage.setItem('midscope:preferences:1', '{"theme":"light"}'));
  await page.goto(await serve());
  const plate = page.getByText('ground glass pattern');
  for (const width of [1440, 1180]) {
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    await expect(plate).toBeVisible({ timeout: 60_000 });
    const box = await plate.boundingBox();
    expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width - 15);
    expect(
      await page
        .locator('[data-branch=interstitial] path')
        .first()
        .evaluate((path) => getComputedStyle(path).stroke),
    ).toBe('rgb(107, 182, 243)');
  }
});
