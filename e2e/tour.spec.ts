import type { Locator, Page } from '@playwright/test';
import { DEMO_CASES } from '../src/phantom/demo-cases.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { BIMCV } from './support/bimcv.ts';

const SHOWCASE = `/case/${DEMO_CASES.showcase.subject}/${DEMO_CASES.showcase.session}`;
const ROW = `[data-testid=case-row][data-session=${DEMO_CASES.showcase.session}]`;
const REPORT = 'section:has([data-testid=report-sentence])';

/** Every step with the page it is on and what it is about. */
const STEPS = [
  ['filters', '/library', '[data-testid=facet][data-facet=finding]'],
  ['search', '/library?q=vidrio&view=gallery', ':has(> [data-testid=library-search])'],
  ['open', '/library', ROW],
  ['truth', SHOWCASE, '[data-testid=viewport] >> nth=-1 >> [data-tour=truth]'],
  ['labels', SHOWCASE, '[data-tour=labels]'],
  ['report', SHOWCASE, REPORT],
  ['next', SHOWCASE, '[data-tour=neighbours]'],
  ['ct', `/case/${DEMO_CASES.ctAlone.subject}/${DEMO_CASES.ctAlone.session}`, '[data-testid=viewport]'],
  ['health', '/health', '[data-testid=issue] >> nth=0'],
  ['privacy', '/health', '[data-tour=local]'],
] as const;

const card = (page: Page): Locator => page.getByTestId('tour');

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (!box) throw new Error('nothing is there');
  return box;
}

const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** The ring runs around what is in sight of the element, four pixels outside or at the edge of the window. */
async function expectRingOn(page: Page, target: Locator, what: string): Promise<void> {
  await expect(target, what).toBeVisible();
  await expect(async () => {
    const [ring, box] = [await boxOf(page.getByTestId('tour-ring').first()), await boxOf(target)];
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    const edges = [
      ring.x - Math.max(2, box.x - 4),
      ring.y - Math.max(2, box.y - 4),
      ring.x + ring.width - Math.min(width - 2, box.x + box.width + 4),
      ring.y + ring.height - Math.min(height - 2, box.y + box.height + 4),
    ];
    expect(Math.max(...edges.map(Math.abs)), `${what}: ${edges.join(' ')}`).toBeLessThan(2);
  }).toPass({ timeout: 15_000 });
}

/** The card is whole in the window, beside what it is about, and off the middle of the films. */
async function expectCardBeside(page: Page, target: Locator, what: string, films: boolean): Promise<void> {
  await expect(async () => {
    const [own, box] = [await boxOf(card(page)), await boxOf(target)];
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    expect(own.x, what).toBeGreaterThanOrEqual(0);
    expect(own.y, what).toBeGreaterThanOrEqual(0);
    expect(own.x + own.width, what).toBeLessThanOrEqual(width);
    expect(own.y + own.height, what).toBeLessThanOrEqual(height);
    expect(meet(own, box), `${what}: the card hides what it is about`).toBe(false);
    if (!films) return;
    for (const film of await page.locator('[data-testid=viewport] canvas').all()) {
      const all = await boxOf(film);
      const chest = {
        x: all.x + all.width * 0.15,
        y: all.y + all.height * 0.1,
        width: all.width * 0.7,
        height: all.height * 0.6,
      };
      expect(meet(own, chest), `${what}: the card hides lungs`).toBe(false);
    }
  }).toPass({ timeout: 15_000 });
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('no Tab leads there');
}

const addressOf = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

async function speak(page: Page, locale: 'en' | 'es'): Promise<void> {
  await page.addInitScript((spoken) => {
    if (localStorage.getItem('midscope:preferences:1') === null)
      localStorage.setItem('midscope:preferences:1', JSON.stringify({ locale: spoken }));
  }, locale);
}

