import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dicom, imageAttributes, pixelData } from './support/dicom.ts';
import { filmDicom, filmPng, sidecar } from './support/films.ts';
import { niftiGz } from './support/nifti.ts';
import type { Locator } from '@playwright/test';
import { canvasOf, capture } from './support/screen.ts';
import { expect, indexDone, renderedViewport, test, type Files } from './support/app.ts';

const stem = (run: number): string => `sub-1/ses-1/mod-rx/sub-1_ses-1_run-${run}_bp-chest_vp-pa_dx`;

/** A PNG that declares 100,000 × 100,000 pixels. */
function lyingPng(): Buffer {
  const file = Buffer.from(filmPng());
  file.writeUInt32BE(100_000, 16);
  file.writeUInt32BE(100_000, 20);
  return file;
}

const film = filmPng();
const nifti = niftiGz({
  dimensions: [8, 8, 4],
  voxels: new Int16Array(256),
  sform: [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
  ],
});

/** File, and the code of the sentence that stands in its place. */
const BROKEN: readonly (readonly [
  name: string,
  file: string,
  content: string | Uint8Array,
  codes: RegExp,
])[] = [
  ['an empty PNG', `${stem(1)}.png`, new Uint8Array(0), /FILE_EMPTY/],
  [
    'a PNG that breaks off',
    `${stem(1)}.png`,
    film.subarray(0, film.length / 2),
    /IMAGE_TRUNCATED|IMAGE_UNDECODABLE/,
  ],
  [
    'a PNG whose header lies about its size',
    `${stem(1)}.png`,
    lyingPng(),
    /PNG_INVALID|IMAGE_TOO_LARGE|IMAGE_TRUNCATED/,
  ],
  ['a text named PNG', `${stem(1)}.png`, 'not a picture', /IMAGE_UNKNOWN/],
  ['a DICOM film that breaks off', `${stem(1)}.dcm`, filmDicom({}).subarray(0, 4_000), /IMAGE_TRUNCATED/],
  ['a DICOM object without pixels', `${stem(1)}.dcm`, dicom({ '00080060': ['CS', 'DX'] }), /DICOM_NO_PIXELS/],
  [
    'a DICOM film that declares 60,000 × 60,000 pixels',
    `${stem(1)}.dcm`,
    dicom({
      ...imageAttributes(60_000, 60_000, 12, false),
      '00080060': ['CS', 'DX'],
      '7FE00010': ['OW', pixelData([1, 2])],
    }),
    /IMAGE_TOO_LARGE|IMAGE_TRUNCATED/,
  ],
  [
    'a NIfTI that breaks off',
    'sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_ct.nii.gz',
    nifti.subarray(0, nifti.length / 2),
    /IMAGE_TRUNCATED|IMAGE_UNDECODABLE|NIFTI_INVALID/,
  ],
  ['an empty NIfTI', 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_ct.nii.gz', new Uint8Array(0), /FILE_EMPTY/],
];

for (const [name, file, content, codes] of BROKEN) {
  test(`${name} is a sentence in its place and an issue; the film beside it is shown`, async ({
    page,
    serve,
    folder,
  }) => {
    const good: Files = {
      [`${stem(9)}.png`]: film,
      [`${stem(9)}.json`]: sidecar({ '00080060': ['CS', 'DX'] }),
    };
    await page.goto(`${await serve(await folder({ [file]: content, ...good }))}/library`);
    await indexDone(page);
    await page.getByTestId('case-row').click();
    await page.locator(`[data-testid=series][data-image="${file}"]`).click();
    const error = page.getByTestId('viewport').first().getByTestId('viewport-error');
    await expect(error).toHaveAttribute('data-code', codes);
    await page.locator(`[data-testid=series][data-image="${stem(9)}.png"]`).click();
    await expect(error).toHaveCount(0);
    await renderedViewport(page);
    await page.keyboard.press('b');
    await page.getByRole('link', { name: /Health/ }).click();
    const issues = page.getByTestId('issue');
    const found = (): Promise<string[]> =>
      issues.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code') ?? ''));
    await expect.poll(async () => (await found()).some((code) => codes.test(code))).toBe(true);
  });
}

test('a sidecar that is no JSON leaves the film at percentiles, with an issue', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(
    `${await serve(await folder({ [`${stem(1)}.png`]: film, [`${stem(1)}.json`]: '{"00080060": {"Val' }))}/case/sub-1/ses-1`,
  );
  const viewport = await renderedViewport(page);
  await expect(viewport).toHaveAttribute('data-voi', 'percentile');
  await expect(viewport.getByTestId('truth-badge').last()).toHaveAttribute('data-guess', 'true');
  await page.keyboard.press('b');
  await indexDone(page);
  await page.getByRole('link', { name: /Health/ }).click();
  await expect(page.locator('[data-testid=issue][data-code=SIDECAR_JSON]')).toHaveAttribute(
    'data-severity',
    'error',
  );
});

