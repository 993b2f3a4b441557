import { expect, test } from 'vitest';
import { fakeEntry, fakeHandle } from '../testing/fake-folder.ts';
import { isFileDrag, takeFolder } from './dropped-folder.ts';

const files = new Map([['participants.tsv', new Uint8Array(1)]]);
const entry = fakeEntry('data', files);
const handle = fakeHandle('data', files);

const item = (
  dropped: object | null,
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>,
): object => ({ kind: 'file', webkitGetAsEntry: () => dropped, getAsFileSystemHandle });

const drop = (...items: object[]): DataTransfer => ({ items, types: ['Files'] }) as unknown as DataTransfer;

test('a dropped folder comes with its handle where the browser gives one', async () => {
  expect(await takeFolder(drop(item(entry, async () => handle)))).toEqual({
    ok: true,
    value: { kind: 'handle', folder: handle },
  });
});

const refused = (): Promise<never> => Promise.reject(new DOMException('', 'AbortError'));

test('a dropped folder comes as an entry where there is no handle, or it is refused', async () => {
  const asEntry = { ok: true, value: { kind: 'entry', folder: entry } };
  expect(await takeFolder(drop(item(entry)))).toEqual(asEntry);
  expect(await takeFolder(drop(item(entry, async () => null)))).toEqual(asEntry);
  expect(await takeFolder(drop(item(entry, refused)))).toEqual(asEntry);
});

test('files, texts and several folders are no folder to open', async () => {
  expect(await takeFolder(drop(item({ isDirectory: false, name: 'a.png' })))).toEqual({
    ok: false,
    error: 'no-folder',
  });
  expect(await takeFolder(drop({ kind: 'string', webkitGetAsEntry: () => null }))).toMatchObject({
    ok: false,
  });
  expect(await takeFolder(drop(item(entry), item(entry)))).toEqual({ ok: false, error: 'several' });
});

test('a file beside the one folder does no harm', async () => {
  expect(await takeFolder(drop(item({ isDirectory: false, name: 'a.txt' }), item(entry)))).toMatchObject({
    ok: true,
  });
});

test('only what comes from the file system is a drag of files', () => {
  expect(isFileDrag(drop())).toBe(true);
  expect(isFileDrag({ types: ['text/plain'] } as unknown as DataTransfer)).toBe(false);
  expect(isFileDrag(null)).toBe(false);
});
