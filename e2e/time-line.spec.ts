import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { PATIENT, stemOf, SUBJECT } from './support/patient.ts';

const middleOf = async (mark: Locator): Promise<number> => {
  const box = await mark.boundingBox();
  return (box?.x ?? Number.NaN) + (box?.width ?? 0) / 2;
};

const shown = (page: Page) => page.getByTestId('case').getAttribute('data-session');

/** The names of what has the focus after each of some keys. */
async function focusedAfter(page: Page, keys: readonly string[]): Promise<readonly (string | null)[]> {
  const names: (string | null)[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    names.push(await page.locator(':focus').getAttribute('aria-label'));
  }
  return names;
}

test('the time line has tests and films by day from one zero, and opens and compares them', async ({
  page,
  serve,
  folder,
}) => {
  // A test without a date, and one whose result is none of the known ones.
  const tests = `${String(PATIENT['derivatives/EHR/tests.tsv'])}1\t1\t\tPCR\tPOSITIVO\t${SUBJECT}\t\n1\t1\t25.03.2020\tIGG\tDUDOSO\t${SUBJECT}\t\n`;
  await page.goto(
    `${await serve(await folder({ ...PATIENT, 'derivatives/EHR/tests.tsv': tests }))}/case/${SUBJECT}/ses-3?modality=DX`,
  );
  await page.getByTestId('agreement-accept').click();
  await renderedViewport(page, 0);
  await indexDone(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  const line = page.getByTestId('time-line');
  const chart = line.getByRole('grid');
  await expect(chart.getByRole('rowheader')).toHaveText(['PCR', 'IgG', 'DX']);

  // To scale, in days from the first positive PCR, with the warning that the second session's sidecar gives.
  const [negative, zero, last] = [
    await middleOf(chart.getByLabel('PCR negative, 17 Mar 2020, day −4 (dates altered)')),
    await middleOf(chart.getByLabel('PCR positive, 21 Mar 2020, day 0 (dates altered)')),
    await middleOf(chart.getByLabel('DX, 1 image, ses-4, 5 Apr 2020, day +15 (dates altered)')),
  ];
  expect((last - zero) / 15).toBeCloseTo((zero - negative) / 4, 0);
  await expect(chart.getByLabel('PCR positive, no date')).toBeVisible();
  await expect(chart.getByLabel('IgG DUDOSO, 25 Mar 2020, day +4 (dates altered)')).toBeVisible();
  await expect(chart.getByLabel('DX, 1 image, ses-5, no date')).toBeVisible();
  await expect(line.getByTestId('dates-note')).toContainText('Dates were altered');
  const strip = page.getByTestId('strip-session');
  await expect(strip.first()).toContainText('31 Mar+10');
  const firstTest = page.getByTestId('lab-test').filter({ hasText: '17 Mar' });
  await expect(firstTest).toContainText('day −4');

  // One switch for the strip, the tests and the time line.
  await line.getByRole('radio', { name: 'this study' }).click();
  await expect(chart.getByLabel('PCR positive, 21 Mar 2020, day −10 (dates altered)')).toBeVisible();
  await expect(strip.first()).toContainText('31 Mar0');
  await expect(firstTest).toContainText('day −14');
  await expect(page.getByRole('heading', { name: 'Tests' })).toContainText('days from this study');
  await expect(line.getByTestId('time-tick').filter({ hasText: /^0$/ })).toBeVisible();
  await line.getByRole('radio', { name: 'first positive PCR' }).click();

  // One tab stop; arrows go by time, and to what is nearest in time in the next lane.
  await chart.getByLabel('ses-3').focus();
  expect(await focusedAfter(page, ['ArrowLeft', 'ArrowUp', 'ArrowUp', 'Home', 'End', 'ArrowDown'])).toEqual([
    'DX, 1 image, ses-2, 22 Mar 2020, day +1 (dates altered)',
    'IgG DUDOSO, 25 Mar 2020, day +4 (dates altered)',
    'PCR positive, 21 Mar 2020, day 0 (dates altered)',
    'PCR negative, 17 Mar 2020, day −4 (dates altered)',
    'PCR positive, no date',
    'IgG DUDOSO, 25 Mar 2020, day +4 (dates altered)',
  ]);
  await expect(chart.locator('[tabindex="0"]')).toHaveCount(1);
  await expectAccessible(page, 'time line');

  // With Shift a prior hangs beside the film of its projection; without, its case opens.
  await chart.getByLabel('ses-2').click({ modifiers: ['Shift'] });
  await expect(page.getByTestId('viewport').nth(1)).toHaveAttribute(
    'data-image',
    `${stemOf('ses-2', 'pa')}.png`,
  );
  expect(await shown(page)).toBe('ses-3');
  await chart.getByLabel('ses-1').press('Enter');
  await expect.poll(() => shown(page)).toBe('ses-1');
  expect(page.url()).toContain('?modality=DX');

  // Enlarged: the same facts as a table, with the same ways.
  await line.getByRole('button', { name: 'Enlarge the time line' }).click();
  const sheet = page.getByTestId('time-sheet');
  const wide = sheet.getByRole('grid');
  const before = (await wide.boundingBox())?.width ?? 0;
  await sheet.getByRole('button', { name: 'Stretch' }).click();
  await expect.poll(async () => (await wide.boundingBox())?.width ?? 0).toBeGreaterThan(1.3 * before);
  await expect(wide.locator('canvas[data-ready=true]').first()).toBeVisible();
  await expectAccessible(page, 'time line, enlarged');
  await sheet.getByRole('radio', { name: 'Table' }).click();
  const rows = sheet.getByTestId('time-row');
  await expect(rows).toHaveCount(9);
  expect(await rows.evaluateAll((all) => all.map((one) => one.getAttribute('data-date')))).toEqual([
    '2020-03-17',
    '2020-03-19',
    '2020-03-21',
    '2020-03-22',
    '2020-03-25',
    '2020-03-31',
    '2020-04-05',
    '',
    '',
  ]);
  await expect(rows.nth(3)).toContainText('22 Mar 2020+1 (dates altered)DX1 imageses-2');
  await expect(rows.nth(1)).toContainText('ses-1 this study');
  await rows
    .nth(6)
    .getByRole('button', { name: /^Compare beside: DX, 1 image, ses-4/ })
    .click();
  await expect(sheet).toBeHidden();
  await expect(page.getByTestId('viewport').nth(1)).toHaveAttribute(
    'data-image',
    `${stemOf('ses-4', 'ap')}.png`,
  );

  // Without the height for lanes: one row of names and days.
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(line).toHaveAttribute('data-folded', 'true');
  await expect(line.getByRole('gridcell')).toHaveCount(9);
  expect((await line.boundingBox())?.height).toBeLessThanOrEqual(44);
  await line.getByLabel('ses-4').click();
  await expect.poll(() => shown(page)).toBe('ses-4');
});
