import { expectAccessible } from './support/accessible.ts';
import { expect, renderedViewport, test } from './support/app.ts';
import { ctFiles, DX, DY, DZ, huAt, NX, NY, NZ, planeOf } from './support/ct.ts';
import {
  clickOn,
  dragOn,
  expectValue,
  exported,
  HAS_READERS,
  measurements,
  numberOf,
  paperOf,
  readReport,
} from './support/measure.ts';

const AXIAL = { columns: NX, rows: NY };
const CORONAL = { columns: NX, rows: NZ };

test('on slices and planes of a CT measurements are millimetres and HU, stay where they are, and are found again', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(ctFiles()))}/case/sub-1/ses-1`);
  const stack = await renderedViewport(page);
  await stack.focus();
  await expect(stack).toHaveAttribute('data-slice', '10');
  const paper = await paperOf(stack, AXIAL, DY / DX);
  await page.keyboard.press('Shift+L');
  const [a, b] = await dragOn(page, paper, [10, 10], [50, 30]);
  if (!a || !b) throw new Error('nothing was drawn');
  await expectValue(measurements(page, 'length'), Math.hypot((b[0] - a[0]) * DX, (b[1] - a[1]) * DY), 'mm');
  await page.keyboard.press('Shift+V');
  await clickOn(page, paper, [40.5, 20.5]);
  await expectValue(measurements(page, 'probe'), huAt(40, 20, 10), 'HU');
  // Columns 20 to 23, rows 12 to 15 of slice 10: the mean of a plane is its value in the middle.
  await page.keyboard.press('Shift+R');
  await dragOn(page, paper, [19.8, 11.8], [24.2, 16.2]);
  const region = measurements(page, 'rectangle');
  expect(await numberOf(region, 'data-mean')).toBeCloseTo(huAt(21.5, 13.5, 10), 9);
  expect(await numberOf(region, 'data-min')).toBe(huAt(20, 12, 10));
  expect(await numberOf(region, 'data-max')).toBe(huAt(23, 15, 10));
  await expect(region).toHaveAttribute('data-values', 'HU');
  // Lengths in the patient are not to be calibrated.
  await page.keyboard.press('Shift+U');
  await expect(page.getByTestId('how-to')).toHaveText('Lengths of this image are in the patient already.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  // Other slices have none of them, another window has all.
  await page.keyboard.press('ArrowDown');
  await expect(stack.getByTestId('marks')).toHaveAttribute('data-marks', '0');
  await page.keyboard.press('2');
  await page.keyboard.press('ArrowUp');
  await expect(stack.getByTestId('marks')).toHaveAttribute('data-marks', '3');
  await page.keyboard.press('End');
  await expect(stack).toHaveAttribute('data-slice', String(NZ - 1));
  await region.getByRole('button', { name: /^Rectangle/ }).click();
  await expect(stack).toHaveAttribute('data-slice', '10');
  await expect(stack.locator('[data-handle]').first()).toBeFocused();

  // The block of bone in the coronal plane: 900 HU.
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  const coronal = planeOf(page, 'coronal');
  await expect(coronal).toHaveAttribute('data-status', 'rendered');
  await coronal.focus();
  for (let step = 24; step < 33; step++) await page.keyboard.press('ArrowDown');
  await expect(coronal).toHaveAttribute('data-slice', '33');
  const sheet = await paperOf(coronal, CORONAL, DZ / DX);
  await page.keyboard.press('Shift+E');
  await dragOn(page, sheet, [9, 4.5], [15, 7.5]);
  const bone = measurements(page, 'ellipse');
  expect(await numberOf(bone, 'data-mean')).toBe(900);
  expect(await numberOf(bone, 'data-sd')).toBe(0);
  await expect(bone).toHaveAttribute('data-unit', 'mm²');
  await page.keyboard.press('Shift+L');
  const [c, d] = await dragOn(page, sheet, [40, 4], [44, 16]);
  if (!c || !d) throw new Error('nothing was drawn');
  const across = measurements(page, 'length').nth(1);
  await expectValue(across, Math.hypot((d[0] - c[0]) * DX, (d[1] - c[1]) * DZ), 'mm');
  // The point of the crosshairs stays while a tool is in hand.
  await expect(planeOf(page, 'axial')).toHaveAttribute('data-slice', '10');
  await expect(across).toContainText('Coronal 34');
  await expectAccessible(page, 'measurements in planes');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await coronal.focus();
  await page.keyboard.press('Home');
  await expect(coronal.getByTestId('marks')).toHaveAttribute('data-marks', '0');
  // Back to the slices, and from there by the list to the plane again.
  await page.keyboard.press('p');
  await renderedViewport(page);
  await bone.getByRole('button', { name: /^Ellipse/ }).click();
  await expect(coronal).toHaveAttribute('data-slice', '33');
  await expect(coronal.getByTestId('marks')).toHaveAttribute('data-marks', '2');

  if (!HAS_READERS) return;
  const report = JSON.stringify(readReport((await exported(page, 'sr')).path));
  expect(report).toContain('SCOORD3D');
  expect(report).toContain('Hounsfield unit');
});

test('measurements speak Spanish, and another language changes no unit of an export', async ({
  page,
  serve,
  folder,
}) => {
  await page.addInitScript(() => localStorage.setItem('midscope:preferences:1', '{"locale":"es"}'));
  await page.goto(`${await serve(await folder(ctFiles()))}/case/sub-1/ses-1`);
  const stack = await renderedViewport(page);
  await stack.focus();
  await page.keyboard.press('Shift+R');
  await dragOn(page, await paperOf(stack, AXIAL, DY / DX), [20, 12], [24, 16]);
  const region = measurements(page, 'rectangle');
  await expect(region).toContainText('media');
  await expect(region).toContainText('UH');
  await expect(region).toHaveAttribute('data-unit', 'mm²');
  await expect(page.getByRole('region', { name: 'Medidas' })).toBeVisible();
  const { text } = await exported(page, 'csv');
  expect(text).toContain('rectangle');
  expect(text).toContain('HU');
});
