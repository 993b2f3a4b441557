import type { Locator, Page } from '@playwright/test';
import { expect, renderedViewport, test, type Files } from './support/app.ts';
import { film, filmStem } from './support/cases.ts';
import { ctFiles, planeOf, SFORM } from './support/ct.ts';
import { dicom, imageAttributes, pixelData } from './support/dicom.ts';
import { filmPng, sidecar, STORED } from './support/films.ts';
import { niftiGz } from './support/nifti.ts';
import { png } from './support/png.ts';
import { canvasOf, capture, placeOf } from './support/screen.ts';

const ct = (subject: string): string => `${subject}/ses-1/mod-rx/${subject}_ses-1_run-1_bp-chest_ct`;

/** Moves the pointer to the middle of a pixel of an image that is shown whole. */
async function pointAt(
  page: Page,
  viewport: Locator,
  size: { readonly columns: number; readonly rows: number },
  column: number,
  row: number,
): Promise<void> {
  const place = await placeOf(viewport, size);
  const box = await canvasOf(viewport).boundingBox();
  const [x, y] = place(column + 0.5, row + 0.5);
  await page.mouse.move((box?.x ?? 0) + x, (box?.y ?? 0) + y);
}

const badges = (viewport: Locator): Locator => viewport.getByTestId('truth-badge');

const WIDE = { columns: 9_000, rows: 60 };
/** Each column has a value of its own. */
const wideFilm = (): Buffer =>
  png({
    ...WIDE,
    depth: 16,
    colour: 'grey',
    samples: Uint16Array.from({ length: WIDE.columns * WIDE.rows }, (_, at) => at % WIDE.columns),
  });

