import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, indexDone, renderedViewport, test, type Files } from './support/app.ts';
import { BIMCV, FIRST_FILM as PA } from './support/bimcv.ts';
import { film } from './support/cases.ts';
import { expectNothingClipped } from './support/clipped.ts';
import { INVERSE_LUT_SEQUENCE } from './support/films.ts';
import { niftiGz } from './support/nifti.ts';

const FOLDER = 'sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001';
const LATERAL = `${FOLDER}_run-2_bp-chest_vp-ll_dx.png`;
const CT = `${FOLDER}_run-3_bp-chest_ct.nii.gz`;
const BROKEN = 'sub-S04888/ses-E07050/mod-rx/sub-S04888_ses-E07050_run-1_bp-chest_cr.png';
const CASE = '/case/sub-S03999/ses-E07001';

/** Films, masks, a CT of twelve slices, a session without images, and a file without bytes. */
const FILES: Files = {
  ...BIMCV,
  ...film(LATERAL.replace('.png', ''), undefined, INVERSE_LUT_SEQUENCE),
  [CT]: niftiGz({
    dimensions: [64, 64, 12],
    voxels: Int16Array.from({ length: 64 * 64 * 12 }, (_, at) => (at % 64) * 20 - 1000),
    sform: [
      [-5, 0, 0, 0],
      [0, -5, 0, 0],
      [0, 0, 5, 0],
    ],
  }),
};

async function openAt(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
}

const imageOf = (page: Page): string | null => new URL(page.url()).searchParams.get('image');
const seriesOf = (page: Page, path: string) => page.locator(`[data-testid=series][data-image="${path}"]`);
/** The region that has the focus, by its name or its test id. */
const regionInFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const region = document.activeElement?.closest('[data-region]');
    return region?.getAttribute('aria-label') ?? region?.tagName ?? '';
  });

test('a case keeps the filters of its list, its image in the address, and leads through its regions by keys', async ({
  page,
  serve,
  folder,
}) => {
  const filters = 'finding=consolidation&not.finding=normal&age=40..80&q=base';
  await openAt(page, `${await serve(await folder(FILES))}${CASE}?${filters}`);
  await renderedViewport(page);
  await renderedViewport(page, 1);

  // The filters as the library names them, exclusions and ranges among them.
  const chips = page.getByTestId('case-filters').getByRole('link');
  await expect(chips).toHaveText('“base”consolidationnot normalAge 40 – 80');
  await page.setViewportSize({ width: 900, height: 900 });
  await expect(chips).toContainText(/\+\d$/);
  await expect(chips).toHaveAccessibleName(/Age 40 – 80/);
  await page.setViewportSize({ width: 1440, height: 900 });
  const session = page
    .getByRole('complementary', { name: 'Report and labels' })
    .getByRole('link', { name: /ses-E07003/ });
  await expect(session).toHaveAttribute('href', /finding=consolidation&not\.finding=normal&age=40\.\.80/);

  // The image in view, without a step in the history.
  const steps = await page.evaluate(() => history.length);
  expect(imageOf(page)).toBe(null);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => imageOf(page)).toBe(LATERAL);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.reload();
  await expect(await renderedViewport(page)).toHaveAttribute('data-image', LATERAL);
  await expect.poll(() => imageOf(page)).toBe(LATERAL);
  await seriesOf(page, PA).click();
  await expect.poll(() => imageOf(page)).toBe(null);
  await renderedViewport(page);

  // One tab stop, and arrows within for those who came by keys: after a click they go through the slices.
  const strip = page.getByRole('navigation', { name: 'Series' });
  await expect(strip.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(seriesOf(page, PA)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(seriesOf(page, LATERAL)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(seriesOf(page, PA)).toBeFocused();
  await expect(strip.locator('[tabindex="0"]')).toHaveCount(1);
  // A file of many slices says how many, once its picture is there.
  await expect(seriesOf(page, CT).getByTestId('slice-count')).toContainText('12');

  // Regions forwards and backwards.
  const names = ['Images', 'Time line', 'Report and labels'];
  const passed: string[] = [];
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('F6');
    passed.push(await regionInFocus(page));
  }
  expect(passed.filter((name) => names.includes(name))).toEqual(
    expect.arrayContaining(['Images', 'Report and labels']),
  );
  await page.keyboard.press('Shift+F6');
  expect(await regionInFocus(page)).toBe(passed.at(-2));
  while ((await regionInFocus(page)) !== 'Images') await page.keyboard.press('F6');
  await expect(page.getByTestId('viewport').first()).toBeFocused();

  // Whatever opens gives the focus back.
  const menus = page.getByRole('toolbar', { name: 'Tools' }).locator('button[aria-haspopup]');
  for (const menu of await menus.all()) {
    await menu.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(menu).toBeFocused();
  }
  await page.getByTestId('viewport').first().focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewport').first()).toBeFocused();

  // Out of the list's filters, with the case.
  await page.getByRole('button', { name: 'Go on among all sessions' }).click();
  await expect(page.getByTestId('case-filters').getByRole('link')).toHaveCount(0);
  expect(page.url()).toMatch(new RegExp(`${CASE}$`));

  await page.keyboard.press('9');
  await renderedViewport(page, 2);
  await page.getByRole('button', { name: 'Header and sidecar' }).click();
  await expect(page.getByTestId('tag').first()).toBeVisible();
  await expectAccessible(page, 'four viewports, attributes open');
});

test('what cannot be shown says so: no image, a broken one, an unknown one, a long value', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(FILES));
  await openAt(page, `${url}/case/sub-S03999/ses-E07003`);
  const nothing = page.getByTestId('no-images');
  await expect(nothing).toContainText('No image in this session');
  await expect(nothing).toContainText('What there is to read: a report, 1 label, 3 tests.');
  await expectAccessible(page, 'no image');
  await nothing.getByRole('button', { name: /Show PA of 18 Mar 2020/ }).click();
  await expect(await renderedViewport(page)).toHaveAttribute('data-order', 'earlier');

  await page.goto(`${url}/case/sub-S04888/ses-E07050`);
  await expect(seriesOf(page, BROKEN)).toHaveAttribute('data-picture', 'failed');
  await expect(seriesOf(page, BROKEN)).toContainText('File has no bytes');
  await page.goto(`${url}/library?view=gallery&q=E07050`);
  await expect(page.locator('[data-picture=failed]')).toContainText('File has no bytes');

  await page.goto(`${url}${CASE}?image=nowhere/else.png`);
  await renderedViewport(page);
  await expect(
    page.getByRole('status').filter({ hasText: 'else.png is not an image of this session' }),
  ).toBeVisible();
  await seriesOf(page, LATERAL).click();
  await page.getByRole('button', { name: 'Header and sidecar' }).click();
  const table = page.locator('[data-testid=tag][data-tag="00283006"]');
  await expect(table.locator('summary')).toContainText('4,096 values');
  expect((await table.boundingBox())?.height).toBeLessThan(80);
  await table.locator('summary').click();
  await expect(table.getByRole('group', { name: 'LUTData' })).toBeVisible();
});

