import type { BrowserContext } from '@playwright/test';
import { namedCases, SLICES, type NamedCase } from '../data/plan.ts';
import type { Bench, Lab } from '../lab.ts';
import { backToLibrary, inReadContext, openCase, openLibrary, shownSlice, timeKey } from '../page.ts';
import type { Stage } from '../results.ts';

/** Slices stepped through, one key press each. */
const STEPS = 20;

const stagesOf = (format: string) => ({
  first: { name: `CT ${format}, ${SLICES} slices: click → first slice`, unit: 'ms' } satisfies Stage,
  last: { name: `CT ${format}: key → last slice`, unit: 'ms' } satisfies Stage,
  fresh: { name: `CT ${format}: key → next slice, never seen`, unit: 'ms' } satisfies Stage,
  seen: { name: `CT ${format}: key → next slice, seen before`, unit: 'ms' } satisfies Stage,
});

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
