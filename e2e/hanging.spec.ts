import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { PATIENT, stemOf, SUBJECT } from './support/patient.ts';

/** Opens a session of the patient whose films hang by protocol. */
async function openSession(page: Page, url: string, session: string): Promise<void> {
  await page.goto(`${url}/case/${SUBJECT}/${session}`);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
  await renderedViewport(page, 0);
}

const shown = (page: Page): Promise<(string | null)[]> =>
  page.getByTestId('viewport').evaluateAll((all) => all.map((one) => one.getAttribute('data-image')));

const film = (session: string, view: string): string => `${stemOf(session, view)}.png`;

test('a case hangs by what it holds, stage after stage, and the protocol that is chosen stays', async ({
  page,
  serve,
  folder,
}) => {
  await openSession(page, await serve(await folder(PATIENT)), 'ses-3');
  const stage = page.getByTestId('hanging-stage');
  const [current, lateral, prior] = [film('ses-3', 'pa'), film('ses-3', 'lateral'), film('ses-2', 'pa')];
  await expect(stage).toHaveText('1 of 5');
  await expect.poll(() => shown(page)).toEqual([current, lateral]);
  await page.keyboard.press('.');
  await expect.poll(() => shown(page)).toEqual([current]);
  await page.keyboard.press('.');
  await expect.poll(() => shown(page)).toEqual([lateral]);
  await page.keyboard.press('.');
  await expect(stage).toHaveText('4 of 5');
  await expect.poll(() => shown(page)).toEqual([current, prior]);
  // A prior is never to be taken for the case.
  const badge = page.getByTestId('viewport').nth(1).getByTestId('session-badge');
  await expect(badge).toContainText('22 Mar 2020prior, 9 d before');
  await renderedViewport(page, 1);
  await page.keyboard.press('.');
  await expect.poll(() => shown(page)).toEqual([current, lateral, prior, film('ses-1', 'lateral')]);
  await page.keyboard.press('.');
  await expect(stage).toHaveText('5 of 5');
  await page.keyboard.press(',');
  await expect(stage).toHaveText('4 of 5');
  await expectAccessible(page, 'hanging');

  // Another one, by the menu; it hangs the next case, too.
  const menu = page.getByRole('button', { name: /^Hanging protocol: / });
  await menu.click();
  await page.getByRole('menuitemradio', { name: /^Current \| prior/ }).click();
  await expect(menu).toHaveAccessibleName(/Current \| prior 1 of 3/);
  await expect.poll(() => shown(page)).toEqual([current, prior]);
  // The toolbar has the arrows while it has the focus.
  await page.getByTestId('viewport').first().focus();
  await page.keyboard.press('Control+ArrowLeft');
  await expect(page.getByTestId('case')).toHaveAttribute('data-session', 'ses-2');
  await expect.poll(() => shown(page)).toEqual([prior, film('ses-1', 'pa')]);
  await renderedViewport(page, 0);
  await renderedViewport(page, 1);
  // The first session has no prior, and hangs by what it holds; the third one by what was chosen.
  await page.keyboard.press('Control+ArrowLeft');
  await expect.poll(() => shown(page)).toEqual([film('ses-1', 'pa'), film('ses-1', 'lateral')]);
  for (const session of ['ses-2', 'ses-3']) {
    await page.keyboard.press('Control+ArrowRight');
    await expect(page.getByTestId('case')).toHaveAttribute('data-session', session);
  }
  await expect.poll(() => shown(page)).toEqual([current, prior]);
  await menu.click();
  await page.getByRole('menuitemradio', { name: 'Automatic' }).click();
  await expect.poll(() => shown(page)).toEqual([current, lateral]);
});

/** What a viewport shows, as it says. */
const told = async (page: Page, at: number) => {
  const viewport = page.getByTestId('viewport').nth(at);
  const read = async (name: string): Promise<number> => Number(await viewport.getAttribute(name));
  return {
    // Without the last digits of what was computed by way of the other viewport.
    scale: Math.round(1e6 * (await read('data-scale'))) / 1e6,
    center: await read('data-center'),
    width: await read('data-width'),
    inverted: await viewport.getAttribute('data-inverted'),
  };
};

