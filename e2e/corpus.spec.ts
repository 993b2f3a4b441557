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
    .map((row) => ({ path: cell(row, 'path'), decodes: cell(row, 'decode_pydicom_gdcm') === 'yes' }));
}

const number = (at: number): string => String(at + 1).padStart(3, '0');

/**
 * What the catalogue says can be decoded and midscope does not show: JPEG of 12 bits, whose decoder at hand would
 * be wrong; a JPEG 2000 whose own header is overwritten, of which decoders make noise; a mask, by its name, that
 * has no image here.
 */
const REFUSED: readonly RegExp[] = [
  /JPEGProcess2_4|jpeg_baseline\.51/,
  /JPEG2000-embedded-sequence-delimiter/,
  /example_seg\.nii\.gz/,
];

test('every image of the catalogue is shown or says why not, and none hangs', async ({
  page,
  serve,
  faults,
}) => {
  test.setTimeout(900_000);
  const files = await catalogue();
  const folder = await mkdtemp(join(tmpdir(), 'midscope-corpus-'));
  for (const [at, { path }] of files.entries()) {
    const target = join(folder, `sub-${number(at)}`, 'ses-1', 'mod-rx');
    await mkdir(target, { recursive: true });
    await copyFile(join(CORPUS, path), join(target, basename(path)));
  }
  try {
    await page.goto(await serve(folder));
    await indexDone(page, 120_000);
    const refused: string[] = [];
    for (const [at, { path, decodes }] of files.entries()) {
      const row = page.locator(`[data-testid=case-row][data-subject=sub-${number(at)}]`);
      await page.getByTestId('library-search').fill(`sub ${number(at)}`);
      if ((await page.getByTestId('case-count').getAttribute('data-count')) === '0') {
        // What is no image by its bytes has no session; it is in the health report.
        expect(decodes, path).toBe(false);
        continue;
      }
      await row.click();
      const viewport = page.getByTestId('viewport').first();
      const nothing = page.getByText('No image in this session');
      await expect(viewport.or(nothing).first()).toBeVisible();
      if (await nothing.isVisible()) refused.push(path);
      else {
        await expect(viewport, path).toHaveAttribute('data-status', /^(rendered|error)$/, {
          timeout: 30_000,
        });
        if ((await viewport.getAttribute('data-status')) === 'error') {
          const code = await viewport.getByTestId('viewport-error').getAttribute('data-code');
          expect(code, path).not.toBe('DEFECT');
          refused.push(`${path} ${code}`);
        }
      }
      await page.keyboard.press('b');
      await expect(page.getByTestId('library-search')).toBeVisible();
    }
    const wronglyRefused = refused.filter((line) =>
      files.some(
        ({ path, decodes }) => decodes && line.startsWith(path) && !REFUSED.some((known) => known.test(path)),
      ),
    );
    expect(wronglyRefused).toEqual([]);
    expect(faults).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
