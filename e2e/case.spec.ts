import type { Page } from '@playwright/test';
import { BIMCV, FIRST_FILM } from './support/bimcv.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { canvasOf, capture, placeOf } from './support/screen.ts';

/** Opens a case of the hand-written folder, past its agreement. */
async function openCase(page: Page, url: string, session: string): Promise<void> {
  await page.goto(`${url}/case/${session}`);
  await page.getByTestId('agreement-accept').click();
  await expect(page.getByTestId('case')).toBeVisible();
}

test('a case shows labels with their CUIs, places, report, tests and patient beside its film', async ({
  page,
  serve,
  folder,
}) => {
  await openCase(page, await serve(await folder(BIMCV)), 'sub-S03999/ses-E07001');
  const viewport = await renderedViewport(page);
  await expect(viewport).toHaveAttribute('data-image', FIRST_FILM);
  await expect(viewport.getByTestId('truth-badge')).toHaveText('Window from sidecar');
  await expect(viewport).toContainText('0.139 mm at detector');
  await expect(viewport.locator('[data-testid=orientation-marker][data-edge=right]')).toHaveText('L');

  const panel = page.getByRole('complementary', { name: 'Report and labels' });
  for (const [label, cui] of [
    ['consolidation', 'C0521530'],
    ['COVID 19', 'C5203670'],
  ] as const)
    await expect(panel.locator(`[data-testid=finding][data-label="${label}"]`)).toHaveAttribute(
      'data-cui',
      cui,
    );
  await expect(panel.locator('[data-testid=location][data-label="loc basal"]')).toHaveAttribute(
    'data-cui',
    'C1282378',
  );
  await expect(panel.getByTestId('finding')).toHaveCount(2);
  await expect(panel.getByTestId('location')).toHaveCount(2);
  await expect(panel.getByTestId('report-sentence')).toHaveText([
    'Opacidad en base derecha.',
    'Senos libres.',
    'Neumonía por COVID-19.',
  ]);
  const tests = panel.getByTestId('lab-test');
  await expect(tests).toHaveCount(3);
  await expect(tests.nth(0)).toHaveAttribute('data-result', 'negative');
  await expect(tests.nth(1)).toHaveAttribute('data-date', '2020-03-20');
  await expect(tests.nth(1)).toContainText('day 0');
  await expect(tests.nth(2)).toHaveAttribute('data-test', 'IgG');
  await expect(tests.nth(2)).toHaveAttribute('data-result', 'indeterminate');
  await expect(panel).toContainText('67 y');
  await expect(panel).toContainText('Dates were altered at de-identification');
  // Birth dates are never shown.
  await expect(page.locator('body')).not.toContainText('1953');
});

test('labels lie over the image, with CUIs or without, and can be switched off', async ({
  page,
  serve,
  folder,
}) => {
  await openCase(page, await serve(await folder(BIMCV)), 'sub-S03999/ses-E07001');
  await renderedViewport(page);
  const labels = page.getByTestId('overlay-label');
  await expect(labels).toHaveCount(4);
  await expect(page.locator('[data-testid=overlay-label][data-label="COVID 19"]')).toHaveText('COVID 19');
  await page.keyboard.press('t');
  await expect(page.locator('[data-testid=overlay-label][data-label="COVID 19"]')).toContainText('C5203670');
  await page.keyboard.press('t');
  await expect(labels).toHaveCount(0);
});

