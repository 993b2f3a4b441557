import { readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { TempFolder } from '../testing/temp-folder.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { ensureBuild } from './ensure-build.ts';

let project: TempFolder;
let said: string[];
let builds: number;

beforeEach(async () => {
  said = [];
  builds = 0;
  project = await tempFolder(
    new Map([
      ['index.html', '<html></html>'],
      ['package-lock.json', '{}'],
      ['src/app/main.ts', 'export {};'],
      ['public/favicon.svg', '<svg/>'],
      ['README.md', 'read me'],
    ]),
  );
  onTestFinished(() => project.remove());
});

const ensure = (build = async (): Promise<void> => undefined): Promise<string> =>
  ensureBuild(project.path, {
    say: (line) => said.push(line),
    build: async () => {
      builds += 1;
      await build();
    },
  });

test('the page is built once for the same sources, and each building is announced in a line', async () => {
  expect(await ensure()).toBe(join(project.path, 'dist'));
  await ensure();
  expect(builds).toBe(1);
  expect(said).toHaveLength(1);
});

test.each(['src/app/main.ts', 'index.html', 'package-lock.json', 'public/favicon.svg'])(
  'the page is built anew when %s has changed',
  async (path) => {
    await ensure();
    await utimes(join(project.path, path), 1, 1);
    await ensure();
    expect(builds).toBe(2);
  },
);

test('the page is built anew when a source was added or removed', async () => {
  await ensure();
  await project.write('src/app/more.ts', '');
  await ensure();
  await rm(join(project.path, 'src/app/more.ts'));
  await ensure();
  expect(builds).toBe(3);
});

test('the page is not built anew for what is no source of it', async () => {
  await ensure();
  await project.write('README.md', 'other text');
  await ensure();
  expect(builds).toBe(1);
});

test('a building that failed counts as none', async () => {
  const broken = ensure(() => Promise.reject(new Error('syntax')));
  await expect(broken).rejects.toThrow('syntax');
  await expect(readFile(join(project.path, 'dist/.midscope-build'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
  await ensure();
  expect(builds).toBe(2);
});
