import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, renderedViewport, test, type Files } from './support/app.ts';
import { film, filmStem } from './support/cases.ts';
import { filmPng } from './support/films.ts';
import { clickOn, dragOn, expectValue, measurements, numberOf, paperOf, type At } from './support/measure.ts';

/** Pixels twice as high as wide: 0.2 mm from row to row, 0.1 mm from column to column, at the detector. */
const [ROW, COLUMN] = [0.2, 0.1];
const SIZE = { columns: 512, rows: 512 };
const PA = filmStem('sub-1', 'ses-1', 1, 'pa');
const AP = filmStem('sub-2', 'ses-1', 1, 'ap');
const SPACING = { '00181164': ['DS', ROW, COLUMN] } as const;
const FILMS: Files = { ...film(PA, filmPng(), SPACING), ...film(AP, filmPng(), SPACING) };

const mm = (a: At, b: At): number => Math.hypot((b[0] - a[0]) * COLUMN, (b[1] - a[1]) * ROW);
const degrees = (radians: number): number => (radians * 180) / Math.PI;
const direction = (a: At, b: At): number => Math.atan2((b[1] - a[1]) * ROW, (b[0] - a[0]) * COLUMN);

async function openFilm(page: Page, url: string, subject = 'sub-1') {
  await page.goto(`${url}/case/${subject}/ses-1`);
  const viewport = await renderedViewport(page);
  await viewport.focus();
  return { viewport, paper: await paperOf(viewport, SIZE, ROW / COLUMN) };
}

