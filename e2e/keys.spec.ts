import type { Locator, Page } from '@playwright/test';
import { en } from '../src/i18n/messages/en.ts';
import type { CommandId } from '../src/commands/registry.ts';
import { expect, indexDone, pageIdle, renderedViewport, test, type Files } from './support/app.ts';
import { filmMask } from './support/bimcv.ts';
import { film, filmStem, PARTICIPANTS, sessionsTable } from './support/cases.ts';
import { ctFiles } from './support/ct.ts';
import { filmDicom, filmPng, INVERSE_LUT_SEQUENCE } from './support/films.ts';
import { Keyboard, keyOf, KEYS } from './support/keyboard.ts';

const stem = filmStem('sub-1', 'ses-1', 1, 'pa');
const OVERLAY = {
  '00280004': ['CS', 'MONOCHROME2'],
  '60000010': ['US', [8]],
  '60000011': ['US', [8]],
  '60000040': ['CS', 'G'],
  '60000050': ['SS', [1, 1]],
  '60000100': ['US', [1]],
  '60000102': ['US', [0]],
  '60003000': ['OW', Buffer.alloc(8, 255)],
} as const;

/** A film with a LUT and a mask, one with an overlay, and a CT; two sessions of one patient, and another patient. */
const FILES: Files = {
  ...PARTICIPANTS,
  ...sessionsTable('sub-1', { 'ses-1': '20200322', 'ses-0': '20200318' }),
  ...sessionsTable('sub-2', { 'ses-1': '20200319' }),
  'derivatives/labels/labels_covid19_posi.tsv': [
    '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS',
    "0\tsub-1\tses-1\tx .\t['pneumonia']\t[]\t[['pneumonia']]\t['C0032285']\t[]",
    '',
  ].join('\n'),
  ...film(stem, filmPng(), INVERSE_LUT_SEQUENCE),
  [`derivatives/segmentations/sub-1/ses-1/${stem.split('/').pop()}_dseg.png`]: filmMask(),
  [`${filmStem('sub-1', 'ses-1', 3, 'lateral')}.dcm`]: filmDicom(OVERLAY),
  ...ctFiles(),
  ...film(filmStem('sub-1', 'ses-0', 1, 'pa')),
  ...film(filmStem('sub-2', 'ses-1', 1, 'pa')),
};

/** The map from pixels of the image to the viewport, as the mask over it has it: right, down, origin. */
async function matrixOf(page: Page): Promise<readonly number[]> {
  const transform = await page.getByTestId('mask-overlay').first().locator('> g').getAttribute('transform');
  return (transform ?? '').match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
}

/** Waits until the picture lies where it is expected, to a tenth of a pixel. */
const expectMatrix = (page: Page, check: (now: readonly number[]) => boolean, what: string) =>
  expect.poll(async () => check(await matrixOf(page)), what).toBe(true);

const near = (a: number | undefined, b: number | undefined): boolean =>
  Math.abs((a ?? NaN) - (b ?? NaN)) < 0.1;

/** Whether a column and a row go this far on the viewport. */
const is = (a: number, b: number, c: number, d: number) => (now: readonly number[]) =>
  [a, b, c, d].every((value, at) => near(now[at], value));

async function pressImageKeys(page: Page, keys: Keyboard, viewport: Locator): Promise<void> {
  const whole = await matrixOf(page);
  const [right = 0, , , down = 0] = whole;
  await keys.press('rotate-right', () => expectMatrix(page, is(0, right, -down, 0), 'right'));
  await keys.press('rotate-left', () => expectMatrix(page, is(right, 0, 0, down), 'left'));
  await keys.press('flip-horizontal', () => expectMatrix(page, is(-right, 0, 0, down), 'mirrored'));
  await keys.press('flip-vertical', () => expectMatrix(page, is(-right, 0, 0, -down), 'upside down'));
  await keys.press('zoom-in', () => expectMatrix(page, ([x]) => near(x, -1.2 * right), 'larger'));
  await keys.press('zoom-out', () => expectMatrix(page, ([x]) => near(x, -right), 'smaller'));
  await keys.press('actual-size', () => expect(viewport).toHaveAttribute('data-scale', /^(1|0\.99)/));
  await keys.press('fit', () => expectMatrix(page, ([x]) => near(x, -right), 'whole'));
  await keys.press('invert', () => expect(viewport).toHaveAttribute('data-inverted', 'true'));
  await keys.press('reset', async () => {
    await expectMatrix(page, (now) => whole.every((value, at) => near(now[at], value)), 'as it was');
    await expect(viewport).toHaveAttribute('data-inverted', 'false');
  });
}

