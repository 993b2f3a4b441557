import type { Locator, Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect } from './app.ts';
import { canvasOf } from './screen.ts';

/** A place on an image: columns and rows with fractions, from the corner of its first pixel. */
export type At = readonly [x: number, y: number];

/** An image that is shown whole, and where it is on the page. */
export interface Paper {
  /** Whole CSS pixels of the page next to a place on the image, and which place that is. */
  at(place: At): { readonly page: At; readonly image: At };
  /** CSS pixels of a pixel of the image. */
  readonly scale: number;
}

/**
 * Where an image lies that is shown whole, centred and unturned.
 * @param tall height of its pixels over their width
 */
export async function paperOf(
  viewport: Locator,
  image: { readonly columns: number; readonly rows: number },
  tall = 1,
): Promise<Paper> {
  const scale = Number(await viewport.getAttribute('data-scale'));
  const box = await canvasOf(viewport).boundingBox();
  if (!box || !(scale > 0)) throw new Error('the viewport shows no image');
  const [left, top] = [
    box.x + box.width / 2 - (image.columns / 2) * scale,
    box.y + box.height / 2 - (image.rows / 2) * scale * tall,
  ];
  return {
    scale,
    at: ([x, y]) => {
      const page: At = [Math.round(left + x * scale), Math.round(top + y * scale * tall)];
      return { page, image: [(page[0] - left) / scale, (page[1] - top) / (scale * tall)] };
    },
  };
}

/** Drags with the left button through places of an image; hands out where it really was. */
export async function dragOn(page: Page, paper: Paper, ...places: readonly At[]): Promise<readonly At[]> {
  const [first, ...rest] = places.map(paper.at);
  if (!first) return [];
  await page.mouse.move(...first.page);
  await page.mouse.down();
  for (const { page: to } of rest) await page.mouse.move(...to, { steps: 3 });
  await page.mouse.up();
  return [first, ...rest].map(({ image }) => image);
}

export async function clickOn(page: Page, paper: Paper, place: At): Promise<At> {
  const { page: to, image } = paper.at(place);
  await page.mouse.click(...to);
  return image;
}

/** The rows of the list, those of a tool. */
export const measurements = (page: Page, tool?: string): Locator =>
  page.locator(`[data-testid=measurement]${tool === undefined ? '' : `[data-tool=${tool}]`}`);

/** A number that a row carries. */
export const numberOf = async (row: Locator, name = 'data-value'): Promise<number> =>
  Number(await row.getAttribute(name));

export async function expectValue(row: Locator, value: number, unit: string, digits = 6): Promise<void> {
  await expect(row).toHaveAttribute('data-unit', unit);
  expect(await numberOf(row)).toBeCloseTo(value, digits);
}

/** Programs that read DICOM by themselves; a machine without them leaves what they would say out. */
export const HAS_READERS =
  existsSync('/usr/bin/dsrdump') && existsSync('/usr/lib/python3/dist-packages/pydicom');

/** What pydicom reads in a structured report. */
export const readReport = (file: string): unknown =>
  JSON.parse(
    execFileSync('/usr/bin/python3', ['src/formats/dicom/sr/read-report.py', file], { encoding: 'utf8' }),
  );

export const dumpReport = (file: string): string =>
  execFileSync('/usr/bin/dsrdump', ['+Pc', file], { encoding: 'utf8' });

/** Presses an export button and reads the file that is saved. */
export async function exported(
  page: Page,
  kind: string,
): Promise<{ readonly path: string; readonly text: string }> {
  const saved = page.waitForEvent('download');
  await page.locator(`[data-testid=measurements] [data-testid=export][data-kind=${kind}]`).click();
  const path = await (await saved).path();
  return { path, text: readFileSync(path, 'utf8') };
}
