import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { expectAccessible } from './support/accessible.ts';
import { expect, renderedViewport, test } from './support/app.ts';
import { BIMCV, FIRST_FILM } from './support/bimcv.ts';
import { film, filmStem } from './support/cases.ts';
import { filmPng, sidecar } from './support/films.ts';
import {
  clickOn,
  dragOn,
  dumpReport,
  exported,
  HAS_READERS,
  measurements,
  numberOf,
  paperOf,
  readReport,
} from './support/measure.ts';
import { canvasOf, capture } from './support/screen.ts';

const SIZE = { columns: 512, rows: 512 };

/** Comma-separated values by RFC 4180, read by hand. */
function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const rows = [...text.matchAll(/(?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n))+?(?<=\r\n)/g)].map(([row]) =>
    [...row.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/g)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    ),
  );
  const [names = [], ...others] = rows;
  return others.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

interface Item {
  readonly type: string;
  readonly name?: readonly string[];
  readonly value?: number;
  readonly unit?: readonly string[];
  readonly text?: string;
  readonly data?: readonly number[];
  readonly instance?: string;
  readonly items: readonly Item[];
}

const itemsOf = (item: Item): readonly Item[] => [item, ...item.items.flatMap(itemsOf)];

test('measurements leave as CSV, JSON and a DICOM report, and other programs read the same values', async ({
  page,
  serve,
  folder,
}) => {
  const files = {
    ...BIMCV,
    [FIRST_FILM.replace('.png', '.json')]: sidecar({
      '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.1.1'],
      '00080018': ['UI', '1.2.826.0.1.3680043.2.1143.5'],
      '00080060': ['CS', 'DX'],
      '00100030': ['DA', '19530214'],
      '00181164': ['DS', 0.139, 0.139],
      '0020000D': ['UI', '1.2.826.0.1.3680043.2.1143.1'],
      '0020000E': ['UI', '1.2.826.0.1.3680043.2.1143.2'],
      '00281050': ['DS', 2048],
      '00281051': ['DS', 4096],
    }),
  };
  await page.goto(`${await serve(await folder(files))}/case/sub-S03999/ses-E07001`);
  await page.getByTestId('agreement-accept').click();
  const viewport = await renderedViewport(page);
  await viewport.focus();
  const paper = await paperOf(viewport, SIZE);
  await page.keyboard.press('Shift+L');
  await dragOn(page, paper, [100, 140], [300, 180]);
  await page.keyboard.press('Shift+R');
  await dragOn(page, paper, [330, 330], [380, 380]);
  await page.keyboard.press('Shift+T');
  await dragOn(page, paper, [200, 300], [300, 250]);
  await page.getByTestId('mark-entry').getByRole('textbox').fill('=1+1, "ñ"');
  await page.keyboard.press('Enter');
  const [length, area, mean] = [
    await numberOf(measurements(page, 'length')),
    await numberOf(measurements(page, 'rectangle')),
    await numberOf(measurements(page, 'rectangle'), 'data-mean'),
  ];
  // All within the square in column 5, row 5.
  expect(mean).toBe(64 * 45);

  const rows = readCsv((await exported(page, 'csv')).text);
  expect(rows.map(({ tool }) => tool)).toEqual(['length', 'rectangle', 'arrow']);
  expect(rows[0]).toMatchObject({
    subject: 'sub-S03999',
    session: 'ses-E07001',
    image: FIRST_FILM,
    unit: 'mm at detector',
  });
  expect(Number(rows[0]?.['value'])).toBe(length);
  expect(Number(rows[1]?.['mean'])).toBe(mean);
  // A spreadsheet takes it for words.
  expect(rows[2]?.['name']).toBe('\'=1+1, "ñ"');

  const json = JSON.parse((await exported(page, 'json')).text) as {
    readonly format: string;
    readonly measurements: readonly Readonly<Record<string, unknown>>[];
  };
  expect(json.format).toBe('midscope-measurements');
  expect(json.measurements[0]).toMatchObject({ value: length, unit: 'mm at detector', row_mm: 0.139 });
  expect(json.measurements[2]).toMatchObject({ name: '=1+1, "ñ"', value: null });

  const report = await exported(page, 'sr');
  for (const secret of ['1953', 'Opacidad', 'opacidad']) {
    expect(report.text).not.toContain(secret);
    expect(JSON.stringify([rows, json])).not.toContain(secret);
  }
  if (!HAS_READERS) return;
  const read = readReport(report.path) as {
    readonly study: string;
    readonly patient: readonly string[];
    readonly evidence: readonly string[];
    readonly content: Item;
  };
  expect(read.study).toBe('1.2.826.0.1.3680043.2.1143.1');
  expect(read.patient).toEqual(['sub-S03999', '', 'M']);
  expect(read.evidence).toEqual(['1.2.826.0.1.3680043.2.1143.5']);
  const all = itemsOf(read.content);
  const number = (meaning: string): Item | undefined => all.find(({ name }) => name?.[2] === meaning);
  expect(number('Length')?.value).toBeCloseTo(length, 9);
  expect(number('Length')?.unit?.[0]).toBe('mm');
  expect(number('Area')?.value).toBeCloseTo(area, 9);
  expect(number('Stored pixel value')?.value).toBe(mean);
  expect(all.some(({ text }) => text === '=1+1, "ñ"')).toBe(true);
  expect(
    all.filter(({ type }) => type === 'IMAGE').every(({ instance }) => instance === read.evidence[0]),
  ).toBe(true);
  const dump = dumpReport(report.path);
  expect(dump).toContain('Comprehensive 3D SR Document');
  expect(dump).toContain('Imaging Measurements');
});

