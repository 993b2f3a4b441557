import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { type Fields, header1, header2 } from '../../testing/test-nifti.ts';
import { memorySource } from '../../testing/memory-source.ts';
import { describeStack } from './describe-stack.ts';
import type { ImageFileRef, LoadedImage, WantedSlices } from './image-contract.ts';
import { loadImage } from './load-image.ts';
import { loadNifti } from './load-nifti.ts';

const { signal } = new AbortController();
const SFORM = [-0.5, 0, 0, 10, 0, -0.5, 0, 20, 0, 0, 3, 30];

/** A file of voxels of 0 behind a header. */
const niftiOf = (fields: Fields, bytes = 4096): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([header1(fields), Buffer.alloc(bytes)]));

/** The images of a file in the order in which they are shown. */
async function loaded(
  source: FileSource,
  ref: ImageFileRef,
  bytes: Uint8Array<ArrayBuffer>,
  wanted: WantedSlices = {},
): Promise<readonly LoadedImage[]> {
  const images: LoadedImage[] = [];
  await loadNifti(source, ref, bytes, signal, { ...wanted, take: (image) => images.push(image) });
  return images.toSorted((a, b) => a.frame - b.frame);
}

function load(file: Uint8Array<ArrayBuffer>, sidecar?: object, name = 'sub-1_ses-1_ct.nii') {
  const files = { [name]: file, ...(sidecar && { 'x.json': JSON.stringify(sidecar) }) };
  const ref = { path: name as DatasetPath, ...(sidecar && { sidecar: 'x.json' as DatasetPath }) };
  return loaded(memorySource(files), ref, file);
}

const modality = (value: string) => ({ '00080060': { vr: 'CS', Value: [value] } });

describe('a two-dimensional NIfTI', () => {
  const flat = niftiOf({ dim: [2, 4, 3], sformCode: 1, srow: SFORM });

  it.each([
    ['radiograph', modality('DX'), 'sub-1_ses-1_ct.nii', false],
    ['radiograph', modality('CR'), 'x.nii', false],
    ['radiograph', undefined, 'sub-1_ses-1_vp-pa_dx.nii', false],
    ['radiograph', undefined, 'x.nii', false],
    ['slice', modality('CT'), 'sub-1_ses-1_dx.nii', true],
    ['slice', modality('MR'), 'x.nii', true],
    ['slice', undefined, 'sub-1_ses-1_bp-chest_ct.nii', true],
  ])('is a %s by sidecar %j, else by its name %s', async (_, sidecar, name, lies) => {
    const [image, ...others] = await load(flat, sidecar, name);
    expect(others).toEqual([]);
    expect(image?.attributes.ImagePositionPatient !== undefined).toBe(lies);
    expect(image?.orientation !== undefined).toBe(lies);
  });
});

const describeFile = (file: Uint8Array<ArrayBuffer>, name = 'x.nii') =>
  describeStack(memorySource({ [name]: file }), [{ path: name as DatasetPath }], signal);

const issuesOf = async (fields: Fields) =>
  (await describeFile(niftiOf({ sformCode: 1, srow: SFORM, ...fields }))).issues;

describe('what is said of a NIfTI as soon as it is opened', () => {
  it('of a plain volume: nothing', async () => {
    expect(await issuesOf({})).toEqual([]);
  });

  it('of several volumes: that the first is shown', async () => {
    expect(await issuesOf({ dim: [5, 4, 3, 2, 3, 2] })).toEqual([
      { code: 'IMAGE_FIRST_ONLY', facts: { images: 6 } },
    ]);
  });

  it('of colours, and of no orientation', async () => {
    expect(await issuesOf({ dim: [3, 4, 3, 2], datatype: 128, sformCode: 0 })).toEqual([
      { code: 'NIFTI_ORIENTATION' },
      { code: 'IMAGE_COLOUR' },
    ]);
  });
});

it('of integers that were rounded says so with the slices that they are in', async () => {
  const file = niftiOf({ dim: [3, 2, 2, 2], datatype: 1024, sformCode: 1, srow: SFORM });
  new DataView(file.buffer).setBigInt64(352, 2n ** 53n + 1n, true);
  const said = (await load(file)).map(({ issues }) => issues);
  // The first one in the file, which goes up, is shown last.
  expect(said).toEqual([[], [{ code: 'NIFTI_ROUNDED' }]]);
});

