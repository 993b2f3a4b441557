import type { Locator } from '@playwright/test';
import { expect, renderedViewport, test, type Files } from './support/app.ts';
import { dicom, imageAttributes, pixelData } from './support/dicom.ts';
import { sidecar } from './support/films.ts';
import { niftiGz } from './support/nifti.ts';
import { canvasOf, capture, placeOf } from './support/screen.ts';

/**
 * A box of 64 × 64 × 8 voxels, 2 mm in the plane and 5 mm apart. In the patient (LPS) a bone of 800 HU lies at the
 * right front, water of 0 HU elsewhere, and slice by slice from the head down the background is −100, −80 … HU.
 */
const SIZE = 64;
const SLICES = 8;
const background = (fromHead: number): number => -100 + 20 * fromHead;

/** HU at column x (towards the patient's left) and row y (towards the back) of a slice counted from the head. */
const huAt = (x: number, y: number, fromHead: number): number =>
  x >= 8 && x < 24 && y >= 8 && y < 24 ? 800 : background(fromHead);

const WINDOW = { center: 0, width: 400 };

/** PS3.3 C.11.2.1.2.1. */
const grey = (hu: number): number =>
  Math.max(0, Math.min(255, ((hu - (WINDOW.center - 0.5)) / (WINDOW.width - 1) + 0.5) * 255));

/** One file per slice, whose instance numbers run against the positions and whose names follow neither. */
function dicomSeries(): Files {
  const shuffled = [3, 7, 0, 5, 1, 6, 2, 4];
  return Object.fromEntries(
    shuffled.map((fromHead, at) => {
      const stored = Array.from(
        { length: SIZE * SIZE },
        (_, pixel) => huAt(pixel % SIZE, Math.floor(pixel / SIZE), fromHead) + 1024,
      );
      const file = dicom({
        ...imageAttributes(SIZE, SIZE, 16, false),
        '00080060': ['CS', 'CT'],
        '0020000E': ['UI', '2.25.77'],
        '00200013': ['IS', String(10 + ((fromHead * 3) % SLICES))],
        '00200032': ['DS', `-64\\-64\\${100 - 5 * fromHead}`],
        '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
        '00280004': ['CS', 'MONOCHROME2'],
        '00280030': ['DS', '2\\2'],
        '00281050': ['DS', String(WINDOW.center)],
        '00281051': ['DS', String(WINDOW.width)],
        '00281052': ['DS', '-1024'],
        '00281053': ['DS', '1'],
        '7FE00010': ['OW', pixelData(stored)],
      });
      return [`sub-1/ses-1/mim-rx/ct/sub-1_ses-1_run-4_bp-chest_chunk-${at + 1}_ct.dcm`, file];
    }),
  );
}

const CT_SIDECAR = sidecar({
  '00080060': ['CS', 'CT'],
  '00281050': ['DS', WINDOW.center],
  '00281051': ['DS', WINDOW.width],
  // The voxels are HU already: this must not be applied again.
  '00281052': ['DS', -1024],
  '00281053': ['DS', 1],
});

const stem = 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-2_bp-chest_ct';

/** The usual storage: i to the patient's left, j to the front, k to the head (LAS), from the last slice up. */
function axialNifti(): Files {
  const voxels = new Int16Array(SIZE * SIZE * SLICES);
  for (let k = 0; k < SLICES; k++)
    for (let j = 0; j < SIZE; j++)
      for (let i = 0; i < SIZE; i++)
        voxels[(k * SIZE + j) * SIZE + i] = huAt(i, SIZE - 1 - j, SLICES - 1 - k);
  const sform = [
    [-2, 0, 0, 64],
    [0, 2, 0, -62],
    [0, 0, 5, 65],
  ] as const;
  return {
    [`${stem}.nii.gz`]: niftiGz({ dimensions: [SIZE, SIZE, SLICES], voxels, sform }),
    [`${stem}.json`]: CT_SIDECAR,
  };
}

/** Stored turned and mirrored: i to the back, j to the patient's right, k to the feet. */
function turnedNifti(): Files {
  const voxels = new Int16Array(SIZE * SIZE * SLICES);
  for (let k = 0; k < SLICES; k++)
    for (let j = 0; j < SIZE; j++)
      for (let i = 0; i < SIZE; i++) voxels[(k * SIZE + j) * SIZE + i] = huAt(SIZE - 1 - j, i, k);
  const sform = [
    [0, 2, 0, -62],
    [-2, 0, 0, 64],
    [0, 0, -5, 100],
  ] as const;
  return {
    [`${stem}.nii.gz`]: niftiGz({ dimensions: [SIZE, SIZE, SLICES], voxels, sform }),
    [`${stem}.json`]: CT_SIDECAR,
  };
}

