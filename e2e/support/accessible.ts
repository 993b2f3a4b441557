import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing serious, by the rules of WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // A colour on its way to another one is nobody's contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await new AxeBuilder({ page })
    // What passes fills the most of a report, and nobody reads it.
    .options({ runOnly: RULES, resultTypes: ['violations'] })
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${what}: ${id} ${nodes.map(({ target }) => String(target)).join(' ')}`),
  ).toEqual([]);
}
