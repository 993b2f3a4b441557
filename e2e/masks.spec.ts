import type { Locator, Page } from '@playwright/test';
import { expect, renderedViewport, test, type Files } from './support/app.ts';
import { sidecar } from './support/films.ts';
import {
  filmMaskCoco,
  filmMaskNifti,
  filmMaskPng,
  MASKLESS,
  sharedCoco,
  sharedSlices,
} from './support/masks.ts';
import { INSIDE, isColoured, OUTSIDE, pixelsOf } from './support/mask-pixels.ts';
import { niftiGz } from './support/nifti.ts';

/** Opens the film with masks, without labels and texts over it. */
async function openFilm(page: Page, url: string): Promise<Locator> {
  await page.goto(`${url}/case/sub-S03999/ses-E07001`);
  await page.getByTestId('agreement-accept').click();
  const viewport = await renderedViewport(page);
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await page.keyboard.press('o');
  return viewport;
}

for (const [name, files, secondArea] of [
  ['a label map in a PNG', filmMaskPng(), 4096],
  ['a label map in a NIfTI', filmMaskNifti(), 4096],
  ['COCO polygons beside the image', filmMaskCoco(), 4096 - 256],
] as const satisfies readonly (readonly [string, Files, number])[]) {
  test(`${name} lies on the pixels it marks, with areas in px and mm² at detector`, async ({
    page,
    serve,
    folder,
  }) => {
    const viewport = await openFilm(page, await serve(await folder({ ...MASKLESS, ...files })));
    const segments = page.getByTestId('segment');
    await expect(segments).toHaveCount(2);
    await expect(segments.nth(0)).toHaveAttribute('data-label', 'consolidation');
    await expect(segments.nth(0)).toHaveAttribute('data-area-px', '4096');
    await expect(segments.nth(1)).toHaveAttribute('data-area-px', String(secondArea));
    await page.keyboard.press('m');
    const at = await pixelsOf(viewport);
    for (const [x, y] of INSIDE) expect(isColoured(at, x, y), `${x}, ${y}`).toBe(true);
    for (const [x, y] of OUTSIDE) expect(isColoured(at, x, y), `${x}, ${y}`).toBe(false);
    // The middle of the second square, where the polygon has its hole.
    expect(isColoured(at, 288, 416)).toBe(secondArea === 4096);

    // 4,096 pixels of 0.139 mm × 0.139 mm; the plane of the patient is unknown.
    const area = page.locator('[data-testid=segment-area][data-label=consolidation]');
    await expect(area).toContainText('4,096 px');
    await expect(area).toContainText('79 mm² at detector');
  });
}

test('a mask of a CT has an area on each slice, from the head down', async ({ page, serve, folder }) => {
  // 16 × 16 × 4 voxels of 2 mm; the mask has 12 pixels on the first slice from the head and 20 on the third.
  const sform = [
    [-2, 0, 0, 0],
    [0, -2, 0, 0],
    [0, 0, 5, 0],
  ] as const;
  const dimensions = [16, 16, 4] as const;
  const labels = new Int16Array(16 * 16 * 4);
  labels.fill(1, 3 * 256 + 64, 3 * 256 + 76);
  labels.fill(1, 256 + 32, 256 + 52);
  const stem = 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-2_bp-chest_ct';
  const url = await serve(
    await folder({
      [`${stem}.nii.gz`]: niftiGz({ dimensions, voxels: labels.map((at) => 40 * at), sform }),
      [`${stem}.json`]: sidecar({
        '00080060': ['CS', 'CT'],
        '00281050': ['DS', 40],
        '00281051': ['DS', 400],
      }),
      [`derivatives/masks/${stem}_seg.nii.gz`]: niftiGz({ dimensions, voxels: labels, sform }),
    }),
  );
  await page.goto(`${url}/case/sub-1/ses-1`);
  await renderedViewport(page);
  const segment = page.getByTestId('segment');
  await expect(segment).toHaveAttribute('data-area-px', '20');
  // In the patient a pixel of 2 mm × 2 mm is 4 mm².
  await expect(page.getByTestId('segment-area')).toContainText('80 mm²');
  await page.keyboard.press('Home');
  await expect(segment).toHaveAttribute('data-area-px', '12');
  await page.keyboard.press('ArrowDown');
  await expect(segment).toHaveAttribute('data-area-px', '0');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByTestId('viewport')).toHaveAttribute('data-slice', '3');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(segment).toHaveAttribute('data-area-px', '12');
});

test('the strength of a fill is what the slider says', async ({ page, serve, folder }) => {
  const viewport = await openFilm(page, await serve(await folder({ ...MASKLESS, ...filmMaskPng() })));
  await expect(page.getByTestId('segment')).toHaveCount(2);
  const bare = await pixelsOf(viewport);
  const slider = page.getByRole('slider', { name: 'Opacity' });
  await page.keyboard.press('m');
  // #e8a271, the colour of consolidations.
  const mark = [0xe8, 0xa2, 0x71] as const;
  for (const [key, share] of [
    ['End', 1],
    ['Home', 0],
  ] as const) {
    await slider.focus();
    await slider.press(key);
    const at = await pixelsOf(viewport);
    // A place outside tells that the film itself has not changed.
    expect(at(450, 96)).toEqual(bare(450, 96));
    const [red, green, blue] = at(96, 96);
    if (share === 1) expect([red, green, blue]).toEqual(mark);
    else expect([green, blue]).toEqual([red, red]);
  }
});

