import type { Page } from '@playwright/test';
import { expect, indexDone, renderedViewport, test, type Files } from './support/app.ts';
import { film, filmStem } from './support/cases.ts';
import { withoutHandles } from './support/folders.ts';

const SUBJECTS = ['sub-1', 'sub-2', 'sub-3'] as const;
const stem = (subject: string): string => filmStem(subject, 'ses-1', 1, 'pa');
const COHORT: Files = Object.assign({}, ...SUBJECTS.map((subject) => film(stem(subject))));

const row = (page: Page, subject: string) => page.locator(`[data-testid=case-row][data-subject=${subject}]`);
const caseOf = (page: Page) => page.getByTestId('case');

test('the list in one window and the images in the other: in step, closed, reloaded and opened again, and never two datasets', async ({
  page,
  serve,
  folder,
}) => {
  // Files of the directory input live in the page that was given them.
  await withoutHandles(page);
  await page.goto(await serve());
  await page.getByTestId('directory-input').setInputFiles(await folder(COHORT));
  await indexDone(page);
  await row(page, 'sub-2').focus();
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('Alt+w');
  const images = await opening;
  await expect(caseOf(images)).toHaveAttribute('data-subject', 'sub-2');
  await expect(await renderedViewport(images)).toHaveAttribute('data-image', `${stem('sub-2')}.png`);
  await expect(page).toHaveURL(/\/library/);

  // The next case there is the next row here; a row that is opened here is the case there.
  await images.keyboard.press('n');
  await expect(caseOf(images)).toHaveAttribute('data-subject', 'sub-3');
  await expect(row(page, 'sub-3')).toBeFocused();
  await row(page, 'sub-1').click();
  await expect(caseOf(images)).toHaveAttribute('data-subject', 'sub-1');
  await renderedViewport(images);
  await expect(page).toHaveURL(/\/library/);

  await images.reload();
  await expect(caseOf(images)).toHaveAttribute('data-subject', 'sub-1');
  await renderedViewport(images);
  await row(page, 'sub-3').click();
  await expect(caseOf(images)).toHaveAttribute('data-subject', 'sub-3');

  // Without the other window a case opens here; the other one comes back where it is asked for.
  await images.close();
  await expect(page.getByRole('button', { name: 'Images in a second window' })).toBeVisible();
  await row(page, 'sub-1').click();
  await expect(caseOf(page)).toHaveAttribute('data-subject', 'sub-1');
  const again = page.waitForEvent('popup');
  await page.keyboard.press('Alt+w');
  const back = await again;
  await expect(caseOf(back)).toHaveAttribute('data-subject', 'sub-1');
  await renderedViewport(back);
  await expect(page).toHaveURL(/\/library/);

  // Another folder here, of the same name, is another folder there.
  await page.getByRole('link', { name: 'Go to the start page' }).first().click();
  const other = await folder(film(stem('sub-9')));
  await page.getByTestId('directory-input').setInputFiles(other);
  await expect(row(page, 'sub-9')).toBeVisible();
  await expect(back.getByText('This dataset has no such session')).toBeVisible();
  await row(page, 'sub-9').click();
  await expect(caseOf(back)).toHaveAttribute('data-subject', 'sub-9');
  await renderedViewport(back);
  await expect(page).toHaveURL(/\/library/);
});
