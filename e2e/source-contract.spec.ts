import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build, type Rollup } from 'vite';
import type { runContract } from '../src/testing/contract-in-page.ts';
import { CONTRACT_FILES } from '../src/testing/contract-files.ts';
import { expect, test } from './support/app.ts';
import { dropFolder, pickable } from './support/folders.ts';

const ENTRY = fileURLToPath(new URL('../src/testing/contract-in-page.ts', import.meta.url));
const SUITE = fileURLToPath(new URL('../src/testing/suite-in-page.ts', import.meta.url));
const PATH = '/source-contract.js';

/** Chromium hides from handles what no system could store everywhere; such names are no names of a MIDS dataset. */
const NOT_FOR_HANDLES = ['what?.txt', `"double" 'single'.txt`];

/** The contract suite with the adapters, as one script for a page. */
async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { vitest: SUITE } },
    build: { write: false, minify: false, lib: { entry: ENTRY, formats: ['es'], fileName: 'contract' } },
  })) as Rollup.RollupOutput[];
  return built[0]?.output[0].code ?? '';
}

let script = '';
test.beforeAll(async () => {
  script = await bundle();
});

/** A page that takes a drop and keeps it; the app itself is not running. */
async function openBlank(page: Page, url: string): Promise<void> {
  await page.route(`**${PATH}`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page.route('**/blank', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<div id="root"><p>blank</p></div>' }),
  );
  await page.goto(`${url}/blank`);
}

type Outcome = Awaited<ReturnType<typeof runContract>>;

function expectKept(outcome: Outcome): void {
  expect(outcome.failures).toEqual([]);
  expect(outcome.tests).toBeGreaterThan(40);
}

/** Runs the suite on what the page keeps under a name. */
const runOn = (page: Page, kept: 'handle' | 'entry', hides: readonly string[]): Promise<Outcome> =>
  page.evaluate(
    async ([path, kind, hidden]) => {
      const module = (await import(path)) as { runContract: typeof runContract };
      const folder: unknown = Reflect.get(globalThis, kind);
      return module.runContract({ kind, folder } as Parameters<typeof runContract>[0], { hides: hidden });
    },
    [PATH, kept, hides] as const,
  );

test('a real folder that was dropped keeps the contract, by its handle and by its entries', async ({
  page,
  serve,
  folder,
}) => {
  const directory = await folder(Object.fromEntries(CONTRACT_FILES));
  await openBlank(page, await serve());
  await page.evaluate(() => {
    window.addEventListener('dragover', (event) => {
      event.preventDefault();
      document.body.dataset['testid'] = 'drop-target';
    });
    window.addEventListener('drop', (event) => {
      event.preventDefault();
      const item = event.dataTransfer?.items[0];
      Object.assign(globalThis, { entry: item?.webkitGetAsEntry() });
      void item?.getAsFileSystemHandle?.().then((handle) => Object.assign(globalThis, { handle }));
    });
  });
  await dropFolder(page, directory);
  await expect.poll(() => page.evaluate(() => 'handle' in globalThis)).toBe(true);
  expectKept(await runOn(page, 'handle', NOT_FOR_HANDLES));
  expectKept(await runOn(page, 'entry', []));
  // The suite does find fault where there is some.
  expect((await runOn(page, 'handle', [])).failures).not.toEqual([]);
});

test('a folder of the origin keeps the contract', async ({ page, serve }) => {
  await openBlank(page, await serve());
  const files = [...CONTRACT_FILES].filter(([path]) => !NOT_FOR_HANDLES.some((name) => path.endsWith(name)));
  await pickable(page, 'contract', Object.fromEntries(files));
  await page.evaluate(async () => {
    Object.assign(globalThis, { handle: await window.showDirectoryPicker?.({ id: 'x', mode: 'read' }) });
  });
  expectKept(await runOn(page, 'handle', NOT_FOR_HANDLES));
});