test('a picture is saved as it is on screen, with a stamp below, after the clause on passing it on', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(BIMCV))}/case/sub-S03999/ses-E07001`);
  await page.getByTestId('agreement-accept').click();
  const viewport = await renderedViewport(page);
  await viewport.focus();
  // Masks, labels and the texts in the corners off.
  for (const key of ['m', 'm', 't', 't', 'o']) await page.keyboard.press(key);
  const paper = await paperOf(viewport, SIZE);
  await page.keyboard.press('Shift+L');
  await dragOn(page, paper, [40, 288], [470, 288]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+s');
  const sheet = page.getByRole('dialog', { name: 'Before a picture leaves midscope' });
  await expect(sheet).toContainText('No part of it may be passed on');
  await expectAccessible(page, 'capture sheet');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(viewport).toBeFocused();
  await page.getByRole('button', { name: 'Turn, save, full screen' }).click();
  await page.getByRole('menuitem', { name: /^Save the picture as PNG/ }).click();
  const saved = page.waitForEvent('download');
  await page.getByTestId('capture-accept').click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('sub-S03999_ses-E07001_run-1_bp-chest_vp-pa_dx_capture.png');
  const png = decode(readFileSync(await download.path()));
  const at = (x: number, y: number): readonly number[] =>
    Array.from(png.data.subarray((y * png.width + x) * png.channels).subarray(0, 3));
  const box = await canvasOf(viewport).boundingBox();
  if (!box) throw new Error('no canvas');
  expect([png.width, png.height > box.height]).toEqual([Math.round(box.width), true]);
  // Every square in its grey, but where the line is.
  await expect(sheet).toHaveCount(0);
  const screen = await capture(canvasOf(viewport));
  for (let square = 0; square < 64; square++) {
    const { page: place } = paper.at([64 * (square % 8) + 20, 64 * Math.floor(square / 8) + 44]);
    const [x, y] = [place[0] - Math.round(box.x), place[1] - Math.round(box.y)];
    expect(at(x, y), `square ${square}`).toEqual(screen.at(x, y));
  }
  // The line is there as on screen, with its casing.
  const [column, row] = paper.at([256, 288]).page;
  const across = [-3, -2, -1, 0, 1, 2, 3].map((off) => {
    const place = [column - Math.round(box.x), row - Math.round(box.y) + off] as const;
    return [at(...place)[0] ?? 0, screen.at(...place)[0]] as const;
  });
  for (const [drawn, shown] of across) expect(Math.abs(drawn - shown)).toBeLessThan(24);
  expect(Math.max(...across.map(([drawn]) => drawn))).toBeGreaterThan(
    Math.min(...across.map(([drawn]) => drawn)) + 60,
  );
  // The strip below is black with light words in it.
  const strip: number[] = [];
  for (let y = Math.ceil(box.height) + 2; y < png.height; y++)
    for (let x = 0; x < png.width; x++) strip.push(at(x, y)[0] ?? 0);
  const light = strip.filter((grey) => grey > 128).length;
  expect(light).toBeGreaterThan(500);
  expect(strip.length).toBeGreaterThan(5 * light);

  await page.getByRole('button', { name: 'Key image' }).click();
  await expect(page.getByTestId('key-image')).toContainText('PA');
});

test('a picture of a dataset without an agreement is saved at once, one with burned-in text asks', async ({
  page,
  serve,
  folder,
}) => {
  const [plain, burned] = [filmStem('sub-1', 'ses-1', 1, 'pa'), filmStem('sub-1', 'ses-1', 2, 'll')];
  const files = { ...film(plain), ...film(burned, filmPng(), { '00280301': ['CS', 'YES'] }) };
  await page.goto(`${await serve(await folder(files))}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  await viewport.focus();
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  expect((await saved).suggestedFilename()).toContain('run-1');
  const other = await renderedViewport(page, 1);
  await clickOn(page, await paperOf(other, SIZE), [256, 256]);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('dialog')).toContainText('text is burned into its pixels');
});
