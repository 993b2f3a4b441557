import type { BrowserContext, Page } from '@playwright/test';
import { namedCases, SLICES, type NamedCase } from '../data/plan.ts';
import type { Bench, Lab } from '../lab.ts';
import { backToLibrary, inReadContext, openCase, openLibrary, shownSlice, timeKey } from '../page.ts';
import type { Stage } from '../results.ts';
import { scrollInPage } from './scroll-in-page.ts';

/** Voxels of a slice along each side. */
const SIDE = 512;
/** Slices stepped through, one key press each. */
const STEPS = 20;
/** Slices scrolled through without a pause. */
const SCROLLED = 80;
/** A window in which one viewport has about 1000 × 800 pixels. */
const SCROLL_WINDOW = { width: 1_440, height: 1_000 } as const;

const stagesOf = (format: string) => ({
  first: { name: `CT ${format}, ${SLICES} slices: click → first slice`, unit: 'ms' } satisfies Stage,
  last: { name: `CT ${format}: key → last slice`, unit: 'ms' } satisfies Stage,
  fresh: { name: `CT ${format}: key → next slice, never seen`, unit: 'ms' } satisfies Stage,
  seen: { name: `CT ${format}: key → next slice, seen before`, unit: 'ms' } satisfies Stage,
  rate: { name: `CT ${format}: scrolling at about 1000 × 800`, unit: 'slices/s' } satisfies Stage,
  frame: { name: `CT ${format}: longest frame while scrolling`, unit: 'ms' } satisfies Stage,
  planes: { name: `CT ${format}: key → three planes (MPR)`, unit: 'ms' } satisfies Stage,
  plane: { name: `CT ${format}: key → next coronal plane`, unit: 'ms' } satisfies Stage,
});

/** The middle of a plane that is shown, or one so many layers on. */
const shownPlane = (plane: string, layer: number): string =>
  `[data-testid=viewport][data-plane=${plane}][data-status=rendered][data-slice="${layer}"]`;

/** The first three planes of a CT whose slices are in memory, and steps from one coronal plane to the next. */
async function cutPlanes(page: Page, lab: Lab, stages: ReturnType<typeof stagesOf>): Promise<void> {
  const middle = SIDE / 2;
  const all = `[data-testid=mpr]:has(${shownPlane('axial', SLICES / 2)}):has(${shownPlane('coronal', middle)}):has(${shownPlane('sagittal', middle)})`;
  lab.record(stages.planes, await timeKey(page, 'p', all));
  await page.locator('[data-plane=coronal]').focus();
  for (let step = 1; step <= STEPS; step++)
    lab.record(stages.plane, await timeKey(page, 'ArrowDown', shownPlane('coronal', middle + step)));
}

async function browse(context: BrowserContext, lab: Lab, ct: NamedCase, format: string): Promise<void> {
  const stages = stagesOf(format);
  const page = await openLibrary(context, lab);
  const [film] = namedCases('film');
  if (!film) throw new RangeError('no film to start the engine with');
  await openCase(page, film);
  await backToLibrary(page);
  // A stack opens in its middle.
  const middle = SLICES / 2;
  lab.record(stages.first, await openCase(page, ct, shownSlice(middle, SLICES)));
  lab.record(stages.last, await timeKey(page, 'End', shownSlice(SLICES - 1, SLICES)));
  for (let step = 1; step <= STEPS; step++)
    lab.record(stages.fresh, await timeKey(page, 'ArrowUp', shownSlice(SLICES - 1 - step, SLICES)));
  for (let step = STEPS - 1; step >= 0; step--)
    lab.record(stages.seen, await timeKey(page, 'ArrowDown', shownSlice(SLICES - 1 - step, SLICES)));
  await page.setViewportSize(SCROLL_WINDOW);
  await page.keyboard.press('Home');
  await page.locator(shownSlice(0, SLICES)).waitFor();
  for (const key of ['ArrowDown', 'ArrowUp']) {
    const { rate, longestFrame } = await page.evaluate(scrollInPage, { key, steps: SCROLLED });
    lab.record(stages.rate, rate);
    lab.record(stages.frame, longestFrame);
  }
  await cutPlanes(page, lab, stages);
  await page.close();
}

/** CTs of 512 × 512 pixels, from the click in the library, with the engine warm. */
export const volumes: Bench = {
  name: 'ct',
  run: (lab) =>
    inReadContext(lab, async (context) => {
      for (const [format, kind] of [
        ['NIfTI', 'volume'],
        ['DICOM', 'series'],
      ] as const)
        for (const ct of namedCases(kind))
          for (let run = 0; run < lab.runs; run++)
            await lab.during(`a CT as ${format}`, () => browse(context, lab, ct, format));
    }),
};