test('a file that is gone since it was found says so, and is shown again when it is back', async ({
  page,
  serve,
  folder,
}) => {
  const directory = await folder({ [`${stem(1)}.png`]: film, [`${stem(2)}.png`]: film });
  await page.goto(`${await serve(directory)}/library`);
  await indexDone(page);
  await rm(join(directory, `${stem(1)}.png`));
  await page.getByTestId('case-row').click();
  const error = page.getByTestId('viewport-error');
  await expect(error).toHaveAttribute('data-code', 'FILE_GONE');
  await expect(error).toContainText('was here when the folder was read');
  await renderedViewport(page, 1);
  await writeFile(join(directory, `${stem(1)}.png`), film);
  await page.getByRole('button', { name: 'Try again' }).click();
  await renderedViewport(page, 0);
});

/** Places around the middle of a viewport, and the greys that are there once it is still. */
async function greysOf(viewport: Locator): Promise<readonly number[]> {
  const screen = await capture(canvasOf(viewport));
  return [-0.3, -0.17, 0.04, 0.21, 0.33].flatMap((x) =>
    [-0.28, -0.06, 0.15, 0.31].map((y) => screen.at(screen.width * (0.5 + x), screen.height * (0.5 + y))[0]),
  );
}

test('without WebGL images are drawn by the processor as by the graphics card, and it is said', async ({
  page,
  serve,
  folder,
}) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('no-webgl') === null) return;
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
    } as typeof original;
  });
  await page.goto(
    `${await serve(await folder({ [`${stem(1)}.png`]: film, [`${stem(1)}.json`]: sidecar({ '00080060': ['CS', 'DX'] }) }))}/case/sub-1/ses-1`,
  );
  /** What is on screen after each of some keys. */
  const look = async () => {
    const viewport = await renderedViewport(page);
    await page.keyboard.press('o');
    const seen: { key: string; scale: number; greys: readonly number[] }[] = [];
    for (const key of ['=', 'r', 'h', '+', '+', 'v', 'i', '.', 'Space']) {
      await page.keyboard.press(key);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
      seen.push({
        key,
        scale: Number(await viewport.getAttribute('data-scale')),
        greys: await greysOf(viewport),
      });
    }
    await viewport.hover();
    await page.mouse.wheel(0, 100);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await page.mouse.down({ button: 'middle' });
    await page.mouse.move(500, 500, { steps: 2 });
    await page.mouse.up({ button: 'middle' });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
    seen.push({
      key: 'mouse',
      scale: Number(await viewport.getAttribute('data-scale')),
      greys: await greysOf(viewport),
    });
    return seen;
  };
  const byCard = await look();
  await expect(page.getByTestId('webgl-status')).toHaveText('');
  await page.evaluate(() => sessionStorage.setItem('no-webgl', ''));
  await page.reload();
  const byProcessor = await look();
  await expect(page.getByTestId('webgl-status')).toContainText('without the graphics card');
  expect(new Set(byCard.map(({ greys }) => greys.join(' '))).size).toBeGreaterThan(5);
  for (const [at, card] of byCard.entries()) {
    const own = byProcessor[at];
    expect(own?.scale, card.key).toBeCloseTo(card.scale, 4);
    // Between pixels of different greys both interpolate, each in its way.
    const off = card.greys.filter((grey, place) => Math.abs(grey - (own?.greys[place] ?? -99)) > 3);
    expect(off.length, `${card.key}: ${card.greys.join(' ')} and ${own?.greys.join(' ')}`).toBeLessThan(3);
  }
});

test('a mask of another size than its film is not drawn, and says so', async ({ page, serve, folder }) => {
  const name = stem(1).split('/').pop();
  await page.goto(
    `${await serve(await folder({ [`${stem(1)}.png`]: film, [`derivatives/masks/sub-1/ses-1/${name}_dseg.png`]: (await import('./support/bimcv.ts')).filmMask(600) }))}/case/sub-1/ses-1`,
  );
  await renderedViewport(page);
  await expect(page.getByText('Mask and image differ in size')).toBeVisible();
});

test('an address that names no session leads back to the library', async ({ page, serve, folder }) => {
  await page.goto(`${await serve(await folder({ [`${stem(1)}.png`]: film }))}/case/sub-7/ses-7`);
  await expect(page.getByText('This dataset has no such session')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the library' }).click();
  await expect(page.getByTestId('case-row')).toHaveCount(1);
});

test('an address that names no page says so', async ({ page, serve }) => {
  await page.goto(`${await serve()}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await page.goto(page.url().replace('/library', '/nowhere'));
  await expect(page.getByText('There is no such page')).toBeVisible();
});
