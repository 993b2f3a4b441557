import type { Page } from '@playwright/test';
import type { Bench, Lab } from '../lab.ts';
import { inReadContext, measuresOf, openLibrary } from '../page.ts';
import type { Stage } from '../results.ts';

const target = { at: 'p95', limit: 50 } as const;
const FACET: Stage = { name: 'filter: facet value on or off → counts', unit: 'ms', target };
const SEARCH: Stage = { name: 'filter: letter typed or text cleared → counts', unit: 'ms', target };

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
async function useFacets(page: Page, lab: Lab): Promise<void> {
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
  for (const option of [...chosen, ...chosen]) await change(page, FACET, lab, () => option.click());
}

async function useSearch(page: Page, lab: Lab): Promise<void> {
  const search = page.getByTestId('library-search');
  for (const text of TEXTS) {
    await search.focus();
    for (const letter of text) await change(page, SEARCH, lab, () => page.keyboard.type(letter));
    await change(page, SEARCH, lab, () => search.fill(''));
  }
}

/** Facets and search over the whole dataset. */
export const filters: Bench = {
  name: 'filter',
  run: (lab) =>
    inReadContext(lab, async (context) => {
      const page = await lab.during('the library', () => openLibrary(context, lab));
      for (let run = 0; run < lab.runs; run++) {
        await lab.during('facets', () => useFacets(page, lab));
        await lab.during('search', () => useSearch(page, lab));
      }
    }),
};
