import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, renderedViewport, test, type Files } from './support/app.ts';
import { filmStem } from './support/cases.ts';
import { dicom, imageAttributes, pixelData } from './support/dicom.ts';
import { canvasOf, capture, placeOf } from './support/screen.ts';

const SIDE = 256;
/** Stored value of a pixel: 12 bits that rise along the rows, 8 for each column. */
const storedAt = (column: number): number => 8 * column;
const WINDOW = { center: 600, width: 1_000 };
const RESCALE = { slope: 2, intercept: -100 };

/** An overlay of 64 × 64 pixels at row 33, column 65 whose left half is set. */
const OVERLAY = { side: 64, row: 33, column: 65 };
const overlayBits = (): Buffer => {
  const bits = Buffer.alloc((OVERLAY.side * OVERLAY.side) / 8);
  for (let at = 0; at < OVERLAY.side * OVERLAY.side; at++)
    if (at % OVERLAY.side < OVERLAY.side / 2) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  return bits;
};

const FILM: Files = {
  [`${filmStem('sub-1', 'ses-1', 1, 'pa')}.dcm`]: dicom({
    ...imageAttributes(SIDE, SIDE, 12, false),
    '00080060': ['CS', 'DX'],
    '00181600': ['CS', 'RECTANGULAR'],
    '00181602': ['IS', '17'],
    '00181604': ['IS', '240'],
    '00181606': ['IS', '17'],
    '00181608': ['IS', '240'],
    '00280004': ['CS', 'MONOCHROME1'],
    '00281050': ['DS', String(WINDOW.center)],
    '00281051': ['DS', String(WINDOW.width)],
    '00281052': ['DS', String(RESCALE.intercept)],
    '00281053': ['DS', String(RESCALE.slope)],
    '60000010': ['US', [OVERLAY.side]],
    '60000011': ['US', [OVERLAY.side]],
    '60000040': ['CS', 'G'],
    '60000050': ['SS', [OVERLAY.row, OVERLAY.column]],
    '60000100': ['US', [1]],
    '60000102': ['US', [0]],
    '60003000': ['OW', overlayBits()],
    '7FE00010': ['OW', pixelData(Uint16Array.from({ length: SIDE * SIDE }, (_, at) => storedAt(at % SIDE)))],
  }),
};

async function openFilm(page: Page, url: string): Promise<Locator> {
  await page.goto(`${url}/case/sub-1/ses-1`);
  return renderedViewport(page);
}

test('the badge opens the way of the pixel below the pointer, step by step', async ({
  page,
  serve,
  folder,
}) => {
  const viewport = await openFilm(page, await serve(await folder(FILM)));
  const badge = viewport.getByRole('button', { name: 'Window from header' });
  await badge.focus();
  await page.keyboard.press('Enter');
  const steps = page.getByTestId('chain-steps');
  await expect(steps).toContainText('Move the pointer over the image');
  await expectAccessible(page, 'the steps');
  const place = await placeOf(viewport, { columns: SIDE, rows: SIDE });
  const box = await canvasOf(viewport).boundingBox();
  const [x, y] = place(100.5, 200.5);
  await page.mouse.move((box?.x ?? 0) + x, (box?.y ?? 0) + y);
  await expect(steps).toContainText('Column 101, row 201, from 1');
  // Stored 8 · 100; modality 2 · 800 − 100; PS3.3 C.11.2.1.2.1: ((1500 − 599.5) / 999 + 0.5) · 255, over the top.
  const valueOf = (section: string): Promise<string | null> =>
    steps.locator(`[data-step="${section}"] > :nth-child(2)`).textContent();
  expect(await valueOf('C.7.6.3')).toBe('800');
  expect(await valueOf('C.11.1')).toBe('1,500');
  expect(await valueOf('C.11.2')).toBe('255');
  expect(await valueOf('C.7.6.3.1.2')).toBe('0');
  await expect(steps).toContainText('MONOCHROME1: inverted');

  // Column 41: stored 320, modality 540; ((540 − 599.5) / 999 + 0.5) · 255 = 112.3, inverted 143.
  const [left] = place(40.5, 200.5);
  await page.mouse.move((box?.x ?? 0) + left, (box?.y ?? 0) + y);
  await expect(steps.locator('[data-step="C.11.1"]')).toContainText('540');
  expect(await valueOf('C.11.2')).toBe('112.3');
  expect(await valueOf('C.7.6.3.1.2')).toBe('143');
  await page.keyboard.press('i');
  await expect(steps).toContainText('MONOCHROME1: inverted, inverted by you');
  expect(await valueOf('C.7.6.3.1.2')).toBe('112');

  await steps.getByRole('button', { name: 'Close the steps' }).press('Enter');
  await expect(steps).toHaveCount(0);
  await expect(viewport).toBeFocused();
});

/** Grey of a column on screen. */
const pixel = (column: number): number => {
  const modality = RESCALE.slope * storedAt(column) + RESCALE.intercept;
  const share = (modality - (WINDOW.center - 0.5)) / (WINDOW.width - 1) + 0.5;
  return 255 - Math.round(255 * Math.min(1, Math.max(0, share)));
};
const near = (greys: readonly number[], expected: readonly number[]): void =>
  greys.forEach((grey, at) =>
    expect(Math.abs(grey - (expected[at] ?? NaN)), `point ${at}`).toBeLessThanOrEqual(1),
  );

test('the shutter and the overlay of a file lie on its pixels, and go by key', async ({
  page,
  serve,
  folder,
}) => {
  const viewport = await openFilm(page, await serve(await folder(FILM)));
  // Labels and corner text would lie over what is looked at.
  await page.keyboard.press('o');
  const place = await placeOf(viewport, { columns: SIDE, rows: SIDE });
  const greysAt = async (...points: readonly (readonly [number, number])[]): Promise<readonly number[]> => {
    const screen = await capture(canvasOf(viewport));
    return points.map(([column, row]) => screen.at(...place(column + 0.5, row + 0.5))[0]);
  };
  // Inside and outside the shutter; in the left half of the overlay, and in its right half.
  const POINTS = [
    [20, 120],
    [8, 120],
    [64 + 8, 32 + 32],
    [64 + 48, 32 + 32],
  ] as const;
  const ivory = 0xf3;
  near(await greysAt(...POINTS), [pixel(20), 0, ivory, pixel(112)]);
  await page.keyboard.press('Shift+O');
  await expect(page.getByTestId('file-overlays')).toHaveCount(0);
  near(
    await greysAt(...POINTS),
    POINTS.map(([column]) => pixel(column)),
  );
});