async function expectSlice(viewport: Locator, fromHead: number): Promise<void> {
  await expect(viewport).toHaveAttribute('data-slice', String(fromHead));
  await expect(viewport).toHaveAttribute('data-status', 'rendered');
  const place = await placeOf(viewport, { columns: SIZE, rows: SIZE });
  const screen = await capture(canvasOf(viewport));
  const at = (x: number, y: number): number => screen.at(...place(x, y))[0];
  // The bone lies at the patient's right and front: on the left and at the top of the screen.
  expect(Math.abs(at(16, 16) - grey(800))).toBeLessThanOrEqual(1);
  for (const [x, y] of [
    [48, 16],
    [16, 48],
    [48, 48],
  ] as const)
    expect(Math.abs(at(x, y) - grey(background(fromHead)))).toBeLessThanOrEqual(1);
}

for (const [name, files] of [
  ['a DICOM series with disordered instance numbers', dicomSeries()],
  ['an axial NIfTI', axialNifti()],
  ['a NIfTI that is stored turned and mirrored', turnedNifti()],
] as const) {
  test(`${name} is a stack from head to feet, hung as usual, in HU`, async ({ page, serve, folder }) => {
    await page.goto(`${await serve(await folder(files))}/case/sub-1/ses-1`);
    const viewport = await renderedViewport(page);
    await page.keyboard.press('o');
    await page.keyboard.press('t');
    await page.keyboard.press('t');
    await expect(viewport).toHaveAttribute('data-slices', String(SLICES));
    await expectSlice(viewport, SLICES / 2);
    for (const [edge, letter] of [
      ['left', 'R'],
      ['right', 'L'],
      ['top', 'A'],
      ['bottom', 'P'],
    ] as const)
      await expect(viewport.locator(`[data-testid=orientation-marker][data-edge=${edge}]`)).toHaveText(
        letter,
      );
    await page.keyboard.press('Home');
    await expectSlice(viewport, 0);
    await canvasOf(viewport).hover();
    await page.mouse.wheel(0, 100);
    await expectSlice(viewport, 1);
    await page.keyboard.press('End');
    await expectSlice(viewport, SLICES - 1);
    await page.keyboard.press('ArrowUp');
    await expectSlice(viewport, SLICES - 2);
  });
}

test('CT presets have the numbers of OHIF, and 0 goes back to what is filed', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(axialNifti()))}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  for (const [key, width, center] of [
    ['1', 400, 40],
    ['2', 1500, -600],
    ['3', 150, 90],
    ['4', 2500, 480],
    ['5', 80, 40],
    ['6', 400, 80],
  ] as const) {
    await page.keyboard.press(key);
    await expect(viewport).toHaveAttribute('data-voi', 'preset');
    await expect(viewport).toHaveAttribute('data-width', String(width));
    await expect(viewport).toHaveAttribute('data-center', String(center));
  }
  await page.keyboard.press('0');
  await expect(viewport).toHaveAttribute('data-voi', 'window');
  await expect(viewport).toHaveAttribute('data-width', String(WINDOW.width));
});

test('dragging with the left button widens and raises the window by 4 HU a pixel', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(axialNifti()))}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  const box = await canvasOf(viewport).boundingBox();
  if (!box) throw new Error('no canvas');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 10, { steps: 5 });
  await page.mouse.up();
  await expect(viewport).toHaveAttribute('data-voi', 'manual');
  await expect(viewport).toHaveAttribute('data-width', String(WINDOW.width + 80));
  await expect(viewport).toHaveAttribute('data-center', String(WINDOW.center + 40));
});

test('the right button zooms, the middle one pans, Ctrl and the wheel zoom, and Space puts all back', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(axialNifti()))}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  const box = await canvasOf(viewport).boundingBox();
  if (!box) throw new Error('no canvas');
  const scale = async (): Promise<number> => Number(await viewport.getAttribute('data-scale'));
  const fitted = await scale();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(x, y - 60, { steps: 6 });
  await page.mouse.up({ button: 'right' });
  await expect.poll(scale).not.toBeCloseTo(fitted, 3);
  const dragged = await scale();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(scale).not.toBeCloseTo(dragged, 3);
  await page.keyboard.press('+');
  await page.keyboard.press('Space');
  await expect.poll(scale).toBeCloseTo(fitted, 3);
});