/** Opens the demo with its tour and turns to a step. */
async function tourAt(page: Page, url: string, step: (typeof STEPS)[number][0]): Promise<void> {
  await page.goto(url);
  await page.getByTestId('open-demo-tour').click();
  for (const [id] of STEPS) {
    await expect(card(page)).toHaveAttribute('data-step', id);
    if (id === step) return;
    await page.keyboard.press('ArrowRight');
  }
}

for (const [locale, names] of [
  ['en', { number: (n: number) => `${n} of 10`, end: 'End tour', first: 'Find a session' }],
  ['es', { number: (n: number) => `${n} de 10`, end: 'Terminar la visita', first: 'Encontrar una sesión' }],
] as const) {
  test(`the whole tour is taken by keyboard alone, each step beside what it is about (${locale})`, async ({
    page,
    serve,
  }) => {
    test.setTimeout(300_000);
    // Pages differ in their theme, and axe would measure colours on their way from one to the other.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await speak(page, locale);
    await page.goto(await serve());
    await tabTo(page, page.getByTestId('open-demo-tour'));
    await page.keyboard.press('Enter');
    await expect(card(page)).toHaveAccessibleName(`${names.first} ${names.number(1)}`);
    await expect(card(page)).toHaveCSS('transition-duration', '0s');
    for (const [at, [id, address, selector]] of STEPS.entries()) {
      await expect(card(page)).toHaveAttribute('data-step', id);
      await expect.poll(() => addressOf(page)).toBe(address);
      await expect(card(page)).toBeFocused();
      await expect(card(page).getByTestId('tour-number')).toHaveText(names.number(at + 1));
      if (address.startsWith('/case')) await renderedViewport(page);
      const target = page.locator(selector).first();
      await expectRingOn(page, target, id);
      await expectCardBeside(page, target, id, true);
      // Another language has other texts alone, and every text is there in both.
      if (locale === 'en') await expectAccessible(page, `tour, ${id}`);
      await expect(card(page)).toBeFocused();
      // Both keys turn the page.
      await page.keyboard.press(at % 2 === 0 ? 'ArrowRight' : 'Enter');
    }
    // Enter on the last step ends the tour.
    await expect(card(page)).toHaveCount(0);
    await expect(page.getByTestId('tour-ring')).toHaveCount(0);
    await expect(page.getByTestId('start-tour')).toBeFocused();
  });
}

test('in a narrow window every step stands whole beside what it is about', async ({ page, serve }) => {
  await page.setViewportSize({ width: 960, height: 800 });
  await page.goto(await serve());
  await page.getByTestId('open-demo-tour').click();
  for (const [id, address, selector] of STEPS) {
    await expect(card(page)).toHaveAttribute('data-step', id);
    if (address.startsWith('/case')) await renderedViewport(page);
    // Filters and report are in drawers: the buttons that open them stand for them. Taller parts are cut by the window.
    const opener = { filters: 'open-filters', report: 'open-panel' }[id as string];
    const target = opener === undefined ? page.locator(selector).first() : page.getByTestId(opener);
    await expect(target).toBeInViewport();
    await expect(page.getByTestId('tour-ring').first()).toBeVisible();
    await expect(async () => {
      const [own, ring] = [await boxOf(card(page)), await boxOf(page.getByTestId('tour-ring').first())];
      const whole = own.x >= 0 && own.y >= 0 && own.x + own.width <= 960 && own.y + own.height <= 800;
      expect(whole, id).toBe(true);
      // A CT alone fills the window.
      if (id !== 'ct') expect(meet(own, { ...ring, x: ring.x + 4, width: ring.width - 8 }), id).toBe(false);
    }).toPass({ timeout: 15_000 });
    if (id !== 'privacy') await page.keyboard.press('ArrowRight');
  }
});

