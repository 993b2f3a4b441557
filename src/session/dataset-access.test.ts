import { afterEach, describe, expect, test, vi } from 'vitest';
import { DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';
import { directoryInputSource } from '../sources/directory-input-source.ts';
import { fakeHandle } from '../testing/fake-folder.ts';
import { findLoss, mayBeLoss } from './dataset-access.ts';
import { DEMO_ORIGIN, folderOrigin, type DatasetOrigin } from './origin.ts';

const FILES = new Map([['sub-1/a.png', new Uint8Array(1)]]);
const PATHS = [joinPath(DATASET_ROOT, 'sub-1/a.png')];

const failing = (name: string) => (): never => {
  throw new DOMException('', name);
};

function folder(state: PermissionState, onRead: () => void = () => undefined) {
  return folderOrigin(
    Object.assign(fakeHandle('data', FILES, { onRead }), { queryPermission: async () => state }),
  );
}

describe('a folder with a handle', () => {
  test('that can be read is not lost', async () => {
    expect(await findLoss(folder('granted'), PATHS)).toBeUndefined();
  });

  test('whose permission is not given, or denied, is lost to it', async () => {
    expect(await findLoss(folder('prompt'), PATHS)).toBe('permission');
    expect(await findLoss(folder('denied'), PATHS)).toBe('permission');
  });

  test.each(['NotFoundError', 'NotReadableError'])('that fails with %s is gone', async (name) => {
    expect(await findLoss(folder('granted', failing(name)), PATHS)).toBe('gone');
  });
});

const gone = (): Promise<never> => Promise.reject(new DOMException('', 'NotFoundError'));

/** A picked file whose content can be had, or not. */
function picked(path: string, isThere: boolean): File {
  const file = new File(['x'], path.slice(path.lastIndexOf('/') + 1));
  return Object.defineProperties(file, {
    webkitRelativePath: { value: `data/${path}` },
    ...(!isThere && { slice: { value: () => ({ arrayBuffer: gone }) } }),
  });
}

const origin = (...files: File[]): DatasetOrigin => ({
  kind: 'files',
  name: 'data',
  source: directoryInputSource(files),
});

describe('picked files', () => {
  const two = ['a.png', 'b.png'].map((path) => joinPath(DATASET_ROOT, path));

  test('are gone when none of those tried can be read', async () => {
    expect(await findLoss(origin(picked('a.png', false), picked('b.png', false)), two)).toBe('gone');
  });

  test('are not gone as long as one can be read, or none is known', async () => {
    expect(await findLoss(origin(picked('a.png', false), picked('b.png', true)), two)).toBeUndefined();
    expect(await findLoss(origin(picked('a.png', false)), [])).toBeUndefined();
  });
});

const answering = (answer: () => Promise<Response>): void => void vi.stubGlobal('fetch', answer);

describe('a served folder', () => {
  const served = { kind: 'served', name: 'data', baseUrl: 'http://127.0.0.1:4178/dataset/' } as const;
  afterEach(() => vi.unstubAllGlobals());

  test('whose server answers nothing is lost to it', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await findLoss(served, PATHS)).toBe('server');
  });

  test.each([404, 403, 500])('whose server answers %i is gone', async (status) => {
    answering(async () => new Response('', { status }));
    expect(await findLoss(served, PATHS)).toBe('gone');
  });

  test('that is listed is not lost', async () => {
    answering(async () => new Response('[]'));
    expect(await findLoss(served, PATHS)).toBeUndefined();
  });
});

test('the demo is never lost', async () => {
  expect(await findLoss(DEMO_ORIGIN, PATHS)).toBeUndefined();
});

test('an issue of the content of a file is no sign of a loss', () => {
  expect(mayBeLoss('FILE_DENIED') && mayBeLoss('FILE_GONE') && mayBeLoss('FILE_READ')).toBe(true);
  expect(mayBeLoss('FILE_EMPTY') || mayBeLoss('IMAGE_TRUNCATED')).toBe(false);
});
