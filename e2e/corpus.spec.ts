import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { canvasOf, capture } from './support/screen.ts';

/** Real images with their licences, beside the project where somebody has put them; the tests stand without. */
const CORPUS = join('..', 'shared', 'corpus');

test.skip(!existsSync(CORPUS), 'no corpus beside the project');

test('a real MIDS folder with XNAT sidecars, misnamed files and missing images opens, and its film is a radiograph', async ({
  page,
  serve,
}) => {
  await page.goto(await serve(join(CORPUS, 'mids_rx_thorax')));
  await indexDone(page);
  await expect(page.getByTestId('case-row')).toHaveCount(3);
  await page.getByRole('link', { name: /Health/ }).click();
  await expect(page.locator('[data-testid=issue][data-code=FILE_MISSING]')).toBeVisible();
  await expect(page.locator('[data-testid=issue][data-code=NAME_MISFORMED]')).toBeVisible();
  await page.getByRole('link', { name: 'Library' }).click();
  await page.locator('[data-testid=case-row][data-subject=sub-1][data-session=ses-2]').click();
  const viewport = await renderedViewport(page);
  await expect(viewport).toHaveAttribute('data-voi', 'window');
  await page.keyboard.press('o');
  // The lungs are dark, the spine between them and the belly below are bright: right way up, right polarity.
  const screen = await capture(canvasOf(viewport));
  const mean = (x: number, y: number): number => {
    let sum = 0;
    for (let dy = -10; dy <= 10; dy++)
      for (let dx = -10; dx <= 10; dx++) sum += screen.at(screen.width * x + dx, screen.height * y + dy)[0];
    return sum / 441;
  };
  const [rightLung, spine, leftLung, belly] = [
    mean(0.33, 0.5),
    mean(0.49, 0.75),
    mean(0.68, 0.45),
    mean(0.4, 0.95),
  ];
  for (const lung of [rightLung, leftLung])
    for (const bright of [spine, belly]) expect(bright).toBeGreaterThan(lung + 40);
});

/** Image files of the catalogue, with whether an independent decoder reads them. */
async function catalogue(): Promise<readonly { readonly path: string; readonly decodes: boolean }[]> {
  const [head = '', ...rows] = (await readFile(join(CORPUS, 'CATALOG.tsv'), 'utf8')).trimEnd().split('\n');
  const columns = head.split('\t');
  const cell = (row: string, name: string): string => row.split('\t')[columns.indexOf(name)] ?? '';
  return rows
    .filter((row) => /DICOM|PNG|NIFTI|NIfTI/i.test(cell(row, 'format')))
    .map((row) => ({
      path: cell(row, 'path'),
      // A DICOM Segmentation is a mask, and none of its images lies beside it here.
      decodes: cell(row, 'decode_pydicom_gdcm') === 'yes' && cell(row, 'modality') !== 'SEG',
    }));
}

const subject = (at: number): string => `sub-${String(at + 1).padStart(3, '0')}`;

/**
 * What the catalogue says can be decoded and midscope does not show: a JPEG 2000 whose own header is overwritten, of
 * which decoders make noise; a mask, by its name, that has no image here.
 */
const REFUSED: readonly RegExp[] = [/JPEG2000-embedded-sequence-delimiter/, /example_seg\.nii\.gz/];

/** Waits for what the case on screen comes to, and says whether its image is shown. */
async function isShown(page: Page, id: string): Promise<boolean> {
  const viewport = page.locator(`[data-testid=viewport][data-image^="${id}/"]`).first();
  const nothing = page.getByText('No image in this session');
  await expect(viewport.or(nothing).first(), id).toBeVisible();
  if (await nothing.isVisible()) return false;
  await expect(viewport, id).toHaveAttribute('data-status', /^(rendered|error)$/, { timeout: 60_000 });
  if ((await viewport.getAttribute('data-status')) === 'rendered') return true;
  await expect(viewport.getByTestId('viewport-error'), id).not.toHaveAttribute('data-code', 'DEFECT');
  return false;
}

test('every image of the catalogue is shown or says why not, and none hangs', async ({ page, serve }) => {
  test.setTimeout(900_000);
  // Most of the time goes into drawing without a graphics card: fewer pixels, less time.
  await page.setViewportSize({ width: 900, height: 560 });
  const files = await catalogue();
  const folder = await mkdtemp(join(tmpdir(), 'midscope-corpus-'));
  for (const [at, { path }] of files.entries()) {
    const target = join(folder, subject(at), 'ses-1', 'mod-rx');
    await mkdir(target, { recursive: true });
    await copyFile(join(CORPUS, path), join(target, basename(path)));
  }
  try {
    await page.goto(`${await serve(folder)}/library?sort=subject`);
    await indexDone(page, 120_000);
    const cases = Number(await page.getByTestId('case-count').getAttribute('data-count'));
    await page.getByTestId('case-row').first().click();
    const shown = new Set<string>();
    let id = '';
    for (let count = 1; count <= cases; count++) {
      const open = page.locator(`[data-testid=case]:not([data-subject="${id}"])`);
      await expect(open, `after ${id}`).toBeVisible();
      id = (await open.getAttribute('data-subject')) ?? '';
      if (await isShown(page, id)) shown.add(id);
      if (count < cases) await page.keyboard.press('n');
    }
    await page.keyboard.press('b');
    await page.getByRole('link', { name: /Health/ }).click();
    const saved = page.waitForEvent('download');
    await page.locator('[data-testid=export][data-kind=health]').click();
    const health = await readFile(await (await saved).path(), 'utf8');
    for (const [at, { path, decodes }] of files.entries()) {
      const isExpected = decodes && !REFUSED.some((known) => known.test(path));
      if (isExpected) expect.soft(shown, path).toContain(subject(at));
      else if (!shown.has(subject(at))) expect.soft(health, path).toContain(`${subject(at)}/`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
