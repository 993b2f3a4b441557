import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, renderedViewport, test } from './support/app.ts';
import { sidecar } from './support/films.ts';
import { niftiGz } from './support/nifti.ts';
import { canvasOf, capture, placeOf } from './support/screen.ts';

const SIZE = 128;
const SLICES = 6;
const STEM = 'sub-1/ses-1/mod-rx/sub-1_ses-1_run-2_bp-chest_ct';

/** Values that differ from voxel to voxel and from slice to slice, and that deflate cannot make small. */
const huAt = (i: number, j: number, k: number): number => ((i * 7 + j * 13 + k * 29) % 64) * 16 - 512;

function volume(): Buffer {
  const voxels = new Int16Array(SIZE * SIZE * SLICES);
  for (let k = 0; k < SLICES; k++)
    for (let j = 0; j < SIZE; j++)
      for (let i = 0; i < SIZE; i++) voxels[(k * SIZE + j) * SIZE + i] = huAt(i >> 5, j >> 5, k);
  const sform = [
    [-1, 0, 0, 0],
    [0, -1, 0, 0],
    [0, 0, 5, 0],
  ] as const;
  return gunzipSync(niftiGz({ dimensions: [SIZE, SIZE, SLICES], voxels, sform }));
}

/** As bgzip writes: members of so many bytes, and an empty one at the end. */
function members(bytes: Buffer, size: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(gzipSync(bytes.subarray(at, at + size)));
  return Buffer.concat([...parts, gzipSync(Buffer.alloc(0))]);
}

// The browser's own decompressor refuses all but the first member; Node's does not, so no unit test can show this.
for (const size of [200, 65_280])
  test(`a NIfTI of gzip members of ${size} bytes is read to its last one`, async ({
    page,
    serve,
    folder,
  }) => {
    const files = {
      [`${STEM}.nii.gz`]: members(volume(), size),
      [`${STEM}.json`]: sidecar({
        '00080060': ['CS', 'CT'],
        '00281050': ['DS', 0],
        '00281051': ['DS', 1024],
      }),
    };
    await page.goto(`${await serve(await folder(files))}/case/sub-1/ses-1`);
    const viewport = await renderedViewport(page);
    await page.keyboard.press('o');
    await page.keyboard.press('t');
    await page.keyboard.press('t');
    // The head comes first, and its voxels are the last of the file.
    await page.keyboard.press('Home');
    await expect(viewport).toHaveAttribute('data-slice', '0');
    await expect(viewport).toHaveAttribute('data-status', 'rendered');
    const place = await placeOf(viewport, { columns: SIZE, rows: SIZE });
    const screen = await capture(canvasOf(viewport));
    for (const [x, y] of [
      [16, 16],
      [112, 16],
      [16, 112],
      [112, 112],
    ] as const) {
      const hu = huAt(x >> 5, y >> 5, SLICES - 1);
      const grey = ((hu - (0 - 0.5)) / 1023 + 0.5) * 255;
      expect(Math.abs(screen.at(...place(x, y))[0] - grey), `${x}, ${y}`).toBeLessThanOrEqual(1);
    }
  });
