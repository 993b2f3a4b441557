import type { Browser } from '@playwright/test';
import { cpus, loadavg, totalmem } from 'node:os';

/** What the numbers were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  readonly webgl: string;
  /** Processes that wanted to run in the minute before: more than none make every time longer. */
  readonly loadBefore: number;
}

/** The driver that draws, as WebGL names it. */
async function webglRenderer(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const name = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const names = gl?.getExtension('WEBGL_debug_renderer_info');
    return gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'none';
  });
  await page.close();
  return name;
}

export async function describeMachine(browser: Browser): Promise<Machine> {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGigabytes: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    chromium: browser.version(),
    webgl: await webglRenderer(browser),
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}
