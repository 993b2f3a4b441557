import { defineConfig } from '@playwright/test';
import { availableParallelism } from 'node:os';
import { findChromium, SOFTWARE_WEBGL } from './e2e/support/chromium.ts';

/** Each draws in software with threads of its own: more of them would only wait for each other. */
const MOST_BROWSERS = 4;

const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: Math.min(MOST_BROWSERS, availableParallelism()),
  // Generous: nothing here measures time, and a busy machine is slow.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // A test that passes only the second time is listed as flaky.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: process.env['CI'] ? [['list']] : [['line']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    colorScheme: 'dark',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: SOFTWARE_WEBGL,
    },
  },
});
