import type { DatasetPath } from '../domain/brand.ts';
import type { ByteRange, DirectoryEntry, FileSource, FileStat } from '../domain/dataset/file-source.ts';
import { DATASET_ROOT } from '../domain/dataset/file-source.ts';
import { MidscopeError } from '../domain/error.ts';
import { MOST_PART_BYTES, partsOf } from './batch-format.ts';
import { spanOf } from './byte-range.ts';
import { isDatasetPath } from './dataset-path.ts';
import { at, fileGone, guarded, throwIfAborted } from './guard.ts';
import { jsonLines, readPart } from './http-body.ts';
import { WALK_BATCH } from './listed-source.ts';
import { readBatches } from './read-batches.ts';

/** Which dataset server {@link httpSource} reads from. */
export interface HttpSourceOptions {
  /** Name of the served folder. */
  readonly name: string;
  /** Address of the dataset server, for example `/dataset`; relative to the page's origin or absolute. */
  readonly baseUrl: string;
  /** Gather small reads that are asked for side by side: for whoever reads thousands of small files. */
  readonly gather?: boolean;
}

/**
 * Nothing is kept in the browser's HTTP cache. A kept film would have to be revalidated at each reading all the
 * same (a file may change under midscope), saving only a read from the local disk; it would leave patients'
 * images in the browser's profile; and the cache's lock makes reads of one file wait for each other.
 * Decoded images are kept by the session, which knows when to drop them.
 */
const REQUEST = { cache: 'no-store', credentials: 'omit', redirect: 'error' } as const;

const CODE_OF_STATUS: ReadonlyMap<number, 'FILE_DENIED' | 'FILE_GONE'> = new Map([
  [401, 'FILE_DENIED'],
  [403, 'FILE_DENIED'],
  [404, 'FILE_GONE'],
  [410, 'FILE_GONE'],
]);

/** The folder of a dataset server (`server/dataset-handler.ts`). `modified` is exact to the second. */
export function httpSource({ name, baseUrl, gather = false }: HttpSourceOptions): FileSource {
  const base = baseUrl.endsWith('/') ? baseUrl.slice(0, -1) : baseUrl;
  const fileUrl = (path: DatasetPath): string => `${base}/file/${encodePath(path)}`;
  const alone = (path: DatasetPath, signal: AbortSignal, range: ByteRange | undefined) =>
    range ? readRange(fileUrl(path), path, range, signal) : readWhole(fileUrl(path), path, signal);
  const gathered = readBatches(async (items) => {
    const response = await ask(`${base}/batch?${items.join('&')}`, DATASET_ROOT, {});
    return partsOf(await response.arrayBuffer(), items.length);
  });
  const readGathered = async (path: DatasetPath, signal: AbortSignal, range: ByteRange | undefined) => {
    if (range && range.length > MOST_PART_BYTES) return alone(path, signal, range);
    const span = range && spanOf(range);
    const prefix = span ? `${span.start}-${span.end - span.start}:` : '';
    const { status, bytes } = await gathered(prefix + encodePath(path), signal);
    if (status === 200) return bytes;
    return status === 413 ? alone(path, signal, range) : refuse(status, path);
  };
  const statGathered = async (path: DatasetPath, signal: AbortSignal): Promise<FileStat> => {
    const { status, stat } = await gathered(`0-0:${encodePath(path)}`, signal);
    return status === 200 ? stat : refuse(status, path);
  };
  const statAlone = async (path: DatasetPath, signal: AbortSignal): Promise<FileStat> => {
    const response = await ask(fileUrl(path), path, { method: 'HEAD', signal });
    // An answer that nobody reads to its end counts as a failed request, even if there is nothing in it.
    await response.arrayBuffer();
    return parseStat(response);
  };
  return {
    name,
    list: (directory, signal) =>
      guarded(directory, signal, async () => {
        const route = directory === DATASET_ROOT ? '' : encodePath(directory);
        const response = await ask(`${base}/list/${route}`, directory, { signal });
        return parseEntries(await response.json(), directory);
      }),
    walk: (signal) => walk(`${base}/walk`, signal),
    stat: (path, signal) => guarded(path, signal, () => (gather ? statGathered : statAlone)(path, signal)),
    read: (path, signal, range) =>
      guarded(path, signal, () => (gather ? readGathered : alone)(path, signal, range)),
  };
}

/** Letters as on disk, each segment encoded once; what cannot be a path of the dataset is not asked for. */
function encodePath(path: DatasetPath): string {
  if (!isDatasetPath(path) || !path.isWellFormed()) throw fileGone(path);
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Asks for something of the dataset; every answer but a successful one is thrown as what it says of the path. */
async function ask(url: string, path: DatasetPath, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...REQUEST, ...init });
  if (response.ok) return response;
  await response.body?.cancel();
  return refuse(response.status, path);
}

function refuse(status: number, path: DatasetPath): never {
  const code = CODE_OF_STATUS.get(status);
  if (code === undefined) throw new MidscopeError('FILE_READ', { status }, at(path));
  throw new MidscopeError(code, {}, at(path));
}

function parseEntries(answer: unknown, directory: DatasetPath): readonly DirectoryEntry[] {
  if (!Array.isArray(answer) || !answer.every(isEntry))
    throw new MidscopeError('FILE_READ', {}, at(directory));
  return answer;
}

const isEntry = (value: unknown): value is DirectoryEntry =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'kind' in value &&
  (value.kind === 'file' || value.kind === 'directory');

function parseStat({ headers }: Response): FileStat {
  const size = Number(headers.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(size)) throw new Error('The answer states no size');
  const modified = Date.parse(headers.get('last-modified') ?? '');
  return { size, modified: Number.isNaN(modified) ? 0 : modified };
}

async function readWhole(
  url: string,
  path: DatasetPath,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await ask(url, path, { signal });
  return new Uint8Array(await response.arrayBuffer());
}

async function readRange(
  url: string,
  path: DatasetPath,
  range: ByteRange,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const span = spanOf(range);
  if (span.start === span.end) {
    // No header can ask for nothing, but the file must exist all the same.
    await ask(url, path, { method: 'HEAD', signal });
    return new Uint8Array(0);
  }
  const headers = { Range: `bytes=${span.start}-${span.end - 1}` };
  const response = await fetch(url, { ...REQUEST, signal, headers });
  if (response.ok) return readPart(response, span);
  await response.body?.cancel();
  return response.status === 416 ? new Uint8Array(0) : refuse(response.status, path);
}

async function* walk(url: string, signal: AbortSignal): AsyncGenerator<readonly DatasetPath[]> {
  const here = DATASET_ROOT;
  const response = await guarded(here, signal, () => ask(url, here, { signal }));
  const chunks = jsonLines(response);
  let batch: DatasetPath[] = [];
  try {
    for (;;) {
      const chunk = await guarded(here, signal, () => chunks.next());
      if (chunk.done === true) break;
      for (const path of chunk.value) {
        if (typeof path !== 'string' || !isDatasetPath(path))
          throw new MidscopeError('FILE_READ', {}, at(here));
        batch.push(path);
        if (batch.length < WALK_BATCH) continue;
        yield batch;
        throwIfAborted(signal);
        batch = [];
      }
      if (batch.length === 0) continue;
      // What has come is passed on at once, so that the library fills while the server is still walking.
      yield batch;
      batch = [];
    }
  } finally {
    await chunks.return();
  }
}