test('a reload in mid-tour returns to the same step, and opening the demo anew does not', async ({
  page,
  serve,
}) => {
  const url = await serve();
  await tourAt(page, url, 'truth');
  await renderedViewport(page);
  await page.reload();
  await expect(card(page)).toHaveAttribute('data-step', 'truth');
  await expect(card(page)).toBeFocused();
  expect(addressOf(page)).toBe(SHOWCASE);
  await expectRingOn(page, page.locator(STEPS[3][2]).first(), 'truth');
  await page.goto(url);
  await page.getByTestId('open-demo').click();
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await expect(card(page)).toHaveCount(0);
});

test('the tour ends with Escape, the focus returns, and G leads to its card', async ({ page, serve }) => {
  await page.goto(`${await serve()}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await page.getByTestId('start-tour').click();
  await expect(card(page)).toBeFocused();
  await page.getByTestId('case-count').click();
  await page.keyboard.press('g');
  await expect(card(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(card(page)).toHaveAttribute('data-step', 'search');
  await page.keyboard.press('ArrowLeft');
  await expect(card(page)).toHaveAttribute('data-step', 'filters');
  // There is nothing before the first step.
  await page.keyboard.press('ArrowLeft');
  await expect(card(page)).toHaveAttribute('data-step', 'filters');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(page.getByTestId('start-tour')).toBeFocused();
  await page.keyboard.press('g');
  await expect(card(page)).toHaveAttribute('data-step', 'filters');
  await expect(page.getByTestId('case-row').first()).toBeVisible();
});

test('the page can be used during the tour: doing what a step says takes it, going elsewhere keeps it', async ({
  page,
  serve,
}) => {
  await tourAt(page, await serve(), 'open');
  await page.locator(ROW).click();
  await expect(card(page)).toHaveAttribute('data-step', 'truth');
  await expect(card(page)).toBeFocused();
  expect(addressOf(page)).toBe(SHOWCASE);
  // Back is back, although the page of the step before is not there at once.
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await expect(card(page)).toHaveAttribute('data-step', 'open');
  // The row that the case was opened from is at hand again, but the card keeps the focus.
  await expect(page.locator(`${ROW}[tabindex="0"]`)).toBeVisible();
  await expect(card(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(card(page)).toHaveAttribute('data-step', 'truth');
  // The keys of the case are heard while the card has the focus.
  await renderedViewport(page);
  await page.keyboard.press('n');
  await expect(page.getByTestId('case')).not.toHaveAttribute('data-session', DEMO_CASES.showcase.session);
  await expect(card(page)).toHaveAttribute('data-step', 'truth');
  // Elsewhere there is no ring, and a way back.
  await page.keyboard.press('b');
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await expect(page.getByTestId('tour-ring')).toHaveCount(0);
  await card(page).getByRole('button', { name: 'Show it' }).click();
  await expect.poll(() => addressOf(page)).toBe(SHOWCASE);
  await expectRingOn(page, page.locator(STEPS[3][2]).first(), 'truth');
});

test('the help sheet starts the tour, and its card has the focus', async ({ page, serve }) => {
  await page.goto(`${await serve()}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByTestId('take-tour').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(card(page)).toBeFocused();
});

test('the tour is offered in a line until it is declined, which is remembered', async ({ page, serve }) => {
  const url = await serve();
  await page.goto(`${url}/?open=demo`);
  const offer = page.getByTestId('tour-offer');
  await expect(offer).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectAccessible(page, 'offer');
  await offer.getByRole('button', { name: 'Not now' }).click();
  await expect(offer).toHaveCount(0);
  await page.goto(`${url}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test('another dataset has no tour, no offer and nothing to reset', async ({ page, serve, folder }) => {
  await page.goto(await serve(await folder(BIMCV)));
  await page.getByTestId('agreement-accept').click();
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await expect(page.getByTestId('tour-offer')).toHaveCount(0);
  await expect(page.getByTestId('start-tour')).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Guided tour, in the demo');
  await expect(page.getByTestId('reset-demo')).toHaveCount(0);
  await expect(card(page)).toHaveCount(0);
});

/** Keys of a store of the page's database. */
const kept = (page: Page, store: 'recents' | 'indexes'): Promise<readonly string[]> =>
  page.evaluate(
    (name) =>
      new Promise<string[]>((done, failed) => {
        const opening = indexedDB.open('midscope');
        opening.addEventListener('error', () => failed(opening.error));
        opening.addEventListener('success', () => {
          const keys = opening.result.transaction(name).objectStore(name).getAllKeys();
          keys.addEventListener('success', () => {
            opening.result.close();
            done(keys.result.map(String));
          });
        });
      }),
    store,
  );

test('the end of the tour resets the demo as a newcomer finds it; the language stays', async ({
  page,
  serve,
}) => {
  await page.addInitScript(() => {
    if (localStorage.getItem('midscope:preferences:1') === null)
      localStorage.setItem(
        'midscope:preferences:1',
        JSON.stringify({
          locale: 'es',
          theme: 'light',
          singleKeys: false,
          columns: ['subject', 'age'],
          columnWidths: { subject: 300 },
        }),
      );
  });
  await tourAt(page, await serve(), 'privacy');
  const reset = card(page).getByTestId('reset-demo');
  await reset.getByRole('button', { name: 'Restablecer la demo' }).click();
  await expect(reset).toContainText('Idioma, teclas y otros conjuntos se conservan');
  await expect(reset.getByTestId('reset-now')).toBeFocused();
  await expectAccessible(page, 'question');
  // Asking is not doing.
  await reset.getByRole('button', { name: 'Conservar' }).click();
  await expect(card(page)).toHaveAttribute('data-step', 'privacy');
  await reset.getByRole('button', { name: 'Restablecer la demo' }).click();
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveCount(0);
  await expect.poll(() => addressOf(page)).toBe('/library');
  await expect(page.getByTestId('tour-offer')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Hallazgos' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('#content')).toBeFocused();
  const settings = await page.evaluate(() => localStorage.getItem('midscope:preferences:3'));
  expect(JSON.parse(settings ?? '')).toEqual({
    locale: 'es',
    theme: 'page',
    singleKeys: false,
    controls: { scheme: 'ohif', keys: {}, mouse: {} },
    columnWidths: {},
    density: 'comfortable',
    views: [],
    protocols: [],
    dayZero: 'first-positive',
    rulesOff: [],
  });
  expect(await page.evaluate(() => sessionStorage.getItem('midscope:tour-step'))).toBeNull();
});

test('the start page resets the demo and leaves other datasets alone', async ({ page, serve, folder }) => {
  await page.goto(await serve(await folder(BIMCV, 'covid')));
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
  await expect.poll(() => kept(page, 'indexes')).toEqual(['served:covid']);
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await expect(page.getByTestId('open-recent')).toHaveCount(1);
  await expect(page.getByTestId('reset-demo')).toHaveCount(0);
  await page.getByTestId('open-demo').click();
  await expect(page.getByTestId('tour-offer')).toBeVisible();
  await page.getByTestId('tour-offer').getByRole('button', { name: 'Not now' }).click();
  await expect.poll(() => kept(page, 'recents')).toEqual(['demo:demo', 'served:covid']);
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  const reset = page.getByTestId('reset-demo');
  await reset.getByRole('button', { name: 'Reset the demo' }).click();
  await reset.getByTestId('reset-now').click();
  await expect(reset).toContainText('The demo is as new.');
  await expect(page.getByTestId('open-recent')).toHaveCount(1);
  expect(await kept(page, 'recents')).toEqual(['served:covid']);
  expect(await kept(page, 'indexes')).toEqual(['served:covid']);
  // What was open is open no more, and the demo is met for the first time again.
  await page.getByTestId('open-demo').click();
  await expect(page.getByTestId('tour-offer')).toBeVisible();
});
