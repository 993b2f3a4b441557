import type { Locator, Page } from '@playwright/test';
import { readTruthTable, type TruthCase } from '../src/testing/truth-table.ts';
import { expect, renderedViewport, test } from './support/app.ts';
import { canvasOf, capture, placeOf } from './support/screen.ts';

const TABLE = readTruthTable();

/**
 * Cases of the table that a page shows at once: the first choice of a file's only frame, nothing drawn over it. What a
 * NIfTI's axes do to its slices is the matter of `geometry.test.ts`.
 */
const WALKED = TABLE.filter(
  ({ name, path, frame, choice, overlay, shutter, file }) =>
    /\.(dcm|png)$/.test(path) &&
    frame === 0 &&
    !choice &&
    !overlay &&
    !shutter &&
    !TABLE.some(
      (other) => other.name !== name && other.file === file && other.path === path && other.frame > 0,
    ),
);

/** As many as one test goes through in its time. */
const WALK = 60;

const subjectOf = (at: number): string => `sub-${String(at + 1).padStart(3, '0')}`;

/** The files of a case as those of a subject, who has no prior. */
function filesOf({ path, file, beside }: TruthCase, at: number): Record<string, Buffer> {
  const subject = subjectOf(at);
  const stem = `${subject}/ses-1/mod-rx/${subject}_ses-1_run-1_bp-chest_vp-pa_dx`;
  const extension = path.slice(path.lastIndexOf('.'));
  return Object.fromEntries([
    [`${stem}${extension}`, Buffer.from(file)],
    ...Object.values(beside).map((text): [string, Buffer] => [`${stem}.json`, Buffer.from(text)]),
  ]);
}

/** The image alone, without captions. */
async function openCase(page: Page, url: string, subject: string): Promise<Locator> {
  await page.goto(`${url}/case/${subject}/ses-1`);
  await renderedViewport(page);
  await page.keyboard.press('o');
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  return renderedViewport(page);
}

/** Red, green and blue where the screen interpolates between two columns and two rows, and how far these are apart. */
function expectedAt({ columns, rows, greys, rgb }: TruthCase, x: number, y: number) {
  const at = (column: number, row: number, part: number): number => {
    const pixel = Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column));
    return (rgb ? rgb[3 * pixel + part] : greys?.[pixel]) ?? NaN;
  };
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  return [0, 1, 2].map((part) => {
    const four = [
      at(left, top, part),
      at(left + 1, top, part),
      at(left, top + 1, part),
      at(left + 1, top + 1, part),
    ];
    const [a = NaN, b = NaN, c = NaN, d = NaN] = four;
    const value = (a * (1 - right) + b * right) * (1 - down) + (c * (1 - right) + d * right) * down;
    return { value, contrast: Math.max(...four) - Math.min(...four) };
  });
}

/** Graphics cards weigh neighbours in steps of one 256th. */
const WEIGHT = 1 / 256;

function caseOf(name: string): TruthCase {
  const truth = TABLE.find((row) => row.name === name);
  if (!truth) throw new Error(`the table has no “${name}”`);
  return truth;
}

/** Largest difference between the canvas and what is expected there, beyond what the card's interpolation can be off. */
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
    const found = screen.at(x, y);
    return Math.max(
      ...expected.map(
        ({ value, contrast }, part) => Math.abs((found[part] ?? NaN) - value) - WEIGHT * contrast,
      ),
    );
  });
  return Math.max(...errors);
}

test('the walk goes through the table', () => {
  expect(WALKED.length).toBeGreaterThanOrEqual(200);
});

for (let from = 0; from < WALKED.length; from += WALK) {
  const walked = WALKED.slice(from, from + WALK);
  test(`the canvas shows cases ${from + 1} to ${from + walked.length} of the table as other programs and the standard have them`, async ({
    page,
    serve,
    folder,
  }) => {
    const url = await serve(
      await folder(Object.assign({}, ...walked.map((truth, at) => filesOf(truth, at)))),
    );
    await page.setViewportSize({ width: 1000, height: 700 });
    const viewport = await openCase(page, url, subjectOf(0));
    const wrong: string[] = [];
    for (const [at, truth] of walked.entries()) {
      await expect(viewport).toHaveAttribute('data-image', new RegExp(`^${subjectOf(at)}/`));
      await expect(viewport).toHaveAttribute('data-status', 'rendered');
      const error = await largestError(viewport, truth);
      if (!(error <= 1)) wrong.push(`${truth.name}: ${error}`);
      if (at + 1 < walked.length) await page.keyboard.press('n');
    }
    expect(wrong).toEqual([]);
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
  const path = `${subjectOf(0)}/ses-1/mod-ct/${subjectOf(0)}_ses-1_bp-chest_ct.dcm`;
  const url = await serve(await folder({ [path]: Buffer.from(first?.file ?? []) }));
  const viewport = await openCase(page, url, subjectOf(0));
  await expect(viewport).toHaveAttribute('data-slices', '3');
  await page.keyboard.press('Home');
  for (const [slice, truth] of downwards.entries()) {
    await expect(viewport).toHaveAttribute('data-slice', String(slice));
    await expect(viewport).toHaveAttribute('data-status', 'rendered');
    await expect.poll(() => largestError(viewport, truth), `slice ${slice}`).toBeLessThanOrEqual(1);
    await page.keyboard.press('ArrowDown');
  }
});
