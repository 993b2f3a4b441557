import type { CDPSession, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';

/** Lets a page and its workers collect what nobody holds; Chromium takes it at its start. */
export const EXPOSE_GC = '--js-flags=--expose-gc';

/** What a page holds, counted after everything that nobody holds was collected. Bytes, or numbers of things. */
export interface PageWeight {
  /** Objects of the main thread. */
  readonly heap: number;
  /** Contents of array buffers of the main thread, pixels above all. */
  readonly buffers: number;
  /** Private memory of the renderer process, workers included; undefined where the system does not tell. */
  readonly renderer: number | undefined;
  /** Private memory of the process that draws. */
  readonly graphics: number | undefined;
  readonly nodes: number;
  readonly documents: number;
  readonly listeners: number;
  readonly workers: number;
  /** WebGL contexts that are neither lost nor collected. */
  readonly contexts: number;
}

/** Counts the page's WebGL contexts; call it before the page is opened. */
export const countContexts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const made: WeakRef<WebGL2RenderingContext>[] = [];
    const known = new WeakSet<WebGL2RenderingContext>();
    const watch = (prototype: HTMLCanvasElement | OffscreenCanvas): void => {
      const original = prototype.getContext as (...args: unknown[]) => unknown;
      Object.assign(prototype, {
        getContext(this: unknown, ...args: unknown[]): unknown {
          const context = Reflect.apply(original, this, args);
          if (context instanceof WebGL2RenderingContext && !known.has(context)) {
            known.add(context);
            made.push(new WeakRef(context));
          }
          return context;
        },
      });
    };
    watch(HTMLCanvasElement.prototype);
    watch(OffscreenCanvas.prototype);
    Object.assign(globalThis, {
      liveContexts: () => made.filter((one) => one.deref()?.isContextLost() === false).length,
    });
  });

/** Weighs a page that has nothing under way. */
export async function weigh(page: Page): Promise<PageWeight> {
  const session = await page.context().newCDPSession(page);
  await collect(page, session);
  const { usedSize, backingStorageSize } = (await session.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number;
    readonly backingStorageSize: number;
  };
  const { nodes, documents, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const contexts = await page.evaluate(() =>
    (globalThis as unknown as { liveContexts: () => number }).liveContexts(),
  );
  const weight = {
    heap: usedSize,
    buffers: backingStorageSize,
    renderer: await privateBytes(page, 'renderer'),
    graphics: await privateBytes(page, 'GPU'),
    nodes,
    documents,
    listeners: jsEventListeners,
    workers: page.workers().length,
    contexts,
  };
  await session.detach();
  return weight;
}

/** Several times, since what one collection finalises the next one frees. */
const COLLECTIONS = 4;

async function collect(page: Page, session: CDPSession): Promise<void> {
  for (let time = 0; time < COLLECTIONS; time++) {
    await session.send('HeapProfiler.collectGarbage');
    await Promise.all(
      page.workers().map((worker) => worker.evaluate(() => (globalThis as { gc?: () => void }).gc?.())),
    );
    // Empty pages go back to the system.
    await session.send('Memory.simulatePressureNotification', { level: 'critical' });
    await page.waitForTimeout(250);
  }
}

/** Private memory of the largest process of a kind: spare renderers without a page are small. */
async function privateBytes(page: Page, kind: 'renderer' | 'GPU'): Promise<number | undefined> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) return undefined;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const own = processInfo.filter(({ type }) => type === kind);
  const sizes = await Promise.all(own.map(({ id }) => privateBytesOf(id)));
  const known = sizes.filter((size) => size !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

async function privateBytesOf(id: number): Promise<number | undefined> {
  const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => undefined);
  const kilobytes = rollup?.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm);
  return kilobytes && [...kilobytes].reduce((sum, [, size]) => sum + 1_024 * Number(size), 0);
}
