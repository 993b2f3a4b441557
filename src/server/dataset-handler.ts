import type { IncomingMessage, ServerResponse } from 'node:http';
import { realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openInside, resolveInside } from './open-inside.ts';
import { harden } from './policy.ts';
import { Refusal, answerFailure } from './refusal.ts';
import { guardOrigin, guardRequest } from './request-guard.ts';
import { decodeNames, requestPath } from './request-path.ts';
import { sendBatch } from './send-batch.ts';
import { sendFile } from './send-file.ts';
import { readFolder, walkFolder } from './walk-folder.ts';

/** Where the dataset server answers, as the page asks for it (`sources/http-source.ts`). */
const DATASET_URL = '/dataset';

/** What {@link datasetHandler} serves. */
export interface DatasetHandlerOptions {
  readonly directory: string;
  /** Told of folders that cannot be read. */
  readonly warn: (message: string) => void;
}

/** Serves one folder, read-only. */
export interface DatasetHandler {
  /** The folder's own name. */
  readonly name: string;
  /** Answers a request below {@link DATASET_URL}; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Medical images do not belong into a browser's cache on disk; see `sources/http-source.ts`. */
const PRIVATE = { 'Cache-Control': 'private, no-store' } as const;

/** A browser that opens a file's address by itself must neither show nor run it. */
const FILE_HEADERS = {
  ...PRIVATE,
  'Content-Type': 'application/octet-stream',
  'Content-Disposition': 'attachment',
} as const;

/** Whether a request is for the dataset server. */
export const isDatasetRequest = ({ url }: IncomingMessage): boolean => {
  const path = requestPath(url);
  return path === DATASET_URL || path.startsWith(`${DATASET_URL}/`);
};

/**
 * The dataset server:
 * `/dataset/file/<path>` a file, whole or in part; `/dataset/list/<folder>` its entries as a JSON array of
 * `{ name, kind }`; `/dataset/batch?…` many small reads; `/dataset/walk` the path of every file, one JSON text per line, while walking.
 * Each name of a path is percent-encoded. Nothing outside the folder is reachable: what is not a plain name, and
 * what leads out through a link, is 404 like a file that does not exist.
 *
 * @throws the file system's error when there is no such folder.
 */
export async function datasetHandler({ directory, warn }: DatasetHandlerOptions): Promise<DatasetHandler> {
  const root = await realpath(directory);
  const path = resolve(directory);
  return {
    name: basename(path) || path,
    handle: async (request, response) => {
      try {
        harden(response);
        guardRequest(request);
        guardOrigin(request);
        await answer(root, warn, request, response);
      } catch (thrown) {
        answerFailure(response, thrown);
      }
    },
  };
}

async function answer(
  root: string,
  warn: (message: string) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [route = '', ...rest] = requestPath(request.url).slice(`${DATASET_URL}/`.length).split('/');
  const names = decodeNames(rest.join('/'));
  if (!names) throw new Refusal(404);
  if (route === 'file') await sendFile(request, response, await openInside(root, names), FILE_HEADERS);
  else if (route === 'batch' && names.length === 0) await sendBatch(request, response, root, FILE_HEADERS);
  else if (route === 'list') await sendList(request, response, root, names);
  else if (route === 'walk' && names.length === 0) await sendWalk(request, response, root, warn);
  else throw new Refusal(404);
}

async function sendList(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  names: readonly string[],
): Promise<void> {
  const entries = await readFolder(root, await resolveInside(root, names));
  response.writeHead(200, { ...PRIVATE, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(
    request.method === 'HEAD' ? undefined : JSON.stringify(entries.map(({ name, kind }) => ({ name, kind }))),
  );
}

async function sendWalk(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  warn: (message: string) => void,
): Promise<void> {
  response.writeHead(200, { ...PRIVATE, 'Content-Type': 'application/x-ndjson; charset=utf-8' });
  if (request.method === 'HEAD') response.end();
  else await pipeline(Readable.from(asLines(walkFolder(root, warn))), response);
}

async function* asLines(batches: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((path) => `${JSON.stringify(path)}\n`).join('');
}
