import type { Response } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { DEMO_CASES } from '../src/phantom/demo-cases.ts';
import { expectAccessible } from './support/accessible.ts';
import { BIMCV } from './support/bimcv.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';

// The themes differ in their colours, the languages in names and lengths.
for (const [locale, themes] of [
  ['en', ['page', 'dark', 'light']],
  ['es', ['page']],
] as const) {
  for (const theme of themes) {
    test(`axe finds nothing serious on any page (${locale}, ${theme})`, async ({ page, serve }) => {
      await page.addInitScript(
        (preferences) => localStorage.setItem('midscope:preferences:1', JSON.stringify(preferences)),
        { locale, theme, singleKeys: true },
      );
      const url = await serve();
      await page.goto(url);
      await expect(page.getByTestId('open-demo')).toBeVisible();
      await expectAccessible(page, 'start');
      await page.getByRole('button', { name: locale === 'en' ? /See the proof/ : /Ver la prueba/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'proof');
      await page.keyboard.press('Escape');
      await page.getByTestId('open-demo').click();
      await expect(page.getByTestId('case-row').first()).toBeVisible();
      await expectAccessible(page, 'library');
      await page.getByTestId('library-search').fill('nothing like this');
      await expect(page.getByTestId('case-row')).toHaveCount(0);
      await expectAccessible(page, 'library without match');
      await page.getByTestId('library-search').fill('');
      // A case is dark in every theme.
      if (theme === 'page') {
        await page.locator(`[data-testid=case-row][data-session=${DEMO_CASES.showcase.session}]`).click();
        await renderedViewport(page);
        await renderedViewport(page, 1);
        await expectAccessible(page, 'case');
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectAccessible(page, 'keyboard sheet');
        await page.keyboard.press('Escape');
        await page.keyboard.press('b');
      }
      await page.getByRole('link', { name: locale === 'en' ? /Health/ : /Estado/ }).click();
      await expect(page.getByTestId('issue').first()).toBeVisible();
      await page.getByTestId('issue').first().getByRole('button').click();
      await expectAccessible(page, 'health');
    });
  }
}

test('axe finds nothing serious on the agreement and on an image that cannot be shown', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(await serve(await folder(BIMCV)));
  await expect(page.getByTestId('agreement-accept')).toBeVisible();
  await page.getByRole('button', { name: 'Read it' }).click();
  await expectAccessible(page, 'agreement');
  await page.getByTestId('agreement-accept').click();
  await page.locator('[data-testid=case-row][data-session=ses-E07050]').click();
  await expect(page.getByTestId('viewport-error')).toBeVisible();
  await expectAccessible(page, 'error');
});

test('every text of the interface changes with the language, which is kept', async ({ page, serve }) => {
  await page.goto(await serve());
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByTestId('open-demo')).toHaveText('Abrir la demo');
  await page.reload();
  await expect(page.getByTestId('open-demo')).toHaveText('Abrir la demo');
  await page.getByTestId('open-demo').click();
  await expect(page.getByTestId('case-count')).toContainText('25 pacientes');
  await expect(page).toHaveTitle('Biblioteca · midscope');
  // In Spanish “M” beside an age could be read as mujer.
  await expect(page.getByTestId('case-row').first()).toContainText(/\d+ años, (hombre|mujer)/);
  await page.getByTestId('case-row').first().click();
  await renderedViewport(page);
  await expect(page).toHaveTitle(/^sub-\S+ ses-\S+ · midscope$/);
  await expect(page.getByRole('heading', { name: 'Informe' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hallazgos' })).toBeVisible();
  // Data stays as filed.
  await expect(page.getByTestId('finding').first()).not.toHaveText('');
});

test('the page carries its policy in its headers and in itself, and shows it', async ({ page, serve }) => {
  const url = await serve();
  const response = await page.goto(url);
  const header = response?.headers()['content-security-policy'] ?? '';
  for (const rule of [
    "default-src 'self'",
    "connect-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ])
    expect(header).toContain(rule);
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(meta).toContain("default-src 'self'");
  expect(meta).toContain("form-action 'none'");
  await page.getByRole('button', { name: /See the proof/ }).click();
  await expect(page.getByRole('dialog')).toContainText("form-action 'none'");
});

test('the component library and the whole journey break no rule of the policy', async ({
  page,
  serve,
  faults,
}) => {
  await page.goto(`${await serve()}/?open=demo`);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.keyboard.press('Escape');
  await page.mouse.move(700, 450);
  await page.getByRole('button', { name: 'Keyboard and mouse' }).hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.getByTestId('case-row').first().click();
  await renderedViewport(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await indexDone(page);
  expect(faults.filter((fault) => fault.includes('Content Security Policy'))).toEqual([]);
  // React Aria's one rule comes from a file; were the id gone, it would try a style element.
  expect(await page.evaluate(() => document.querySelectorAll('head style').length)).toBe(0);
});

test('the first page weighs at most 200 kB gzipped, fonts included', async ({ page, serve }) => {
  const asked: Response[] = [];
  page.on('response', (response) => {
    if (['document', 'script', 'stylesheet', 'font'].includes(response.request().resourceType()))
      asked.push(response);
  });
  await page.goto(await serve());
  await expect(page.getByTestId('open-demo')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  // What comes after this moment is not waited for: it is what other pages need.
  const sizes = await Promise.all(
    asked.map(async (response) => [response.url(), gzipSync(await response.body()).length] as const),
  );
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(total, 'a page without its scripts would be no page').toBeGreaterThan(60_000);
  expect(total, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(200_000);
});
