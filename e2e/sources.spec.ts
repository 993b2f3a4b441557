import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEMO_CASES } from '../src/phantom/demo-cases.ts';
import { BIMCV } from './support/bimcv.ts';
import { keptIndexes, withoutHandles } from './support/folders.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';

/** What any way of opening the demo must come to. */
async function expectDemo(page: Page): Promise<void> {
  const count = page.getByTestId('case-count');
  await expect(count).toHaveAttribute('data-count', '68');
  await expect(count).toHaveAttribute('data-subjects', '25');
  await indexDone(page);
  await page.locator(`[data-testid=case-row][data-session=${DEMO_CASES.showcase.session}]`).click();
  await expect(await renderedViewport(page)).toHaveAttribute('data-voi', 'lut');
  await expect(page.getByTestId('segment')).not.toHaveCount(0);
}

test.describe('a folder written by demo:write', () => {
  let parent = '';
  test.beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'midscope-demo-'));
    const { status } = spawnSync('npm', ['run', '--silent', 'demo:write', '--', join(parent, 'demo')], {
      stdio: 'inherit',
    });
    expect(status).toBe(0);
  });
  test.afterAll(() => rmSync(parent, { recursive: true, force: true }));

  test('opens through the directory input, after a word about uploading', async ({ page, serve }) => {
    await withoutHandles(page);
    await page.goto(await serve());
    await expect(page.getByTestId('open-folder')).toHaveAccessibleDescription(/Nothing is uploaded/);
    await page.getByTestId('directory-input').setInputFiles(join(parent, 'demo'));
    await expectDemo(page);
  });

  test('opens by itself when it is served', async ({ page, serve }) => {
    await page.goto(await serve(join(parent, 'demo')));
    await expectDemo(page);
  });
});

test('the agreement is asked for once per BIMCV dataset, while the folder is read', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(await serve(await folder(BIMCV)));
  const accept = page.getByTestId('agreement-accept');
  await expect(accept).toBeVisible();
  await expect(page.getByText('arXiv 2006.01174').first()).toBeVisible();
  await expect(page.getByTestId('case-row')).toHaveCount(0);
  await indexDone(page);
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('re-identify a person')).toBeVisible();
  await accept.click();
  await expect(page.getByTestId('case-row')).toHaveCount(4);
  await page.reload();
  await expect(page.getByTestId('case-row')).toHaveCount(4);
  await expect(accept).toHaveCount(0);
});

test('a page of a picked folder asks for the folder again after a reload, and then shows the same page', async ({
  page,
  serve,
  folder,
}) => {
  const { 'participants.tsv': _, ...files } = BIMCV;
  const plain = Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('sub-')));
  const directory = await folder(plain);
  await page.goto(await serve());
  await page.getByTestId('directory-input').setInputFiles(directory);
  await page.getByTestId('library-search').fill('E07001');
  await expect(page.getByTestId('case-row')).toHaveCount(1);
  await page.reload();
  await expect(page.getByText('belongs to a dataset that is not open')).toBeVisible();
  await page.getByTestId('directory-input').setInputFiles(directory);
  await expect(page.getByTestId('library-search')).toHaveValue('E07001');
  await expect(page.getByTestId('case-row')).toHaveCount(1);
});

test('two datasets opened one after the other never mix', async ({ page, serve, folder }) => {
  const first = await folder(
    {
      'sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_dx.png':
        BIMCV['sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-pa_dx.png'] ?? '',
    },
    'first',
  );
  await page.goto(await serve());
  await page.getByTestId('directory-input').setInputFiles(first);
  await expect(page.getByTestId('case-row')).toHaveAttribute('data-subject', 'sub-1');
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await page.getByTestId('open-demo').click();
  await expect(page.getByTestId('case-count')).toHaveAttribute('data-total', '68');
  await expect(page.locator('[data-testid=case-row][data-subject="sub-1"]')).toHaveCount(0);
});

test('a dataset seen before is there at once, and what changed in the folder is found', async ({
  page,
  serve,
  folder,
}) => {
  const directory = await folder(BIMCV);
  await page.goto(await serve(directory));
  await page.getByTestId('agreement-accept').click();
  await expect(page.getByTestId('case-row')).toHaveCount(4);
  await expect.poll(() => keptIndexes(page)).toEqual(['served:dataset']);
  // Held back, the folder cannot be what fills the list.
  await page.route('**/dataset/walk', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue();
  });
  const film = 'sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-pa_dx';
  await cp(join(directory, `${film}.png`), join(directory, film.replace('run-1', 'run-2') + '.png'));
  await rm(join(directory, 'sub-S04888/ses-E07050'), { recursive: true });
  await page.reload();
  await expect(page.getByTestId('case-row')).toHaveCount(4);
  await expect(page.getByTestId('index-progress')).toContainText('checking for changes');
  await indexDone(page);
  await expect(page.getByTestId('index-progress')).toContainText('1 added, 1 removed');
});

test('reading can be stopped; what was found stays, and reading can begin again', async ({
  page,
  serve,
  folder,
}) => {
  const directory = await folder(BIMCV);
  await page.route('**/dataset/walk', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await route.continue();
  });
  await page.goto(await serve(directory));
  await page.getByTestId('agreement-accept').click();
  await expect(page.getByTestId('case-row')).toHaveCount(4);
  await page.getByTestId('index-cancel').click();
  await expect(page.getByTestId('index-progress')).toHaveAttribute('data-state', 'cancelled');
  await expect(page.getByTestId('case-row')).toHaveCount(4);
  await page.unroute('**/dataset/walk');
  await page.getByRole('button', { name: 'Read again' }).click();
  await indexDone(page);
});

test('a folder without sessions says what midscope looks for', async ({ page, serve, folder }) => {
  const directory = await folder({ 'notes.txt': 'nothing' });
  await page.goto(await serve(directory));
  await expect(page.getByText('No session was found in this folder')).toBeVisible();
  await writeFile(join(directory, 'more.txt'), '');
  await page.getByRole('button', { name: 'Read again' }).first().click();
  await indexDone(page);
});