for (const locale of ['en', 'es'] as const)
  test(`nothing of a case is cut off at any width, and what has no room moves into drawers (${locale})`, async ({
    page,
    serve,
    folder,
  }) => {
    await page.addInitScript(
      (preferences) => localStorage.setItem('midscope:preferences:1', JSON.stringify(preferences)),
      { locale, theme: 'page', singleKeys: true },
    );
    const filters = 'finding=consolidation&not.finding=normal&age=40..80';
    await openAt(page, `${await serve(await folder(FILES))}${CASE}?${filters}`);
    await renderedViewport(page);
    await renderedViewport(page, 1);
    const toolbar = page.getByRole('toolbar');
    const atEveryWidth = async (what: string): Promise<void> => {
      for (const [width, height] of [
        [1280, 800],
        [1440, 900],
        [2560, 1440],
      ] as const) {
        await page.setViewportSize({ width, height });
        await expectNothingClipped(page, `${what} at ${width}`);
        // The toolbar scrolls, but not here.
        await expect
          .poll(() => toolbar.evaluate((bar) => bar.scrollWidth - bar.clientWidth), `${what} at ${width}`)
          .toBeLessThanOrEqual(1);
      }
    };
    await atEveryWidth('films');
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(toolbar).toHaveAttribute('data-fold', '2');
    await seriesOf(page, CT).click();
    await renderedViewport(page);
    // What comes with slices pushes nothing aside.
    await expect(toolbar).toHaveAttribute('data-fold', '2');
    await atEveryWidth('slices');

    await page.setViewportSize({ width: 1100, height: 800 });
    const panel = page.getByRole('complementary');
    await expect(panel).toHaveCount(0);
    const opener = page.getByTestId('open-panel').getByRole('button');
    await expectNothingClipped(page, 'narrow');
    await opener.click();
    await expect(panel).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(opener).toBeFocused();
    await page.setViewportSize({ width: 900, height: 800 });
    await expect(page.getByTestId('viewport')).toHaveCount(1);
    await page.getByTestId('viewport').press('ArrowRight');
    await expect(page.getByTestId('viewport')).toHaveAttribute('data-view', '1');
    await page
      .getByRole('radiogroup', { name: locale === 'en' ? 'Image in view' : 'Imagen a la vista' })
      .getByRole('radio')
      .first()
      .click();
    await expect(page.getByTestId('viewport')).toHaveAttribute('data-view', '0');
    if (locale === 'en') await expectAccessible(page, 'narrow case');
  });
