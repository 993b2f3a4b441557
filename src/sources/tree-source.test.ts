import { describe, expect, test } from 'vitest';
import { DATASET_ROOT, joinPath, type FileSource } from '../domain/dataset/file-source.ts';
import { fakeEntry, fakeHandle } from '../testing/fake-folder.ts';
import { describeFileSourceContract } from '../testing/file-source-contract.ts';
import { entrySource } from './entry-source.ts';
import { handleSource } from './handle-source.ts';

describeFileSourceContract('a folder with a handle', (files) => ({
  source: handleSource(fakeHandle('covid19_posi', files)),
}));
describeFileSourceContract('a dropped folder without a handle', (files) => ({
  source: entrySource(fakeEntry('covid19_posi', files)),
}));

const signal = new AbortController().signal;
const byte = new Uint8Array(1);

async function walked(source: FileSource): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const batch of source.walk(signal)) paths.push(...batch);
  return paths.toSorted();
}

const refuseFirst = (folder: string): void => {
  if (folder === 'sub-1') throw new DOMException('', 'NotReadableError');
};

describe('a folder with a handle', () => {
  const files = new Map([
    ['participants.tsv', byte],
    ['sub-1/a.png', byte],
    ['sub-2/b.png', byte],
  ]);

  test('has the name of the folder', () => {
    expect(handleSource(fakeHandle('covid19_posi', files)).name).toBe('covid19_posi');
  });

  test('is walked on when one folder inside cannot be read', async () => {
    const source = handleSource(fakeHandle('data', files, { onRead: refuseFirst }));
    expect(await walked(source)).toEqual(['participants.tsv', 'sub-2/b.png']);
  });

  test.each([
    ['NotAllowedError', 'FILE_DENIED'],
    ['NotFoundError', 'FILE_GONE'],
    ['NotReadableError', 'FILE_READ'],
  ])('that fails with %s on the way ends the walk with %s', async (name, code) => {
    let reads = 0;
    const onRead = (): void => {
      reads += 1;
      if (reads > 1) throw new DOMException('', name);
    };
    await expect(walked(handleSource(fakeHandle('data', files, { onRead })))).rejects.toMatchObject({ code });
  });

  test('is read again after a folder inside was missing and came back', async () => {
    const late = new Map(files);
    const handle = fakeHandle('data', late);
    const source = handleSource(handle);
    const path = joinPath(DATASET_ROOT, 'sub-1/a.png');
    let missing = true;
    const find = handle.getDirectoryHandle.bind(handle);
    handle.getDirectoryHandle = (name) =>
      missing ? Promise.reject(new DOMException('', 'NotFoundError')) : find(name);
    await expect(source.read(path, signal)).rejects.toMatchObject({ code: 'FILE_GONE' });
    missing = false;
    expect(await source.read(path, signal)).toEqual(byte);
  });
});