describe('a CT without a sidecar', () => {
  it.each(['sub-1_ses-1_bp-chest_ct.nii', 'ct/x.nii'])('is one by its place: %s', async (name) => {
    const file = niftiOf({ dim: [3, 4, 3, 2], sformCode: 1, srow: SFORM });
    expect((await load(file, undefined, name)).map(({ attributes }) => attributes.Modality)).toEqual([
      'CT',
      'CT',
    ]);
    expect((await describeFile(file, name)).attributes.Modality).toBe('CT');
  });

  it('and with one is what that says', async () => {
    const file = niftiOf({ dim: [3, 4, 3, 2], sformCode: 1, srow: SFORM });
    const [image] = await load(file, modality('MR'), 'sub-1_ses-1_bp-chest_ct.nii');
    expect(image?.attributes.Modality).toBe('MR');
  });
});

const part = (bytes: Uint8Array<ArrayBuffer>, frames: { from: number; to: number }, isVerified = false) =>
  loaded(memorySource({ 'x.nii': bytes }), { path: 'x.nii' as DatasetPath }, bytes, { frames, isVerified });

describe('some slices of a volume', () => {
  // Slice k as filed holds 10 k to 10 k + 9; the stack goes up, so it is shown from its last slice.
  const file = new Uint8Array(
    Buffer.concat([
      header1({ dim: [3, 5, 2, 6], datatype: 2, sformCode: 1, srow: SFORM }),
      Uint8Array.from({ length: 60 }, (_, at) => at),
    ]),
  );
  it('are those of the whole, gzipped or not', async () => {
    const whole = await load(file, undefined, 'x.nii');
    for (const bytes of [file, new Uint8Array(gzipSync(file))])
      for (const [from, to] of [
        [0, 1],
        [2, 5],
        [5, 6],
      ] as const) {
        const found = await part(bytes, { from, to });
        expect(found.map(({ frame }) => frame)).toEqual(
          Array.from({ length: to - from }, (_, at) => from + at),
        );
        expect(found.map(({ pixels, attributes }) => ({ pixels, attributes }))).toEqual(
          whole.slice(from, to).map(({ pixels, attributes }) => ({ pixels, attributes })),
        );
      }
  });

  it('are refused where there are none', async () => {
    await expect(part(file, { from: 6, to: 7 })).rejects.toMatchObject({
      issue: { facts: { reason: 'no-such-frame', detail: '7 / 6' } },
    });
  });

  it('are not shown of a file that is damaged further on, unless it was read to its end before', async () => {
    // Long enough that its end is not inflated together with its beginning.
    const long = Buffer.concat([
      header1({ dim: [3, 300, 200, 6], datatype: 2, sformCode: 1, srow: SFORM }),
      Buffer.alloc(360_000, 7),
    ]);
    const damaged = new Uint8Array(gzipSync(long, { level: 0 }));
    damaged[damaged.length - 6]! ^= 1;
    await expect(part(damaged, { from: 5, to: 6 })).rejects.toMatchObject({ code: 'IMAGE_UNDECODABLE' });
    expect((await part(damaged, { from: 5, to: 6 }, true))[0]?.pixels.columns).toBe(300);
  });
});

it('hands slices over before it knows that the rest of the file is damaged', async () => {
  const long = Buffer.concat([
    header1({ dim: [3, 300, 200, 9], datatype: 2, sformCode: 1, srow: SFORM }),
    Buffer.alloc(540_000, 7),
  ]);
  const cut = new Uint8Array(gzipSync(long, { level: 0 })).slice(0, 400_000);
  const frames: number[] = [];
  const reading = loadNifti(memorySource({}), { path: 'x.nii.gz' as DatasetPath }, cut, signal, {
    take: ({ frame }) => frames.push(frame),
  });
  await expect(reading).rejects.toMatchObject({ code: 'IMAGE_TRUNCATED' });
  // In the order of the file, which goes up.
  expect(frames.length).toBeGreaterThan(2);
  expect(frames).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0].slice(0, frames.length));
});

const slices = (count: number) =>
  new Uint8Array(Buffer.concat([header2({ dim: [3, 1, 1, count] }), Buffer.alloc(64)]));

describe('a NIfTI that lies about its size', () => {
  it.each([
    ['two thousand million slices', slices(2 ** 31 - 1)],
    ['the same, gzipped', new Uint8Array(gzipSync(slices(2 ** 31 - 1)))],
  ])('of %s is refused before there is a list of them', async (_, file) => {
    const source = memorySource({ 'x.nii': file });
    const ref = { path: 'x.nii' as DatasetPath };
    await expect(describeStack(source, [ref], signal)).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' });
    await expect(loadImage(source, { file: ref, frame: 0 }, signal)).rejects.toMatchObject({
      code: 'IMAGE_TOO_LARGE',
    });
  });
});
