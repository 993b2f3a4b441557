import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetPath, SessionId, SubjectId } from '../../domain/brand.ts';
import { DatasetBuilder } from '../../domain/dataset/build/dataset-builder.ts';
import { mergeRoots } from '../../domain/dataset/build/merge-roots.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import { classifyFile } from './classify-file.ts';
import { readAnnotations } from './read-annotations.ts';

const film = (subject: number, run = 1): string =>
  `sub-${subject}/ses-1/mod-rx/sub-${subject}_ses-1_run-${run}_dx.png`;

const FILMS: MemoryFiles = { [film(1)]: 'x', [film(1, 2)]: 'x', [film(2)]: 'x' };
const FILE = 'derivatives/segmentations/annotations.json';

const merged = (builder: DatasetBuilder) =>
  mergeRoots(
    builder,
    () => undefined,
    () => undefined,
  );

/** What the files attach, as `image ← file entry`, and the issues. */
async function read(files: MemoryFiles, source: FileSource = memorySource({ ...FILMS, ...files })) {
  const builder = new DatasetBuilder();
  const paths: DatasetPath[] = [];
  const { signal } = new AbortController();
  for await (const batch of source.walk(signal))
    for (const path of batch) if (classifyFile(path, builder) === 'annotations') paths.push(path);
  await readAnnotations(source, paths, builder, merged(builder), { signal, parallelReads: 4 });
  const attached = [...builder.attachedMasks].flatMap(([image, masks]) =>
    masks.map(({ path, entry }) => `${image.path} ← ${path} ${entry}`),
  );
  return { attached: attached.toSorted(), issues: builder.issues };
}

/** A file that names images and annotates those of the given ids. */
const coco = (names: readonly string[], annotated: readonly number[]) => ({
  info: { description: 'chest' },
  images: names.map((name, id) => ({ id, file_name: name, width: 4, height: 3 })),
  annotations: annotated.map((image) => ({
    image_id: image,
    category_id: 1,
    segmentation: [[0, 0, 2, 0, 2, 2]],
  })),
  categories: [{ id: 1, name: 'lung' }],
});

