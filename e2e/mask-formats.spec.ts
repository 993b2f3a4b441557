import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { decode } from 'fast-png';
import { testAim } from '../src/testing/test-masks.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { filmMask } from './support/bimcv.ts';
import { ALL_STORES, ctWithDicomMasks, filmOf, filmPath, MASK_STORES } from './support/mask-formats.ts';
import { INSIDE, isColoured, OUTSIDE, pixelsOf, type At } from './support/mask-pixels.ts';
import { canvasOf, capture } from './support/screen.ts';

/** Further out, beside the second square. */
const BEYOND = [340, 416] as const;

test('masks of every store lie on the pixels they mark, and are told apart by how they were matched', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(ALL_STORES));
  await page.goto(`${url}/case/sub-1/ses-1`);
  for (const [number, { name, subject }] of MASK_STORES.entries()) {
    await test.step(name, async () => {
      await page.goto(`${url}/case/${subject}/ses-1`);
      const viewport = await renderedViewport(page);
      for (const key of ['t', 't', 'o', 'm']) await page.keyboard.press(key);
      const segments = page.getByTestId('segment');
      await expect(segments).toHaveCount(2);
      for (const [at, label] of ['consolidation', 'ground glass pattern'].entries()) {
        await expect(segments.nth(at)).toHaveAttribute('data-label', label);
        await expect(segments.nth(at)).toHaveAttribute('data-area-px', '4096');
      }
      await expect(page.getByTestId('mask-overlay')).toBeVisible();
      const at = await pixelsOf(viewport);
      for (const [x, y] of INSIDE) expect(isColoured(at, x, y), `${x}, ${y}`).toBe(true);
      for (const [x, y] of [...OUTSIDE, BEYOND]) expect(isColoured(at, x, y), `${x}, ${y}`).toBe(false);
      await expect(page.getByTestId('mask-file')).toHaveAttribute('data-match', number < 2 ? 'uid' : 'name');
      // The segmentation has a colour of its own, a green; the others have those of their branches.
      const [red, green, blue] = at(70, 70);
      expect(green > red && green > blue, `${red} ${green} ${blue}`).toBe(name === 'DICOM SEG');
    });
  }
});

test('DICOM segmentations and structure sets lie on their slices of a CT', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(ctWithDicomMasks()));
  await page.goto(`${url}/case/sub-9/ses-1`);
  const viewport = await renderedViewport(page);
  await expect(page.getByTestId('mask-file')).toHaveCount(2);
  for (const key of ['t', 't', 'o', 'm', 'Home']) await page.keyboard.press(key);
  const nodule = page.locator('[data-testid=segment][data-label=nodule]');
  const gtv = page.locator('[data-testid=segment][data-label=GTV]');
  for (const [slice, areas, inside, outside] of [
    [0, ['0', '0'], [], [[20, 20]]],
    [
      1,
      ['400', '0'],
      [
        [11, 11],
        [28, 28],
      ],
      [
        [8, 20],
        [32, 20],
      ],
    ],
    [
      2,
      ['100', '0'],
      [
        [13, 13],
        [20, 20],
      ],
      [
        [10, 16],
        [24, 16],
      ],
    ],
    [
      3,
      ['0', '400'],
      [
        [22, 32],
        [38, 48],
      ],
      [
        [18, 40],
        [42, 40],
        [20, 20],
      ],
    ],
  ] as const) {
    await expect(viewport).toHaveAttribute('data-slice', String(slice));
    await expect(nodule).toHaveAttribute('data-area-px', areas[0]);
    await expect(gtv).toHaveAttribute('data-area-px', areas[1]);
    await expect(viewport).toHaveAttribute('data-status', 'rendered');
    await expect(page.getByTestId('mask-overlay')).toBeVisible();
    const at = await pixelsOf(viewport, 64);
    for (const [x, y] of inside) expect(isColoured(at, x + 0.5, y + 0.5), `${slice}: ${x}, ${y}`).toBe(true);
    for (const [x, y] of outside)
      expect(isColoured(at, x + 0.5, y + 0.5), `${slice}: ${x}, ${y}`).toBe(false);
    await page.keyboard.press('ArrowDown');
  }
  // In the patient: 20 × 20 pixels of 2 mm.
  await expect(page.locator('[data-testid=segment-area][data-label=GTV]')).toContainText('1,600 mm²');
});

