import { describe, expect, test } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import { DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';
import { describeFileSourceContract } from '../testing/file-source-contract.ts';
import { directoryInputSource, fileEntriesSource } from './directory-input-source.ts';

const touched = (): never => expect.unreachable('size or content was touched');

/** A File as `<input webkitdirectory>` makes it. */
function pickedFile(relativePath: string, bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1)): File {
  const file = new File([bytes], relativePath.slice(relativePath.lastIndexOf('/') + 1), {
    lastModified: 86_400_000,
  });
  return Object.defineProperty(file, 'webkitRelativePath', { value: relativePath });
}

const signal = new AbortController().signal;
const path = (text: string): DatasetPath => joinPath(DATASET_ROOT, text);

describeFileSourceContract('a picked folder', (files) => ({
  source: directoryInputSource([...files].map(([name, bytes]) => pickedFile(`covid19_posi/${name}`, bytes))),
}));

describe('a picked folder', () => {
  test('is named as the user picked it, a hidden folder too', () => {
    expect(directoryInputSource([pickedFile('covid19_posi/participants.tsv')]).name).toBe('covid19_posi');
    expect(directoryInputSource([pickedFile('.data/participants.tsv')]).name).toBe('.data');
    expect(directoryInputSource([]).name).toBe('');
  });

  test('tells when a file was changed', async () => {
    const source = directoryInputSource([pickedFile('data/a.tsv')]);
    expect(await source.stat(path('a.tsv'), signal)).toEqual({ size: 1, modified: 86_400_000 });
  });

  test('is walked and listed without touching sizes or contents', async () => {
    const file = Object.defineProperties(pickedFile('data/sub-S1/a.png'), {
      size: { get: touched },
      lastModified: { get: touched },
      slice: { get: touched },
      arrayBuffer: { get: touched },
    });
    const source = directoryInputSource([file]);
    for await (const batch of source.walk(signal)) expect(batch).toEqual(['sub-S1/a.png']);
    expect(await source.list(path('sub-S1'), signal)).toEqual([{ name: 'a.png', kind: 'file' }]);
  });

  test('gives up a reading at once that the browser cannot stop', async () => {
    const file = Object.defineProperty(pickedFile('data/a.png'), 'arrayBuffer', {
      value: () => new Promise(() => undefined),
    });
    const controller = new AbortController();
    const reading = directoryInputSource([file]).read(path('a.png'), controller.signal);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('without any file is an empty dataset', async () => {
    const source = directoryInputSource([]);
    expect(await source.list(path(''), signal)).toEqual([]);
    expect((await source.walk(signal)[Symbol.asyncIterator]().next()).done).toBe(true);
  });

  test.each([
    ['NotFoundError', 'FILE_GONE'],
    ['NotReadableError', 'FILE_READ'],
    ['NotAllowedError', 'FILE_DENIED'],
    ['SecurityError', 'FILE_DENIED'],
  ])('a file that fails with %s gives %s', async (name, code) => {
    const file = Object.defineProperty(pickedFile('data/a.png'), 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('No longer there', name)),
    });
    await expect(directoryInputSource([file]).read(path('a.png'), signal)).rejects.toMatchObject({
      code,
      cause: { message: 'a.png' },
    });
  });
});

describe('dropped files', () => {
  test('are found under the paths they were given', async () => {
    const source = fileEntriesSource('dropped', [
      { path: 'sub-S1/a.png', file: new File(['abc'], 'a.png') },
      { path: 'sub-S1/../../b.png', file: new File(['x'], 'b.png') },
    ]);
    expect(source.name).toBe('dropped');
    for await (const batch of source.walk(signal)) expect(batch).toEqual(['sub-S1/a.png']);
    expect(await source.read(path('sub-S1/a.png'), signal)).toEqual(new Uint8Array([97, 98, 99]));
  });
});