test('lengths, angles and regions have the values of closed forms, turned, enlarged and in any window', async ({
  page,
  serve,
  folder,
}) => {
  const { viewport, paper: fitted } = await openFilm(page, await serve(await folder(FILMS)));
  // Smaller than its place, so that a drag can begin beside it.
  await page.keyboard.press('-');
  await expect.poll(async () => Number(await viewport.getAttribute('data-scale'))).toBeLessThan(fitted.scale);
  const paper = await paperOf(viewport, SIZE, ROW / COLUMN);

  await page.keyboard.press('Shift+L');
  const [a, b] = (await dragOn(page, paper, [100, 100], [300, 180])) as [At, At];
  await expectValue(measurements(page, 'length'), mm(a, b), 'mm at detector');
  // Two clicks draw a line as well.
  const c = await clickOn(page, paper, [60, 400]);
  const d = await clickOn(page, paper, [200, 400]);
  await expect(measurements(page, 'length')).toHaveCount(2);
  await expectValue(measurements(page, 'length').nth(1), mm(c, d), 'mm at detector');

  await page.keyboard.press('Shift+A');
  const arm = (await dragOn(page, paper, [400, 100], [330, 60])) as [At, At];
  const end = await clickOn(page, paper, [460, 60]);
  const angle = Math.abs(direction(arm[1], arm[0]) - direction(arm[1], end));
  await expectValue(measurements(page, 'angle'), degrees(angle), '°');

  await page.keyboard.press('Shift+C');
  const one = (await dragOn(page, paper, [100, 220], [200, 240])) as [At, At];
  const other = (await dragOn(page, paper, [210, 330], [110, 345])) as [At, At];
  const cobb = Math.abs(direction(...one) - (direction(...other) - Math.PI));
  await expectValue(measurements(page, 'cobb'), degrees(cobb), '°');

  // Over the whole film and beyond: each of 64 squares has the values 0, 64 … 4032.
  await page.keyboard.press('Shift+R');
  await dragOn(page, paper, [-3, -3], [515, 515]);
  const whole = measurements(page, 'rectangle');
  await expectValue(whole, 512 * COLUMN * 512 * ROW, 'mm² at detector');
  for (const [name, value] of Object.entries({
    'data-mean': 2016,
    'data-sd': 64 * Math.sqrt((64 ** 2 - 1) / 12),
    'data-min': 0,
    'data-max': 4032,
  }))
    expect(await numberOf(whole, name), name).toBeCloseTo(value, 6);
  await expect(whole).toHaveAttribute('data-values', 'stored');

  // Inside the square in column 5, row 3: stored value 64 · 29.
  await page.keyboard.press('Shift+E');
  const [corner, opposite] = (await dragOn(page, paper, [326, 198], [376, 250])) as [At, At];
  const ellipse = measurements(page, 'ellipse');
  const radii = [(opposite[0] - corner[0]) / 2, (opposite[1] - corner[1]) / 2] as const;
  await expectValue(ellipse, Math.PI * radii[0] * COLUMN * radii[1] * ROW, 'mm² at detector');
  expect(await numberOf(ellipse, 'data-mean')).toBe(64 * 29);
  expect(await numberOf(ellipse, 'data-sd')).toBe(0);

  await page.keyboard.press('Shift+F');
  const drawn = await dragOn(page, paper, [330, 400], [370, 400], [370, 440], [330, 440]);
  const outline = measurements(page, 'freehand');
  const gauss = Math.abs(
    drawn.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = drawn[(at + 1) % drawn.length] as At;
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );
  // A hand's line is thinned out by less than a pixel of the screen.
  expect(Math.abs((await numberOf(outline)) / (gauss * COLUMN * ROW) - 1)).toBeLessThan(0.02);
  expect(await numberOf(outline, 'data-mean')).toBe(64 * 53);

  await page.keyboard.press('Shift+V');
  await clickOn(page, paper, [480, 480]);
  await expectValue(measurements(page, 'probe'), 4032, 'stored');
  await page.keyboard.press('Shift+B');
  const [from, to] = (await dragOn(page, paper, [240, 460], [300, 460])) as [At, At];
  const axes = measurements(page, 'bidirectional');
  await expectValue(axes, mm(from, to), 'mm at detector');
  expect(await numberOf(axes, 'data-short')).toBeCloseTo(mm(from, to) / 2, 6);

  // The middle button, the right one and the wheel do what they do without a tool; nothing more is drawn.
  const all = await measurements(page).count();
  const values = () =>
    measurements(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-value')));
  const before = await values();
  await page.mouse.move(...paper.at([256, 256]).page);
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(...paper.at([256, 300]).page, { steps: 5 });
  await page.mouse.up({ button: 'right' });
  await expect.poll(async () => Number(await viewport.getAttribute('data-scale'))).not.toBe(paper.scale);
  await page.keyboard.press('=');
  await page.keyboard.press('i');
  await page.keyboard.press('r');
  expect(await values()).toEqual(before);
  await expect(measurements(page)).toHaveCount(all);
  // A quarter turn clockwise: what was above the middle is to its right, what was to its left is above it.
  const line = viewport.locator('[data-mark][data-tool=length] path').nth(1);
  const box = await viewport.getByTestId('marks').boundingBox();
  const turned = Number(await viewport.getAttribute('data-scale'));
  const place = async (): Promise<At> => {
    const [, x, y] = /^M([-\d.]+),([-\d.]+)L/.exec((await line.getAttribute('d')) ?? '') ?? [];
    return [Number(x) - (box?.width ?? 0) / 2, Number(y) - (box?.height ?? 0) / 2];
  };
  const [right, below] = await place();
  expect(right).toBeCloseTo((256 - a[1]) * turned * (ROW / COLUMN), 0);
  expect(below).toBeCloseTo((a[0] - 256) * turned, 0);
  await page.keyboard.press('l');
  await page.keyboard.press('h');
  expect((await place())[0]).toBeCloseTo((256 - a[0]) * turned, 0);
  await expectAccessible(page, 'measurements');
});

test('measurements are listed, renamed, moved by keys, deleted, undone, and kept over a reload', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(FILMS));
  const { viewport, paper } = await openFilm(page, url);
  await page.keyboard.press('Shift+L');
  await dragOn(page, paper, [100, 100], [200, 100]);
  // What is begun is taken back by Escape; what is no longer than a trembling hand is nothing.
  await clickOn(page, paper, [300, 300]);
  await page.keyboard.press('Escape');
  await clickOn(page, paper, [350, 350]);
  await clickOn(page, paper, [350, 350]);
  await expect(measurements(page)).toHaveCount(1);

  // Without a mouse: placed in the middle, its points walked by Tab and moved by the arrow keys.
  await viewport.focus();
  await page.keyboard.press('Enter');
  const placed = measurements(page, 'length').nth(1);
  const handles = viewport.locator('[data-handle]');
  await expect(handles).toHaveCount(2);
  await expect(handles.first()).toBeFocused();
  for (const handle of await handles.all()) {
    const box = await handle.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  const length = await numberOf(placed);
  await page.keyboard.press('Tab');
  await expect(handles.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  expect(await numberOf(placed)).toBeCloseTo(length + COLUMN, 6);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => numberOf(placed)).toBeCloseTo(length + 11 * COLUMN, 6);
  await page.keyboard.press('Control+z');
  await expect.poll(() => numberOf(placed)).toBeCloseTo(length + COLUMN, 6);

  // Its end dragged by the mouse, and the whole by its line; with the window tool in hand.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const first = measurements(page, 'length').first();
  await clickOn(page, paper, [150, 100]);
  await expect(first).toHaveAttribute('data-selected', 'true');
  const [, moved] = (await dragOn(page, paper, [200, 100], [200, 200])) as [At, At];
  const start = paper.at([100, 100]).image;
  await expect.poll(() => numberOf(first)).toBeCloseTo(mm(start, [moved[0], moved[1]]), 1);
  const window = await viewport.getAttribute('data-width');
  await dragOn(page, paper, [150, 150], [250, 250]);
  await expect.poll(() => numberOf(first)).toBeCloseTo(mm(start, [moved[0], moved[1]]), 1);
  expect(await viewport.getAttribute('data-width')).toBe(window);

  await page.getByRole('button', { name: 'Rename Length' }).first().click();
  await page.keyboard.type('Nodule');
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('data-name', 'Nodule');
  await expect(viewport.locator('[data-mark] tspan').first()).toHaveText('Nodule');
  await viewport.focus();
  await page.keyboard.press('Delete');
  await expect(measurements(page)).toHaveCount(1);
  await expect(page.getByText('Nodule deleted. Ctrl+Z brings it back.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(measurements(page)).toHaveCount(2);
  await page.keyboard.press('Control+y');
  await expect(measurements(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Nodule', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(measurements(page).first()).toHaveAttribute('data-name', 'Nodule');

  await page.keyboard.press('k');
  await expect(page.getByTestId('key-image')).toHaveCount(1);
  const kept = await measurements(page).evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-value')),
  );
  await page.reload();
  await renderedViewport(page);
  await expect(measurements(page)).toHaveCount(2);
  expect(
    await measurements(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-value'))),
  ).toEqual(kept);
  await expect(page.getByTestId('key-image')).toHaveCount(1);
  await expect(viewport.getByTestId('marks')).toHaveAttribute('data-marks', '2');

  // A second tab sees them at once, and neither loses what the other does.
  const other = await page.context().newPage();
  await other.goto(`${url}/case/sub-1/ses-1`);
  await renderedViewport(other);
  await expect(measurements(other)).toHaveCount(2);
  await other.getByRole('button', { name: 'Delete Length' }).click();
  await expect(measurements(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Rename Nodule' }).click();
  await page.keyboard.type(' 2');
  await page.keyboard.press('Enter');
  await expect(measurements(other).first()).toHaveAttribute('data-name', 'Nodule 2');
  await other.close();
});

test('a line of known length calibrates its image; the ratio of heart and thorax has its reference on PA films only', async ({
  page,
  serve,
  folder,
}) => {
  const url = await serve(await folder(FILMS));
  const { viewport, paper } = await openFilm(page, url);
  await page.keyboard.press('Shift+L');
  const [a, b] = (await dragOn(page, paper, [100, 60], [300, 60])) as [At, At];
  await expectValue(measurements(page, 'length'), mm(a, b), 'mm at detector');

  await page.keyboard.press('Shift+U');
  const [c, d] = (await dragOn(page, paper, [100, 480], [200, 480])) as [At, At];
  const entry = page.getByTestId('mark-entry').getByRole('textbox', { name: 'True length, mm' });
  await expect(entry).toBeFocused();
  await entry.fill('none');
  await page.keyboard.press('Enter');
  await expect(entry).toHaveAttribute('aria-invalid', 'true');
  await entry.fill('50');
  await page.keyboard.press('Enter');
  const factor = 50 / mm(c, d);
  await expectValue(measurements(page, 'length'), mm(a, b) * factor, 'mm (calibrated by you)');
  await expectValue(measurements(page, 'calibration'), 50, 'mm');
  await expect(viewport).toContainText('mm (calibrated by you)');
  await page.keyboard.press('Control+z');
  await expectValue(measurements(page, 'length'), mm(a, b), 'mm at detector');
  await page.keyboard.press('Control+y');
  await expectValue(measurements(page, 'length'), mm(a, b) * factor, 'mm (calibrated by you)');

  // An upright midline in column 256: only columns count.
  const ratio = async (): Promise<number> => {
    await page.keyboard.press('Shift+H');
    await dragOn(page, paper, [256, 100], [256, 420]);
    const borders: At[] = [];
    for (const place of [
      [180, 300],
      [360, 310],
      [80, 320],
      [440, 340],
    ] as const)
      borders.push(await clickOn(page, paper, place));
    const [right, left, inner, outer] = borders as [At, At, At, At];
    return (left[0] - right[0]) / (outer[0] - inner[0]);
  };
  await expect(page.getByTestId('how-to')).toHaveText(/known|know/);
  const expected = await ratio();
  const row = measurements(page, 'ctr');
  await expectValue(row, expected, 'ratio');
  await expect(row).toHaveAttribute('data-basis', 'pa');
  await expect(row).toContainText('reference on PA films: 0.50');

  await openFilm(page, url, 'sub-2');
  await ratio();
  await expect(row).toHaveAttribute('data-basis', 'ap');
  await expect(row).toContainText('0.5 does not apply');
  await expect(row).not.toContainText('reference on PA');
  // The first film is still calibrated, this one is not.
  await expect(row).toContainText('mm at detector');
});

test('a region sets the window, a lens enlarges, one to one is one to one, an arrow has its words', async ({
  page,
  serve,
  folder,
}) => {
  const { viewport, paper } = await openFilm(page, await serve(await folder(FILMS)));
  await page.keyboard.press('Shift+G');
  // Squares 9 to 11: 576, 640 and 704; black is 576, white 704 (PS3.3 C.11.2.1.2.1).
  await dragOn(page, paper, [70, 70], [250, 120]);
  await expect(viewport).toHaveAttribute('data-voi', 'manual');
  await expect(viewport).toHaveAttribute('data-center', String((576 + 704 + 1) / 2));
  await expect(viewport).toHaveAttribute('data-width', String(704 - 576 + 1));
  await expect(measurements(page)).toHaveCount(0);

  await page.keyboard.press('Shift+M');
  await page.mouse.move(...paper.at([96, 96]).page);
  await page.mouse.down();
  const lens = viewport.getByTestId('lens');
  await expect(lens).toBeVisible();
  // In its middle the square below the pointer; the window makes it black. To its left the one before, darker still.
  const grey = (x: number, y: number) =>
    lens.evaluate(
      (canvas: HTMLCanvasElement, [px, py]) => canvas.getContext('2d')?.getImageData(px, py, 1, 1).data[0],
      [x, y] as const,
    );
  await expect.poll(() => grey(100, 100)).toBe(0);
  await page.mouse.move(...paper.at([160, 96]).page, { steps: 2 });
  await expect.poll(() => grey(100, 100)).toBe(128);
  await page.mouse.move(...paper.at([224, 96]).page, { steps: 2 });
  await expect.poll(() => grey(100, 100)).toBe(255);
  await page.mouse.up();
  await expect(lens).toHaveCount(0);

  await page.keyboard.press('u');
  await expect.poll(async () => Number(await viewport.getAttribute('data-scale'))).toBeCloseTo(1, 6);
  await page.keyboard.press('=');
  await page.keyboard.press('Shift+T');
  await dragOn(page, paper, [200, 300], [300, 250]);
  await page.getByTestId('mark-entry').getByRole('textbox').fill('<b>=1+1</b>');
  await page.keyboard.press('Enter');
  await expect(measurements(page, 'arrow')).toHaveAttribute('data-name', '<b>=1+1</b>');
  await expect(viewport.locator('[data-mark] tspan')).toHaveText('<b>=1+1</b>');

  await page.keyboard.press('Shift+Q');
  await expect(viewport.getByTestId('marks')).toHaveAttribute('data-marks', '0');
  await page.getByRole('button', { name: 'Show measurements' }).click();
  await expect(viewport.getByTestId('marks')).toHaveAttribute('data-marks', '1');
  await page.keyboard.press('F11');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.getByRole('button', { name: 'Turn, save, full screen' }).click();
  await page.getByRole('menuitem', { name: /^Leave full screen/ }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
});
