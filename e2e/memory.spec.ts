import type { Page } from '@playwright/test';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { film, filmStem } from './support/cases.ts';

const MB = 2 ** 20;
const SUBJECTS = ['sub-1', 'sub-2', 'sub-3', 'sub-4', 'sub-5', 'sub-6'] as const;
/** A film of 512 × 512 pixels of 16 bits. */
const FILM = 512 * 512 * 2;

const films = Object.assign(
  {},
  ...SUBJECTS.map((subject) => film(filmStem(subject, 'ses-1', 1, 'pa'))),
) as ReturnType<typeof film>;

const figure = (page: Page) => page.getByTestId('image-memory');

/** A machine of so much memory, as Chromium tells it. */
const withMemory = (page: Page, gibibytes: number): Promise<unknown> =>
  page.addInitScript((told) => {
    Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => told });
  }, gibibytes);

test('the memory that images take is shown, bounded by the machine, in both languages', async ({
  page,
  serve,
  folder,
}) => {
  await withMemory(page, 8);
  await page.goto(await serve(await folder(films)));
  await expect(figure(page)).toHaveText('Images 0 of 1,024 MB');
  await expect(figure(page)).toHaveRole('meter');
  await expect(figure(page)).toHaveAccessibleName('Memory for images');
  await expect(figure(page)).toHaveAccessibleDescription(/used longest ago go/);
  await indexDone(page);
  const place = await figure(page).boundingBox();
  await page.locator('[data-testid=case-row][data-subject=sub-1]').click();
  await renderedViewport(page);
  // This film and the next one.
  await expect(figure(page)).toHaveText('Images 1 of 1,024 MB');
  await expect(figure(page)).toHaveAttribute('aria-valuetext', '1 of 1,024 MB');
  expect(await figure(page).boundingBox()).toEqual(place);
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: 'Español' }).click();
  await expect(figure(page)).toHaveText('Imágenes 1 de 1.024 MB');
  await expect(figure(page)).toHaveAccessibleName('Memoria para imágenes');
});

test('another case lets go of all but itself and what is read ahead', async ({ page, serve, folder }) => {
  await page.goto(`${await serve(await folder(films))}/case/sub-1/ses-1?sort=subject`);
  await indexDone(page);
  await renderedViewport(page);
  const most = Math.ceil((3 * FILM) / MB);
  for (const subject of SUBJECTS.slice(1)) {
    await page.keyboard.press('n');
    await expect(page.getByTestId('case')).toHaveAttribute('data-subject', subject);
    await renderedViewport(page);
    await expect
      .poll(async () => Number(await figure(page).getAttribute('data-used')))
      .toBeLessThanOrEqual(most);
  }
  // The last case has one neighbour.
  await expect(figure(page)).toHaveAttribute('data-used', '1');
});
