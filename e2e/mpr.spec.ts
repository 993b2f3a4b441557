import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, renderedViewport, test, type Files } from './support/app.ts';
import { ctFiles, DX, DY, DZ, hu, huAt, NX, NY, NZ, planeOf, SFORM, stem } from './support/ct.ts';
import { niftiGz } from './support/nifti.ts';
import { canvasOf, capture } from './support/screen.ts';

/** CSS pixels on the page of the middle of a voxel of a plane that is shown whole, from its columns and rows. */
async function onPage(plane: Locator, name: 'axial' | 'coronal' | 'sagittal', column: number, row: number) {
  const [columns, rows, across, down] = {
    axial: [NX, NY, DX, DY],
    coronal: [NX, NZ, DX, DZ],
    sagittal: [NY, NZ, DY, DZ],
  }[name] as [number, number, number, number];
  const scale = Number(await plane.getAttribute('data-scale'));
  const box = await canvasOf(plane).boundingBox();
  if (!box || !(scale > 0)) throw new Error('the plane shows no image');
  return [
    box.x + box.width / 2 + (column + 0.5 - columns / 2) * scale,
    box.y + box.height / 2 + (row + 0.5 - rows / 2) * scale * (down / across),
  ] as const;
}

async function expectHu(
  page: Page,
  name: 'axial' | 'coronal' | 'sagittal',
  at: readonly [number, number],
  value: number,
) {
  const plane = planeOf(page, name);
  await page.mouse.move(...(await onPage(plane, name, ...at)));
  await expect(plane.getByTestId('probe')).toHaveText(hu(value));
}

/** Where the three planes lie: layers from the head, the front and the right. */
async function expectPoint(page: Page, x: number, y: number, z: number): Promise<void> {
  for (const [plane, layer] of [
    ['axial', z],
    ['coronal', y],
    ['sagittal', x],
  ] as const) {
    await expect(planeOf(page, plane)).toHaveAttribute('data-slice', String(layer));
    await expect(planeOf(page, plane)).toHaveAttribute('data-status', 'rendered');
  }
}

type Opened = {
  readonly page: Page;
  readonly serve: (dir?: string) => Promise<string>;
  readonly folder: (files: Files) => Promise<string>;
};

async function openPlanes({ page, serve, folder }: Opened): Promise<void> {
  await page.goto(`${await serve(await folder(ctFiles()))}/case/sub-1/ses-1`);
  await renderedViewport(page);
  await page.keyboard.press('p');
  await expectPoint(page, 32, 24, 10);
}

test('a CT is shown in three planes of the body, with letters, places and HU', async ({
  page,
  serve,
  folder,
}) => {
  await openPlanes({ page, serve, folder });
  for (const [plane, left, right, top, bottom, place] of [
    ['axial', 'R', 'L', 'A', 'P', 'z 0.0 mm'],
    ['coronal', 'R', 'L', 'H', 'F', 'y +1.0 mm'],
    ['sagittal', 'A', 'P', 'H', 'F', 'x +1.0 mm'],
  ] as const) {
    const viewport = planeOf(page, plane);
    for (const [edge, letter] of Object.entries({ left, right, top, bottom }))
      await expect(viewport.locator(`[data-testid=orientation-marker][data-edge=${edge}]`)).toHaveText(
        letter,
      );
    await expect(viewport.getByTestId('plane-place')).toHaveText(place);
  }
  await expectHu(page, 'axial', [40, 20], huAt(40, 20, 10));
  await expectHu(page, 'coronal', [5, 3], huAt(5, 24, 3));
  await expectHu(page, 'sagittal', [45, 17], huAt(32, 45, 17));
  await page.mouse.move(5, 5);
  await expect(planeOf(page, 'sagittal').getByTestId('probe')).toHaveText('');
});

test('a landmark has its HU and its grey in all planes once the point is there', async ({
  page,
  serve,
  folder,
}) => {
  await openPlanes({ page, serve, folder });
  // Into the block of bone: its middle by a click in the coronal plane, then one in the axial.
  await page.mouse.click(...(await onPage(planeOf(page, 'coronal'), 'coronal', 11, 6)));
  await expectPoint(page, 11, 24, 6);
  await page.mouse.click(...(await onPage(planeOf(page, 'axial'), 'axial', 11, 33)));
  await expectPoint(page, 11, 33, 6);
  for (const [name, column, row] of [
    ['axial', 11, 33],
    ['coronal', 11, 6],
    ['sagittal', 33, 6],
  ] as const) {
    await expectHu(page, name, [column, row], 900);
    const plane = planeOf(page, name);
    // A voxel beside the crosshairs; the window is 2000 around 0.
    const [x, y] = await onPage(plane, name, column + 3, row + 1);
    const box = await canvasOf(plane).boundingBox();
    const grey = (await capture(canvasOf(plane))).at(x - (box?.x ?? 0), y - (box?.y ?? 0))[0];
    expect(Math.abs(grey - ((900 + 0.5) / 1999 + 0.5) * 255)).toBeLessThanOrEqual(1);
  }
  // Just outside the block there is no bone.
  await expectHu(page, 'axial', [16, 33], huAt(16, 33, 6));
  await expectHu(page, 'coronal', [11, 8], huAt(11, 33, 8));
  await expectHu(page, 'sagittal', [29, 6], huAt(11, 29, 6));
});

