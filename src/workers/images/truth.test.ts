import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDisplayChain } from '../../domain/imaging/display-chain.ts';
import type { DatasetPath } from '../../domain/brand.ts';
import type { Pixels } from '../../domain/imaging/pixels.ts';
import { modalityValue, renderGrey, traceValue } from '../../domain/imaging/render-grey.ts';
import { filledPath } from '../../testing/filled-path.ts';
import { codecsInNode } from '../../testing/codecs-in-node.ts';
import { memorySource } from '../../testing/memory-source.ts';
import { readTruthTable, type TruthCase } from '../../testing/truth-table.ts';
import { loadImage } from './load-image.ts';

const CASES = readTruthTable();
const GREY = CASES.filter(({ greys }) => greys !== undefined);
const COLOUR = CASES.filter(({ rgb }) => rgb !== undefined);

beforeAll(codecsInNode);

/** As a worker opens an image. */
async function open({ path, file, beside, frame }: TruthCase) {
  const { signal } = new AbortController();
  const [sidecar] = Object.keys(beside) as DatasetPath[];
  const source = memorySource({ [path]: file, ...beside });
  const ref = { path: path as DatasetPath, ...(sidecar && { sidecar }) };
  // Frames of a DICOM file are named by their number in it, slices of a NIfTI by their order.
  return loadImage(source, { file: ref, frame }, signal);
}

/** As truth.py makes it. */
const digest = (values: Iterable<number>): string =>
  createHash('sha256')
    .update(new Uint8Array(Float64Array.from(values).buffer))
    .digest('hex');

const largestError = (found: Uint8Array, expected: Uint8Array): number =>
  found.reduce((most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? NaN))), 0);

const sizeOf = ({ columns, rows, kind }: Pixels) => ({ columns, rows, kind });

test('the table has its cases', () => {
  expect(GREY.length).toBeGreaterThanOrEqual(250);
  expect(COLOUR.length).toBeGreaterThanOrEqual(60);
  // By both pydicom and DCMTK, by either, and by the standard's words alone.
  const by = (count: number) => GREY.filter((truth) => truth.by.length === count);
  expect(by(2).length).toBeGreaterThanOrEqual(220);
  expect(by(0).map(({ name }) => name)).toEqual(['Modality LUT with more entries than it says']);
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(GREY.length + COLOUR.length);
});

describe.each(GREY)('$name', (truth) => {
  test('has the stored values, modality values and greys of the table', async () => {
    const image = await open(truth);
    const { attributes, pixels, valuesAreModality } = image;
    const { columns, rows } = truth;
    expect(sizeOf(pixels)).toEqual({ columns, rows, kind: 'grey' });
    const { choice } = truth;
    const chain = buildDisplayChain({ attributes, pixels, valuesAreModality, ...(choice && { choice }) });
    const shown = renderGrey(chain, pixels);
    const values = truth.pixels.map(([place]) => {
      const stored = pixels.data[place] ?? NaN;
      return [place, stored, modalityValue(chain, stored)];
    });
    expect(values).toEqual(truth.pixels.map(([place, stored, modality]) => [place, stored, modality]));
    expect(digest(pixels.data), 'every stored value').toBe(truth.stored);
    const modality = Array.from(pixels.data, (stored) => modalityValue(chain, stored));
    expect(digest(modality), 'every modality value').toBe(truth.modality);
    expect(largestError(shown, truth.greys ?? new Uint8Array())).toBe(0);
    const traced = truth.pixels.map(([place]) => traceValue(chain, pixels.data[place] ?? NaN).grey);
    expect(traced).toEqual(truth.pixels.map(([place]) => shown[place]));
  });
});

describe.each(CASES.filter(({ overlay, shutter }) => overlay ?? shutter))('$name', (truth) => {
  test('covers the pixels of the table', async () => {
    const { overlays = [], shutter } = await open(truth);
    const { columns, rows } = truth;
    const paths = [...overlays.map(({ outline }) => outline), ...(shutter?.covered ?? [])];
    const covered = paths.map((path) => filledPath(path, columns, rows));
    const found = Array.from({ length: columns * rows }, (_, at) =>
      Number(covered.some((one) => one[at] === 1)),
    );
    expect(found).toEqual(Array.from(truth.overlay ?? truth.shutter ?? []));
  });
});

describe.each(COLOUR)('$name', (truth) => {
  test('has the colours of the table', async () => {
    const { pixels } = await open(truth);
    const { columns, rows, rgb = new Uint8Array() } = truth;
    expect(sizeOf(pixels)).toEqual({ columns, rows, kind: 'rgb' });
    expect(pixels.data).toHaveLength(rgb.length);
    expect(largestError(Uint8Array.from(pixels.data), rgb)).toBeLessThanOrEqual(1);
  });
});
