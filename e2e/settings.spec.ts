import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, pageIdle, renderedViewport, test } from './support/app.ts';
import { expectAccessible } from './support/accessible.ts';
import { film, filmStem, PARTICIPANTS, sessionsTable } from './support/cases.ts';

const FILES = {
  ...PARTICIPANTS,
  ...film(filmStem('sub-1', 'ses-1', 1, 'pa')),
  ...sessionsTable('sub-1', { 'ses-1': '20200301' }),
};

const row = (page: Page, command: string) =>
  page.getByTestId('key-row').and(page.locator(`[data-command=${command}]`));

const file = (settings: unknown) => ({
  name: 'mine.json',
  mimeType: 'application/json',
  buffer: Buffer.from(typeof settings === 'string' ? settings : JSON.stringify(settings)),
});

test('keys and buttons are changed, conflicts named, and settings go out and in as a file', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(FILES))}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  const settings = page.getByTestId('settings');
  const open = async (): Promise<void> => {
    await page.keyboard.press('Control+,');
    await expect(settings).toBeVisible();
  };
  const news = page.getByTestId('settings-news');

  await open();
  await expectAccessible(page, 'settings');
  await page.getByTestId('find-key').fill('invert');
  const invert = row(page, 'invert');
  const record = async (key: string): Promise<void> => {
    await invert.getByRole('button', { name: 'Add a key to Invert' }).click();
    await expect(page.getByTestId('key-recorder')).toBeFocused();
    await page.keyboard.press(key);
  };
  // A key of the browser's is none; Esc leaves the recorder, not the sheet.
  await record('F5');
  await expect(page.getByTestId('key-recorder')).toContainText('F5 belongs to the browser');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('key-recorder')).toHaveCount(0);
  const more = invert.getByTestId('add-key');
  await expect(more).toBeFocused();
  await record('n');
  await expect(page.getByTestId('key-conflict')).toContainText('N is a key of “Next case” here.');
  await expect(page.getByRole('button', { name: 'Give it to “Invert”' })).toBeFocused();
  await expectAccessible(page, 'settings with a conflict');
  await page.getByRole('button', { name: 'Give it to “Invert”' }).click();
  await expect(invert.locator('kbd')).toHaveText(['I', 'N']);
  await expect(more).toBeFocused();
  await page.getByRole('combobox', { name: 'Right button, alone' }).selectOption('pan');
  await page.getByRole('button', { name: 'Close' }).click();

  await page.keyboard.press('n');
  await expect(viewport).toHaveAttribute('data-inverted', 'true');
  const scale = async (): Promise<number> => Number(await viewport.getAttribute('data-scale'));
  const before = await scale();
  await viewport.hover();
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(600, 600, { steps: 3 });
  await page.mouse.up({ button: 'right' });
  // Right, which enlarges elsewhere, moves.
  expect(await scale()).toBeCloseTo(before, 6);
  // The sheet of keys tells what is in force.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Right buttonpan');
  await page.getByRole('button', { name: 'Change keys and mouse' }).click();

  // What was taken comes back with its name, and everything at once.
  await page.getByTestId('find-key').fill('next case');
  await row(page, 'next-case').getByRole('button', { name: 'Keys of Next case as in the scheme' }).click();
  await expect(page.getByTestId('key-conflict')).toContainText('N is a key of “Invert” here.');
  await page.getByRole('button', { name: 'Leave it' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const kept = await readFile(await (await download).path(), 'utf8');
  await page.getByRole('button', { name: 'Reset all keys and buttons' }).click();
  await expect(row(page, 'next-case').locator('kbd')).toHaveText(['N']);
  await settings.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'next-case')).toContainText('no key');
  await page.getByRole('button', { name: 'Reset all keys and buttons' }).click();

  const input = page.getByTestId('settings-input');
  await input.setInputFiles(file('{"midscope": "settings", "version": 3'));
  await expect(news).toContainText('mine.json holds no settings of midscope');
  const hostile = { invert: ['q'], reorient: ['q'], fit: [7], __proto__: { polluted: true } };
  await input.setInputFiles(
    file({ midscope: 'settings', version: 3, settings: { theme: 'pink', controls: { keys: hostile } } }),
  );
  await expect(news).toContainText('Not understood and left out: theme, keys.fit');
  await expect(news).toContainText('Q was given to “Invert” and “Re-orient a series”; “Invert” keeps it.');
  await settings.getByRole('button', { name: 'Undo' }).last().click();
  await input.setInputFiles(file(kept));
  await expect(news).toContainText('mine.json is in force');
  await page.reload();
  await renderedViewport(page);
  await page.keyboard.press('n');
  await expect(viewport).toHaveAttribute('data-inverted', 'true');
});

test('a pattern shows what the monitor swallows, one of its pixels on one of the screen', async ({
  page,
  serve,
}) => {
  await page.goto(`${await serve()}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await pageIdle(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('monitor');
  await expect(page.getByRole('option').first()).toContainText('grey pattern');
  await page.keyboard.press('Enter');
  const canvas = page.getByTestId('check-pattern').locator('canvas');
  await expect(canvas).toHaveJSProperty('width', 1440);
  const drawn = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const data = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    const greys = new Set<number>();
    let isGrey = true;
    for (let at = 0; at < data.length; at += 4) {
      greys.add(data[at] ?? -1);
      isGrey &&= data[at] === data[at + 1] && data[at] === data[at + 2] && data[at + 3] === 255;
    }
    return {
      greys: greys.size,
      isGrey,
      high: height === Math.round(element.clientHeight * devicePixelRatio),
    };
  });
  expect(drawn).toEqual({ greys: 256, isGrey: true, high: true });
  await expectAccessible(page, 'check pattern');
  await page.keyboard.press('Escape');
  await expect(canvas).toHaveCount(0);
});
