import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MANY_SESSIONS, planManySessions } from './bench/data/plan.ts';
import { writeManySessions } from './bench/data/write-tree.ts';
import { expect, indexDone, test } from './support/app.ts';
import { findChromium, SOFTWARE_WEBGL } from './support/chromium.ts';
import { blankFrames } from './support/scrolling.ts';

const executablePath = findChromium();
test.use({
  launchOptions: {
    ...(executablePath !== undefined && { executablePath }),
    args: SOFTWARE_WEBGL,
    // A list is scrolled by its bar, too.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  },
});

const plan = planManySessions();
/** Patients in their order, of each the later of its two sessions first. */
const nameOf = (position: number): string => {
  const one = plan[position % 2 === 0 ? position + 1 : position - 1];
  return `${one?.subject} ${one?.session}`;
};

test.describe('64,000 sessions', () => {
  let parent = '';
  let dataset = '';
  test.beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'midscope-many-'));
    dataset = await writeManySessions(parent);
  });
  test.afterAll(() => rm(parent, { recursive: true, force: true }));

  test('are counted, gone through by keys from end to end, filtered, and scrolled without an empty place', async ({
    page,
    serve,
  }) => {
    test.setTimeout(300_000);
    await page.goto(await serve(dataset));
    await page.getByTestId('agreement-accept').click();
    await indexDone(page, 120_000);
    const count = page.getByTestId('case-count');
    await expect(count).toHaveAttribute('data-count', String(MANY_SESSIONS));
    await expect(count).toHaveAttribute('data-subjects', String(MANY_SESSIONS / 2));

    const focused = page.locator('[data-testid=case-row]:focus');
    const name = async (): Promise<string> =>
      `${await focused.getAttribute('data-subject')} ${await focused.getAttribute('data-session')}`;
    await page.getByTestId('case-row').first().focus();
    expect(await name()).toBe(nameOf(0));
    await page.keyboard.press('End');
    await expect(focused).toHaveAttribute('data-position', String(MANY_SESSIONS - 1));
    expect(await name()).toBe(nameOf(MANY_SESSIONS - 1));
    await page.keyboard.press('ArrowUp');
    expect(await name()).toBe(nameOf(MANY_SESSIONS - 2));

    // From a case the list comes back to where that case is, by key and by the browser's own way back.
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('case')).toBeVisible();
    await page.keyboard.press('Control+ArrowUp');
    await expect(page.getByTestId('case')).toHaveAttribute(
      'data-session',
      plan[MANY_SESSIONS - 3]?.session ?? '',
    );
    await page.keyboard.press('b');
    await expect(focused).toHaveAttribute('data-position', String(MANY_SESSIONS - 4));
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('case')).toBeVisible();
    await page.goBack();
    await expect(focused).toHaveAttribute('data-position', String(MANY_SESSIONS - 4));
    await page.keyboard.press('Home');
    await expect(focused).toHaveAttribute('data-position', '0');

    for (const by of ['wheel', 'bar'] as const) {
      const { frames, blank } = await blankFrames(page, by);
      expect(frames, by).toBeGreaterThan(10);
      expect(blank, by).toBe(0);
    }

    const expected = plan.filter(({ modality }) => modality === 'CT').length;
    const option = page.locator('[data-facet=modality] [data-testid=facet-option][data-value=CT]');
    await expect(option).toHaveAttribute('data-count', String(expected));
    await option.click();
    await expect(count).toHaveAttribute('data-count', String(expected));
    expect(await page.getByTestId('case-row').count()).toBeLessThan(100);
  });
});
