import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { BIMCV } from './support/bimcv.ts';
import { expect, renderedViewport, test } from './support/app.ts';
import { canvasOf, placeOf } from './support/screen.ts';

const finding = (page: Page, label: string): Locator =>
  page.locator(`[data-testid=finding][data-label="${label}"]`);
const place = (page: Page, label: string): Locator =>
  page.locator(`[data-testid=location][data-label="${label}"]`);
const sentence = (page: Page, at: number): Locator => page.getByTestId('report-sentence').nth(at - 1);
const segment = (page: Page, label: string): Locator =>
  page.locator(`[data-testid=segment][data-label="${label}"]`);
const outline = (page: Page, at: number): Locator =>
  page.getByTestId('mask-overlay').locator('[data-segment]').nth(at);

const lit = (one: Locator): Promise<void> => expect(one).toHaveAttribute('data-lit', 'true');
const out = (one: Locator): Promise<void> => expect(one).not.toHaveAttribute('data-lit', 'true');

/** A report whose lists leave no doubt, with a denial. */
const FILES = {
  ...BIMCV,
  'derivatives/labels/labels_covid_posi.tsv': [
    '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS',
    "0\tsub-S03999\tses-E07001\tconsolidacion en base derecha . no se observa derrame pleural . neumonia por covid .\t['consolidation', 'COVID 19']\t['loc basal', 'loc right']\t[['consolidation', 'loc basal', 'loc right'], ['normal'], ['COVID 19']]\t[]\t[]",
    '',
  ].join('\n'),
  'sub-S03999/sub-S03999_sessions.tsv': [
    'session_id\tstudy_date\tmedical_evaluation',
    "ses-E07001\t20200318\t['Consolidación en base derecha. No se observa derrame pleural. Neumonía por COVID-19.']",
    '',
  ].join('\n'),
};

test('a sentence, a label, a place and a mask light each other up, by pointer, keys and press', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(FILES))}/case/sub-S03999/ses-E07001`);
  await page.getByTestId('agreement-accept').click();
  const viewport = await renderedViewport(page);
  const consolidation = finding(page, 'consolidation');
  const covid = finding(page, 'COVID 19');
  const everything = [sentence(page, 1), consolidation, place(page, 'loc basal'), place(page, 'loc right')];
  const marks = page.getByTestId('report-mark');

  // What the link is, to be read by tools and to be seen.
  await expect(sentence(page, 1)).toHaveAttribute('data-labels', 'consolidation');
  await expect(sentence(page, 1)).toHaveAttribute('data-places', 'loc basal; loc right');
  await expect(sentence(page, 1)).toHaveAttribute('data-certainty', /^(certain|likely)$/);
  await expect(consolidation).toHaveAttribute('data-sentences', '1');
  await expect(covid).toHaveAttribute('data-sentences', '3');
  await expect(marks.first()).toHaveText('Consolidación');
  await expect(marks.first()).toHaveAttribute('data-branch', 'alveolar');
  const denied = page.locator('[data-testid=report-mark][data-mark=denied]');
  await expect(denied).toHaveText('No se observa derrame pleural');
  await expect(denied).toHaveAttribute('data-label', 'pleural effusion');
  await expect(sentence(page, 2)).toHaveAccessibleDescription(/denied: pleural effusion$/);
  await expect(sentence(page, 1)).toHaveAccessibleDescription(/consolidation, basal, right · this sentence:/);
  await expect(consolidation.getByRole('button').first()).toHaveAccessibleDescription(/in sentence 1$/);
  await expectAccessible(page, 'the link in a case');

  await test.step('from the sentence', async () => {
    await sentence(page, 1).hover();
    for (const one of [...everything, segment(page, 'consolidation')]) await lit(one);
    await expect(outline(page, 0)).toHaveAttribute('data-emphasis', 'lit');
    await expect(outline(page, 1)).toHaveAttribute('data-emphasis', 'dim');
    for (const one of [sentence(page, 3), covid, segment(page, 'ground glass pattern')]) await out(one);
    await expect(page.getByTestId('sentence-note')).toContainText('consolidation, basal, right');
  });
  await test.step('from the finding', async () => {
    await covid.hover();
    await lit(sentence(page, 3));
    await lit(covid);
    for (const one of everything) await out(one);
  });
  await test.step('from the place', async () => {
    await place(page, 'loc right').hover();
    await lit(sentence(page, 1));
    await lit(consolidation);
    await lit(segment(page, 'consolidation'));
  });
  await test.step('from the mask, in its legend and on the image', async () => {
    await page.mouse.move(0, 0);
    await out(consolidation);
    await segment(page, 'consolidation').hover();
    for (const one of everything) await lit(one);
    const at = await placeOf(viewport, { columns: 512, rows: 512 });
    const box = await canvasOf(viewport).boundingBox();
    const over = async (x: number, y: number): Promise<void> => {
      const [left, top] = at(x, y);
      await page.mouse.move((box?.x ?? 0) + left, (box?.y ?? 0) + top);
    };
    await over(450, 250);
    await out(consolidation);
    await over(96, 96);
    for (const one of everything) await lit(one);
    await expect(outline(page, 0)).toHaveAttribute('data-emphasis', 'lit');
  });
  await test.step('by keys, a stop for each list', async () => {
    await page.mouse.move(0, 0);
    await out(consolidation);
    await sentence(page, 1).focus();
    await page.keyboard.press('ArrowDown');
    await expect(sentence(page, 2)).toBeFocused();
    await page.keyboard.press('End');
    await lit(covid);
    await out(consolidation);
    await page.keyboard.press('Tab');
    await expect(consolidation.getByRole('button').first()).toBeFocused();
    for (const one of everything) await lit(one);
    await page.keyboard.press('Enter');
    await expect(consolidation.getByRole('button').first()).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await out(consolidation);
    await out(sentence(page, 1));
  });
  await test.step('a press keeps it lit until Escape, and brings the sentence into view', async () => {
    await page.setViewportSize({ width: 1440, height: 500 });
    await covid.click();
    await page.mouse.move(0, 0);
    await expect(sentence(page, 3)).toBeInViewport({ ratio: 1 });
    await lit(sentence(page, 3));
    await sentence(page, 1).hover();
    await lit(consolidation);
    await page.mouse.move(0, 0);
    await out(consolidation);
    await lit(covid);
    await page.keyboard.press('Escape');
    await out(covid);
  });
});