async function pressFilmWindows(keys: Keyboard, viewport: Locator): Promise<void> {
  const kind = (voi: string) => () => expect(viewport).toHaveAttribute('data-voi', voi);
  const width = async (): Promise<number> => Number(await viewport.getAttribute('data-width'));
  await keys.press('voi-percentile', kind('percentile'));
  const wide = await width();
  await keys.press('window-narrower', () => expect.poll(width).toBeCloseTo(wide / 1.25, 3));
  await kind('manual')();
  await keys.press('window-wider', () => expect.poll(width).toBeCloseTo(wide, 3));
  await keys.press('voi-lut', kind('lut'));
  await keys.press('voi-percentile', kind('percentile'));
  await keys.press('as-filed', kind('lut'));
}

const TOOLS = [
  ['tool-zoom', en.case.zoomTool],
  ['tool-pan', en.case.panTool],
  ['tool-scroll', en.case.scrollTool],
  ['tool-window', en.case.windowTool],
] as const satisfies readonly (readonly [CommandId, string])[];

const MEASURES = [
  ['measure-bidirectional', en.measure.how.bidirectional],
  ['measure-angle', en.measure.how.angle],
  ['measure-cobb', en.measure.how.cobb],
  ['measure-rectangle', en.measure.how.rectangle],
  ['measure-ellipse', en.measure.how.ellipse],
  ['measure-freehand', en.measure.how.freehand],
  ['measure-probe', en.measure.how.probe],
  ['measure-arrow', en.measure.how.arrow],
  ['measure-calibration', en.measure.how.calibration],
  ['measure-ctr', en.measure.ctrSteps[0]],
  ['region-window', en.measure.how['region-window']],
  ['magnifier', en.measure.how.magnifier],
  ['measure-length', en.measure.how.length],
] as const satisfies readonly (readonly [CommandId, string])[];

async function pressTools(page: Page, keys: Keyboard, viewport: Locator): Promise<void> {
  for (const [id, name] of TOOLS)
    await keys.press(id, () =>
      expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true'),
    );
  const how = viewport.getByTestId('how-to');
  for (const [id, text] of MEASURES) await keys.press(id, () => expect(how).toHaveText(text));
  const list = page.getByTestId('measurement');
  const count = (number: number) => () => expect(list).toHaveCount(number);
  await viewport.focus();
  await keys.press('place-mark', count(1));
  await keys.press('toggle-marks', () =>
    expect(viewport.locator('[data-marks] [role=button]')).toHaveCount(0),
  );
  await keys.press('toggle-marks', () =>
    expect(viewport.locator('[data-marks] [role=button]')).not.toHaveCount(0),
  );
  await keys.press('delete-mark', count(0));
  await keys.press('undo', count(1));
  await keys.press('redo', count(0));
  await keys.press('undo', count(1));
  await keys.press('redo', count(0), 'ctrl+shift+z');
  await keys.press('undo', count(1));
  await list.getByRole('button').first().click();
  await expect(list).toHaveAttribute('data-selected', 'true');
  await viewport.focus();
  await keys.press('delete-mark', count(0), 'Delete');
  await expect(how).toHaveText(en.measure.how.length);
  await keys.press('cancel', () => expect(how).toHaveCount(0));
}

