import type { BrowserContext, Page } from '@playwright/test';
import { namedCases, type NamedCase } from '../data/plan.ts';
import type { Bench, Lab } from '../lab.ts';
import {
  backToLibrary,
  inReadContext,
  lastMeasure,
  openCase,
  openLibrary,
  openWindow,
  shownImage,
  timeKey,
  timeVisit,
} from '../page.ts';
import type { Stage } from '../results.ts';

const COLD = { at: 'median', limit: 2_000 } as const;
const WARM = { at: 'median', limit: 700 } as const;
const NEXT = { at: 'median', limit: 300 } as const;
/** Milliseconds that someone looks at a film at the least; meanwhile the next one is read. */
const LOOK = 3_000;

/** The stages of one click: the whole, and what comes before and after the viewport asks for its image. */
const clickStages = (what: string, target: Stage['target']) => ({
  whole: { name: `${what}: click → on screen`, unit: 'ms', ...(target && { target }) } satisfies Stage,
  before: { name: `${what}: click → image asked for`, unit: 'ms' } satisfies Stage,
  after: { name: `${what}: image asked for → on screen`, unit: 'ms' } satisfies Stage,
});

type ClickStages = ReturnType<typeof clickStages>;

const stagesOf = (format: string) => ({
  address: {
    name: `film ${format}, page and engine cold, index kept: address → on screen`,
    unit: 'ms',
    target: COLD,
  } satisfies Stage,
  first: clickStages(`film ${format}, first of the page`, COLD),
  warm: clickStages(`film ${format}, engine warm, never read`, WARM),
  seen: clickStages(`film ${format}, seen before`, WARM),
  next: {
    name: `film ${format}, next case by key, read ahead: key → on screen`,
    unit: 'ms',
    target: NEXT,
  } satisfies Stage,
});

type FilmStages = ReturnType<typeof stagesOf>;

/** A film by its address, in a browser that keeps the index and nothing of the page. */
async function visit(context: BrowserContext, lab: Lab, one: NamedCase, stages: FilmStages): Promise<void> {
  const page = await openWindow(context);
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  const address = `${lab.url}/case/${one.subject}/${one.session}`;
  lab.record(stages.address, await timeVisit(page, address, shownImage(one)));
  await page.close();
}

async function open(page: Page, lab: Lab, one: NamedCase, stages: ClickStages): Promise<void> {
  const elapsed = await openCase(page, one);
  const { duration } = await lastMeasure(page, 'midscope:image', one.image);
  lab.record(stages.whole, elapsed);
  lab.record(stages.before, elapsed - duration);
  lab.record(stages.after, duration);
}

async function browse(
  context: BrowserContext,
  lab: Lab,
  [first, second]: readonly NamedCase[],
  stages: FilmStages,
): Promise<void> {
  if (!first || !second) throw new RangeError('two films are needed');
  const page = await openLibrary(context, lab);
  await open(page, lab, first, stages.first);
  await backToLibrary(page);
  await open(page, lab, second, stages.warm);
  await backToLibrary(page);
  await open(page, lab, first, stages.seen);
  await page.close();
}

/** From one film to the next of the list, which has the later sessions first. */
async function goOn(
  context: BrowserContext,
  lab: Lab,
  [next, here]: readonly NamedCase[],
  stages: FilmStages,
): Promise<void> {
  if (!here || !next) throw new RangeError('two films are needed');
  const page = await openLibrary(context, lab);
  await openCase(page, here);
  await page.waitForTimeout(LOOK);
  lab.record(stages.next, await timeKey(page, 'n', shownImage(next)));
  await page.close();
}

/** Films of 3000 × 2500 pixels of 16 bits, from the click in the library to the frame that shows them. */
export const films: Bench = {
  name: 'film',
  run: (lab) =>
    inReadContext(lab, async (context) => {
      for (const [format, kind] of [
        ['PNG', 'film'],
        ['DICOM', 'film-dicom'],
      ] as const) {
        const cases = namedCases(kind);
        const stages = stagesOf(format);
        for (let run = 0; run < lab.runs; run++) {
          for (const one of cases.slice(0, 1))
            await lab.during(`a ${format} film by its address`, () => visit(context, lab, one, stages));
          await lab.during(`${format} films by click`, () => browse(context, lab, cases, stages));
          await lab.during(`the next ${format} film`, () => goOn(context, lab, cases, stages));
        }
      }
    }),
};
