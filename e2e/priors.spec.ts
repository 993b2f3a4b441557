import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { greyOf, PATIENT, stemOf, SUBJECT, VALUES } from './support/patient.ts';
import { canvasOf, capture } from './support/screen.ts';

/** The grey in the middle of a viewport. */
async function middleOf(viewport: Locator): Promise<number> {
  const { width, height, at } = await capture(canvasOf(viewport));
  return at(width / 2, height / 2)[0];
}

const other = (page: Page, session: string, view: string): Locator =>
  page.locator(`[data-testid=other-series][data-image="${stemOf(session, view)}.png"]`);

async function dragTo(page: Page, what: Locator, viewport: Locator): Promise<void> {
  const [from, to] = [await what.boundingBox(), await viewport.boundingBox()];
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 30, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
}

test('the strip has the patient’s other sessions by date, and a prior hangs beside the film with all that is its own', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(PATIENT))}/case/${SUBJECT}/ses-3`);
  await page.getByTestId('agreement-accept').click();
  const viewports = page.getByTestId('viewport');
  await renderedViewport(page, 0);
  await renderedViewport(page, 1);
  await indexDone(page);

  // The session itself, then the nearest before it, then those after it, one without a date last.
  const sessions = page.getByTestId('strip-session');
  await expect(sessions).toHaveCount(5);
  expect(await sessions.evaluateAll((all) => all.map((one) => one.getAttribute('data-session')))).toEqual([
    'ses-3',
    'ses-2',
    'ses-1',
    'ses-4',
    'ses-5',
  ]);
  await expect(sessions.nth(0)).toContainText('31 Mar+10');
  await expect(sessions.nth(1)).toContainText('22 Mar+1');
  await expect(sessions.nth(2)).toContainText('19 Mar−2');
  await expect(sessions.nth(4)).toContainText('no date');
  await expect(page.getByTestId('series')).toHaveCount(2);

  await dragTo(page, other(page, 'ses-2', 'pa'), viewports.nth(1));
  const prior = viewports.nth(1);
  await expect(prior).toHaveAttribute('data-image', `${stemOf('ses-2', 'pa')}.png`);
  await expect(prior).toHaveAttribute('data-session', 'ses-2');
  await expect(prior).toHaveAttribute('data-order', 'earlier');
  await renderedViewport(page, 1);
  // What is known of the prior is the prior's: day, mask, doubt about its date; labels are the session's.
  const badge = prior.getByTestId('session-badge');
  await expect(badge).toContainText('22 Mar 2020prior, 9 d before');
  await expect(badge).toContainText('Dates were altered at de-identification');
  await expect(prior.locator('p', { hasText: 'prior, 9 d before' })).toContainText('22 Mar 2020');
  await expect(prior.getByTestId('segment')).toHaveCount(2);
  await expect(prior).toHaveAccessibleName('Image PA, 22 Mar 2020, prior, 9 d before');
  await expect(page.getByTestId('overlay-label')).toHaveText(['pneumonia']);
  await expect(viewports.nth(0).getByTestId('overlay-label')).toHaveCount(1);
  await expect(viewports.nth(0).getByTestId('session-badge')).toHaveCount(0);
  await expect(page.getByTestId('finding')).toHaveText(/pneumonia/);
  await expect(page.getByRole('heading', { name: /^Details/ })).toContainText('of ses-2 · prior, 9 d before');
  await page.keyboard.press('m');
  await page.keyboard.press('m');
  expect(Math.abs((await middleOf(prior)) - greyOf(VALUES['ses-2']))).toBeLessThanOrEqual(1);
  expect(Math.abs((await middleOf(viewports.nth(0))) - greyOf(VALUES['ses-3']))).toBeLessThanOrEqual(1);

  await other(page, 'ses-4', 'ap').press('1');
  await expect(viewports.nth(0).getByTestId('session-badge')).toContainText('5 Apr 2020later, 5 d after');
  // With no film of the session in sight no label lies over one.
  await expect(page.getByTestId('overlay-label')).toHaveCount(0);
  await other(page, 'ses-5', 'pa').press('1');
  await expect(viewports.nth(0).getByTestId('session-badge')).toContainText(
    'later by session number, no date',
  );
  // Within the session that the viewport shows.
  await other(page, 'ses-1', 'pa').press('Enter');
  await expect(viewports.nth(0)).toHaveAttribute('data-image', `${stemOf('ses-1', 'pa')}.png`);
  await page.keyboard.press('PageDown');
  await expect(viewports.nth(0)).toHaveAttribute('data-image', `${stemOf('ses-1', 'lateral')}.png`);
  await renderedViewport(page, 0);
  await expectAccessible(page, 'priors');

  await sessions.nth(1).getByRole('link', { name: 'Open ses-2, 22 Mar 2020, prior, 9 d before' }).click();
  await expect(page.getByTestId('case')).toHaveAttribute('data-session', 'ses-2');
  await expect(sessions.nth(1)).toHaveAttribute('data-session', 'ses-1');
});

test('what was read of a prior goes with the case', async ({ page, serve, folder }) => {
  const more = Object.fromEntries(
    Object.entries(PATIENT).flatMap(([path, content]) =>
      path.includes('/ses-1/') && !path.startsWith('derivatives')
        ? ['sub-2', 'sub-3', 'sub-4'].map((subject) => [path.replaceAll(SUBJECT, subject), content] as const)
        : [],
    ),
  );
  await page.goto(`${await serve(await folder({ ...PATIENT, ...more }))}/case/${SUBJECT}/ses-1?sort=subject`);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
  await renderedViewport(page, 1);
  const used = async (): Promise<number> =>
    Number(await page.getByTestId('image-memory').getAttribute('data-used'));
  await other(page, 'ses-5', 'pa').press('2');
  await other(page, 'ses-3', 'pa').press('1');
  await renderedViewport(page, 0);
  await renderedViewport(page, 1);
  for (const subject of ['sub-2', 'sub-3', 'sub-4']) {
    await page.keyboard.press('Control+ArrowDown');
    await expect(page.getByTestId('case')).toHaveAttribute('data-subject', subject);
    await renderedViewport(page);
  }
  // Two films of half a megabyte each of this case and of the one before it.
  await expect.poll(used).toBe(2);
});
