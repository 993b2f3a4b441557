import type { Page } from '@playwright/test';
import { expect, indexDone, test, type Files } from './support/app.ts';
import { film, filmStem } from './support/cases.ts';
import { imageAttributes } from './support/dicom.ts';
import { filmSamples, SQUARE, SQUARES, STORED } from './support/films.ts';
import { rleDicom } from './support/rle.ts';

const SIDE = SQUARES * SQUARE;

/** Greys of the picture in a card, at the middle of each square of the film. */
const greysOf = (page: Page, session: string): Promise<readonly number[]> =>
  page
    .locator(`[data-testid=case-row][data-session=${session}] canvas`)
    .evaluate((canvas: HTMLCanvasElement, squares) => {
      const context = canvas.getContext('2d');
      const step = canvas.width / squares;
      return Array.from({ length: squares ** 2 }, (_, at) => {
        const [x, y] = [(at % squares) + 0.5, Math.floor(at / squares) + 0.5];
        return context?.getImageData(Math.floor(x * step), Math.floor(y * step), 1, 1).data[0] ?? -1;
      });
    }, SQUARES);

test('a compressed DICOM film has a picture with the greys of its window', async ({
  page,
  serve,
  folder,
}) => {
  const window = { center: 2048, width: 4096 };
  const stem = filmStem('sub-1', 'ses-1', 1, 'pa');
  const file = rleDicom(
    {
      ...imageAttributes(SIDE, SIDE, 12, false),
      '00080060': ['CS', 'DX'],
      '00280004': ['CS', 'MONOCHROME2'],
      '00281050': ['DS', String(window.center)],
      '00281051': ['DS', String(window.width)],
    },
    filmSamples(STORED),
  );
  await page.goto(`${await serve(await folder({ [`${stem}.dcm`]: file }))}/library?view=gallery`);
  const card = page.getByTestId('case-row');
  await expect(card).toHaveAttribute('data-picture', 'ready');
  const greys = await greysOf(page, 'ses-1');
  // PS3.3 C.11.2.1.2.1.
  const expected = STORED.map((value) =>
    Math.max(0, Math.min(255, ((value - (window.center - 0.5)) / (window.width - 1) + 0.5) * 255)),
  );
  const errors = greys.map((grey, at) => Math.abs(grey - (expected[at] ?? NaN)));
  expect(Math.max(...errors)).toBeLessThanOrEqual(1);
});

test('a card that leaves the screen before its turn is not read', async ({ page, serve, folder }) => {
  const sessions = Array.from({ length: 120 }, (_, at) => `ses-${1000 + at}`);
  const files: Files = Object.assign({}, ...sessions.map((one) => film(filmStem('sub-1', one, 1, 'pa'))));
  const read = new Set<string>();
  page.on('request', (request) => {
    const found = /ses-\d+(?=_run-1_bp-chest_vp-pa_dx\.png)/.exec(decodeURIComponent(request.url()));
    if (found && request.method() === 'GET') read.add(found[0]);
  });
  const address = await serve(await folder(files));
  await page.goto(`${address}/library`);
  await indexDone(page);
  read.clear();
  await page.getByRole('radio', { name: 'Gallery' }).click();
  await page.getByTestId('case-row').first().focus();
  await page.keyboard.press('End');
  const last = page.locator('[data-testid=case-row]:focus');
  await expect(last).toHaveAttribute('data-position', '119');
  await expect(last).toHaveAttribute('data-picture', 'ready');
  await expect(page.locator('[data-testid=case-row][data-picture=loading]')).toHaveCount(0);
  expect(read.size).toBeGreaterThan(0);
  expect(read.size).toBeLessThan(60);
});