test('an image larger than the graphics card draws is shown smaller, and its values are whole', async ({
  page,
  serve,
  folder,
}) => {
  const window = { '00281050': ['DS', 4500], '00281051': ['DS', 9000] } as const;
  const url = await serve(await folder(film(filmStem('sub-1', 'ses-1', 1, 'pa'), wideFilm(), window)));
  await page.goto(`${url}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  await expect(viewport.getByTestId('truth-badge').first()).toContainText(/Drawn at 1:\d/);
  await page.keyboard.press('o');
  const place = await placeOf(viewport, WIDE);
  for (const isInverted of [false, true]) {
    if (isInverted) await page.keyboard.press('i');
    const screen = await capture(canvasOf(viewport));
    for (let column = 300; column < WIDE.columns; column += 600) {
      const [x, y] = place(column, WIDE.rows / 2);
      // The window is as wide as the ramp: a pixel of the screen is as light as it lies far to the right.
      const expected =
        (255 * (Math.floor(x) + 0.5 - place(0, 0)[0])) / (place(WIDE.columns, 0)[0] - place(0, 0)[0]);
      const grey = screen.at(x, y)[0];
      expect(Math.abs((isInverted ? 255 - grey : grey) - expected), `column ${column}`).toBeLessThanOrEqual(
        1,
      );
    }
  }
  await pointAt(page, viewport, WIDE, 6_543, 30);
  // A pixel of the screen is some ten of the image wide.
  const [, value = ''] =
    /stored value ([\d,]+)/.exec((await viewport.getByTestId('probe').textContent()) ?? '') ?? [];
  expect(Math.abs(Number(value.replace(',', '')) - 6_543)).toBeLessThanOrEqual(10);
});

const COLOURS = { columns: 64, rows: 48 };
const OTHERS: Files = {
  // 8-bit samples with the sidecar of a 12-bit film.
  ...film(
    filmStem('sub-1', 'ses-1', 1, 'pa'),
    filmPng(
      STORED.map((value) => value >> 4),
      8,
    ),
    {
      '00280101': ['US', 12],
    },
  ),
  // Two volumes, the sidecar's window.
  [`${ct('sub-2')}.nii.gz`]: niftiGz({
    dimensions: [32, 32, 3],
    voxels: Array.from({ length: 2 * 32 * 32 * 3 }, (_, at) => at % 1000),
    sform: SFORM,
    volumes: 2,
  }),
  [`${ct('sub-2')}.json`]: sidecar({
    '00080060': ['CS', 'CT'],
    '00281050': ['DS', 500],
    '00281051': ['DS', 1000],
  }),
  // A CT by its name alone, of fractions.
  [`${ct('sub-3')}.nii.gz`]: niftiGz({
    dimensions: [32, 32, 3],
    voxels: Array.from({ length: 32 * 32 * 3 }, (_, at) => (at % 32) / 32),
    sform: SFORM,
    type: 'float32',
  }),
  // Pixels twice as high as wide, and a contradiction.
  [`${filmStem('sub-4', 'ses-1', 1, 'pa')}.dcm`]: dicom({
    ...imageAttributes(64, 64, 12, false),
    '00080060': ['CS', 'DX'],
    '00280004': ['CS', 'MONOCHROME2'],
    '00280034': ['IS', '2\\1'],
    '00281050': ['DS', '2048'],
    '00281051': ['DS', '4096'],
    '20500020': ['CS', 'INVERSE'],
    '7FE00010': ['OW', pixelData(Array.from({ length: 64 * 64 }, (_, at) => at))],
  }),
  ...film(
    filmStem('sub-5', 'ses-1', 1, 'pa'),
    png({
      ...COLOURS,
      depth: 8,
      colour: 'rgb',
      samples: Array.from(
        { length: 3 * COLOURS.columns * COLOURS.rows },
        (_, at) => [10, 120, 230][at % 3] ?? 0,
      ),
    }),
  ),
};

test('what is guessed, left out or in contradiction is said at once, and values have their unit', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(OTHERS));
  const open = async (subject: string): Promise<Locator> => {
    await page.goto(`${url}/case/${subject}/ses-1`);
    return renderedViewport(page);
  };
  const other = await open('sub-1');
  await expect(other).toHaveAttribute('data-voi', 'percentile');
  await expect(badges(other).first()).toHaveAttribute('data-guess', 'true');
  await expect(badges(other).first()).toContainText('Sidecar of another depth');

  const first = await open('sub-2');
  await expect(badges(first).first()).toContainText('One image of several');
  await pointAt(page, first, { columns: 32, rows: 32 }, 5, 5);
  await expect(first.getByTestId('probe')).toContainText(/^\d+ HU$/);

  const fractions = await open('sub-3');
  await pointAt(page, fractions, { columns: 32, rows: 32 }, 16, 10);
  await expect(fractions.getByTestId('probe')).toHaveText(/^0\.\d{3} HU$/);

  const shaped = await open('sub-4');
  await expect(badges(shaped).first()).toContainText('two attributes disagree');
  await expect(badges(shaped).last()).toContainText('INVERSE inverted · Pixels 2:1 (height to width)');
  await expect(shaped).toHaveAttribute('data-inverted', 'true');
  await page.keyboard.press('o');
  const [left, right] = await Promise.all(
    [0, 1].map(async (side) => {
      const box = await canvasOf(shaped).boundingBox();
      const screen = await capture(canvasOf(shaped));
      const scale = Number(await shaped.getAttribute('data-scale'));
      // 64 columns are as wide as 32 rows are high; the picture ends there.
      const edge = (box?.width ?? 0) / 2 + (side === 0 ? -32 : 32) * scale;
      return [screen.at(edge - 3, 200)[0], screen.at(edge + 3, 200)[0]];
    }),
  );
  expect(left?.[0]).toBe(0);
  expect(left?.[1]).toBeGreaterThan(0);
  expect(right?.[0]).toBeGreaterThan(0);
  expect(right?.[1]).toBe(0);

  const colour = await open('sub-5');
  await badges(colour).last().click();
  await pointAt(page, colour, COLOURS, 5, 40);
  const steps = page.getByTestId('chain-steps');
  await expect(steps.locator('[data-step="C.7.6.3"]')).toContainText('10, 120, 230');
  await page.keyboard.press('i');
  await expect(steps.locator('[data-step="C.7.6.3.1.2"]')).toContainText('245, 135, 25');
  await expect(colour.getByTestId('probe')).toHaveText('RGB 10, 120, 230');
});

test('the steps of a plane say what was made of its voxels', async ({ page, serve, folder }) => {
  await page.goto(`${await serve(await folder(ctFiles()))}/case/sub-1/ses-1`);
  await renderedViewport(page);
  await page.keyboard.press('p');
  const coronal = planeOf(page, 'coronal');
  await expect(coronal).toHaveAttribute('data-status', 'rendered');
  await page.getByRole('radio', { name: 'Mean' }).click();
  await coronal.getByRole('button', { name: 'Window from sidecar' }).click();
  const steps = coronal.getByTestId('chain-steps');
  await expect(steps.locator('[data-step="C.7.6.3"]')).toContainText('Mean, 3 mm slab');
  const box = await canvasOf(coronal).boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 3, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(steps.locator('[data-step="C.7.6.3.1.2"]')).toContainText(/\d/);
  await coronal.getByRole('button', { name: 'Window from sidecar' }).press('Escape');
  await expect(steps).toHaveCount(0);
});
