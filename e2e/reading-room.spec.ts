import type { Page } from '@playwright/test';
import { expect, renderedViewport, test } from './support/app.ts';

/** Whether the keys are in a row of the list; then they are on the session of that row. */
const rowInFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-testid=case-row]')?.dataset['session'],
  );

/** The first image has come, or says why it cannot, or there is none. */
async function settled(page: Page): Promise<void> {
  const first = page.getByTestId('viewport').first();
  await expect(
    first.or(page.getByTestId('case').getByRole('heading', { name: /image/i })).first(),
  ).toBeVisible();
  if ((await page.getByTestId('viewport').count()) > 0)
    await expect(first).toHaveAttribute('data-status', /rendered|error/, { timeout: 60_000 });
}

test('ten cases of the demo are read by keyboard alone, from the list and back to the row that was left', async ({
  page,
  serve,
}) => {
  await page.goto(`${await serve()}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('/');
  for (let tabs = 0; tabs < 40 && (await rowInFocus(page)) === undefined; tabs++)
    await page.keyboard.press('Tab');
  expect(await rowInFocus(page)).toBeDefined();
  await page.keyboard.press('Enter');

  const read = new Set<string | null>();
  const shown = page.getByTestId('case');
  const first = page.getByTestId('viewport').first();
  for (let cases = 1; cases <= 10; cases++) {
    await settled(page);
    const session = await shown.getAttribute('data-session');
    expect(read.has(session)).toBe(false);
    read.add(session);
    if ((await page.getByTestId('viewport').count()) > 0) await readCase(page);
    if (cases === 1) {
      // A length, placed without a mouse.
      await renderedViewport(page);
      await page.keyboard.press('Shift+L');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('measurement')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
    if (cases < 10) {
      await page.keyboard.press('n');
      await expect(shown).not.toHaveAttribute('data-session', session ?? '');
    }
  }
  expect(read.size).toBe(10);
  await expect(first).toBeVisible();
  const last = await shown.getAttribute('data-session');
  await page.keyboard.press('b');
  await expect.poll(() => rowInFocus(page)).toBe(last);
});

/** What a reader does with each case: to the last stage and back, inverted and not, a preset, labels and masks. */
async function readCase(page: Page): Promise<void> {
  const stage = page.getByTestId('hanging-stage');
  if ((await stage.count()) > 0) {
    const stages = Number(await stage.getAttribute('data-stages'));
    for (let at = 1; at < stages; at++) await page.keyboard.press('.');
    await expect(stage).toHaveAttribute('data-stage', String(stages));
    for (let at = 1; at < stages; at++) await page.keyboard.press(',');
    await expect(stage).toHaveAttribute('data-stage', '1');
  }
  await settled(page);
  const viewport = page.getByTestId('viewport').first();
  if ((await viewport.getAttribute('data-status')) !== 'rendered') return;
  const before = await viewport.getAttribute('data-inverted');
  await page.keyboard.press('i');
  await expect(viewport).not.toHaveAttribute('data-inverted', before ?? '');
  await page.keyboard.press('i');
  await expect(viewport).toHaveAttribute('data-inverted', before ?? '');
  if (Number(await viewport.getAttribute('data-slices')) > 1) {
    await page.keyboard.press('2');
    await expect(viewport).toHaveAttribute('data-voi', 'preset');
    await page.keyboard.press('0');
  }
  for (const key of ['t', 't', 't', 'm', 'm', 'm']) await page.keyboard.press(key);
}