test('current and prior are enlarged, moved, windowed and inverted together, until they are told apart', async ({
  page,
  serve,
  folder,
}) => {
  await openSession(page, await serve(await folder(PATIENT)), 'ses-2');
  await renderedViewport(page, 1);
  await expect.poll(() => shown(page)).toEqual([film('ses-2', 'pa'), film('ses-1', 'pa')]);
  const whole = (await told(page, 0)).scale;
  await page.keyboard.press('+');
  await page.keyboard.press('i');
  await expect.poll(async () => (await told(page, 1)).scale / whole).toBeCloseTo(1.2, 2);
  await expect.poll(async () => (await told(page, 1)).inverted).toBe('true');

  // The tool moves both; the window of both is that of the one that was dragged.
  const left = await page.getByTestId('viewport').nth(0).locator('canvas').first().boundingBox();
  if (!left) throw new Error('no canvas');
  await page.mouse.move(left.x + 100, left.y + 100);
  await page.mouse.down();
  await page.mouse.move(left.x + 160, left.y + 140, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => (await told(page, 0)).width).not.toBe(4096);
  await expect.poll(() => told(page, 1)).toEqual(await told(page, 0));

  await page.keyboard.press('c');
  await page.keyboard.press('j');
  await page.keyboard.press('+');
  await page.keyboard.press('i');
  await expect.poll(async () => (await told(page, 0)).scale / whole).toBeCloseTo(1.44, 2);
  const other = await told(page, 1);
  expect(other.scale / whole).toBeCloseTo(1.2, 2);
  expect(other.inverted).toBe('true');

  // Linked anew, the other comes to where the active one is; one viewport has the whole again when it is fitted.
  await page.keyboard.press('c');
  await page.keyboard.press('+');
  await expect.poll(async () => (await told(page, 1)).scale / whole).toBeCloseTo(1.728, 2);
  await page.keyboard.press('=');
  await expect.poll(async () => (await told(page, 1)).scale / whole).toBeCloseTo(1, 3);
  // What is whole stays whole in a viewport of another size.
  await page.keyboard.press('7');
  const canvas = await page.getByTestId('viewport').locator('canvas').first().boundingBox();
  const fitted = Math.min(canvas?.width ?? 0, canvas?.height ?? 0) / 512;
  await expect.poll(async () => (await told(page, 0)).scale).toBeCloseTo(fitted, 2);
});

test('all films of the patient by date are stepped through and played, slower where less motion is asked for', async ({
  page,
  serve,
  folder,
}) => {
  await openSession(page, await serve(await folder(PATIENT)), 'ses-3');
  const menu = page.getByRole('button', { name: /^Hanging protocol: / });
  await menu.click();
  await page.getByRole('menuitemradio', { name: 'All films by date' }).click();
  const viewport = page.getByTestId('viewport');
  const strip = page.getByTestId('film-strip');
  const [first, second, own, later, undated] = ['ses-1', 'ses-2', 'ses-3', 'ses-4', 'ses-5'].map((session) =>
    film(session, session === 'ses-4' ? 'ap' : 'pa'),
  );
  await expect(strip.getByTestId('strip-film')).toHaveCount(5);
  const order = strip.getByTestId('strip-film');
  expect(await order.evaluateAll((all) => all.map((one) => one.getAttribute('data-image')))).toEqual([
    first,
    second,
    own,
    later,
    undated,
  ]);
  await expect(viewport).toHaveAttribute('data-image', own ?? '');
  await expect(strip).toContainText('3 of 5');
  await viewport.focus();
  await page.keyboard.press('ArrowUp');
  await expect(viewport).toHaveAttribute('data-image', second ?? '');
  await expect(viewport.getByTestId('session-badge')).toContainText('prior, 9 d before');
  await order.nth(0).click();
  await expect(viewport).toHaveAttribute('data-image', first ?? '');
  await expectAccessible(page, 'films by date');

  // Playing goes from film to film, each on screen before the next, and over the end.
  await page.getByRole('radio', { name: '4 films a second' }).click();
  await viewport.focus();
  const seen = await page.evaluateHandle(() => {
    const paths: string[] = [];
    const element = document.querySelector('[data-testid=viewport]');
    new MutationObserver(() => {
      const path = element?.getAttribute('data-image') ?? '';
      if (element?.getAttribute('data-status') === 'rendered' && paths.at(-1) !== path) paths.push(path);
    }).observe(element ?? document, { attributes: true });
    return paths;
  });
  await page.keyboard.press('Space');
  await expect(strip).toHaveAttribute('data-playing', 'true');
  await expect.poll(() => seen.evaluate((paths) => paths.length)).toBeGreaterThan(5);
  await page.keyboard.press('Space');
  await expect(strip).toHaveAttribute('data-playing', 'false');
  const paths = (await seen.jsonValue()).filter((path) => path !== first);
  expect(paths.slice(0, 4)).toEqual([second, own, later, undated]);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.getByRole('radio', { name: /films a second/ })).toHaveCount(2);
  // Elsewhere the space bar does what it does.
  await menu.click();
  await page.getByRole('menuitemradio', { name: 'Automatic' }).click();
  await expect(strip).toHaveCount(0);
});