test('masks lie on the pixels they mark, with a legend, and can be switched off', async ({
  page,
  serve,
  folder,
}) => {
  await openCase(page, await serve(await folder(BIMCV)), 'sub-S03999/ses-E07001');
  const viewport = await renderedViewport(page);
  const segments = page.getByTestId('segment');
  await expect(segments).toHaveCount(2);
  await expect(segments.nth(0)).toHaveAttribute('data-label', 'consolidation');
  for (const at of [0, 1]) await expect(segments.nth(at)).toHaveAttribute('data-area-px', '4096');

  await page.keyboard.press('m');
  await page.keyboard.press('o');
  // Off with the labels, whose lines end in the masks.
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await expect(page.getByTestId('leader')).toHaveCount(0);
  const place = await placeOf(viewport, { columns: 512, rows: 512 });
  /** Whether a mask colours an image pixel: films are grey. */
  const coloured = async (x: number, y: number): Promise<boolean> => {
    const [red, green, blue] = (await capture(canvasOf(viewport).locator('xpath=../..'))).at(...place(x, y));
    return Math.max(red, green, blue) - Math.min(red, green, blue) > 12;
  };
  const inside = [
    [70, 70],
    [121, 121],
    [96, 96],
    [262, 390],
    [313, 441],
  ] as const;
  const outside = [
    [57, 96],
    [135, 96],
    [96, 57],
    [96, 135],
    [249, 416],
    [327, 416],
    [450, 450],
  ] as const;
  for (const [x, y] of inside) expect(await coloured(x, y), `${x}, ${y}`).toBe(true);
  for (const [x, y] of outside) expect(await coloured(x, y), `${x}, ${y}`).toBe(false);

  await segments.nth(0).getByRole('button').click();
  await expect(segments.nth(0)).toHaveAttribute('data-visible', 'false');
  expect(await coloured(96, 96)).toBe(false);
  expect(await coloured(290, 416)).toBe(true);
  await page.keyboard.press('m');
  await expect(segments.nth(1)).toHaveAttribute('data-visible', 'false');
  expect(await coloured(290, 416)).toBe(false);
});

test('masks follow the image when it is turned and mirrored', async ({ page, serve, folder }) => {
  await openCase(page, await serve(await folder(BIMCV)), 'sub-S03999/ses-E07001');
  const viewport = await renderedViewport(page);
  await page.keyboard.press('m');
  await page.keyboard.press('o');
  await page.keyboard.press('r');
  const right = viewport.locator('[data-testid=orientation-marker][data-edge=right]');
  // A quarter turn clockwise brings the top, the head, to the right.
  await expect(right).toHaveText('H');
  const place = await placeOf(viewport, { columns: 512, rows: 512 });
  const screen = await capture(canvasOf(viewport).locator('xpath=../..'));
  // (x, y) turned clockwise about the centre: (512 − y, x).
  const [red, green, blue] = screen.at(...place(512 - 96, 96));
  expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeGreaterThan(12);
  await page.keyboard.press('l');
  await page.keyboard.press('h');
  await expect(right).toHaveText('R');
});

test('what was not labelled is never called normal', async ({ page, serve, folder }) => {
  const url = await serve(await folder(BIMCV));
  await openCase(page, url, 'sub-S03999/ses-E07003');
  await expect(page.getByTestId('finding')).toHaveText(['unchangedno CUI']);
  await expect(page.getByText('The tables name this session')).toHaveCount(0);
  await expect(page.getByText('No image in this session')).toBeVisible();
  await expect(page.getByText('Report 2 of 2')).toBeVisible();
});

test('text of the dataset stays text', async ({ page, serve, folder }) => {
  await openCase(page, await serve(await folder(BIMCV)), 'sub-S04888/ses-E07060');
  await expect(page.getByTestId('report-sentence').first()).toHaveText(
    '<img src=x onerror=alert(1)> Cardiomegalia.',
  );
  await expect(page.locator('[data-testid=finding][data-label="no such label"]')).toContainText(
    'not in the vocabulary',
  );
});

test('the raw cells of the labels row can be seen', async ({ page, serve, folder }) => {
  await openCase(page, await serve(await folder(BIMCV)), 'sub-S03999/ses-E07001');
  await page.getByRole('button', { name: 'Cells as filed' }).click();
  await expect(page.getByText("['consolidation', ' COVID 19']")).toBeVisible();
});

test('the keys lead from case to case and back to the list', async ({ page, serve, folder }) => {
  const url = await serve(await folder(BIMCV));
  await page.goto(url);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
  await page.getByTestId('case-row').first().press('Enter');
  const shown = page.getByTestId('case');
  await expect(shown).toHaveAttribute('data-session', 'ses-E07003');
  await page.keyboard.press('n');
  await expect(shown).toHaveAttribute('data-session', 'ses-E07001');
  await page.keyboard.press('n');
  await expect(shown).toHaveAttribute('data-subject', 'sub-S04888');
  await page.keyboard.press('Shift+N');
  await expect(shown).toHaveAttribute('data-session', 'ses-E07001');
  await page.keyboard.press('b');
  await expect(page.getByTestId('case-row')).toHaveCount(4);
});