describe('readAnnotations', () => {
  it.each([FILE, 'annotations/instances_default.json', 'masks.json', 'iter/derivatives/rois.json'])(
    'attaches %s to the images that it names and annotates',
    async (path) => {
      const names = [film(2), film(1).split('/').pop() ?? '', film(1, 2)];
      expect(await read({ [path]: JSON.stringify(coco(names, [1, 0, 1])) })).toEqual({
        attached: [`${film(1)} ← ${path} 1`, `${film(2)} ← ${path} 0`],
        issues: [],
      });
    },
  );

  it('takes several files, and an image may have masks in each', async () => {
    const one = JSON.stringify(coco([film(1)], [0]));
    expect((await read({ 'a.json': one, 'b.json': one })).attached).toEqual([
      `${film(1)} ← a.json 0`,
      `${film(1)} ← b.json 0`,
    ]);
  });

  it('says once how many named images are not here, cannot be told apart, or have an id twice', async () => {
    const names = [film(7), film(8), film(1), film(9)];
    expect((await read({ [FILE]: JSON.stringify(coco(names, [0, 1, 2, 77])) })).issues).toEqual([
      { code: 'MASK_IMAGES_UNKNOWN', facts: { images: 3, first: film(7) }, path: FILE },
    ]);
    const twice = coco([film(1), film(2)], [0]);
    const images = twice.images.map((image) => ({ ...image, id: 0 }));
    expect(await read({ [FILE]: JSON.stringify({ ...twice, images }) })).toEqual({
      attached: [],
      issues: [{ code: 'MASK_IMAGES_AMBIGUOUS', facts: { images: 2, first: film(1) }, path: FILE }],
    });
  });

  it('passes over JSON of something else without a word', async () => {
    const others = {
      'dataset_description.json': '{"Name": "images and annotations"}',
      'participants.json': '{"images": 3, "annotations": {"a": []}}',
      'list.json': '[{"images": [], "annotations": []}]',
      'inner.json': '{"a": {"images": [], "annotations": []}}',
      'empty.json': '',
      'text.json': 'none',
      'long.json': `{"a": [${'"images", '.repeat(20_000)} 0]}`,
    };
    expect(await read(others)).toEqual({ attached: [], issues: [] });
  });

  it('finds the lists of a large file behind much else', async () => {
    const { images, annotations } = coco([film(1)], [0]);
    const licenses = Array.from({ length: 9_000 }, (_, id) => ({ id, name: 'none' }));
    const text = JSON.stringify({ licenses, annotations, images });
    expect(text.length).toBeGreaterThan(2 ** 17);
    expect((await read({ [FILE]: text })).attached).toEqual([`${film(1)} ← ${FILE} 0`]);
  });

  it('says that a file breaks off', async () => {
    const text = JSON.stringify(coco([film(1)], [0]));
    const cut = text.slice(0, text.indexOf('segmentation'));
    expect(await read({ [FILE]: cut })).toEqual({
      attached: [],
      issues: [{ code: 'MASK_INVALID', facts: { reason: 'broken-json' }, path: FILE }],
    });
  });

  it('says that a file is too large without reading more than its beginning', async () => {
    const head = new TextEncoder().encode(`{"images": [${'[{"a": ['.repeat(2 ** 14)}`);
    const inner = memorySource({ ...FILMS, [FILE]: head });
    let bytes = 0;
    const source: FileSource = {
      ...inner,
      stat: async () => ({ size: 200 * 2 ** 20, modified: 0 }),
      read: async (path, signal, range) => {
        const part = await inner.read(path, signal, range);
        bytes += part.length;
        return part;
      },
    };
    expect(await read({}, source)).toEqual({
      attached: [],
      issues: [{ code: 'IMAGE_TOO_LARGE', facts: { bytes: 209_715_200 }, path: FILE }],
    });
    expect(bytes).toBe(2 ** 16);
  });

  it('ends and says only reasons, whatever the content is', async () => {
    const id = fc.oneof(fc.constantFrom<unknown>(0, 1, '0', null), fc.jsonValue());
    const name = fc.oneof(fc.constantFrom<unknown>(film(1), film(2), 'x.png', '', '/', 4), fc.string());
    const content = fc.record({
      images: fc.array(fc.oneof(fc.record({ id, file_name: name }), fc.jsonValue())),
      annotations: fc.array(fc.oneof(fc.record({ image_id: id }), fc.jsonValue())),
      other: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(content, fc.double({ min: 0, max: 1, noNaN: true }), async (json, share) => {
        const text = JSON.stringify(json);
        const files = { 'a.json': text, 'b.json': text.slice(0, Math.ceil(share * text.length)) };
        const { attached, issues } = await read(files);
        // Each image has one mask of a file at most, and is one that is there.
        expect(new Set(attached.map((one) => one.replace(/ \d+$/, ''))).size).toBe(attached.length);
        for (const one of attached) expect(Object.keys(FILMS)).toContain(one.split(' ← ')[0]);
        expect(issues.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('ends with an AbortError when it is aborted', async () => {
    const controller = new AbortController();
    controller.abort();
    const reading = readAnnotations(
      memorySource({ [FILE]: '{}' }),
      [FILE as DatasetPath],
      new DatasetBuilder(),
      [],
      {
        signal: controller.signal,
        parallelReads: 4,
      },
    );
    await expect(reading).rejects.toThrow(/abort/i);
  });

  it('leaves the copy of an image in another root alone', async () => {
    const files = { [`a/${film(3)}`]: 'x', [`b/${film(3)}`]: 'x' };
    const builder = new DatasetBuilder();
    for (const path of Object.keys(files)) classifyFile(path as DatasetPath, builder);
    const text = JSON.stringify(coco([film(3).split('/').pop() ?? ''], [0]));
    await readAnnotations(memorySource({ [FILE]: text }), [FILE as DatasetPath], builder, merged(builder), {
      signal: new AbortController().signal,
      parallelReads: 4,
    });
    const session = builder.session('a', 'sub-3' as SubjectId, 'ses-1' as SessionId);
    expect([...builder.attachedMasks.keys()]).toEqual([...session.images.values()].slice(0, 1));
  });
});
