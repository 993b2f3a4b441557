import type { Page } from '@playwright/test';
import { expect, indexDone, renderedViewport, test, type Files } from './support/app.ts';
import { dicom, imageAttributes, pixelData } from './support/dicom.ts';
import { hold } from './support/hold.ts';
import { canvasOf, capture } from './support/screen.ts';
import { film, filmStem, largeFilm, PARTICIPANTS, sessionsTable } from './support/cases.ts';

const LARGE = largeFilm();

/** sub-1 with two sessions by date, sub-2 and sub-3 with one; each with a frontal film. */
const COHORT: Files = {
  ...PARTICIPANTS,
  ...sessionsTable('sub-1', { 'ses-1': '20200318', 'ses-2': '20200322' }),
  ...sessionsTable('sub-2', { 'ses-1': '20200319' }),
  ...sessionsTable('sub-3', { 'ses-1': '20200320' }),
  ...film(filmStem('sub-1', 'ses-1', 1, 'pa'), LARGE),
  ...film(filmStem('sub-1', 'ses-2', 1, 'pa'), LARGE),
  ...film(filmStem('sub-2', 'ses-1', 1, 'lateral')),
  ...film(filmStem('sub-3', 'ses-1', 1, 'pa')),
};

const DX = { '00080060': ['CS', 'DX'], '00280004': ['CS', 'MONOCHROME2'] } as const;

const shown = (page: Page): Promise<readonly [string | null, string | null]> =>
  Promise.all([
    page.getByTestId('case').getAttribute('data-subject'),
    page.getByTestId('case').getAttribute('data-session'),
  ]);

