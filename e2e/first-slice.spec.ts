import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from './support/app.ts';
import { niftiGz } from './support/nifti.ts';

const SIZE = 256;
const SLICES = 600;

/** Values that deflate cannot make small, so that the file takes its time. */
function noise(): Int16Array<ArrayBuffer> {
  let state = 1;
  return Int16Array.from({ length: SIZE * SIZE * SLICES }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 16) & 1023;
  });
}

declare global {
  interface Window {
    /** What the first viewport has said of itself. */
    seen: (string | null)[];
  }
}

test('a slice of a gzipped CT is on screen before the rest is read, and goes when the file turns out to be cut off', async ({
  page,
  serve,
  folder,
}) => {
  const sform = [
    [-1, 0, 0, 0],
    [0, -1, 0, 0],
    [0, 0, 1, 0],
  ] as const;
  const whole = gunzipSync(niftiGz({ dimensions: [SIZE, SIZE, SLICES], voxels: noise(), sform }));
  const cut = gzipSync(whole, { level: 1 }).subarray(0, -64);
  const path = 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_bp-chest_ct.nii.gz';
  await page.addInitScript(() => {
    window.seen = [];
    new MutationObserver(() => {
      const status = document.querySelector('[data-testid=viewport]')?.getAttribute('data-status') ?? null;
      if (status !== window.seen.at(-1)) window.seen.push(status);
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-status'] });
  });
  await page.goto(`${await serve(await folder({ [path]: cut }))}/case/sub-1/ses-1`);
  await expect(page.getByTestId('viewport-error')).toHaveAttribute('data-code', 'IMAGE_TRUNCATED');
  await expect(page.getByTestId('viewport').first()).toHaveAttribute('data-status', 'error');
  expect((await page.evaluate(() => window.seen)).slice(-3)).toEqual(['loading', 'rendered', 'error']);
});
