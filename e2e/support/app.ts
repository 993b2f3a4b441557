import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';
import { createServer, type RunningServer } from '../../src/server/create-server.ts';
import { tempFolder, type TempFolder } from '../../src/testing/temp-folder.ts';

/** Files by path below a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

interface Fixtures {
  /** Starts the server that `npm start` starts, on any free port, and hands out its address. */
  readonly serve: (dataDir?: string) => Promise<string>;
  /** Writes a dataset into a folder of its own and hands out its path. */
  readonly folder: (files: Files, name?: string) => Promise<string>;
  /** What the page did that it never may; checked after every test. */
  readonly faults: string[];
}

const isOwn = (url: string): boolean => /^(http:\/\/127\.0\.0\.1:\d+\/|blob:|data:)/.test(url);

/**
 * Every test runs against the built page with its policy, and fails when the page asks another host for anything,
 * breaks the policy, writes an error to the console, or throws.
 */
export const test = base.extend<Fixtures>({
  faults: async ({ page }, provide) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('Content Security Policy'))
        faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
    page.on('request', (request) => {
      if (!isOwn(request.url())) faults.push(`foreign request: ${request.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await provide(faults);
    expect(faults).toEqual([]);
  },
  serve: async ({ faults }, provide) => {
    // Whoever serves a page is held to what the page may do.
    expect(faults).toEqual([]);
    const servers: RunningServer[] = [];
    await provide(async (dataDir) => {
      const server = await createServer({
        distDir: 'dist',
        port: 0,
        ...(dataDir !== undefined && { dataDir }),
      });
      servers.push(server);
      return server.url;
    });
    await Promise.all(servers.map((server) => server.close()));
  },
  folder: async ({ faults }, provide) => {
    expect(faults).toEqual([]);
    const made: TempFolder[] = [];
    await provide(async (files, name = 'dataset') => {
      const parent = await tempFolder(
        Object.entries(files).map(([path, content]) => [`${name}/${path}`, content] as const),
      );
      made.push(parent);
      return join(parent.path, name);
    });
    await Promise.all(made.map((parent) => parent.remove()));
  },
});

export { expect };

/** The viewport at a place, from 0, once it shows its image. */
export async function renderedViewport(page: Page, at = 0): Promise<Locator> {
  const viewport = page.getByTestId('viewport').nth(at);
  await expect(viewport).toHaveAttribute('data-status', 'rendered', { timeout: 30_000 });
  return viewport;
}

/** Waits until tables, files and headers are read. */
export const indexDone = (page: Page, timeout = 60_000): Promise<void> =>
  expect(page.getByTestId('index-progress')).toHaveAttribute('data-state', 'done', { timeout });

/** Waits until a page that was just drawn has nothing to do, so that it hears keys. */
export const pageIdle = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 5_000 })));

/** Goes to an address of the page as a link of its own does, without loading the page anew. */
export async function turnTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}
