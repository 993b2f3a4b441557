import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { expectAccessible } from './support/accessible.ts';
import { film, filmStem, PARTICIPANTS, sessionsTable } from './support/cases.ts';

const FILES = {
  ...PARTICIPANTS,
  ...film(filmStem('sub-1', 'ses-1', 1, 'pa')),
  ...film(filmStem('sub-2', 'ses-2', 1, 'pa')),
  ...sessionsTable('sub-1', { 'ses-1': '20200301' }),
  ...sessionsTable('sub-2', { 'ses-2': '20200302' }),
};

test('the palette reaches actions, pages, sections and cases by a few letters, without a mouse', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(FILES))}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  await indexDone(page);
  const palette = page.getByTestId('palette');
  const field = page.getByRole('combobox');
  const first = palette.getByRole('option').first();
  const choose = async (text: string, label: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type(text);
    await expect(first).toContainText(label);
    await expect(first).toHaveAttribute('data-focused', 'true');
    await page.keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
  };

  // What is chosen is heard: the field names the option that Enter would take.
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('flip vert');
  await expect(first).toContainText('Flip vertically');
  await expect(first.locator('kbd')).toHaveText('V');
  await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
  await expectAccessible(page, 'palette');
  await page.keyboard.press('Enter');
  const top = viewport.getByTestId('orientation-marker').and(page.locator('[data-edge=top]'));
  await expect(top).toHaveText('F');

  await choose('rotr', 'Rotate right');
  await expect(top).toHaveText(/[LR]/);
  await choose('percen', 'Percentile');
  await expect(viewport).toHaveAttribute('data-voi', 'percentile');
  await choose('findings', 'Findings');
  await expect(page.getByRole('heading', { name: 'Findings' })).toBeFocused();
  await choose('sub2', 'sub-2 ses-2');
  await expect(page).toHaveURL(/case\/sub-2\/ses-2/);
  await expect(page).toHaveTitle(/sub-2 ses-2/);
  await renderedViewport(page);

  // The case before is at hand without a letter.
  await page.keyboard.press('Control+k');
  await expect(first).toContainText('sub-1 ses-1');
  await expect(field).toBeFocused();
  await page.keyboard.type('nothing is called this');
  await expect(palette).toContainText('Nothing is called');
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);

  await choose('health', 'Health of the dataset');
  await expect(page).toHaveURL(/health/);
  await choose('espanol', 'Language: Español');
  await page.getByRole('button', { name: 'Paleta de órdenes' }).click();
  await expect(field).toBeFocused();
  // Without its accents, and by its English name.
  await page.keyboard.type('mascaras');
  await expect(first).toContainText('Máscaras lado a lado');
  await field.fill('full screen');
  await expect(first).toContainText('Pantalla completa');
});
