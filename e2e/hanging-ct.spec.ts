import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, indexDone, renderedViewport, test, type Files } from './support/app.ts';
import { filmMask } from './support/bimcv.ts';
import { film, filmStem, PARTICIPANTS, sessionsTable } from './support/cases.ts';
import { niftiGz } from './support/nifti.ts';

const SIDE = 16;

/** A CT from `foot` mm on upwards, whose every slice has one HU of its own. */
const ct = (session: string, slices: number, spacing: number, foot: number): Files => ({
  [ctPath(session)]: niftiGz({
    dimensions: [SIDE, SIDE, slices],
    voxels: Array.from({ length: SIDE * SIDE * slices }, (_, at) => -1000 + 20 * Math.floor(at / SIDE ** 2)),
    sform: [
      [-2, 0, 0, SIDE],
      [0, -2, 0, SIDE],
      [0, 0, spacing, foot],
    ],
  }),
});

const ctPath = (session: string): string =>
  `sub-1/${session}/mod-rx/sub-1_${session}_run-2_bp-chest_ct.nii.gz`;

const STEM = filmStem('sub-1', 'ses-2', 1, 'pa');
const FILM = `${STEM}.png`;
const [CT, PRIOR_CT] = [ctPath('ses-2'), ctPath('ses-1')];

/** A film with a mask beside a CT from 0 to 44 mm, and an earlier CT from −20 to 40 mm. */
const FILES: Files = {
  ...PARTICIPANTS,
  ...sessionsTable('sub-1', { 'ses-1': '20200319', 'ses-2': '20200322' }),
  ...film(STEM),
  [`derivatives/segmentations/sub-1/ses-2/${STEM.split('/').pop()}_dseg.png`]: filmMask(),
  ...ct('ses-2', 12, 4, 0),
  ...ct('ses-1', 7, 10, -20),
};

interface Shown {
  readonly image: string | null;
  readonly center: string | null;
  readonly width: string | null;
}

const shown = (page: Page): Promise<Shown[]> =>
  page.locator('[data-testid=viewport][data-status=rendered]').evaluateAll((all) =>
    all.map((one) => ({
      image: one.getAttribute('data-image'),
      center: one.getAttribute('data-center'),
      width: one.getAttribute('data-width'),
    })),
  );

const images = async (page: Page) => (await shown(page)).map(({ image }) => image);
const windows = async (page: Page) => (await shown(page)).map(({ center, width }) => `${center}/${width}`);

const LUNG = '-600/1500';
const MEDIASTINUM = '80/400';

async function hang(page: Page, protocol: string): Promise<void> {
  await page.getByRole('button', { name: /^Hanging protocol: / }).click();
  await page.getByRole('menuitemradio', { name: protocol, exact: true }).click();
  await page.getByTestId('viewport').first().focus();
}

test('a film beside a CT, a CT in two windows and beside the one before, and masks off beside on, hang by stages', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(FILES))}/case/sub-1/ses-2`);
  await indexDone(page);
  await renderedViewport(page, 1);
  const stage = page.getByTestId('hanging-stage');
  const viewport = page.getByTestId('viewport');

  // Film | CT, by itself, since that is what the case holds.
  await expect(page.getByRole('button', { name: /^Hanging protocol: / })).toHaveAccessibleName(/Film \| CT/);
  await expect(stage).toHaveText('1 of 2');
  await expect.poll(() => images(page)).toEqual([FILM, CT]);
  await page.keyboard.press('.');
  await expect.poll(() => images(page)).toEqual([FILM, CT, CT]);
  expect((await windows(page)).slice(1)).toEqual([LUNG, MEDIASTINUM]);
  // The two windows are of one slice.
  await viewport.nth(1).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(viewport.nth(1)).toHaveAttribute('data-slice', '1');
  await expect(viewport.nth(2)).toHaveAttribute('data-slice', '1');

  await hang(page, 'CT lung | mediastinum');
  await expect.poll(() => images(page)).toEqual([CT, CT]);
  await expect.poll(() => windows(page)).toEqual([LUNG, MEDIASTINUM]);
  await page.keyboard.press('.');
  await expect.poll(() => windows(page)).toEqual([LUNG]);
  await page.keyboard.press('.');
  await expect.poll(() => windows(page)).toEqual([MEDIASTINUM]);
  await expect(stage).toHaveText('3 of 3');

  // CT | prior CT, both in one window, and where they are in the patient.
  await hang(page, 'CT | prior CT');
  await expect.poll(() => images(page)).toEqual([CT, PRIOR_CT]);
  await expect.poll(() => windows(page)).toEqual([LUNG, LUNG]);
  await expect(viewport.nth(1).getByTestId('session-badge')).toContainText('prior, 3 d before');
  await viewport.nth(0).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  // 40 mm, the second slice from the head, is the first one of the CT before.
  await expect(viewport.nth(0)).toHaveAttribute('data-slice', '1');
  await expect(viewport.nth(1)).toHaveAttribute('data-slice', '0');
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown');
  // 20 mm.
  await expect(viewport.nth(0)).toHaveAttribute('data-slice', '6');
  await expect(viewport.nth(1)).toHaveAttribute('data-slice', '2');
  await page.keyboard.press('.');
  await expect.poll(() => windows(page)).toEqual([MEDIASTINUM, MEDIASTINUM]);
  await expectAccessible(page, 'CT beside a prior one');

  // Masks off | on: the same film twice, in one view.
  await hang(page, 'Masks off | on');
  await expect.poll(() => images(page)).toEqual([FILM, FILM]);
  await expect(viewport.nth(0).getByTestId('mask-overlay')).toHaveCount(0);
  await expect(viewport.nth(1).getByTestId('mask-overlay')).toHaveCount(1);
  const scale = async (at: number) => Number(await viewport.nth(at).getAttribute('data-scale'));
  const whole = await scale(0);
  await page.keyboard.press('+');
  await expect.poll(async () => (await scale(0)) / whole).toBeCloseTo(1.2, 2);
  await expect.poll(async () => (await scale(1)) / whole).toBeCloseTo(1.2, 2);
  await page.keyboard.press('.');
  await expect.poll(() => images(page)).toEqual([FILM]);
  await expect(viewport.nth(0).getByTestId('mask-overlay')).toHaveCount(1);
});
