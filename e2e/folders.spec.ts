import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { BIMCV } from './support/bimcv.ts';
import {
  askBeforeReading,
  dragOver,
  dropFolder,
  filmsOf,
  keptIndexes,
  pickable,
  withoutHandles,
} from './support/folders.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';

const rows = (page: Page) => page.getByTestId('case-row');
const toStart = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Go to the start page' }).click();
const recent = (page: Page, name: string) => page.getByTestId('open-recent').filter({ hasText: name });

test.describe('a dropped folder', () => {
  test('is announced while it is dragged, opens, and opens again from the recent ones', async ({
    page,
    serve,
    folder,
  }) => {
    await page.goto(await serve());
    await expect(page.getByText('This browser cannot keep')).toHaveCount(0);
    const drag = await dragOver(page, await folder(filmsOf('1', '2'), 'films'));
    await expect(page.getByTestId('drop-target')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Drop the folder to open it' })).toHaveCount(1);
    await drag.drop();
    await expect(page.getByTestId('drop-target')).toHaveCount(0);
    await expect(rows(page)).toHaveCount(2);
    await indexDone(page);
    await rows(page).first().click();
    await renderedViewport(page);
    await page.keyboard.press('b');
    await toStart(page);
    await expect(recent(page, 'films')).toContainText('2 patients, 2 sessions');
    await expect(recent(page, 'films')).toContainText('MIDS');
    await expect(recent(page, 'films')).toContainText('today');
    await recent(page, 'films').click();
    await expect(rows(page)).toHaveCount(2);
    await toStart(page);
    await expect(recent(page, 'films')).toHaveCount(1);
  });

  test('opens on any page in place of the dataset that was open', async ({ page, serve, folder }) => {
    await page.goto(`${await serve()}/?open=demo`);
    await rows(page).first().click();
    await renderedViewport(page);
    const drag = await dragOver(page, await folder(filmsOf('1')));
    await expect(page.getByTestId('mask-drop')).toContainText('In place of');
    await drag.drop();
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toHaveAttribute('data-subject', 'sub-1');
  });

  test('is walked by its entries in a browser without handles, which says what that means', async ({
    page,
    serve,
    folder,
  }) => {
    await withoutHandles(page);
    const many = Object.fromEntries(
      Array.from({ length: 230 }, (_, at) => [`sub-9/ses-1/mod-rx/notes-${at}.txt`, 'x']),
    );
    const directory = await folder({ ...filmsOf('1'), ...many });
    await page.goto(await serve());
    await expect(page.getByTestId('open-folder')).toHaveAccessibleDescription(
      /Nothing is uploaded.*cannot keep the folder/,
    );
    await dropFolder(page, directory);
    await indexDone(page);
    // More than a reader of entries hands out at once.
    await expect(page.getByTestId('index-progress')).toContainText('231 files');
    await page.locator('[data-testid=case-row][data-subject=sub-1]').click();
    await renderedViewport(page);
    await page.keyboard.press('b');
    await toStart(page);
    await expect(page.getByTestId('open-recent')).toHaveCount(0);
  });

  test('that is no folder, or several, is told in a sentence', async ({ page, serve, folder }) => {
    const directory = await folder({ 'notes.txt': 'x', ...filmsOf('1') });
    await page.goto(await serve());
    await dropFolder(page, join(directory, 'notes.txt'));
    await expect(page.getByRole('alert')).toContainText('That was no folder');
    await dropFolder(page, directory, join(directory, 'sub-1'));
    await expect(page.getByRole('alert')).toContainText('several folders');
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test.describe('a folder with a handle', () => {
  test('is picked, and comes back on the same page after a reload', async ({ page, serve }) => {
    await page.goto(await serve());
    await pickable(page, 'films', filmsOf('1', '2'));
    await page.getByTestId('open-folder').click();
    await page.getByTestId('library-search').fill('sub-2');
    await expect(rows(page)).toHaveCount(1);
    await indexDone(page);
    await page.reload();
    await expect(page.getByTestId('library-search')).toHaveValue('sub-2');
    await expect(rows(page)).toHaveCount(1);
  });

  test('comes back after one click where the browser must ask', async ({ page, serve }) => {
    await page.goto(await serve());
    await pickable(page, 'films', filmsOf('1', '2'));
    await page.getByTestId('open-folder').click();
    await rows(page).last().click();
    await renderedViewport(page);
    const address = page.url();
    await askBeforeReading(page, 'denied');
    await page.reload();
    const again = page.getByRole('button', { name: 'Open films again' });
    await expect(again).toBeVisible();
    await expectAccessible(page, 'returning');
    await again.click();
    await expect(page.getByText('Reading was not allowed')).toBeVisible();
    await again.click();
    await renderedViewport(page);
    expect(page.url()).toBe(address);
  });

  test('does not mix with another one of the same name', async ({ page, serve, folder }) => {
    const first = await folder(filmsOf('1'), 'films');
    const second = await folder(filmsOf('1', '2'), 'films');
    await page.goto(await serve());
    await dropFolder(page, first);
    await indexDone(page);
    await rows(page).click();
    await renderedViewport(page);
    await page.keyboard.press('b');
    await expect(rows(page)).toHaveCount(1);
    await dropFolder(page, second);
    await expect(rows(page)).toHaveCount(2);
    await rows(page).first().click();
    await renderedViewport(page);
    await page.keyboard.press('b');
    await toStart(page);
    await expect(recent(page, 'films')).toHaveCount(2);
    await recent(page, 'films').filter({ hasText: '1 patient, 1 session' }).click();
    await expect(rows(page)).toHaveCount(1);
  });

  test('is forgotten after a question in its place', async ({ page, serve }) => {
    await page.goto(await serve());
    await pickable(page, 'films', filmsOf('1'));
    await page.getByTestId('open-folder').click();
    await expect.poll(() => keptIndexes(page)).toEqual(['files:films']);
    await toStart(page);
    await expectAccessible(page, 'recent');
    await page.getByRole('button', { name: 'Forget films' }).click();
    await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
    await expectAccessible(page, 'forgetting');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Forget films' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await expect(page.getByTestId('open-recent')).toHaveCount(0);
    await expect(page.getByText('films is forgotten')).toBeAttached();
    await page.reload();
    await expect(page.getByTestId('open-demo')).toBeVisible();
    await expect(page.getByTestId('open-recent')).toHaveCount(0);
    expect(await keptIndexes(page)).toEqual([]);
  });

  test('that was moved says so, and the folder can be shown again', async ({ page, serve, folder }) => {
    const directory = await folder(filmsOf('1'), 'films');
    await page.goto(await serve());
    await dropFolder(page, directory);
    await indexDone(page);
    await toStart(page);
    await rename(directory, `${directory}-moved`);
    await recent(page, 'films').click();
    await expect(recent(page, 'films')).toContainText('folder moved');
    await pickable(page, 'found', filmsOf('1', '2'));
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(rows(page)).toHaveCount(2);
    await indexDone(page);
    await toStart(page);
    await expect(page.getByTestId('open-recent')).toHaveText(/found/);
  });
});

test('a folder that goes away while it is open is told, and read on when it is back', async ({
  page,
  serve,
  folder,
}) => {
  const directory = await folder(filmsOf('1', '2'), 'films');
  await page.goto(await serve());
  await dropFolder(page, directory);
  await indexDone(page);
  await rename(directory, `${directory}-away`);
  await rows(page).last().click();
  const notice = page.getByTestId('access-notice');
  await expect(notice).toHaveAttribute('data-loss', 'gone');
  await expect(notice).toContainText('What was read so far stays');
  await expectAccessible(page, 'notice');
  await page.getByTestId('access-again').click();
  await expect(notice).toContainText('still not there');
  await rename(`${directory}-away`, directory);
  await page.getByTestId('access-again').click();
  await expect(notice).toHaveCount(0);
  await renderedViewport(page);
  await page.keyboard.press('b');
  await indexDone(page);
  await expect(rows(page)).toHaveCount(2);
});

test('a permission that is withdrawn is told, asked for again, and reading goes on', async ({
  page,
  serve,
}) => {
  await page.goto(await serve());
  await pickable(page, 'films', filmsOf('1', '2'));
  await page.getByTestId('open-folder').click();
  await indexDone(page);
  // The workers lose the folder, and the page hears of it only by asking.
  const setRefused = async (refused: boolean): Promise<void> => {
    for (const worker of page.workers().filter((one) => /index-worker|image-worker/.test(one.url())))
      await worker.evaluate((isRefused) => {
        const handles = FileSystemDirectoryHandle.prototype as unknown as Record<string, unknown>;
        handles['kept'] ??= handles['getDirectoryHandle'];
        handles['getDirectoryHandle'] = isRefused
          ? () => Promise.reject(new DOMException('withdrawn', 'NotAllowedError'))
          : handles['kept'];
      }, refused);
    await page.evaluate((isRefused) => {
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: async () => (isRefused ? 'prompt' : 'granted'),
        requestPermission: async () => 'granted',
      });
    }, refused);
  };
  await setRefused(true);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const notice = page.getByTestId('access-notice');
  await expect(notice).toHaveAttribute('data-loss', 'permission');
  await setRefused(false);
  await page.getByRole('button', { name: 'Allow again' }).click();
  await expect(notice).toHaveCount(0);
  await rows(page).first().click();
  await renderedViewport(page);
});

test('a server that stops is told, and what was read stays', async ({ page, serve, folder, faults }) => {
  await page.goto(await serve(await folder(filmsOf('1'))));
  await indexDone(page);
  await page.route('**/dataset/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.getByTestId('access-notice')).toHaveAttribute('data-loss', 'server');
  await expect(rows(page)).toHaveCount(1);
  await page.unroute('**/dataset/**');
  await page.getByTestId('access-again').click();
  await expect(page.getByTestId('access-notice')).toHaveCount(0);
  await indexDone(page);
  // The browser itself writes a line for each request that failed.
  expect(faults.splice(0).filter((fault) => !fault.includes('Failed to load resource'))).toEqual([]);
});

test('a browser that keeps nothing opens a folder all the same, and says what that means', async ({
  page,
  serve,
  folder,
}) => {
  await page.addInitScript(() => {
    const full = {
      open(): never {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    Object.assign(IDBFactory.prototype, full);
    Object.assign(Storage.prototype, { setItem: full.open });
  });
  await page.goto(await serve());
  await expect(page.getByText('recent datasets cannot be listed')).toBeVisible();
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByTestId('open-demo')).toHaveText('Abrir la demo');
  await page.getByRole('button', { name: 'English' }).click();
  await dropFolder(page, await folder(filmsOf('1')));
  await expect(rows(page)).toHaveCount(1);
  const notices = page.getByRole('alert').filter({ hasText: 'refuses to keep' });
  await expect(notices).toHaveCount(2);
  await notices.first().getByRole('button', { name: 'Close' }).click();
  await expect(notices).toHaveCount(1);
});

test('a browser that forbids storage altogether shows the page', async ({ page, serve }) => {
  await page.addInitScript(() => {
    const forbidden = {
      get: (): never => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    };
    Object.defineProperties(window, {
      localStorage: forbidden,
      sessionStorage: forbidden,
      indexedDB: forbidden,
    });
  });
  await page.goto(await serve());
  await page.getByTestId('open-demo').click();
  await expect(rows(page).first()).toBeVisible();
});

test('what an earlier version kept is still there', async ({ page, serve, folder }) => {
  const url = await serve(await folder(BIMCV));
  await page.route('**/seed', (route) => route.fulfill({ contentType: 'text/html', body: 'seed' }));
  await page.goto(`${url}/seed`);
  // The database as version 1 made it.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('midscope', 1);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('indexes', { keyPath: 'dataset' });
          opening.result
            .createObjectStore('agreements', { keyPath: 'dataset' })
            .put({ dataset: 'served:dataset', at: 1_750_000_000_000 });
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await page.goto(url);
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByTestId('agreement-accept')).toHaveCount(0);
  await indexDone(page);
  await toStart(page);
  await expect(recent(page, 'dataset')).toContainText('iterations 1+2');
});
