import type { BrowserContext, JSHandle, Page } from '@playwright/test';
import type { NamedCase } from './data/plan.ts';
import { inFreshContext, type Lab } from './lab.ts';

/** Milliseconds without input, as people leave them between two acts. */
const PAUSE = 400;
/** Milliseconds in which the browser sets a new window up, whose address field is a page of its own. */
const WINDOW_SET_UP = 1_500;
/** Milliseconds after which something is taken not to work; reading the dataset is what takes longest. */
const TIMEOUT = 300_000;

export const INDEX_DONE = '[data-testid=index-progress][data-state=done]';

/** A viewport that shows an image, or a slice of a stack. */
export const shownImage = ({ image }: NamedCase): string =>
  `[data-testid=viewport][data-status=rendered][data-image="${image}"]`;
export const shownSlice = (slice: number, slices: number): string =>
  `[data-testid=viewport][data-status=rendered][data-slice="${slice}"][data-slices="${slices}"]`;

/** A clock of the page that runs until the page has an element. */
interface Watch {
  readonly elapsed: Promise<number>;
}

/**
 * Starts a clock that counts the milliseconds from an event, by its own time stamp, or from the navigation, until
 * the page has an element. Resolves when the page listens: only then may the event happen.
 */
const watch = (page: Page, selector: string, from: Start): Promise<JSHandle<Watch>> =>
  // No named functions in here: the loader marks them with a helper that the page does not have.
  page.evaluateHandle(
    (asked) => ({
      elapsed: new Promise<number>((resolve, reject) => {
        const times = { start: asked.from === 'navigation' ? 0 : Number.NaN };
        if (asked.from !== 'navigation')
          document.addEventListener(asked.from, (event) => void (times.start = event.timeStamp), {
            capture: true,
            once: true,
          });
        const timer = setTimeout(() => reject(new Error(`${asked.selector} did not come`)), asked.timeout);
        const observer = new MutationObserver(() => {
          if (Number.isNaN(times.start) || !document.querySelector(asked.selector)) return;
          observer.disconnect();
          clearTimeout(timer);
          resolve(performance.now() - times.start);
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
      }),
    }),
    { selector, from, timeout: TIMEOUT },
  );

type Start = 'navigation' | 'click' | 'keydown';

/** A window that the browser has done setting up, so that this does not run beside what is measured. */
export async function openWindow(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.waitForTimeout(WINDOW_SET_UP);
  return page;
}

/** Does something and waits for what it brings: milliseconds from the event. */
async function timeUntil(
  page: Page,
  selector: string,
  from: Start,
  act: () => Promise<void>,
): Promise<number> {
  const watching = await watch(page, selector, from);
  await act();
  return watching.evaluate(({ elapsed }) => elapsed);
}

/** Milliseconds from a click on a place until the page has an element. */
const timeClick = (page: Page, place: string, selector: string): Promise<number> =>
  timeUntil(page, selector, 'click', () => page.locator(place).click());

/** Milliseconds from the press of a key until the page has an element. */
export const timeKey = (page: Page, key: string, selector: string): Promise<number> =>
  timeUntil(page, selector, 'keydown', () => page.keyboard.press(key));

/** Opens an address; milliseconds from the navigation until the page has an element, with something done meanwhile. */
export async function timeVisit(
  page: Page,
  url: string,
  selector: string,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  return timeUntil(page, selector, 'navigation', meanwhile);
}
/** A User Timing measure of the page. */
export interface Measure {
  /** Milliseconds since the navigation. */
  readonly start: number;
  readonly duration: number;
}

export const measuresOf = (page: Page, name: string, path?: string): Promise<readonly Measure[]> =>
  page.evaluate(
    (asked) =>
      (performance.getEntriesByName(asked.name, 'measure') as PerformanceMeasure[])
        .filter(({ detail }) => asked.path === undefined || (detail as { path: string }).path === asked.path)
        .map(({ startTime, duration }) => ({ start: startTime, duration })),
    { name, path },
  );

/** The last measure of a name, of which the page takes at least one; of one image where its path is given. */
export async function lastMeasure(page: Page, name: string, path?: string): Promise<Measure> {
  await page.waitForFunction((asked) => performance.getEntriesByName(asked).length > 0, name);
  const last = (await measuresOf(page, name, path)).at(-1);
  if (!last) throw new Error(`the page took no measure ${name}`);
  return last;
}

/** The numbers that the last measure of a name came with. */
export const lastDetail = (page: Page, name: string): Promise<Readonly<Record<string, number>>> =>
  page.evaluate((asked) => {
    const last = performance.getEntriesByName(asked, 'measure').at(-1) as PerformanceMeasure | undefined;
    return (last?.detail ?? {}) as Record<string, number>;
  }, name);

const rowOf = ({ subject, session }: NamedCase): string =>
  `[data-testid=case-row][data-subject="${subject}"][data-session="${session}"]`;

const pause = (page: Page): Promise<void> => page.waitForTimeout(PAUSE);

/** Opens a case from the library: milliseconds until its image is on screen. */
export async function openCase(page: Page, one: NamedCase, shown = shownImage(one)): Promise<number> {
  const elapsed = await timeClick(page, rowOf(one), shown);
  await pause(page);
  return elapsed;
}

/** Goes back from a case to the library. */
export async function backToLibrary(page: Page): Promise<void> {
  await page.keyboard.press('b');
  await page.locator('[data-testid=case-row]').first().waitFor();
  await pause(page);
}

/**
 * A page with the library from the index that was kept. Reading the dataset again is broken off, so that it does
 * not run beside what is measured.
 */
export async function openLibrary(context: BrowserContext, { url }: Lab): Promise<Page> {
  const page = await openWindow(context);
  await page.goto(`${url}/library`);
  await page.locator('[data-testid=case-row]').first().waitFor();
  await page.getByTestId('index-cancel').click();
  await page.locator('[data-testid=index-progress][data-state=cancelled]').waitFor();
  await pause(page);
  return page;
}

/** How many datasets' indexes the browser keeps. */
const keptIndexes = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('midscope');
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('indexes').objectStore('indexes').count();
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
  );

/** Reads the dataset for the first time in this browser, to its end: the agreement acknowledged, the index kept. */
export async function readDataset(page: Page, { url }: Lab): Promise<number> {
  const elapsed = await timeVisit(page, `${url}/library`, INDEX_DONE, () =>
    page.getByTestId('agreement-accept').click(),
  );
  while ((await keptIndexes(page)) === 0) await pause(page);
  return elapsed;
}

/** Runs `work` in a browser that has read the dataset before. */
export const inReadContext = (lab: Lab, work: (context: BrowserContext) => Promise<void>): Promise<void> =>
  inFreshContext(lab, async (context) => {
    const page = await openWindow(context);
    await lab.during('reading the dataset', () => readDataset(page, lab));
    await page.close();
    await work(context);
  });
