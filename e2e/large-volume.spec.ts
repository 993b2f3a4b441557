import { gzipSync } from 'node:zlib';
import { expect, renderedViewport, test } from './support/app.ts';
import { niftiGz } from './support/nifti.ts';
import { canvasOf } from './support/screen.ts';

const STEM = 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-1_bp-chest_ct';
const SIDE = 512;
/** 314 MB, more than the least memory there is for images. */
const SLICES = 600;

/** Each slice has its own number for a value; gzip members may follow each other, so that no copy of the whole is made. */
function largeVolume(): Buffer {
  const head = niftiGz({
    dimensions: [SIDE, SIDE, SLICES],
    voxels: [],
    sform: [
      [-0.7, 0, 0, 0],
      [0, 0.7, 0, 0],
      [0, 0, 0.5, 0],
    ],
  });
  const slices = Array.from({ length: SLICES }, (_, at) =>
    gzipSync(new Uint8Array(new Int16Array(SIDE * SIDE).fill(at).buffer), { level: 1 }),
  );
  return Buffer.concat([head, ...slices]);
}

test('a volume larger than the memory for images is a stack, read in parts', async ({
  page,
  serve,
  folder,
}) => {
  // The least that a browser tells, for which midscope keeps 256 MB of pixels.
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 0.25 }),
  );
  const url = await serve(await folder({ [`${STEM}.nii.gz`]: largeVolume() }));
  await page.goto(`${url}/case/sub-1/ses-1`);
  const viewport = await renderedViewport(page);
  await expect(viewport).toHaveAttribute('data-slices', String(SLICES));
  // The stack runs from the head down, as filed from the last slice to the first.
  const numberOf = (slice: number): number => SLICES - 1 - slice;
  const expectSlice = async (slice: number): Promise<void> => {
    await expect(viewport).toHaveAttribute('data-slice', String(slice));
    await expect(viewport).toHaveAttribute('data-status', 'rendered', { timeout: 60_000 });
    const box = await canvasOf(viewport).boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2 + 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await expect(viewport.getByTestId('probe')).toHaveText(`${numberOf(slice)} HU`);
  };
  await expectSlice(SLICES / 2);
  await page.keyboard.press('End');
  await expectSlice(SLICES - 1);
  await page.keyboard.press('Home');
  await expectSlice(0);
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
  await expectSlice(3);
  const status = await page.getByText(/Images [\d,]+ of 256/).textContent();
  const [, kept = ''] = /Images ([\d,]+) of/.exec(status ?? '') ?? [];
  expect(Number(kept.replace(',', ''))).toBeLessThanOrEqual(269);

  // There is no room for planes of the body, which is said.
  await page.keyboard.press('p');
  await expect(
    page.getByText(/Its pixels take 314.6 MB; there is room for 268.4 MB of images/),
  ).toBeVisible();
});