async function pressShown(page: Page, keys: Keyboard): Promise<void> {
  const mask = page.getByTestId('viewport').first().getByTestId('mask-overlay');
  const corner = page.getByTestId('viewport').first().getByText('sub-1', { exact: true });
  const viewports = page.getByTestId('viewport');
  const label = page.getByTestId('overlay-label').first();
  await expect(label).toHaveText('pneumonia');
  await keys.press('toggle-labels', () => expect(label).toContainText('C0032285'));
  await keys.press('toggle-masks', () =>
    expect(mask.locator('path').first()).toHaveAttribute('fill-opacity'),
  );
  await keys.press('toggle-masks', () => expect(mask).toHaveCount(0));
  await keys.press('toggle-masks', () => expect(mask).toHaveCount(1));
  // It lasts as long as the key is held.
  await page.keyboard.down(keyOf('x'));
  await keys.press('toggle-corner-text', () => expect(corner).toHaveCount(0));
  await expect(mask).toHaveCount(0);
  await page.keyboard.up('x');
  await expect(mask).toHaveCount(1);
  keys.pressed.add('blink-masks x');
  await expect(page.getByTestId('file-overlays')).not.toHaveCount(0);
  await keys.press('toggle-file-overlays', () => expect(page.getByTestId('file-overlays')).toHaveCount(0));
  const guide = page.getByTestId('thorax-guide');
  await keys.press('toggle-guide', () => expect(guide).not.toHaveCount(0));
  await keys.press('toggle-guide', () => expect(guide).toHaveCount(0));
  await keys.press('layout-4', () => expect(viewports).toHaveCount(4));
  await keys.press('layout-1', () => expect(viewports).toHaveCount(1));
  await keys.press('layout-2', () => expect(viewports).toHaveCount(2));
  await keys.press('toggle-one', () => expect(viewports).toHaveCount(1));
  await keys.press('toggle-one', () => expect(viewports).toHaveCount(2));
  await keys.press('next-viewport', () => expect(viewports.nth(1)).toHaveAttribute('data-active', 'true'));
  await keys.press('previous-viewport', () =>
    expect(viewports.nth(0)).toHaveAttribute('data-active', 'true'),
  );
  const image = (await viewports.first().getAttribute('data-image')) ?? '';
  await keys.press('next-series', () => expect(viewports.first()).not.toHaveAttribute('data-image', image));
  await keys.press('previous-series', () => expect(viewports.first()).toHaveAttribute('data-image', image));
  await renderedViewport(page);
  await keys.press('key-image', () => expect(page.getByTestId('key-image')).toHaveCount(1));
  await keys.press('capture', () => expect(page.getByTestId('capture-accept')).toBeVisible());
  await page.keyboard.press('Escape');
}

const LINKS = [
  ['toggle-linked-view', en.hanging.linkView],
  ['toggle-linked-window', en.hanging.linkWindow],
  ['toggle-linked-scroll', en.hanging.linkScroll],
] as const satisfies readonly (readonly [CommandId, string])[];

async function pressHanging(page: Page, keys: Keyboard): Promise<void> {
  const stage = page.getByTestId('hanging-stage');
  await expect(stage).toHaveAttribute('data-stage', '1');
  await keys.press('next-stage', () => expect(stage).toHaveAttribute('data-stage', '2'));
  await keys.press('previous-stage', () => expect(stage).toHaveAttribute('data-stage', '1'));
  const menu = page.getByRole('button', { name: en.hanging.links });
  const checked = (name: string, isOn: boolean) => async () => {
    await menu.click();
    await expect(page.getByRole('menuitemcheckbox', { name })).toBeChecked({ checked: isOn });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  for (const [id, name] of LINKS) {
    await keys.press(id, checked(name, true));
    await page.getByTestId('viewport').first().focus();
    await keys.press(id, () => Promise.resolve());
  }
  await checked(en.hanging.linkView, false)();
}

/** Films by date, which the palette hangs. */
async function pressFilms(page: Page, keys: Keyboard): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('films by date');
  await expect(page.getByRole('option').first()).toContainText(en.hanging.protocols['all-films']);
  await page.keyboard.press('Enter');
  const strip = page.getByTestId('film-strip');
  const viewport = page.getByTestId('viewport');
  await expect(strip.getByTestId('strip-film')).toHaveCount(2);
  await viewport.focus();
  const shows = (session: string) => () =>
    expect(viewport).toHaveAttribute('data-image', `${filmStem('sub-1', session, 1, 'pa')}.png`);
  await keys.press('previous-film', shows('ses-0'));
  await keys.press('next-film', shows('ses-1'));
  await keys.press('play', () => expect(strip).toHaveAttribute('data-playing', 'true'));
  await keys.press('play', () => expect(strip).toHaveAttribute('data-playing', 'false'));
}