test('crosshairs move by dragging a line, by keys, by the wheel and by a drag', async ({
  page,
  serve,
  folder,
}) => {
  await openPlanes({ page, serve, folder });
  const coronal = planeOf(page, 'coronal');
  // The axial plane is the horizontal line of the coronal one, away from the point.
  const [x, y] = await onPage(coronal, 'coronal', 50, 10);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(...(await onPage(coronal, 'coronal', 55, 5)), { steps: 4 });
  await page.mouse.up();
  await expectPoint(page, 32, 24, 5);
  const line = coronal.getByRole('slider', { name: 'Axial plane' });
  await line.focus();
  await expect(line).toHaveAttribute('aria-valuetext', 'z +25.0 mm');
  await page.keyboard.press('ArrowDown');
  await expectPoint(page, 32, 24, 6);
  await page.keyboard.press('Shift+ArrowDown');
  await expectPoint(page, 32, 24, 16);
  await page.keyboard.press('Home');
  await expectPoint(page, 32, 24, 0);
  await coronal.getByRole('slider', { name: 'Sagittal plane' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expectPoint(page, 31, 24, 0);
  // The wheel moves the plane below the pointer along its normal, keys the active one.
  await page.mouse.move(...(await onPage(planeOf(page, 'sagittal'), 'sagittal', 5, 5)));
  await page.mouse.wheel(0, 100);
  await expectPoint(page, 32, 24, 0);
  await planeOf(page, 'axial').focus();
  await page.keyboard.press('ArrowDown');
  await expectPoint(page, 32, 24, 1);
  await page.keyboard.press('End');
  await expectPoint(page, 32, 24, 19);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expectPoint(page, 32, 23, 19);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Crosshairs' }).click();
  const axial = planeOf(page, 'axial');
  await page.mouse.move(...(await onPage(axial, 'axial', 10, 10)));
  await page.mouse.down();
  await page.mouse.move(...(await onPage(axial, 'axial', 20, 12)), { steps: 4 });
  await page.mouse.up();
  await expectPoint(page, 20, 12, 19);
});

test('slabs are the mean, the greatest and the least of their layers, and say how thick they are', async ({
  page,
  serve,
  folder,
}) => {
  await openPlanes({ page, serve, folder });
  const axial = planeOf(page, 'axial');
  const slab = page.getByRole('radiogroup', { name: 'Slab' });
  const thickness = async (mm: string): Promise<void> => {
    await page.getByRole('button', { name: / mm$/ }).click();
    await page.getByRole('menuitemradio', { name: mm }).click();
  };
  const here = huAt(40, 20, 10);
  await slab.getByRole('radio', { name: 'MIP', exact: true }).click();
  await expect(axial).toContainText('MIP, 10 mm slab');
  // 10 mm are a layer of 5 mm and half of each neighbour; 20 HU from layer to layer.
  await expectHu(page, 'axial', [40, 20], here + 20);
  await slab.getByRole('radio', { name: 'MinIP' }).click();
  await expectHu(page, 'axial', [40, 20], here - 20);
  await thickness('30 mm');
  await expect(axial).toContainText('MinIP, 30 mm slab');
  await expectHu(page, 'axial', [40, 20], here - 60);
  await slab.getByRole('radio', { name: 'Mean' }).click();
  await expect(axial).toContainText('Mean, 3 mm slab');
  await expectHu(page, 'axial', [40, 20], here);
  // The block of bone fills 4 of 6 layers around its lower edge: (2 · 900 + …) by hand, z = 5, 6, 7 and 8, 9 and halves.
  await thickness('10 mm');
  await page.mouse.click(...(await onPage(planeOf(page, 'coronal'), 'coronal', 11, 7)));
  const expected = (0.5 * 900 + 900 + 0.5 * huAt(11, 33, 8)) / 2;
  await expectHu(page, 'axial', [11, 33], Math.round(expected));
});

test('masks are cut in each plane, and say how large the cut is', async ({ page, serve, folder }) => {
  // The block of bone is the mask: 8 × 8 × 4 voxels.
  const labels = new Int16Array(NX * NY * NZ);
  for (let k = 0; k < NZ; k++)
    for (let j = 0; j < NY; j++)
      for (let i = 0; i < NX; i++)
        labels[(k * NY + j) * NX + i] = huAt(i, NY - 1 - j, NZ - 1 - k) === 900 ? 1 : 0;
  const files = {
    ...ctFiles(),
    [`derivatives/masks/${stem}_seg.nii.gz`]: niftiGz({
      dimensions: [NX, NY, NZ],
      voxels: labels,
      sform: SFORM,
    }),
  };
  await page.goto(`${await serve(await folder(files))}/case/sub-1/ses-1`);
  await renderedViewport(page);
  await page.keyboard.press('p');
  await expectPoint(page, 32, 24, 10);
  const outline = (plane: string) => planeOf(page, plane).locator('[data-testid=mask-overlay] path');
  await expect(outline('coronal')).toHaveCount(0);
  await page.mouse.click(...(await onPage(planeOf(page, 'coronal'), 'coronal', 11, 6)));
  await page.mouse.click(...(await onPage(planeOf(page, 'axial'), 'axial', 11, 33)));
  await expectPoint(page, 11, 33, 6);
  await expect(outline('axial')).toHaveAttribute('d', 'M8,30H16V38H8Z');
  await expect(outline('coronal')).toHaveAttribute('d', 'M8,4H16V8H8Z');
  await expect(outline('sagittal')).toHaveAttribute('d', 'M30,4H38V8H30Z');
  await expect(planeOf(page, 'axial').getByTestId('segment')).toHaveAttribute('data-area-px', '64');
});

test('a window is of all planes, and going back to slices keeps it', async ({ page, serve, folder }) => {
  await openPlanes({ page, serve, folder });
  await page.keyboard.press('2');
  for (const plane of ['axial', 'coronal', 'sagittal'])
    await expect(planeOf(page, plane)).toHaveAttribute('data-width', '1500');
  await page.getByRole('radio', { name: 'Stack' }).click();
  const viewport = await renderedViewport(page);
  await expect(viewport).toHaveAttribute('data-slices', String(NZ));
  await expect(viewport).toHaveAttribute('data-width', '1500');
  await expect(page.getByTestId('mpr')).toHaveCount(0);
});

test('planes are accessible, and become tabs on a narrow page', async ({ page, serve, folder }) => {
  await openPlanes({ page, serve, folder });
  await expectAccessible(page, 'three planes');
  await page.setViewportSize({ width: 1050, height: 900 });
  await expect(planeOf(page, 'coronal')).toHaveAttribute('data-status', 'rendered');
  await expect(planeOf(page, 'sagittal')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Sagittal' }).click();
  await expect(planeOf(page, 'sagittal')).toHaveAttribute('data-status', 'rendered');
  await expect(planeOf(page, 'coronal')).toHaveCount(0);
  await expectAccessible(page, 'two planes');
});

test('a series is re-oriented, which is said, remembered and taken back', async ({ page, serve, folder }) => {
  await openPlanes({ page, serve, folder });
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Exchange head and feet' }).click();
  await expect(page.getByTestId('orientation-state')).toHaveText('re-oriented by you');
  await expect(planeOf(page, 'axial').getByTestId('truth-badge').first()).toContainText('re-oriented by you');
  await expectPoint(page, 32, 24, 10);
  await expectHu(page, 'axial', [40, 20], huAt(40, 20, NZ - 1 - 10));
  await expectHu(page, 'coronal', [11, 15], huAt(11, 24, 4));
  await page.getByRole('button', { name: 'Turn axial by 90°' }).click();
  // Clockwise: what was at the left of the picture is at its top.
  await expect(planeOf(page, 'axial')).toHaveAttribute('data-slices', String(NZ));
  await expect(planeOf(page, 'coronal')).toHaveAttribute('data-slices', String(NX));
  await page.reload();
  const stack = await renderedViewport(page);
  await expect(stack.getByTestId('truth-badge').first()).toContainText('re-oriented by you');
  // The slices hang turned: the patient's right is still on the left of the screen.
  for (const [edge, letter] of Object.entries({ left: 'R', top: 'A' }))
    await expect(stack.locator(`[data-testid=orientation-marker][data-edge=${edge}]`)).toHaveText(letter);
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Back to as filed' }).click();
  await expect(page.getByTestId('orientation-state')).toHaveText('as filed');
  await expect(stack.getByTestId('truth-badge').first()).not.toContainText('re-oriented');
});
