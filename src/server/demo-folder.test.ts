import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';
import type { TempFolder } from '../testing/temp-folder.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { prepareDemoFolder, writeWhole } from './demo-folder.ts';

let folder: TempFolder;
beforeEach(async () => {
  folder = await tempFolder();
  onTestFinished(() => folder.remove());
});

const names = (): Promise<readonly string[]> => readdir(join(folder.path, 'sub-S1/ses-E1'));
const film = joinPath(DATASET_ROOT, 'sub-S1/ses-E1/film.png');
const bytes = new Uint8Array([1, 2, 3]);

describe('the demo may be written into', () => {
  test('a new folder, which is made', async () => {
    const path = join(folder.path, 'a/b');
    expect(await prepareDemoFolder(path)).toEqual({ ok: true, value: undefined });
    expect(await readdir(path)).toEqual([]);
  });

  test('an empty folder', async () => {
    await folder.write('.DS_Store', '');
    expect((await prepareDemoFolder(folder.path)).ok).toBe(true);
  });

  test('a folder that holds a former demo', async () => {
    await folder.write('dataset_description.json', '{"Name":"midscope demo","synthetic":true}');
    expect((await prepareDemoFolder(folder.path)).ok).toBe(true);
  });
});

describe('the demo may not be written', () => {
  test.each([
    ['a file', 'notes.txt', ''],
    ['another dataset', 'dataset_description.json', '{"Name":"BIMCV"}'],
    ['another synthetic dataset', 'dataset_description.json', '{"Name":"mine","synthetic":true}'],
    ['a description that is no JSON', 'dataset_description.json', '{'],
    ['a description that is no object', 'dataset_description.json', 'null'],
  ])('over %s', async (_what, path, text) => {
    await folder.write(path, text);
    const prepared = await prepareDemoFolder(folder.path);
    expect(prepared).toEqual({ ok: false, error: expect.stringContaining(folder.path) });
  });

  test('where a file has the name of the folder', async () => {
    await folder.write('file', '');
    expect(await prepareDemoFolder(join(folder.path, 'file'))).toMatchObject({ ok: false });
  });
});

describe('a file of the demo', () => {
  test('is written whole, over a former one', async () => {
    await folder.write(film, 'former');
    await writeWhole(folder.path, film, bytes, new AbortController().signal);
    expect(new Uint8Array(await readFile(join(folder.path, film)))).toEqual(bytes);
    expect(await names()).toEqual(['film.png']);
  });

  test('is not there at all when writing was broken off', async () => {
    const broken = writeWhole(folder.path, film, bytes, AbortSignal.abort());
    await expect(broken).rejects.toMatchObject({ name: 'AbortError' });
    expect(await names()).toEqual([]);
  });

  test('leaves nothing behind when it cannot be put in its place', async () => {
    await mkdir(join(folder.path, film), { recursive: true });
    const broken = writeWhole(folder.path, film, bytes, new AbortController().signal);
    await expect(broken).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await names()).toEqual(['film.png']);
  });
});
