import type { Browser, BrowserContext } from '@playwright/test';
import type { Stage } from './results.ts';

/** What a benchmark works with. */
export interface Lab {
  readonly browser: Browser;
  /** Address of the page with the served dataset. */
  readonly url: string;
  /** Address of the page with tables of very many sessions and no images. */
  readonly manyUrl: string;
  /** Address of the page without a dataset. */
  readonly bareUrl: string;
  readonly runs: number;
  /** The built page. */
  readonly distDir: string;
  record(stage: Stage, ...samples: readonly number[]): void;
  /** Runs a part of a benchmark; whatever fails in it names the part. */
  during<Value>(part: string, work: () => Promise<Value>): Promise<Value>;
}

/** One benchmark; it records its stages and throws when one of them does not work. */
export interface Bench {
  /** For `--only`. */
  readonly name: string;
  readonly run: (lab: Lab) => Promise<void>;
}

/** Runs `work` in a browser without history: no cache, no index, no agreement acknowledged. */
export async function inFreshContext<Value>(
  { browser }: Lab,
  work: (context: BrowserContext) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    colorScheme: 'dark',
  });
  context.setDefaultTimeout(120_000);
  // What runs in the page is compiled by the loader, which marks functions with a helper of its own.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
