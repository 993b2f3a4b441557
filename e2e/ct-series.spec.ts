import { expectAccessible } from './support/accessible.ts';
import { expect, renderedViewport, test, type Files } from './support/app.ts';
import { axialSeries, ctFiles, planeOf } from './support/ct.ts';
import { dicom, imageAttributes, pixelData } from './support/dicom.ts';
import { canvasOf } from './support/screen.ts';

/** A scout of 50 × 100 pixels, 4 × 3 mm, from 150 mm down, and five axial slices, 10 mm apart from 40 mm down. */
function scoutAndSlices(): Files {
  const frame = { '00200052': ['UI', '2.25.4'] } as const;
  const scout = dicom({
    ...imageAttributes(50, 100, 16, false),
    ...frame,
    '00080008': ['CS', 'ORIGINAL\\PRIMARY\\LOCALIZER'],
    '00080060': ['CS', 'CT'],
    '0020000E': ['UI', '2.25.1'],
    '00200032': ['DS', '-98\\0\\148.5'],
    '00200037': ['DS', '1\\0\\0\\0\\0\\-1'],
    '00280004': ['CS', 'MONOCHROME2'],
    '00280030': ['DS', '3\\4'],
    '7FE00010': ['OW', pixelData(Array.from({ length: 5_000 }, (_, at) => at))],
  });
  const slices = [0, 1, 2, 3, 4].map((at) => {
    const file = dicom({
      ...imageAttributes(64, 64, 16, false),
      ...frame,
      '00080060': ['CS', 'CT'],
      '0020000E': ['UI', '2.25.2'],
      '00200013': ['IS', String(at + 1)],
      '00200032': ['DS', `-63\\-63\\${40 - 10 * at}`],
      '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
      '00280004': ['CS', 'MONOCHROME2'],
      '00280030': ['DS', '2\\2'],
      '7FE00010': ['OW', pixelData(Array.from({ length: 4_096 }, (_, pixel) => pixel))],
    });
    return [`sub-1/ses-1/mim-rx/ct/sub-1_ses-1_run-4_bp-chest_chunk-${at + 1}_ct.dcm`, file] as const;
  });
  return { ...Object.fromEntries(slices), 'sub-1/ses-1/mim-rx/ct/sub-1_ses-1_run-1_bp-chest_ct.dcm': scout };
}

