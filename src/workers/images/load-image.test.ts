import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { buildDisplayChain } from '../../domain/imaging/display-chain.ts';
import { spacingOf } from '../../domain/imaging/spacing.ts';
import { voiChoices } from '../../domain/imaging/voi.ts';
import { memorySource } from '../../testing/memory-source.ts';
import { loadImage } from './load-image.ts';

/** A PNG of one row of values with a sidecar that says so much of its bits, and a window. */
function loadRow(
  values: readonly number[],
  depth: 8 | 16,
  bits: Partial<Record<'00280100' | '00280101' | '00280102' | '00280103', number>>,
) {
  const window = { '00281050': { vr: 'DS', Value: [2048] }, '00281051': { vr: 'DS', Value: [4096] } };
  const said = Object.entries(bits).map(([tag, value]) => [tag, { vr: 'US', Value: [value] }]);
  const sidecar = JSON.stringify({ ...window, ...(Object.fromEntries(said) as object) });
  const data = depth === 8 ? Uint8Array.from(values) : Uint16Array.from(values);
  const png = encode({ width: values.length, height: 1, data, depth, channels: 1 });
  const source = memorySource({ 'x.png': new Uint8Array(png), 'x.json': sidecar });
  const file = { path: 'x.png' as DatasetPath, sidecar: 'x.json' as DatasetPath };
  return loadImage(source, { file, frame: 0 }, new AbortController().signal);
}

/** A film of 4 columns and 3 rows whose sidecar tells of another size. */
function loadFilm(rows: number, columns: number) {
  const sidecar = JSON.stringify({
    '00080060': { vr: 'CS', Value: ['DX'] },
    '00280010': { vr: 'US', Value: [rows] },
    '00280011': { vr: 'US', Value: [columns] },
    '00181164': { vr: 'DS', Value: [0.139, 0.139] },
    '00280030': { vr: 'DS', Value: [0.139, 0.139] },
  });
  const png = encode({ width: 4, height: 3, data: new Uint16Array(12), depth: 16, channels: 1 });
  const source = memorySource({ 'x.png': new Uint8Array(png), 'x.json': sidecar });
  const file = { path: 'x.png' as DatasetPath, sidecar: 'x.json' as DatasetPath };
  return loadImage(source, { file, frame: 0 }, new AbortController().signal);
}

describe('a PNG and its sidecar', () => {
  it('of one size have the spacing of the sidecar', async () => {
    const { attributes, issues } = await loadFilm(3, 4);
    expect(spacingOf(attributes)).toMatchObject({ kind: 'detector', rowMm: 0.139 });
    expect(issues).toEqual([]);
  });

  it('of two sizes have none: a resized film has other pixels than its detector', async () => {
    const { attributes, issues } = await loadFilm(6, 8);
    expect(spacingOf(attributes)).toEqual({ kind: 'none' });
    expect(issues).toEqual([{ code: 'SIDECAR_SIZE', facts: { sidecar: '8 × 6', image: '4 × 3' } }]);
  });
});

describe('the samples of a PNG', () => {
  it('have the sign of the sidecar, of all 16 bits or of fewer, extended or not', async () => {
    const all = await loadRow([0, 0x7fff, 0x8000, 0xffff], 16, { '00280101': 16, '00280103': 1 });
    expect(all.pixels.data).toEqual(Int16Array.of(0, 32_767, -32_768, -1));
    const few = await loadRow([0x7ff, 0x800, 0xfff, 0xf800, 0xffff], 16, { '00280101': 12, '00280103': 1 });
    expect(few.pixels.data).toEqual(Int16Array.of(2047, -2048, -1, -2048, -1));
    const bytes = await loadRow([0, 127, 128, 255], 8, { '00280101': 8, '00280103': 1 });
    expect(bytes.pixels.data).toEqual(Int8Array.of(0, 127, -128, -1));
    const silent = await loadRow([0, 0xffff], 16, { '00280103': 1 });
    expect(silent.pixels.data).toEqual(Int16Array.of(0, -1));
    expect([all, few, bytes, silent].flatMap(({ issues }) => issues)).toEqual([]);
  });

  it('lie where High Bit says', async () => {
    const high = await loadRow([0xfff0, 0x0010, 0], 16, { '00280101': 12, '00280102': 15 });
    expect(high.pixels.data).toEqual(Uint16Array.of(4095, 1, 0));
  });

  it('are as they are where they fit, or where nothing is said of them', async () => {
    for (const bits of [{ '00280101': 12 }, { '00280101': 16 }, { '00280100': 16 }, {}]) {
      const { pixels, attributes, issues } = await loadRow([0, 1, 4095], 16, bits);
      expect(pixels.data).toEqual(Uint16Array.of(0, 1, 4095));
      expect(issues).toEqual([]);
      expect(buildDisplayChain({ attributes, pixels }).choice).toEqual({ kind: 'window', index: 0 });
    }
  });

  it.each([
    ['8 bits for 12', [0, 128, 255], 8, { '00280101': 12 }, 12],
    ['more than 12 bits for 12', [0, 4096, 65_535], 16, { '00280101': 12 }, 12],
    ['more than 8 bits for 8', [0, 257, 65_535], 16, { '00280100': 8 }, 8],
    ['signed ones with other bits', [0, 0x17ff], 16, { '00280101': 12, '00280103': 1 }, 12],
    ['moved down already', [1, 2, 4095], 16, { '00280101': 12, '00280102': 15 }, 12],
  ] as const)('that are %s are doubted: %s', async (_, values, depth, bits, stored) => {
    const { pixels, attributes, issues } = await loadRow(values, depth, bits);
    expect(Array.from(pixels.data)).toEqual(values);
    expect(issues).toEqual([{ code: 'SIDECAR_DEPTH', facts: { sidecar: stored, image: depth } }]);
    // The sidecar's window can be chosen, and is not taken by itself.
    const chain = buildDisplayChain({ attributes, pixels });
    expect(chain).toMatchObject({ choice: { kind: 'percentile' }, guessed: ['percentile'], issues: [] });
    expect(voiChoices(attributes).map(({ choice }) => choice.kind)).toEqual(['percentile', 'window']);
  });
});
