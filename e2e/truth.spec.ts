import type { Locator, Page } from '@playwright/test';
import { readTruthTable, type TruthCase } from '../src/testing/truth-table.ts';
import { expect, renderedViewport, test } from './support/app.ts';
import { canvasOf, capture, placeOf } from './support/screen.ts';

/** One file of the truth table for each way to decode; the table itself is gone through in `truth.test.ts`. */
const NAMES: readonly string[] = [
  'explicit little endian, 12 bits, HU',
  'deflated little endian, 12 bits, HU',
  'big endian, 32 bits',
  'Float Pixel Data, explicit',
  'RLE, 12 bits signed',
  'RLE, 32 bits',
  'JPEG baseline',
  'JPEG extended, 12 bits, quality 90',
  'JPEG lossless 70, 16 bits',
  'JPEG-LS, 12 bits',
  'JPEG 2000 lossless, 12 bits',
  'JPEG 2000 of 12 unsigned bits in a file that says 16 signed',
  'HTJ2K, 12 bits',
  'VOI LUT, MONOCHROME1',
  'Modality LUT, OW',
  'Pixel Padding Value',
  'JPEG baseline, YBR 4:2:2',
  'JPEG baseline, RGB that only the file tells',
  'YBR_FULL_422',
  'RGB of 16 bits',
  'PALETTE COLOR, 16-bit tables',
  'HTJ2K, YBR_RCT',
];

const TABLE = readTruthTable();

async function openCase(page: Page, url: string) {
  await page.goto(`${url}/case/sub-1/ses-1`);
  await renderedViewport(page);
  await page.keyboard.press('o');
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  return renderedViewport(page);
}

/** Red, green and blue between two columns and two rows, where the screen interpolates. */
function expectedAt({ columns, rows, greys, rgb }: TruthCase, x: number, y: number): readonly number[] {
  const at = (column: number, row: number, part: number): number => {
    const pixel = Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column));
    return (rgb ? rgb[3 * pixel + part] : greys?.[pixel]) ?? NaN;
  };
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  return [0, 1, 2].map((part) => {
    const above = at(left, top, part) * (1 - right) + at(left + 1, top, part) * right;
    const below = at(left, top + 1, part) * (1 - right) + at(left + 1, top + 1, part) * right;
    return above * (1 - down) + below * down;
  });
}

function caseOf(name: string): TruthCase {
  const truth = TABLE.find((row) => row.name === name);
  if (!truth) throw new Error(`the table has no “${name}”`);
  return truth;
}

/** Largest difference between the canvas and what is expected there. */
async function largestError(viewport: Locator, truth: TruthCase): Promise<number> {
  const { columns, rows } = truth;
  const place = await placeOf(viewport, { columns, rows });
  const screen = await capture(canvasOf(viewport));
  const scale = Number(await viewport.getAttribute('data-scale'));
  const errors = Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const [x, y] = place(column + 0.5, row + 0.5);
    // The middle of the screen's pixel is not quite the middle of the image's.
    const [right, down] = [(Math.floor(x) + 0.5 - x) / scale, (Math.floor(y) + 0.5 - y) / scale];
    const expected = expectedAt(truth, column + right, row + down);
    return Math.max(...screen.at(x, y).map((value, part) => Math.abs(value - (expected[part] ?? NaN))));
  });
  return Math.max(...errors);
}

const PATH = 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_bp-chest_vp-pa_dx.dcm';

for (const name of NAMES) {
  test(`the canvas shows “${name}” as other programs and the standard have it`, async ({
    page,
    serve,
    folder,
  }) => {
    const truth = caseOf(name);
    const url = await serve(await folder({ [PATH]: Buffer.from(truth.file) }));
    expect(await largestError(await openCase(page, url), truth)).toBeLessThanOrEqual(1);
  });
}

test('the frames of an enhanced CT are shown from the head down, each with its own rescale and window', async ({
  page,
  serve,
  folder,
}) => {
  // Frames 1, 2 and 3 lie at 5, 25 and 15 mm.
  const downwards = [2, 3, 1].map((frame) => caseOf(`frame ${frame} of an enhanced CT`));
  const [first] = downwards;
  const path = 'sub-1/ses-1/mod-ct/sub-1_ses-1_bp-chest_ct.dcm';
  const url = await serve(await folder({ [path]: Buffer.from(first?.file ?? []) }));
  const viewport = await openCase(page, url);
  await expect(viewport).toHaveAttribute('data-slices', '3');
  await page.keyboard.press('Home');
  for (const [slice, truth] of downwards.entries()) {
    await expect(viewport).toHaveAttribute('data-slice', String(slice));
    await expect(viewport).toHaveAttribute('data-status', 'rendered');
    await expect.poll(() => largestError(viewport, truth), `slice ${slice}`).toBeLessThanOrEqual(1);
    await page.keyboard.press('ArrowDown');
  }
});
