import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TempFolder } from '../testing/temp-folder.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { walkFolder } from './walk-folder.ts';

async function folderOf(files: readonly string[]): Promise<TempFolder> {
  const folder = await tempFolder(new Map(files.map((path) => [path, ''])));
  onTestFinished(() => folder.remove());
  return folder;
}

test('a walk passes on what it has found before it has read every folder', async () => {
  const paths = Array.from({ length: 100 }, (_, index) => `sub-S${index}/film.png`);
  const { path } = await folderOf(paths);
  const walk = walkFolder(path, () => undefined);
  const first = await walk.next();
  expect(first.value?.length).toBeLessThan(paths.length);
  await walk.return();
  expect((await walk.next()).done).toBe(true);
});

test('a walk goes on past a folder that cannot be read, and says which', async () => {
  const { path } = await folderOf(['participants.tsv', 'sub-S1/a.png', 'sub-S2/b.png']);
  const warnings: string[] = [];
  const walk = walkFolder(path, (message) => warnings.push(message));
  expect((await walk.next()).value).toEqual(['participants.tsv']);
  await rm(join(path, 'sub-S1'), { recursive: true });
  expect((await walk.next()).value).toEqual(['sub-S2/b.png']);
  expect((await walk.next()).done).toBe(true);
  expect(warnings).toEqual(['The folder "sub-S1" cannot be read and is left out (ENOENT).']);
});

test('a served folder that is gone fails the walk', async () => {
  const { path } = await folderOf(['a.png']);
  await rm(path, { recursive: true });
  await expect(walkFolder(path, () => undefined).next()).rejects.toMatchObject({ code: 'ENOENT' });
});

test('folders far inside each other are walked', async () => {
  const { path } = await folderOf([]);
  const deep = Array.from({ length: 300 }, () => 'd').join('/');
  await mkdir(join(path, deep), { recursive: true });
  await writeFile(join(path, deep, 'a.png'), '');
  const found: string[] = [];
  for await (const files of walkFolder(path, () => undefined)) found.push(...files);
  expect(found).toEqual([`${deep}/a.png`]);
});