const PRESETS = [
  ['preset-1', '400', '40'],
  ['preset-2', '1500', '-600'],
  ['preset-3', '150', '90'],
  ['preset-4', '2500', '480'],
  ['preset-5', '80', '40'],
  ['preset-6', '400', '80'],
] as const satisfies readonly (readonly [CommandId, string, string])[];

async function pressCt(page: Page, keys: Keyboard): Promise<void> {
  await page.locator('[data-testid=series][data-modality=CT]').click();
  const viewport = page.getByTestId('viewport').first();
  await expect(viewport).toHaveAttribute('data-slices', '20');
  await renderedViewport(page);
  await viewport.focus();
  const slice = (at: number) => () => expect(viewport).toHaveAttribute('data-slice', String(at));
  await keys.press('first-slice', slice(0));
  await keys.press('next-slice', slice(1));
  await keys.press('ten-slices-on', slice(11));
  await keys.press('previous-slice', slice(10));
  await keys.press('ten-slices-back', slice(0));
  await keys.press('last-slice', slice(19));
  for (const [id, width, center] of PRESETS)
    await keys.press(id, async () => {
      await expect(viewport).toHaveAttribute('data-width', width);
      await expect(viewport).toHaveAttribute('data-center', center);
    });
  const pressed = (name: string, isOn: boolean) => () =>
    expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', String(isOn));
  await keys.press('toggle-reference-lines', pressed(en.ct.referenceLines, false));
  await keys.press('reorient', () =>
    expect(page.getByTestId('orientation').locator('button[aria-expanded]')).toHaveAttribute(
      'aria-expanded',
      'true',
    ),
  );
  await keys.press('side-by-side', () =>
    expect(page.getByTestId('viewport').nth(1)).toHaveAttribute('data-width', '400'),
  );
  await keys.press('toggle-mpr', () => expect(page.locator('[data-plane=coronal]')).toBeVisible());
  await keys.press('tool-crosshair', pressed(en.ct.crosshairTool, true));
  await keys.press('toggle-mpr', () => expect(page.locator('[data-plane=coronal]')).toHaveCount(0));
}

async function pressWays(page: Page, keys: Keyboard): Promise<void> {
  const at = (subject: string, session: string) => async () => {
    await expect(page.getByTestId('case')).toHaveAttribute('data-subject', subject);
    await expect(page.getByTestId('case')).toHaveAttribute('data-session', session);
  };
  await keys.press('previous-session', at('sub-1', 'ses-0'));
  await keys.press('next-session', at('sub-1', 'ses-1'));
  await keys.press('next-patient', at('sub-2', 'ses-1'));
  // The list has the newest session of a patient first.
  await keys.press('previous-case', at('sub-1', 'ses-0'));
  await keys.press('next-case', at('sub-2', 'ses-1'));
  await keys.press('previous-patient', at('sub-1', 'ses-1'));
  const region = (): Promise<number> =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-region]')].findIndex((one) =>
        one.contains(document.activeElement),
      ),
    );
  await page.getByTestId('viewport').first().focus();
  const images = await region();
  await keys.press('next-region', () => expect.poll(region).not.toBe(images));
  await keys.press('previous-region', () => expect.poll(region).toBe(images));
  const dialog = page.getByRole('dialog');
  for (const id of ['help', 'palette', 'settings'] as const) {
    await keys.press(id, () => expect(dialog).toBeVisible());
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  const isFull = (): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
  await keys.press('full-screen', () => expect.poll(isFull).toBe(true));
  await page.keyboard.press('F11');
  await expect.poll(isFull).toBe(false);
  await keys.press('back-to-library', () => expect(page).toHaveURL(/library/));
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await pageIdle(page);
  await keys.press('search', () => expect(page.getByTestId('library-search')).toBeFocused());
}

