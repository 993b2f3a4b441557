import { chromium } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Draws with WebGL on machines without a graphics card, and keeps the browser from asking for anything by itself. */
export const SOFTWARE_WEBGL = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--force-color-profile=srgb',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Where systems keep a Chromium or Chrome; `MIDSCOPE_CHROMIUM` names another one. */
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a browser to test with: the one that is named, Playwright's own (undefined), or the system's. */
export function findChromium(): string | undefined {
  const named = process.env['MIDSCOPE_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  if (existsSync(chromium.executablePath())) return undefined;
  return SYSTEM_BROWSERS.find((path) => existsSync(path));
}

const hasChromium = (): boolean => existsSync(chromium.executablePath()) || findChromium() !== undefined;

/** Finds a Chromium, or installs one: Playwright's own, else Debian's package where that may be done. */
export function ensureChromium(): void {
  if (hasChromium()) return;
  console.log('No Chromium was found; installing one for the tests …');
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (hasChromium()) return;
  const isDebian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (isDebian) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit' });
  }
  if (hasChromium()) return;
  throw new Error('The browser tests need Chromium or Chrome. Install one, or name it in MIDSCOPE_CHROMIUM.');
}
