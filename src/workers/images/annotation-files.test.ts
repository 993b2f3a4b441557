import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { memorySource, type MemoryFiles } from '../../testing/memory-source.ts';
import { createAnnotationFiles } from './annotation-files.ts';

const COCO = '{"images": [{"id": 1}], "annotations": []}';
const signal = new AbortController().signal;
const at = (path: string) => path as DatasetPath;

/** A source that lists what was read, and whose files can be said to have changed. */
function watched(files: MemoryFiles) {
  const inner = memorySource(files);
  const reads: string[] = [];
  const clock = { modified: 1 };
  const source: FileSource = {
    ...inner,
    stat: async (path, own) => ({ ...(await inner.stat(path, own)), modified: clock.modified }),
    read: (path, own, range) => {
      reads.push(path);
      return inner.read(path, own, range);
    },
  };
  return { source, reads, clock };
}

describe('createAnnotationFiles', () => {
  it('reads a file once for all who ask, one after the other and at the same time', async () => {
    const { source, reads } = watched({ 'a.json': COCO });
    const files = createAnnotationFiles(source);
    const [one, two] = await Promise.all([
      files.open(at('a.json'), signal),
      files.open(at('a.json'), signal),
    ]);
    expect(one).toBe(two);
    expect(await files.open(at('a.json'), signal)).toBe(one);
    expect(reads).toEqual(['a.json']);
  });

  it('reads a file again that has changed', async () => {
    const { source, reads, clock } = watched({ 'a.json': COCO });
    const files = createAnnotationFiles(source);
    await files.open(at('a.json'), signal);
    clock.modified = 2;
    await files.open(at('a.json'), signal);
    expect(reads).toEqual(['a.json', 'a.json']);
  });

  it('lets go of the file that was used longest ago when all are more than the limit', async () => {
    const { source, reads } = watched({ 'a.json': COCO, 'b.json': COCO, 'c.json': COCO });
    const files = createAnnotationFiles(source, 2 * COCO.length);
    for (const path of ['a.json', 'b.json', 'a.json', 'c.json', 'a.json', 'b.json'])
      await files.open(at(path), signal);
    expect(reads).toEqual(['a.json', 'b.json', 'c.json', 'b.json']);
  });

  it('keeps nothing of a file that cannot be opened, and nothing that is larger than the limit', async () => {
    const { source, reads } = watched({ 'a.json': '{"images"', 'b.json': COCO });
    const files = createAnnotationFiles(source, 10);
    for (const path of ['a.json', 'a.json'])
      await expect(files.open(at(path), signal)).rejects.toThrow('broken-json');
    await files.open(at('b.json'), signal);
    await files.open(at('b.json'), signal);
    expect(reads).toEqual(['a.json', 'a.json', 'b.json', 'b.json']);
  });

  it('goes on for the others when one who asks is aborted', async () => {
    const { source, reads } = watched({ 'a.json': COCO });
    const files = createAnnotationFiles(source);
    const leaving = new AbortController();
    const [left, stayed] = [files.open(at('a.json'), leaving.signal), files.open(at('a.json'), signal)];
    leaving.abort();
    await expect(left).rejects.toThrow(/abort/i);
    expect((await stayed).images).toHaveLength(1);
    expect(reads).toEqual(['a.json']);
  });
});