test('every key of the keymap does what it says', async ({ page, serve, folder }) => {
  // One way over all of them, which a busy machine takes minutes for.
  test.slow();
  const url = await serve(await folder(FILES));
  await page.goto(`${url}/case/sub-1/ses-1?sort=subject`);
  await page.getByTestId('agreement-accept').click();
  const viewport = await renderedViewport(page);
  await renderedViewport(page, 1);
  await indexDone(page);
  await expect(viewport.getByTestId('mask-overlay').locator('path')).not.toHaveCount(0);
  const keys = new Keyboard(page);
  await pressImageKeys(page, keys, viewport);
  await pressFilmWindows(keys, viewport);
  await pressTools(page, keys, viewport);
  await pressHanging(page, keys);
  await pressShown(page, keys);
  await pressCt(page, keys);
  await pressFilms(page, keys);
  await pressWays(page, keys);
  // The tour is of the demo, which a server without a folder opens.
  await page.goto(`${await serve()}/?open=demo`);
  await page.getByTestId('case-row').first().focus();
  await pageIdle(page);
  await keys.press('tour', () => expect(page.getByTestId('tour')).toBeVisible({ timeout: 60_000 }));
  const beside = page.context().waitForEvent('page');
  await keys.press('second-window', () => beside);
  await (await beside).close();
  expect([...keys.pressed].toSorted()).toEqual(KEYS.toSorted());
});

test('buttons and the wheel do what OHIF’s do, and no menu opens over an image', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(FILES))}/case/sub-1/ses-1`);
  await page.getByTestId('agreement-accept').click();
  const viewport = await renderedViewport(page);
  await expect(viewport.getByTestId('mask-overlay').locator('path')).not.toHaveCount(0);
  await page.evaluate(() => {
    const menus: boolean[] = [];
    Object.assign(globalThis, { menus });
    addEventListener('contextmenu', (event) => void menus.push(event.defaultPrevented));
  });
  const box = await viewport.locator('canvas').first().boundingBox();
  const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 200];
  const drag = async (button: 'left' | 'middle' | 'right', dx: number, dy: number): Promise<void> => {
    await page.mouse.move(x, y);
    await page.mouse.down({ button });
    await page.mouse.move(x + dx, y + dy, { steps: 4 });
    await page.mouse.up({ button });
  };
  const before = await matrixOf(page);
  await drag('middle', 30, 20);
  const moved = [30, 20].map((by, at) => (before[4 + at] ?? 0) + by);
  await expectMatrix(
    page,
    (now) => near(now[0], before[0]) && near(now[4], moved[0]) && near(now[5], moved[1]),
    'moved',
  );
  await drag('right', 0, 40);
  await expectMatrix(page, ([scale = 0]) => scale > 1.1 * (before[0] ?? 0), 'enlarged');
  await page.mouse.click(x, y, { button: 'right' });
  const menus = await page.evaluate(() => (globalThis as unknown as { menus: boolean[] }).menus);
  expect(menus.length).toBeGreaterThan(0);
  expect(menus).not.toContain(false);
  await drag('left', 60, 0);
  await expect(viewport).toHaveAttribute('data-voi', 'manual');

  await page.locator('[data-testid=series][data-modality=CT]').click();
  await expect(viewport).toHaveAttribute('data-slices', '20');
  await renderedViewport(page);
  const slice = Number(await viewport.getAttribute('data-slice'));
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 100);
  await expect(viewport).toHaveAttribute('data-slice', String(slice + 1));

  // The bar beside it says where that is, what was read and seen, and leads there.
  const bar = viewport.getByTestId('slice-bar');
  await expect(bar).toHaveAttribute('data-loaded', '20');
  await expect(bar).toHaveAttribute('data-seen', '2');
  const slider = bar.getByRole('slider', { name: 'Slices' });
  await expect(slider).toHaveAttribute('aria-valuetext', `Slice ${slice + 2} of 20; 20 read, 2 seen`);
  const track = await slider.boundingBox();
  await page.mouse.click(
    (track?.x ?? 0) + (track?.width ?? 0) / 2,
    (track?.y ?? 0) + (track?.height ?? 0) - 2,
  );
  await expect(viewport).toHaveAttribute('data-slice', '19');
  await slider.press('Home');
  await expect(viewport).toHaveAttribute('data-slice', '0');
  await expect(bar).toHaveAttribute('data-seen', '4');
});
