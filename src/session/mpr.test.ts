import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import { attributesOf } from '../domain/imaging/test-attributes.ts';
import type { ImageStack, LoadedImage } from '../workers/images/image-contract.ts';
import { openVolume, planeStack, type OpenVolume } from './mpr.ts';

const path = 'sub-1/ct.nii.gz' as DatasetPath;

/** An axial slice of 4 × 3 pixels, 24 bytes, all of one value. */
const image = (slice: number): LoadedImage => ({
  path,
  frame: slice,
  container: 'nifti',
  pixels: { kind: 'grey', columns: 4, rows: 3, data: new Int16Array(12).fill(10 * slice) },
  attributes: attributesOf({
    Modality: 'CT',
    ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
    ImagePositionPatient: [0, 0, 100 - 5 * slice],
    PixelSpacing: [1, 2],
    InstanceNumber: slice + 1,
  }),
  attributesFrom: 'sidecar',
  valuesAreModality: true,
  orientation: undefined,
  issues: [{ code: 'NIFTI_ROUNDED' }],
  bytes: 999,
});

/** An image of a planning view. */
const scout = (slice: number): LoadedImage => ({
  ...image(slice),
  attributes: { ...image(slice).attributes, ImageType: ['ORIGINAL', 'PRIMARY', 'LOCALIZER'] },
});

function stackOf(slices: number, make = image) {
  const loaded: number[] = [];
  const stack: ImageStack = {
    key: 'key',
    description: { slices: [], attributes: attributesOf(), issues: [], isVolume: true },
    slices,
    pathOf: () => path,
    isLoaded: () => false,
    peek: () => undefined,
    whenRead: () => Promise.resolve(),
    load: (slice, signal) => {
      signal.throwIfAborted();
      loaded.push(slice);
      return Promise.resolve(make(slice));
    },
  };
  return { stack, loaded };
}

const NEVER = new AbortController().signal;

const ask = (
  stack: ImageStack,
  most = 1_000,
  signal = NEVER,
  onProgress: (done: number) => void = () => undefined,
) => openVolume({ stack, first: 1, most, signal, onProgress });

async function open(slices: number): Promise<OpenVolume> {
  const result = await ask(stackOf(slices).stack);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

describe('a stack', () => {
  it('becomes a volume when all its slices are read', async () => {
    const { stack, loaded } = stackOf(6);
    const progress: number[] = [];
    const result = await ask(stack, 144, NEVER, (done) => progress.push(done));
    expect(result).toMatchObject({ ok: true, value: { volume: { columns: 4, rows: 3, slices: 6 } } });
    expect(progress).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(loaded).size).toBe(6);
  });

  it('stays a stack where it does not fit into the memory for images, and is not read', async () => {
    const { stack, loaded } = stackOf(6);
    expect(await ask(stack, 143)).toEqual({ ok: false, error: { kind: 'size', bytes: 144, most: 143 } });
    expect(loaded).toEqual([1]);
  });

  it('stays a stack where its slices do not lie in a row', async () => {
    const { stack } = stackOf(3, () => image(0));
    expect(await ask(stack)).toEqual({ ok: false, error: { kind: 'shape', fault: 'one-slice' } });
  });

  it('stays a stack where it holds planning views, and is not read', async () => {
    const { stack, loaded } = stackOf(2, scout);
    expect(await ask(stack)).toEqual({ ok: false, error: { kind: 'shape', fault: 'localizer' } });
    expect(loaded).toEqual([1]);
  });

  it('is read no further once nobody wants it', async () => {
    const leaving = new AbortController();
    const { stack, loaded } = stackOf(50);
    const asked = ask(stack, 10_000, leaving.signal, (done) => done === 3 && leaving.abort());
    await expect(asked).rejects.toThrow('aborted');
    expect(loaded.length).toBeLessThan(12);
  });
});

describe('a plane', () => {
  it('is a stack of images with their own place', async () => {
    const coronal = planeStack(await open(6), 'coronal', { mode: 'slice' });
    expect([coronal.slices, coronal.pathOf(0)]).toEqual([3, path]);
    const cut = await coronal.load(2, NEVER);
    expect(cut).toMatchObject({ frame: 2, valuesAreModality: true, issues: [] });
    expect(cut.attributes.InstanceNumber).toBeUndefined();
    expect(cut.attributes.ImagePositionPatient).toEqual([0, 2, 100]);
    expect(cut.orientation?.letters).toEqual({ top: 'H', right: 'L', bottom: 'F', left: 'R' });
    expect([...cut.pixels.data].filter((_, at) => at % 4 === 0)).toEqual([0, 10, 20, 30, 40, 50]);
  });

  it('is cut once while it is among the last ones', async () => {
    const axial = planeStack(await open(20), 'axial', { mode: 'slice' });
    const first = axial.peek(0);
    expect(axial.peek(0)).toBe(first);
    for (let layer = 1; layer <= 12; layer++) axial.peek(layer);
    expect(axial.peek(0)).not.toBe(first);
    expect(axial.peek(0)).toEqual(first);
  });

  it('is the same stack to a viewport with another slab', async () => {
    const opened = await open(6);
    const [one, slab] = [
      planeStack(opened, 'axial', { mode: 'slice' }),
      planeStack(opened, 'axial', { mode: 'max', thickness: 10 }),
    ];
    expect(slab.key).toBe(one.key);
    // 10 mm are a layer of 5 mm and half of each neighbour.
    expect([slab.peek(2)?.pixels.data[0], one.peek(2)?.pixels.data[0]]).toEqual([30, 20]);
    expect(planeStack(opened, 'coronal', { mode: 'slice' }).key).not.toBe(one.key);
  });
});
