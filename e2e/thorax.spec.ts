import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { BIMCV } from './support/bimcv.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { canvasOf, placeOf } from './support/screen.ts';

const region = (page: Page, label: string, view = 'frontal'): Locator =>
  page.locator(
    `[data-testid=thorax-map][data-view=${view}] [data-testid=thorax-region][data-label="${label}"]`,
  );
const lit = (one: Locator): Promise<void> => expect(one).toHaveAttribute('data-lit', 'true');

test('the map shows the places of a case, and counts and filters those of the library', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(BIMCV));
  await page.goto(`${url}/library`);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);

  await test.step('the library', async () => {
    const basal = region(page, 'loc basal');
    await expect(basal).toHaveAttribute('data-count', '1');
    await expect(basal).toHaveAccessibleName('basal, 1');
    await expect(basal).not.toBeChecked();
    await expectAccessible(page, 'the library with its map');
    await basal.press('Enter');
    await expect(basal).toBeChecked();
    await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', '1');
    await expect(page).toHaveURL(/location=loc\+?(%20)?basal/);
    // A term above counts what is below it.
    await region(page, 'loc lower lung field').press('ArrowDown');
    await page.getByRole('radio', { name: 'Mediastinum and airways' }).click();
    await expect(basal).toHaveCount(0);
    const heart = region(page, 'loc cardiac');
    await expect(heart).toHaveAttribute('data-count', '1');
    await expect(region(page, 'loc mediastinum')).toHaveAttribute('data-count', '1');
    await heart.click();
    await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', '2');
    await heart.click();
    await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', '1');
    // From the side the same places have the same counts, and filter too.
    await page.getByRole('radio', { name: 'Lateral', exact: true }).click();
    const besides = region(page, 'loc cardiac', 'lateral');
    await expect(heart).toHaveCount(0);
    await expect(besides).toHaveAttribute('data-count', '1');
    await besides.click();
    await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', '2');
    await besides.click();
    await expectAccessible(page, 'the library with its lateral map');
    await page.getByRole('radio', { name: 'Frontal', exact: true }).click();
    await expect(heart).toHaveAttribute('data-count', '1');
  });

  await test.step('the case', async () => {
    await page.getByTestId('case-row').first().dblclick();
    await renderedViewport(page);
    const basal = region(page, 'loc basal');
    // Beside “right” a place lies on that side, and no half of the chest is coloured.
    await expect(basal.locator('path[class*=region]')).toHaveCount(1);
    await expect(region(page, 'loc right')).toHaveCount(0);
    await expect(basal).toHaveAttribute('data-branch', 'alveolar');
    await expect(basal).toHaveAccessibleName('basal: consolidation');
    await expect(region(page, 'loc basal', 'lateral')).toHaveCount(1);
    const finding = page.locator('[data-testid=finding][data-label=consolidation]');
    await finding.hover();
    await lit(basal);
    await page.mouse.move(0, 0);
    await expect(basal).toHaveAttribute('data-lit', 'false');
    await finding.getByRole('button').first().focus();
    await page.keyboard.press('Tab');
    await expect(basal).toBeFocused();
    await lit(finding);
    await lit(page.locator('[data-testid=location][data-label="loc basal"]'));
    await page.keyboard.press('Enter');
    await expect(basal).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    await expect(basal).toHaveAttribute('data-lit', 'false');
    await expectAccessible(page, 'a case with its map');
  });
});

test('a guide lies over a frontal film, is moved and scaled, and labels point at masks and at its regions', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(BIMCV));
  await page.goto(`${url}/case/sub-S03999/ses-E07001`);
  await page.getByTestId('agreement-accept').click();
  const viewport = await renderedViewport(page);
  const leader = (label: string): Locator => page.locator(`[data-testid=leader][data-label="${label}"]`);
  const guide = page.getByTestId('thorax-guide');
  const number = async (name: string): Promise<number> => Number(await guide.getAttribute(name));

  await test.step('labels and their lines', async () => {
    await expect(leader('consolidation')).toHaveAttribute('data-schematic', 'false');
    const place = await placeOf(viewport, { columns: 512, rows: 512 });
    const canvas = await canvasOf(viewport).boundingBox();
    const ring = await leader('consolidation').locator('circle').boundingBox();
    if (!canvas || !ring) throw new Error('nothing is drawn');
    // The middle of the mask in columns and rows 64–127.
    const [x, y] = place(96, 96);
    expect(Math.abs(ring.x + ring.width / 2 - canvas.x - x)).toBeLessThan(2);
    expect(Math.abs(ring.y + ring.height / 2 - canvas.y - y)).toBeLessThan(2);
    await page.locator('[data-testid=overlay-label][data-label=consolidation]').hover();
    await lit(leader('consolidation'));
    await lit(page.locator('[data-testid=finding][data-label=consolidation]'));
    await page.keyboard.press('m');
    await page.keyboard.press('m');
    await expect(leader('consolidation')).toHaveCount(0);
  });

  await test.step('the guide', async () => {
    await expect(guide).toHaveCount(0);
    await page.keyboard.press('a');
    await expect(guide).toBeVisible();
    await expect(page.getByTestId('guide-move')).toHaveText('schematic, not a measurement');
    await expect(page.getByRole('switch', { name: 'Schematic guide over the film' })).toBeChecked();
    await expect(leader('consolidation')).toHaveAttribute('data-schematic', 'true');
    await expectAccessible(page, 'a case with a guide');
    const [x, y, scaleX] = [await number('data-x'), await number('data-y'), await number('data-scale-x')];
    const plate = await page.getByTestId('guide-move').boundingBox();
    if (!plate) throw new Error('nothing to drag');
    const scale = Number(await viewport.getAttribute('data-scale'));
    await page.mouse.move(plate.x + 10, plate.y + 8);
    await page.mouse.down();
    await page.mouse.move(plate.x + 50, plate.y + 38, { steps: 3 });
    await page.mouse.up();
    expect(await number('data-x')).toBeCloseTo(x + 40 / scale, 0);
    expect(await number('data-y')).toBeCloseTo(y + 30 / scale, 0);
    const window = await viewport.getAttribute('data-width');
    await page.getByTestId('guide-move').press('ArrowLeft');
    expect(await number('data-x')).toBeCloseTo(x + 36 / scale, 0);
    await page.getByTestId('guide-move').press('+');
    expect(await number('data-scale-x')).toBeCloseTo(scaleX * 1.03, 2);
    await page.getByTestId('guide-move').press('Home');
    expect(await number('data-x')).toBeCloseTo(x, 0);
    const corner = await page.getByTestId('guide-scale').boundingBox();
    if (!corner) throw new Error('nothing to scale by');
    await page.mouse.move(corner.x + 12, corner.y + 12);
    await page.mouse.down();
    await page.mouse.move(corner.x - 28, corner.y + 12, { steps: 3 });
    await page.mouse.up();
    expect(await number('data-scale-x')).toBeLessThan(scaleX);
    // The tool of the left button heard nothing of all this.
    await expect(viewport).toHaveAttribute('data-width', window ?? '');
    const kept = await number('data-scale-x');
    await page.keyboard.press('a');
    await expect(guide).toHaveCount(0);
    await page.keyboard.press('a');
    expect(await number('data-scale-x')).toBe(kept);
  });
});