test('keys lead to the sessions of the patient and to the patients of the list', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(COHORT))}/case/sub-1/ses-1?sort=subject`);
  await renderedViewport(page);
  await indexDone(page);
  for (const [key, where] of [
    ['Control+ArrowRight', ['sub-1', 'ses-2']],
    ['Control+ArrowLeft', ['sub-1', 'ses-1']],
    ['Control+ArrowDown', ['sub-2', 'ses-1']],
    ['Control+ArrowDown', ['sub-3', 'ses-1']],
    ['Control+ArrowUp', ['sub-2', 'ses-1']],
    // The list has the newest session of a patient first.
    ['Control+ArrowUp', ['sub-1', 'ses-2']],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => shown(page), key).toEqual(where);
  }
});

test('nothing of a case stays on screen while the headers of the next are read', async ({
  page,
  serve,
  folder,
}) => {
  const stored = pixelData(new Uint16Array(64 * 64).fill(2_000));
  const path = `${filmStem('sub-4', 'ses-1', 1, 'pa')}.dcm`;
  const address = await serve(
    await folder({
      ...COHORT,
      [path]: dicom({ ...imageAttributes(64, 64, 12, false), ...DX, '7FE00010': ['OW', stored] }),
    }),
  );
  const { held, release } = hold();
  await page.route('**/dataset/**', async (route) => {
    if (`${route.request().url()} ${route.request().postData()}`.includes('sub-4/')) await held;
    await route.continue();
  });
  await page.goto(`${address}/case/sub-3/ses-1`);
  const viewport = await renderedViewport(page);
  const brightest = async (): Promise<number> => {
    const { width, height, at } = await capture(canvasOf(viewport));
    return Math.max(
      ...Array.from({ length: 400 }, (_, n) => at((width * (n % 20)) / 20, (height * n) / 400)[0]),
    );
  };
  expect(await brightest()).toBeGreaterThan(100);
  await page.keyboard.press('Control+ArrowDown');
  await expect.poll(() => shown(page)).toEqual(['sub-4', 'ses-1']);
  await expect(viewport).toHaveAttribute('data-status', 'loading');
  await expect.poll(brightest).toBe(0);
  release();
  await expect(viewport).toHaveAttribute('data-image', path);
  await renderedViewport(page);
});

/** The measures of images since a moment, with whether they came from memory. */
const images = (page: Page) =>
  page.evaluate(() =>
    performance.getEntriesByName('midscope:image').map((entry) => {
      const { detail } = entry as PerformanceMeasure;
      return detail as { readonly path: string; readonly cached: boolean };
    }),
  );

test('the next case is read ahead, and shown from memory', async ({ page, serve, folder }) => {
  await page.goto(`${await serve(await folder(COHORT))}/case/sub-1/ses-1`);
  await renderedViewport(page);
  await indexDone(page);
  const next = `${filmStem('sub-1', 'ses-2', 1, 'pa')}.png`;
  // Read ahead means decoded: the workers are done with it some time after the request.
  await page.waitForTimeout(4_000);
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByTestId('viewport').first()).toHaveAttribute('data-image', next);
  await renderedViewport(page);
  // The prior hangs beside it.
  expect((await images(page)).findLast(({ path }) => path === next)).toMatchObject({ cached: true });
});

test('films of the same projection keep the enlargement, others do not', async ({ page, serve, folder }) => {
  const url = await serve(await folder(COHORT));
  await page.goto(`${url}/case/sub-1/ses-1?sort=subject`);
  const scale = async (): Promise<number> =>
    Number(await (await renderedViewport(page)).getAttribute('data-scale'));
  await indexDone(page);
  // Each film alone, without the prior beside it.
  await page.keyboard.press('7');
  const whole = await scale();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(scale).toBeCloseTo(1.44 * whole, 3);
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => shown(page)).toEqual(['sub-1', 'ses-2']);
  await page.keyboard.press('7');
  await expect.poll(scale).toBeCloseTo(1.44 * whole, 3);
  // The lateral of 512 × 512 pixels is shown whole.
  await page.keyboard.press('Control+ArrowDown');
  await expect.poll(() => shown(page)).toEqual(['sub-2', 'ses-1']);
  const lateral = await renderedViewport(page);
  const box = await lateral.locator('canvas').first().boundingBox();
  await expect.poll(scale).toBeCloseTo(Math.min(box?.width ?? 0, box?.height ?? 0) / 512, 2);
  await page.keyboard.press('Control+ArrowUp');
  await expect.poll(() => shown(page)).toEqual(['sub-1', 'ses-2']);
  await page.keyboard.press('7');
  await renderedViewport(page);
  await page.keyboard.press('=');
  await expect.poll(scale).toBeCloseTo(whole, 3);
  await page.keyboard.press('Control+ArrowLeft');
  await expect.poll(() => shown(page)).toEqual(['sub-1', 'ses-1']);
  await expect.poll(scale).toBeCloseTo(whole, 3);
});

test('single keys can be switched off, and keys with Ctrl stay', async ({ page, serve, folder }) => {
  await page.goto(`${await serve(await folder(COHORT))}/case/sub-1/ses-1?sort=subject`);
  await renderedViewport(page);
  await indexDone(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Next session of the patient');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('9');
  await expect(page.getByTestId('viewport')).toHaveCount(1);
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => shown(page)).toEqual(['sub-1', 'ses-2']);
});

test('labels that were switched off stay off from case to case, and come back by key', async ({
  page,
  serve,
  folder,
}) => {
  const labels: Files = {
    'derivatives/labels/labels_covid19_posi.tsv': [
      '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS',
      ...['ses-1', 'ses-2'].map(
        (session, at) =>
          `${at}\tsub-1\t${session}\tx .\t['pneumonia']\t[]\t[['pneumonia']]\t['C0032285']\t[]`,
      ),
      '',
    ].join('\n'),
  };
  await page.goto(`${await serve(await folder({ ...COHORT, ...labels }))}/case/sub-1/ses-1`);
  await page.getByTestId('agreement-accept').click();
  await renderedViewport(page);
  const over = page.getByTestId('overlay-label');
  await expect(over).toHaveText(['pneumonia']);
  for (let press = 0; press < 2; press++) await page.keyboard.press('t');
  await expect(over).toHaveCount(0);
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => shown(page)).toEqual(['sub-1', 'ses-2']);
  await renderedViewport(page);
  await expect(page.getByTestId('finding')).toHaveCount(1);
  await expect(over).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(over).toHaveText(['pneumonia']);
});
