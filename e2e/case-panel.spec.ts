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
  await page.getByText('Show birth dates and typed texts').click();
  await expect(tags).toHaveCount(0);
  await search.fill('birth');
  await expect(birth).toContainText('hidden');
  await expect(page.locator('body')).not.toContainText('1953');
});