test('masks go while their key is held and come back when it is let go', async ({ page, serve, folder }) => {
  await openFilm(page, await serve(await folder({ ...MASKLESS, ...filmMaskPng() })));
  const overlay = page.getByTestId('mask-overlay');
  const segment = page.getByTestId('segment').first();
  await expect(overlay).toBeVisible();
  await page.keyboard.down('x');
  await expect(overlay).toHaveCount(0);
  await expect(segment).toHaveAttribute('data-visible', 'false');
  await page.keyboard.up('x');
  await expect(overlay).toBeVisible();
  await expect(segment).toHaveAttribute('data-visible', 'true');
});

for (const [name, files, size] of [
  ['a PNG', filmMaskPng(256), '256 × 256'],
  ['a NIfTI', filmMaskNifti(256), '256 × 256'],
  ['a COCO file', filmMaskCoco(256), '256 × 512'],
] as const) {
  test(`${name} of another size than its image is not drawn, and the health report says so`, async ({
    page,
    serve,
    folder,
  }) => {
    await openFilm(page, await serve(await folder({ ...MASKLESS, ...files })));
    await expect(page.getByRole('list', { name: 'Masks of this image' })).toHaveText(
      'Mask and image differ in size',
    );
    await expect(page.getByTestId('segment')).toHaveCount(0);
    await page.keyboard.press('b');
    await page.getByRole('link', { name: /Health/ }).click();
    const issue = page.locator('[data-testid=issue][data-code=MASK_SIZE]');
    await expect(issue).toContainText(size);
    await expect(issue).toContainText('512 × 512');
  });
}

test('one COCO file of the whole dataset has masks of two sessions, each on its own film', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(sharedCoco()));
  await page.goto(`${url}/library`);
  const withMask = page.locator('[data-facet=mask] [data-testid=facet-option]');
  await expect(page.getByTestId('index-progress')).toHaveAttribute('data-state', 'done');
  await expect(withMask).toHaveAttribute('data-count', '2');
  await page.goto(`${url}/library?mask=1`);
  await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', '2');
  await expect(page.getByTestId('case-count')).toHaveAttribute('data-total', '3');

  const films = {
    'sub-1': {
      segments: [
        ['consolidation', '4096'],
        ['ground glass pattern', '2048'],
      ],
      inside: [
        [70, 70],
        [121, 121],
        [326, 134],
        [377, 153],
      ],
      outside: [
        [57, 96],
        [135, 96],
        [352, 122],
        [352, 166],
        [314, 144],
        [390, 144],
        [288, 416],
        [432, 432],
      ],
    },
    'sub-2': {
      segments: [['ground glass pattern', '4096']],
      inside: [
        [262, 390],
        [313, 441],
      ],
      outside: [
        [96, 96],
        [352, 144],
        [249, 416],
        [327, 416],
        [432, 432],
      ],
    },
  } as const;
  for (const [subject, { segments, inside, outside }] of Object.entries(films)) {
    await page.goto(`${url}/case/${subject}/ses-1`);
    const viewport = await renderedViewport(page);
    const legend = page.getByTestId('segment');
    await expect(legend).toHaveCount(segments.length);
    for (const [at, [label, area]] of segments.entries()) {
      await expect(legend.nth(at)).toHaveAttribute('data-label', label);
      await expect(legend.nth(at)).toHaveAttribute('data-area-px', area);
    }
    await expect(page.locator('[data-testid=segment-area]').first()).toContainText('mm² at detector');
    for (const key of ['t', 't', 'o', 'm']) await page.keyboard.press(key);
    const at = await pixelsOf(viewport);
    for (const [x, y] of inside) expect(isColoured(at, x, y), `${subject}: ${x}, ${y}`).toBe(true);
    for (const [x, y] of outside) expect(isColoured(at, x, y), `${subject}: ${x}, ${y}`).toBe(false);
  }

  await page.goto(`${url}/case/sub-3/ses-1`);
  await renderedViewport(page);
  await expect(page.getByTestId('segment')).toHaveCount(0);

  await page.goto(`${url}/health`);
  const unknown = page.locator('[data-testid=issue][data-code=MASK_IMAGES_UNKNOWN]');
  await expect(unknown).toHaveCount(1);
  await expect(unknown).toContainText('1 image');
  await expect(unknown).toContainText('elsewhere.png');
});

test('a COCO file of the whole dataset that states another size says so of the image that is opened', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(sharedCoco(256)));
  await page.goto(`${url}/case/sub-2/ses-1`);
  await renderedViewport(page);
  await expect(page.getByRole('list', { name: 'Masks of this image' })).toHaveText(
    'Mask and image differ in size',
  );
  await page.keyboard.press('b');
  await page.getByRole('link', { name: /Health/ }).click();
  const issue = page.locator('[data-testid=issue][data-code=MASK_SIZE]');
  await expect(issue).toContainText('256 × 512');
  await expect(issue).toContainText('sub-2_ses-1_run-1_bp-chest_vp-pa_dx.png');
});

test('masks of single slices in one COCO file lie on their slices of a CT', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(sharedSlices()));
  await page.goto(`${url}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  await page.keyboard.press('Home');
  const segment = page.getByTestId('segment');
  await expect(viewport).toHaveAttribute('data-slice', '0');
  await expect(segment).toHaveAttribute('data-area-px', '20');
  await page.keyboard.press('ArrowDown');
  await expect(viewport).toHaveAttribute('data-slice', '1');
  await expect(segment).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(segment).toHaveAttribute('data-area-px', '12');
  await expect(page.getByRole('list', { name: 'Masks of this image' })).not.toContainText('differ');
});
