import type { Page } from '@playwright/test';
import { BIMCV } from './support/bimcv.ts';
import { expect, renderedViewport, test } from './support/app.ts';

async function openCase(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/case/sub-S03999/ses-E07001`);
  await page.getByTestId('agreement-accept').click();
  await renderedViewport(page);
}

test('the attributes of a sidecar can be searched; birth dates are hidden until asked for', async ({
  page,
  serve,
  folder,
}) => {
  await openCase(page, await serve(await folder(BIMCV)));
  await page.getByRole('button', { name: 'Header and sidecar' }).click();
  const tags = page.getByTestId('tag');
  await expect(tags).toHaveCount(7);
  const birth = page.locator('[data-testid=tag][data-tag="00100030"]');
  await expect(birth).toContainText('PatientBirthDate');
  await expect(birth).toContainText('hidden');
  await expect(page.locator('body')).not.toContainText('1953');

  const search = page.getByRole('searchbox', { name: 'Search keyword, tag or value' });
  await search.fill('window 2048');
  await expect(tags).toHaveCount(1);
  await expect(tags).toContainText('WindowCenter');
  await search.fill('0018,1164');
  await expect(tags).toContainText('ImagerPixelSpacing');
  // What is hidden is not found by its value either.
  await search.fill('19530214');
  await expect(tags).toHaveCount(0);
  await page.getByText('Show birth dates and typed texts').click();
  await expect(tags).toHaveCount(1);
  await expect(birth).toContainText('19530214');
});

test('tests and images are on a time line in days from the session', async ({ page, serve, folder }) => {
  await openCase(page, await serve(await folder(BIMCV)));
  const line = page.getByTestId('time-line');
  await expect(line).toBeVisible();
  await expect(line.locator('li')).toHaveText(['PCR', 'IgG', 'DX']);
  const middle = async (title: string): Promise<number> => {
    const box = await line.locator(`*:has(> title:text-is("${title}"))`).boundingBox();
    return (box?.x ?? Number.NaN) + (box?.width ?? 0) / 2;
  };
  const [before, now, after, late] = [
    await middle('PCR negative, −2 d'),
    await middle('DX, same day'),
    await middle('PCR positive, +2 d'),
    await middle('IgG indeterminate, +15 d'),
  ];
  const day = (after - now) / 2;
  expect(now - before).toBeCloseTo(2 * day, 0);
  expect(late - now).toBeCloseTo(15 * day, 0);
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(line).toBeHidden();
});