/** Drops a file onto an element, as from the desktop. */
async function drop(page: Page, onto: Locator, name: string, content: Uint8Array | string): Promise<void> {
  const bytes = Buffer.from(content).toString('base64');
  const transfer = await page.evaluateHandle(
    ([file, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], file));
      return data;
    },
    [name, bytes] as const,
  );
  await onto.dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByTestId('mask-drop')).toBeVisible();
  await expect(page.getByTestId('drop-target')).toHaveCount(0);
  await onto.dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByTestId('mask-drop')).toHaveCount(0);
}

const saved = async (
  page: Page,
  kind: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  const download = page.waitForEvent('download');
  await page.locator(`[data-testid=export][data-kind=mask-${kind}]`).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

test('a mask is dropped on a film, kept over a reload, removed and put back, and goes out as files', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(filmOf('sub-1', '2.25.1')));
  await page.goto(`${url}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  const segments = page.getByTestId('segment');
  await expect(segments).toHaveCount(0);
  await drop(page, canvasOf(viewport), 'mine.png', filmMask());
  await expect(segments).toHaveCount(2);
  await expect(page.getByTestId('mask-message')).toHaveText('mine.png attached');
  await expectAccessible(page, 'a case with an attached mask');

  await page.reload();
  await renderedViewport(page);
  await expect(segments).toHaveCount(2);
  await expect(page.getByTestId('mask-file')).toHaveAttribute('data-match', 'hand');
  await page.getByRole('button', { name: 'Remove mine.png' }).click();
  await expect(segments).toHaveCount(0);
  await page.getByTestId('undo-mask').click();
  await expect(segments).toHaveCount(2);

  // What is written is read again by readers that know nothing of the page.
  const png = await saved(page, 'png');
  expect(png.name).toBe('sub-1_ses-1_run-1_bp-chest_vp-pa_dx_dseg.png');
  const picture = decode(png.bytes);
  expect([picture.width, picture.height, picture.depth, picture.channels]).toEqual([512, 512, 8, 1]);
  expect([64 * 512 + 64, 127 * 512 + 127, 384 * 512 + 256, 0].map((at) => picture.data[at])).toEqual([
    1, 1, 2, 0,
  ]);
  const nifti = gunzipSync((await saved(page, 'nifti')).bytes);
  expect([40, 42, 44, 46].map((at) => nifti.readInt16LE(at))).toEqual([3, 512, 512, 1]);
  expect(nifti.readFloatLE(280)).toBeCloseTo(-0.139, 6);
  expect(nifti[352 + 384 * 512 + 256]).toBe(2);
  const names = await saved(page, 'names');
  expect(names.bytes.toString('utf8').split('\n')[1]).toMatch(/^1\t1\t#[0-9a-f]{6}\t$/);
  const seg = await saved(page, 'seg');
  expect(seg.name).toBe('sub-1_ses-1_run-1_bp-chest_vp-pa_dx_seg.dcm');
  expect(seg.bytes.toString('latin1', 128, 132)).toBe('DICM');

  // The same mask again, as a segmentation: it agrees with itself.
  await page.getByTestId('mask-input').setInputFiles({ name: seg.name, mimeType: '', buffer: seg.bytes });
  const overlaps = page.getByTestId('mask-overlap');
  await expect(overlaps).toHaveCount(2);
  for (const at of [0, 1]) {
    await expect(overlaps.nth(at)).toHaveAttribute('data-dice', '1.000000');
    await expect(overlaps.nth(at)).toHaveAttribute('data-iou', '1.000000');
  }
  // Half of the first square moved out: 2 · 2048 / (4096 + 4096).
  await drop(
    page,
    canvasOf(viewport),
    'other.xml',
    testAim([
      [
        '1',
        {
          type: 'Polyline',
          uid: '2.25.77',
          points: [
            [96, 64],
            [160, 64],
            [160, 128],
            [96, 128],
          ],
        },
      ],
    ]),
  );
  await expect(page.locator('[data-testid=mask-overlap][data-dice="0.500000"]')).toHaveCount(2);
  // It names another image: drawn because it was put here, and said so.
  await expect(page.locator('[data-testid=mask-issue][data-code=MASK_OTHER_IMAGE]')).toBeVisible();
  await drop(
    page,
    canvasOf(viewport),
    'bomb.xml',
    '<!DOCTYPE x [<!ENTITY a "b">]><ImageAnnotationCollection/>',
  );
  await expect(page.locator('[data-testid=mask-issue][data-code=MASK_INVALID]')).toContainText(
    'document type',
  );
});

test('all segmented images stand side by side, with areas and what the report says, in both languages', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(ALL_STORES));
  await page.goto(`${url}/library`);
  await indexDone(page);
  await page.getByRole('link', { name: 'Masks' }).click();
  await expect(page).toHaveURL(/\/masks$/);
  const count = page.getByTestId('masked-count');
  await expect(count).toHaveAttribute('data-count', '4');
  const cards = page.getByTestId('masked-image');
  await expect(cards).toHaveCount(4);
  const first = cards.nth(0);
  await first.scrollIntoViewIfNeeded();
  await expect(first).toHaveAttribute('data-ready', 'true');
  const segments = first.getByTestId('masked-segment');
  await expect(segments).toHaveCount(2);
  await expect(segments.nth(0)).toHaveAttribute('data-area-px', '4096');
  await expect(segments.nth(0)).toContainText('79 mm² at detector');
  await expect(segments.nth(0).getByTestId('report-sentence')).toHaveText('Consolidación en base derecha.');
  await expect(segments.nth(1).getByTestId('report-sentence')).toHaveText('Opacidad en vidrio deslustrado.');
  await expect(cards.nth(1)).toContainText('No report');

  // The outline lies on the picture where the mask lies on the film.
  const box = await first.getByTestId('masked-outlines').boundingBox();
  const look = async (): Promise<readonly boolean[]> => {
    const screen = await capture(first.getByTestId('masked-outlines').locator('xpath=..'));
    const at: At = (x, y) => screen.at((x / 512) * (box?.width ?? 0), (y / 512) * (box?.height ?? 0));
    return [[62, 63, 64, 65, 66].some((x) => isColoured(at, x, 96)), isColoured(at, 200, 200)];
  };
  await expect.poll(look).toEqual([true, false]);
  await expectAccessible(page, 'segmented images');

  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: 'Español' }).click();
  await expect(count).toContainText('4 imágenes segmentadas encontradas');
  await expectAccessible(page, 'imágenes segmentadas');
  await page.getByRole('link', { name: 'Abrir el caso sub-2, ses-1' }).click();
  await renderedViewport(page);
  await expect(page.getByTestId('viewport').first()).toHaveAttribute(
    'data-image',
    `${filmPath('sub-2')}.png`,
  );
  await expectAccessible(page, 'un caso con máscara');
});

test('the readmes’ numbers stand beside what was counted', async ({ page, serve }) => {
  await page.goto(`${await serve()}/?open=demo`);
  await page.goto(`${page.url().replace(/\/library.*/, '')}/masks`);
  const count = page.getByTestId('masked-count');
  await expect(count).toContainText('the readmes say 5, 10 or 23', { timeout: 60_000 });
  await expect(count).toHaveAttribute('data-count', /^[1-9]\d*$/, { timeout: 60_000 });
});
