import type { DatasetPath } from '../domain/brand.ts';
import { DATASET_ROOT, type FileSource } from '../domain/dataset/file-source.ts';
import { MidscopeError } from '../domain/error.ts';
import type { IssueCode } from '../domain/issues.ts';
import { askToRead, isReadable } from '../sources/file-system-access.ts';
import { handleSource } from '../sources/handle-source.ts';
import { httpSource } from '../sources/http-source.ts';
import type { DatasetOrigin } from './origin.ts';

/** Why a dataset as a whole can no longer be read. */
export type AccessLoss =
  /** The user, or the browser on its own, withdrew the permission. */
  | 'permission'
  /** Moved, renamed or unplugged. */
  | 'gone'
  /** The server of the dataset does not answer. */
  | 'server';

/** Issues of one file that may come from the loss of all. */
export const mayBeLoss = (code: IssueCode): boolean =>
  code === 'FILE_DENIED' || code === 'FILE_GONE' || code === 'FILE_READ';

/** Files to try where the folder itself cannot be asked for. */
const TRIED = 3;

/**
 * Tries whether a dataset can be read at all.
 * @param files some of its files.
 */
export async function findLoss(
  origin: DatasetOrigin,
  files: readonly DatasetPath[],
): Promise<AccessLoss | undefined> {
  switch (origin.kind) {
    case 'demo':
      return undefined;
    case 'served': {
      const thrown = await listFails(httpSource(origin));
      return thrown && (isAnswer(thrown) ? 'gone' : 'server');
    }
    case 'folder':
      if (!(await isReadable(origin.handle))) return 'permission';
      return (await listFails(handleSource(origin.handle))) && 'gone';
    case 'files':
      return (await readFails(origin.source, files)) ? 'gone' : undefined;
  }
}

/** Asks the user for a dataset whose permission was withdrawn; call it first in the user's gesture. */
export const askForAccess = async (origin: DatasetOrigin): Promise<boolean> =>
  origin.kind !== 'folder' || askToRead(origin.handle);

const never = (): AbortSignal => new AbortController().signal;

/** Why the folder cannot be listed, if it cannot. */
async function listFails(source: FileSource): Promise<Error | undefined> {
  try {
    await source.list(DATASET_ROOT, never());
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

/** The server is there to say that the folder is not: its disk was unplugged below it. */
const isAnswer = (thrown: Error): boolean =>
  thrown instanceof MidscopeError &&
  (thrown.issue.code !== 'FILE_READ' || thrown.issue.facts?.status !== undefined);

async function readFails(source: FileSource, files: readonly DatasetPath[]): Promise<boolean> {
  const tried = await Promise.allSettled(
    files.slice(0, TRIED).map((path) => source.read(path, never(), { offset: 0, length: 1 })),
  );
  return tried.length > 0 && tried.every(({ status }) => status === 'rejected');
}
