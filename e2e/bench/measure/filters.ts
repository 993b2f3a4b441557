import type { Page } from '@playwright/test';
import type { Bench, Lab } from '../lab.ts';
import { inReadContext, measuresOf, openLibrary } from '../page.ts';
import { blankFrames } from '../../support/scrolling.ts';
import type { Stage } from '../results.ts';

const target = { at: 'p95', limit: 50 } as const;
const stagesOf = (what: string) => ({
  facet: { name: `${what}: facet value on or off → counts`, unit: 'ms', target } satisfies Stage,
  search: { name: `${what}: letter typed or text cleared → counts`, unit: 'ms', target } satisfies Stage,
});

type FilterStages = ReturnType<typeof stagesOf>;

const BLANK: Stage = {
  name: '64,000 sessions: frames of fast scrolling with an empty place',
  unit: '%',
  target: { at: 'median', limit: 0 },
};

const FACETS = ['modality', 'finding', 'location', 'test'] as const;
const TEXTS = ['neumonia', '"base derecha"', 'pleural effusion', 'sub-S03500'] as const;

/** Changes the filter and waits for the measure that it brings. */
async function change(page: Page, stage: Stage, lab: Lab, act: () => Promise<void>): Promise<void> {
  const before = await measuresOf(page, 'midscope:filter');
  await act();
  await page.waitForFunction(
    (count) => performance.getEntriesByName('midscope:filter').length > count,
    before.length,
  );
  const added = (await measuresOf(page, 'midscope:filter')).slice(before.length);
  lab.record(stage, ...added.map(({ duration }) => duration));
}

/** The first two values of every facet, one on top of the other, then all off again. */
async function tryFacets(page: Page, stage: Stage, lab: Lab): Promise<void> {
  const options = FACETS.flatMap((facet) =>
    [0, 1].map((place) =>
      page.locator(`[data-testid=facet][data-facet=${facet}] [data-testid=facet-option]`).nth(place),
    ),
  );
  const values = await Promise.all(options.map((option) => option.getAttribute('data-value')));
  const chosen = FACETS.flatMap((facet, at) =>
    values
      .slice(2 * at, 2 * at + 2)
      .map((value) =>
        page.locator(`[data-facet=${facet}] [data-testid=facet-option][data-value=${JSON.stringify(value)}]`),
      ),
  );
  for (const option of [...chosen, ...chosen]) await change(page, stage, lab, () => option.click());
}

async function trySearch(page: Page, stage: Stage, lab: Lab): Promise<void> {
  const search = page.getByTestId('library-search');
  for (const text of TEXTS) {
    await search.focus();
    for (const letter of text) await change(page, stage, lab, () => page.keyboard.type(letter));
    await change(page, stage, lab, () => search.fill(''));
  }
}

async function useFilters(page: Page, stages: FilterStages, lab: Lab): Promise<void> {
  for (let run = 0; run < lab.runs; run++) {
    await lab.during('facets', () => tryFacets(page, stages.facet, lab));
    await lab.during('search', () => trySearch(page, stages.search, lab));
  }
}

/** Facets and search over the whole dataset. */
export const filters: Bench = {
  name: 'filter',
  run: (lab) =>
    inReadContext(lab, async (context) => {
      const page = await lab.during('the library', () => openLibrary(context, lab));
      await useFilters(page, stagesOf('filter'), lab);
    }),
};

/** The same in a library larger than any that is published, and scrolling in it. */
export const manySessions: Bench = {
  name: 'many',
  run: (bench) => {
    const lab = { ...bench, url: bench.manyUrl };
    return inReadContext(lab, async (context) => {
      const page = await lab.during('the library', () => openLibrary(context, lab));
      await useFilters(page, stagesOf('64,000 sessions'), lab);
      for (let run = 0; run < lab.runs; run++) {
        const { blank, frames } = await lab.during('scrolling', () => blankFrames(page));
        lab.record(BLANK, (100 * blank) / frames);
      }
    });
  },
};