test('a localizer is said to be one, and shows where the active slice lies', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(scoutAndSlices()))}/case/sub-1/ses-1`);
  const scout = page.locator('[data-testid=viewport][data-image*="run-1"]');
  const stack = page.locator('[data-testid=viewport][data-image*="run-4"]');
  await expect(scout).toHaveAttribute('data-status', 'rendered');
  await expect(stack).toHaveAttribute('data-status', 'rendered');
  await expect(scout.getByTestId('series-kind')).toHaveAttribute('data-kind', 'localizer');
  await expect(page.locator('[data-testid=series][data-image*="run-1"]')).toContainText('Localizer');
  await stack.focus();
  await page.keyboard.press('Home');
  const line = scout.getByTestId('reference-line');
  // 150 − 40 mm are 36.7 rows; the slice reaches from 64 mm left to right, in columns of 4 mm.
  const ends = async () =>
    ((await line.getAttribute('data-line')) ?? '').split(' ').map((at) => Math.round(Number(at) * 10) / 10);
  await expect.poll(ends).toEqual([41, 36.7, 9, 36.7]);
  await page.keyboard.press('ArrowDown');
  await expect.poll(ends).toEqual([41, 40, 9, 40]);
  await page.keyboard.press('e');
  await expect(line).toHaveCount(0);
});

test('lung and mediastinum are shown side by side and scrolled together', async ({ page, serve, folder }) => {
  await page.goto(`${await serve(await folder(ctFiles()))}/case/sub-1/ses-1`);
  await renderedViewport(page);
  await page.keyboard.press('w');
  const [lung, mediastinum] = [await renderedViewport(page, 0), await renderedViewport(page, 1)];
  await expect(lung).toHaveAttribute('data-width', '1500');
  await expect(mediastinum).toHaveAttribute('data-width', '400');
  await expect(mediastinum).toHaveAttribute('data-center', '80');
  await page.keyboard.press('Home');
  await expect(mediastinum).toHaveAttribute('data-slice', '0');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(lung).toHaveAttribute('data-slice', '10');
  await expect(mediastinum).toHaveAttribute('data-slice', '10');
  await page.keyboard.press('d');
  await expectAccessible(page, 'two windows, re-orienting');
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowDown');
  await expect(lung).toHaveAttribute('data-slice', '11');
  await expect(mediastinum).toHaveAttribute('data-slice', '10');
});

test('CTs of two frames of reference scroll by position, and say so', async ({ page, serve, folder }) => {
  await page.goto(
    `${await serve(await folder({ ...axialSeries(1, 5, 10), ...axialSeries(2, 9, 5) }))}/case/sub-1/ses-1`,
  );
  const [coarse, fine] = [await renderedViewport(page, 0), await renderedViewport(page, 1)];
  await expect(coarse).toHaveAttribute('data-slices', '5');
  await expect(fine).toHaveAttribute('data-slices', '9');
  await coarse.focus();
  await page.getByRole('button', { name: 'Done together' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Scroll CTs' }).click();
  await page.keyboard.press('Escape');
  await coarse.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(coarse).toHaveAttribute('data-slice', '1');
  // 30 mm: the third of the slices that are 5 mm apart.
  await expect(fine).toHaveAttribute('data-slice', '2');
  await expect(fine.getByTestId('linked-note')).toHaveText('by position, not registered');
  await expect(coarse.getByTestId('linked-note')).toHaveCount(0);
  await expect(page.getByTestId('reference-line')).toHaveCount(0);
});

test('a series without planes stays a stack, and says why', async ({ page, serve, folder }) => {
  // The second of the slices is coronal.
  const files = axialSeries(1, 3, 10);
  const [, second = ''] = Object.keys(files);
  const coronal = dicom({
    ...imageAttributes(16, 16, 16, false),
    '00080060': ['CS', 'CT'],
    '0020000E': ['UI', '2.25.1'],
    '00200032': ['DS', '-16\\-16\\30'],
    '00200037': ['DS', '1\\0\\0\\0\\0\\-1'],
    '00280004': ['CS', 'MONOCHROME2'],
    '00280030': ['DS', '2\\2'],
    '7FE00010': ['OW', pixelData(Array.from({ length: 256 }, (_, pixel) => pixel))],
  });
  await page.goto(`${await serve(await folder({ ...files, [second]: coronal }))}/case/sub-1/ses-1`);
  await renderedViewport(page);
  await page.keyboard.press('p');
  await expect(page.getByTestId('mpr-note')).toHaveText(
    'No planes of this series. Its slices point in different directions.',
  );
  const viewport = await renderedViewport(page);
  await expect(viewport).toHaveAttribute('data-slices', '3');
  await expect(viewport.getByTestId('truth-badge').first()).toContainText('Series is not uniform');
  await viewport.focus();
  await page.keyboard.press('End');
  await expect(viewport).toHaveAttribute('data-slice', '2');
});

test('a tilted gantry is said, and its planes are interpolated', async ({ page, serve, folder }) => {
  // 12 rows of 2 mm, tilted by 16.26 degrees, whose sine is 0.28 and cosine 0.96; values are heights in tenths of mm.
  const slices = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => {
    const heights = Array.from({ length: 144 }, (_, pixel) =>
      Math.round(10 * (4 * at + 0.28 * 2 * Math.floor(pixel / 12))),
    );
    const file = dicom({
      ...imageAttributes(12, 12, 16, false),
      '00080060': ['CS', 'CT'],
      '0020000E': ['UI', '2.25.1'],
      '00200032': ['DS', `-11\\-11\\${4 * at}`],
      '00200037': ['DS', '1\\0\\0\\0\\0.96\\0.28'],
      '00280004': ['CS', 'MONOCHROME2'],
      '00280030': ['DS', '2\\2'],
      '00281052': ['DS', '0'],
      '00281053': ['DS', '1'],
      '7FE00010': ['OW', pixelData(heights)],
    });
    return [`sub-1/ses-1/mim-rx/ct/sub-1_ses-1_run-1_bp-chest_chunk-${at + 1}_ct.dcm`, file] as const;
  });
  await page.goto(`${await serve(await folder(Object.fromEntries(slices)))}/case/sub-1/ses-1`);
  const stack = await renderedViewport(page);
  await expect(stack.getByTestId('truth-badge').first()).toContainText('Tilted gantry');
  await page.keyboard.press('p');
  const sagittal = planeOf(page, 'sagittal');
  await expect(sagittal).toHaveAttribute('data-status', 'rendered');
  await expect(sagittal.getByTestId('truth-badge').first()).toContainText('Interpolated between voxels');
  // A plane of one height has one value: its height.
  const axial = planeOf(page, 'axial');
  const place = (await axial.getByTestId('plane-place').textContent()) ?? '';
  const height = Math.round(10 * Number(/[\d.]+/.exec(place)?.[0]));
  const box = await canvasOf(axial).boundingBox();
  if (!box) throw new Error('no canvas');
  for (const dy of [-0.2, -0.1, 0.1]) {
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * (0.5 + dy));
    await expect(axial.getByTestId('probe')).toHaveText(/HU$/);
    const value = Number(/\d+/.exec((await axial.getByTestId('probe').textContent()) ?? '')?.[0]);
    expect(Math.abs(value - height)).toBeLessThanOrEqual(1);
  }
});
