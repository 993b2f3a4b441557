import { expect, it } from 'vitest';
import { bodyGrid } from '../imaging/reslice-grid.ts';
import { attributesOf } from '../imaging/test-attributes.ts';
import { buildVolume } from '../imaging/volume.ts';
import { labelVolume, planeSegments } from './plane-labels.ts';

/** Three slices of 4 × 3 pixels from the head down. */
function threeSlices() {
  const built = buildVolume(
    [20, 15, 10].map((z) => ({
      pixels: { kind: 'grey' as const, columns: 4, rows: 3, data: new Int16Array(12) },
      attributes: attributesOf({
        ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
        ImagePositionPatient: [0, 0, z],
        PixelSpacing: [1, 1],
      }),
      valuesAreModality: true,
    })),
  );
  if (!built.ok) throw new Error(built.error);
  return built.value;
}

it('a mask is cut in each plane as its image is', () => {
  const volume = threeSlices();
  const grid = bodyGrid(volume);
  // The first segment: columns 1 and 2 of row 0 on the two upper slices; the second: the last pixel of the lowest.
  const labels = labelVolume(volume, [
    [{ outline: 'M1,0H3V1H1Z' }, { outline: 'M1,0H3V1H1Z' }, undefined],
    [undefined, undefined, { outline: 'M3,2H4V3H3Z' }],
  ]);
  expect(planeSegments(labels, grid, 'axial', 0)).toEqual([
    { segment: 0, areaPx: 2, outline: 'M1,0H3V1H1Z' },
  ]);
  expect(planeSegments(labels, grid, 'coronal', 0)).toEqual([
    { segment: 0, areaPx: 4, outline: 'M1,0H3V2H1Z' },
  ]);
  expect(planeSegments(labels, grid, 'sagittal', 3)).toEqual([
    { segment: 1, areaPx: 1, outline: 'M2,2H3V3H2Z' },
  ]);
  expect(planeSegments(labels, grid, 'sagittal', 0)).toEqual([]);
});
