import type { Locator, Page } from '@playwright/test';
import { expect, renderedViewport, test, type Files } from './support/app.ts';
import { film, filmStem } from './support/cases.ts';

const PA = filmStem('sub-1', 'ses-1', 1, 'pa');
const AP = filmStem('sub-1', 'ses-1', 2, 'ap');
const LATERAL = filmStem('sub-1', 'ses-1', 3, 'lateral');

const FILMS: Files = {
  ...film(LATERAL),
  ...film(AP, undefined, { '0008103E': ['LO', 'TORAX AP PORTATIL'] }),
  ...film(PA),
};

async function openCase(page: Page, url: string): Promise<Locator> {
  await page.goto(`${url}/case/sub-1/ses-1`);
  await renderedViewport(page);
  return page.getByTestId('viewport');
}

const series = (page: Page, stem: string): Locator =>
  page.locator(`[data-testid=series][data-image="${stem}.png"]`);

test('frontal left and lateral right at first; one, two and four viewports by keys and by mouse', async ({
  page,
  serve,
  folder,
}) => {
  const viewports = await openCase(page, await serve(await folder(FILMS)));
  await expect(viewports).toHaveCount(2);
  await expect(viewports.nth(0)).toHaveAttribute('data-image', `${PA}.png`);
  await expect(viewports.nth(1)).toHaveAttribute('data-image', `${LATERAL}.png`);
  const left = await viewports.nth(0).boundingBox();
  const right = await viewports.nth(1).boundingBox();
  expect(right?.x).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? Infinity));

  await page.keyboard.press('9');
  await expect(viewports).toHaveCount(4);
  await renderedViewport(page, 2);
  await expect(viewports.nth(2)).toHaveAttribute('data-image', `${AP}.png`);
  await expect(viewports.nth(3)).toHaveAttribute('data-status', 'empty');
  await page.keyboard.press('7');
  await expect(viewports).toHaveCount(1);
  await page.keyboard.press('8');
  await expect(viewports).toHaveCount(2);
  for (const [name, count] of [
    ['Four viewports', 4],
    ['One viewport', 1],
    ['Two viewports', 2],
  ] as const) {
    await page.getByRole('radio', { name }).click();
    await expect(viewports).toHaveCount(count);
  }
});

test('the active viewport alone, by key, double click and button, and the arrows among all', async ({
  page,
  serve,
  folder,
}) => {
  const viewports = await openCase(page, await serve(await folder(FILMS)));
  await renderedViewport(page, 1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('f');
  await expect(viewports).toHaveCount(1);
  await expect(viewports).toHaveAttribute('data-image', `${LATERAL}.png`);
  await page.keyboard.press('ArrowRight');
  await expect(viewports).toHaveAttribute('data-image', `${AP}.png`);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('f');
  await expect(viewports).toHaveCount(2);
  await renderedViewport(page, 0);
  await viewports.nth(0).locator('canvas').first().dblclick();
  await expect(viewports).toHaveCount(1);
  await expect(viewports).toHaveAttribute('data-image', `${PA}.png`);
  await page.getByRole('button', { name: 'Show the others again' }).click();
  await expect(viewports).toHaveCount(2);
});

test('a series is dragged to a viewport, and Escape calls the drag off', async ({ page, serve, folder }) => {
  const viewports = await openCase(page, await serve(await folder(FILMS)));
  await renderedViewport(page, 1);
  const from = await series(page, AP).boundingBox();
  const to = await viewports.nth(1).boundingBox();
  if (!from || !to) throw new Error('nothing to drag');
  const drag = async (): Promise<void> => {
    await page.mouse.move(from.x + 30, from.y + 30);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await expect(viewports.nth(1)).toHaveAttribute('data-target', 'true');
  };
  await drag();
  await page.keyboard.press('Escape');
  await expect(viewports.nth(1)).toHaveAttribute('data-target', 'false');
  await page.mouse.up();
  await expect(viewports.nth(1)).toHaveAttribute('data-image', `${LATERAL}.png`);
  await drag();
  await page.mouse.up();
  await expect(viewports.nth(1)).toHaveAttribute('data-image', `${AP}.png`);
  await expect(viewports.nth(0)).toHaveAttribute('data-image', `${PA}.png`);
  await expect(viewports.nth(1)).toHaveAttribute('data-active', 'true');
});

test('the keyboard puts a series into the active viewport or into one by its number', async ({
  page,
  serve,
  folder,
}) => {
  const viewports = await openCase(page, await serve(await folder(FILMS)));
  await renderedViewport(page, 1);
  await series(page, AP).press('2');
  await expect(viewports.nth(1)).toHaveAttribute('data-image', `${AP}.png`);
  await series(page, LATERAL).press('Enter');
  await expect(viewports.nth(1)).toHaveAttribute('data-image', `${LATERAL}.png`);
  await series(page, PA).press('4');
  await expect(viewports).toHaveCount(4);
  await expect(viewports.nth(3)).toHaveAttribute('data-image', `${PA}.png`);
  await page.keyboard.press('PageDown');
  await expect(viewports.nth(3)).toHaveAttribute('data-image', `${AP}.png`);
  await page.keyboard.press('PageUp');
  await expect(viewports.nth(3)).toHaveAttribute('data-image', `${PA}.png`);
});

test('a film from the bedside says so in its caption', async ({ page, serve, folder }) => {
  await page.goto(`${await serve(await folder(FILMS))}/case/sub-1/ses-1?image=${AP}.png`);
  const viewport = await renderedViewport(page);
  await expect(viewport).toHaveAttribute('data-image', `${AP}.png`);
  await expect(viewport.locator('header')).toContainText('AP');
  await expect(viewport.locator('header')).toContainText('portable');
});
