import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import type { FileSource } from '../domain/dataset/file-source.ts';
import {
  CONTRACT_FILES,
  EMPTY_FILE,
  FILM,
  HIDDEN,
  LARGE,
  LARGE_FILE,
  ODD_NAMES,
  type ContractFiles,
} from './contract-files.ts';
import { baseName, DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';

/** A source to be tested, and how to end it. */
export interface ContractSubject {
  readonly source: FileSource;
  close?(): Promise<void> | void;
}

const contents = CONTRACT_FILES;
const visible = [...contents.keys()].filter((path) => !HIDDEN.includes(path));

const namesBut = (hides: readonly string[]): readonly string[] =>
  ODD_NAMES.filter((name) => !hides.includes(name));

/** What an adapter cannot do, for reasons that lie outside midscope. */
export interface ContractOptions {
  /** Names that the browser hides, and that are not asked for. */
  readonly hides?: readonly string[];
}

const at = (path: string): DatasetPath => joinPath(DATASET_ROOT, path);
const signal = (): AbortSignal => new AbortController().signal;
const aborted = (): AbortSignal => AbortSignal.abort('another reason');
const gone = expect.objectContaining({ name: 'MidscopeError', code: 'FILE_GONE' });
const abort = expect.objectContaining({ name: 'AbortError' });
/** An array of numbers would take seconds to compare at this size. */
const same = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
  other !== undefined && one.length === other.length && one.every((byte, index) => byte === other[index]);

async function batchesOf(source: FileSource): Promise<readonly (readonly DatasetPath[])[]> {
  const batches: (readonly DatasetPath[])[] = [];
  for await (const batch of source.walk(signal())) batches.push(batch);
  return batches;
}

/**
 * What every adapter of {@link FileSource} promises, as tests.
 * @param makeSource opens a source over exactly these files; called once.
 */
export function describeFileSourceContract(
  name: string,
  makeSource: (files: ContractFiles) => ContractSubject | Promise<ContractSubject>,
  { hides = [] }: ContractOptions = {},
): void {
  describe(`the contract of a source, kept by ${name}`, () => {
    let subject: ContractSubject;
    beforeAll(async () => {
      subject = await makeSource(contents);
    });
    afterAll(() => subject.close?.());
    const source = (): FileSource => subject.source;

    describeFolders(source, hides);
    describeReading(source, hides);
    describeAbsence(source);
    describeAborting(source);
  });
}

function describeFolders(source: () => FileSource, hides: readonly string[]): void {
  const seen = visible.filter((path) => !hides.includes(baseName(path)));
  const listed = async (path: string): Promise<readonly string[]> =>
    (await source().list(at(path), signal())).map(({ name, kind }) => `${kind} ${name}`).toSorted();

  test('the dataset folder lists its files and folders, hidden ones left out', async () => {
    expect(await listed('')).toEqual([
      'directory many',
      'directory odd #1',
      'directory sub-S03999',
      'file participants.tsv',
    ]);
  });

  test('a folder inside a folder lists what lies directly in it', async () => {
    expect(await listed('sub-S03999')).toEqual(['directory ses-E07001', 'directory ses-E07003']);
    expect(await listed('sub-S03999/ses-E07003')).toEqual(['file empty.png']);
  });

  test('a folder keeps the letters of its names as on disk', async () => {
    expect(await listed('odd #1')).toEqual(
      namesBut(hides)
        .map((name) => `file ${name}`)
        .toSorted(),
    );
  });

  test('a walk meets every file exactly once, in batches of 1 to 2,000', async () => {
    const batches = await batchesOf(source());
    expect(batches.flat().toSorted()).toEqual(seen.toSorted());
    for (const batch of batches) {
      expect(batch.length).toBeGreaterThan(0);
      expect(batch.length).toBeLessThanOrEqual(2000);
    }
  });

  test('a walk that is left early can be begun anew', async () => {
    for await (const batch of source().walk(signal())) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    expect((await batchesOf(source())).flat()).toHaveLength(seen.length);
  });
}

function describeReading(source: () => FileSource, hides: readonly string[]): void {
  const read = (path: DatasetPath, offset: number, length: number): Promise<Uint8Array> =>
    source().read(path, signal(), { offset, length });

  test('stat tells the size in bytes and a time', async () => {
    const { size, modified } = await source().stat(LARGE_FILE, signal());
    expect(size).toBe(LARGE);
    expect(Number.isFinite(modified) && modified >= 0).toBe(true);
    expect((await source().stat(EMPTY_FILE, signal())).size).toBe(0);
  });

  test('a whole file is read byte for byte', async () => {
    expect(same(await source().read(LARGE_FILE, signal()), contents.get(LARGE_FILE))).toBe(true);
  });

  test('an empty file reads as no bytes, whole and in part', async () => {
    expect(await source().read(EMPTY_FILE, signal())).toHaveLength(0);
    expect(await read(EMPTY_FILE, 0, 10)).toHaveLength(0);
  });

  test('a range reads the bytes from its offset', async () => {
    expect([...(await read(FILM, 250, 4))]).toEqual([257 & 0xff, 7, 8, 9]);
    const middle = await read(LARGE_FILE, 1_500_000, 70_000);
    expect(same(middle, contents.get(LARGE_FILE)?.subarray(1_500_000, 1_570_000))).toBe(true);
  });

  test('a range that reaches past the end yields what there is', async () => {
    expect(await read(FILM, 990, 100)).toHaveLength(10);
    expect(await read(FILM, 990, Number.POSITIVE_INFINITY)).toHaveLength(10);
    expect(await read(FILM, 1000, 1)).toHaveLength(0);
    expect(await read(FILM, 2 ** 40, 10)).toHaveLength(0);
    expect(await read(FILM, 5, 0)).toHaveLength(0);
  });

  test('a range that is no range of whole bytes is refused', async () => {
    const refusal = expect.objectContaining({ code: 'FILE_READ' });
    await expect(read(FILM, -1, 10)).rejects.toEqual(refusal);
    await expect(read(FILM, 5, -1)).rejects.toEqual(refusal);
    await expect(read(FILM, 0.5, 10)).rejects.toEqual(refusal);
    await expect(read(FILM, 0, Number.NaN)).rejects.toEqual(refusal);
  });

  test.each(namesBut(hides))('a file named %s is found and read', async (name) => {
    const path = joinPath('odd #1', name);
    expect((await source().stat(path, signal())).size).toBe(40);
    expect(await source().read(path, signal())).toEqual(contents.get(path));
  });

  test('concurrent reads do not mix', async () => {
    const paths = [FILM, LARGE_FILE, EMPTY_FILE, FILM, joinPath('odd #1', '#1.txt'), LARGE_FILE, FILM];
    const all = await Promise.all(paths.map((path) => source().read(path, signal())));
    expect(all.map((bytes, index) => same(bytes, contents.get(paths[index] ?? '')))).toEqual(
      paths.map(() => true),
    );
  });

  test('the buffer belongs to the caller: changing it changes no later reading', async () => {
    (await source().read(FILM, signal())).fill(0);
    (await source().read(FILM, signal(), { offset: 0, length: 10 })).fill(0);
    expect(await source().read(FILM, signal())).toEqual(contents.get(FILM));
  });
}

function describeAbsence(source: () => FileSource): void {
  const absent = [
    'nothing.tsv',
    'sub-S03999/nothing.png',
    'participants.tsv/x',
    'Participants.tsv',
    'sub-S03999',
  ];
  test.each(absent)('%s is no file: FILE_GONE', async (path) => {
    await expect(source().stat(at(path), signal())).rejects.toEqual(gone);
    await expect(source().read(at(path), signal())).rejects.toEqual(gone);
    await expect(source().read(at(path), signal(), { offset: 0, length: 0 })).rejects.toEqual(gone);
  });

  test.each(['nothing', 'sub-S03999/nothing', 'participants.tsv'])(
    '%s is no folder: FILE_GONE',
    async (path) => {
      await expect(source().list(at(path), signal())).rejects.toEqual(gone);
    },
  );

  const outside = [
    '..',
    '../x',
    '/etc/passwd',
    'sub-S03999/../participants.tsv',
    './participants.tsv',
    '\uD800',
  ];
  test.each([...outside, ...HIDDEN])('%s is no path of the dataset: FILE_GONE', async (path) => {
    await expect(source().read(at(path), signal())).rejects.toEqual(gone);
    await expect(source().list(at(path), signal())).rejects.toEqual(gone);
  });
}

function describeAborting(source: () => FileSource): void {
  test('an aborted signal is refused with an AbortError, whatever its reason', async () => {
    await expect(source().list(DATASET_ROOT, aborted())).rejects.toEqual(abort);
    await expect(source().stat(FILM, aborted())).rejects.toEqual(abort);
    await expect(source().read(FILM, aborted())).rejects.toEqual(abort);
    await expect(source().walk(aborted())[Symbol.asyncIterator]().next()).rejects.toEqual(abort);
  });

  test('a read that is aborted on its way ends with an AbortError', async () => {
    const controller = new AbortController();
    const reading = source().read(LARGE_FILE, controller.signal);
    controller.abort('another reason');
    await expect(reading).rejects.toEqual(abort);
  });

  test('a walk that is aborted on its way ends with an AbortError', async () => {
    const controller = new AbortController();
    const walk = source().walk(controller.signal)[Symbol.asyncIterator]();
    await walk.next();
    controller.abort('another reason');
    await expect(walk.next()).rejects.toEqual(abort);
  });

  test('aborting one read leaves another of the same file alone', async () => {
    const controller = new AbortController();
    const first = source().read(LARGE_FILE, controller.signal);
    const second = source().read(LARGE_FILE, signal());
    controller.abort();
    await expect(first).rejects.toEqual(abort);
    expect(await second).toHaveLength(LARGE);
  });
}
