import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { TempFolder } from '../testing/temp-folder.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { isInside, openInside } from './open-inside.ts';

/** What somebody else does to the disk right before and right after a file is opened. */
const meanwhile = vi.hoisted(() => ({
  before: async (): Promise<void> => undefined,
  after: async (): Promise<void> => undefined,
  onResolve: async (): Promise<void> => undefined,
}));

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof files>();
  return {
    ...original,
    realpath: async (path: string) => {
      await meanwhile.onResolve();
      return original.realpath(path);
    },
    open: async (...args: Parameters<typeof original.open>) => {
      await meanwhile.before();
      const handle = await original.open(...args);
      await meanwhile.after();
      return handle;
    },
  };
});

let folder: TempFolder;
const at = (path: string): string => join(folder.path, path);
const openSwapped = () => openInside(at('data'), ['sub', 'film.png']);
const gone = { name: 'Refusal', status: 404 };

beforeEach(async () => {
  meanwhile.before = async () => undefined;
  meanwhile.after = async () => undefined;
  meanwhile.onResolve = async () => undefined;
  folder = await tempFolder(
    new Map([
      ['data/sub/film.png', 'inside'],
      ['elsewhere/film.png', 'outside'],
    ]),
  );
  onTestFinished(() => folder.remove());
});

async function swapFolder(): Promise<void> {
  await files.rename(at('data/sub'), at('data/put-aside'));
  await files.symlink(at('elsewhere'), at('data/sub'));
}

async function swapBack(): Promise<void> {
  await files.rm(at('data/sub'));
  await files.rename(at('data/put-aside'), at('data/sub'));
}

describe('a file inside a folder', () => {
  test('is opened', async () => {
    const { handle, size } = await openSwapped();
    expect([size, await handle.readFile('utf8')]).toEqual([6, 'inside']);
    await handle.close();
  });

  test('is refused when its folder was exchanged for a link outwards before opening', async () => {
    meanwhile.before = swapFolder;
    await expect(openSwapped()).rejects.toMatchObject(gone);
  });

  test('is refused when its folder was exchanged during opening only', async () => {
    meanwhile.before = swapFolder;
    meanwhile.after = swapBack;
    await expect(openSwapped()).rejects.toMatchObject(gone);
  });

  test('is refused when it was exchanged for a link itself', async () => {
    meanwhile.before = async () => {
      await files.rm(at('data/sub/film.png'));
      await files.symlink(at('elsewhere/film.png'), at('data/sub/film.png'));
    };
    await expect(openSwapped()).rejects.toMatchObject({ code: 'ELOOP' });
  });
});

test('a path through a folder that is barred is refused like one that leads nowhere', async () => {
  meanwhile.onResolve = () => Promise.reject(Object.assign(new Error('barred'), { code: 'EACCES' }));
  await expect(openSwapped()).rejects.toMatchObject(gone);
});

test('a file that is there but may not be read is denied, not gone', async () => {
  meanwhile.before = () => Promise.reject(Object.assign(new Error('barred'), { code: 'EACCES' }));
  await expect(openSwapped()).rejects.toMatchObject({ code: 'EACCES' });
});

test('a folder whose name begins alike is not inside', () => {
  expect(isInside('/data', '/data')).toBe(true);
  expect(isInside('/data', '/data/a')).toBe(true);
  expect(isInside('/data', '/data-twin/a')).toBe(false);
  expect(isInside('/', '/a')).toBe(true);
});
