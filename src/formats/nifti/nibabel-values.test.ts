import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeNifti } from './read-nifti.ts';
import table from './nibabel-values.json';

const { signal } = new AbortController();

/** `nibabel-values.py` made the files, and wrote down what nibabel reads from them. */
describe('affine and values are those of nibabel', () => {
  it('in enough cases', () => {
    expect(table.cases.length).toBeGreaterThanOrEqual(35);
  });

  it.each(table.cases)('$name', async ({ file, affine: wanted, values }) => {
    const bytes = new Uint8Array(inflateSync(Buffer.from(file, 'base64')));
    const { header, volume } = await decodeNifti(bytes, signal);
    const { i, j, k, origin } = header.affine;
    for (const [row, numbers] of wanted.entries())
      for (const [column, axis] of [i, j, k, origin].entries())
        expect(axis[row], `row ${row}, column ${column}`).toBeCloseTo(numbers[column] ?? Number.NaN, 5);
    const { data, slope, intercept } = volume;
    const scaled = [...data].map((stored) => slope * stored + intercept);
    for (const [at, value] of values.entries())
      expect(Math.abs((scaled[at] ?? Number.NaN) - value), `voxel ${at}`).toBeLessThanOrEqual(
        1e-12 * Math.abs(value),
      );
    expect(scaled).toHaveLength(values.length);
  });
});
