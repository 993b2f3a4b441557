import { defineConfig } from '@playwright/test';
import { findChromium, SOFTWARE_WEBGL } from './e2e/support/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  // Rendering is done in software here: two browsers at once would only wait for each other.
  workers: 1,
  // Generous: nothing here measures time, and a busy machine is slow.
  timeout: 120_000,
  expect: { timeout: 20_000 },
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