test('an arrangement is saved under a name, offered again after a reload, renamed and deleted', async ({
  page,
  serve,
  folder,
}) => {
  await openSession(page, await serve(await folder(PATIENT)), 'ses-3');
  const [frontal, lateral, priorLateral] = [
    film('ses-3', 'pa'),
    film('ses-3', 'lateral'),
    film('ses-1', 'lateral'),
  ];
  await expect.poll(() => shown(page)).toEqual([frontal, lateral]);
  // The laterals beside each other.
  await page.locator(`[data-testid=series][data-image="${lateral}"]`).press('1');
  await page.locator(`[data-testid=other-series][data-image="${priorLateral}"]`).press('2');
  await expect.poll(() => shown(page)).toEqual([lateral, priorLateral]);
  const menu = page.getByRole('button', { name: /^Hanging protocol: / });
  await menu.click();
  await page.getByRole('menuitemradio', { name: 'Save this arrangement…' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('lateral | prior lateral');
  await page.keyboard.type('Two laterals');
  await expectAccessible(page, 'own hanging protocols');
  await page.keyboard.press('Enter');
  await expect(sheet).toHaveCount(0);
  await expect(menu).toHaveAccessibleName(/Two laterals/);

  await page.reload();
  await renderedViewport(page, 0);
  await indexDone(page);
  await expect.poll(() => shown(page)).toEqual([frontal, lateral]);
  await menu.click();
  await page.getByRole('menuitemradio', { name: 'Two laterals' }).click();
  await expect.poll(() => shown(page)).toEqual([lateral, priorLateral]);
  // Of the first session no earlier lateral is known: it is not offered there.
  await page.getByTestId('viewport').first().focus();
  for (const session of ['ses-2', 'ses-1']) {
    await page.keyboard.press('Control+ArrowLeft');
    await expect(page.getByTestId('case')).toHaveAttribute('data-session', session);
  }
  await menu.click();
  await expect(page.getByRole('menuitemradio', { name: 'Two laterals' })).toHaveCount(0);
  await page.getByRole('menuitemradio', { name: 'Save or manage your own…' }).click();
  await sheet.getByRole('button', { name: 'Rename Two laterals' }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Laterals');
  await page.keyboard.press('Enter');
  await expect(sheet.getByTestId('own-protocol')).toHaveAttribute('data-name', 'Laterals');
  await sheet.getByRole('button', { name: 'Delete Laterals' }).click();
  await expect(sheet.getByTestId('own-protocol')).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Undo' }).click();
  await expect(sheet.getByTestId('own-protocol')).toHaveCount(1);
});
