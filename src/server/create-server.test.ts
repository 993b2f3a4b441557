import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawAnswer } from '../testing/raw-request.ts';
import { rawRequest } from '../testing/raw-request.ts';
import type { TempFolder } from '../testing/temp-folder.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import type { RunningServer } from './create-server.ts';
import { createServer } from './create-server.ts';

const PAGE = '<!doctype html><html><head><title>midscope</title></head><body></body></html>';
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** A folder name that is markup, and holds what `String.replace` takes for a pattern. */
const DATASET = `a"><script>&$'`;

let folder: TempFolder;
let server: RunningServer;
let withDataset: RunningServer;
const get = (target: string, method = 'GET', { port } = server): Promise<RawAnswer> =>
  rawRequest(port, { target, method });

beforeAll(async () => {
  folder = await tempFolder(
    new Map([
      ['dist/index.html', PAGE],
      ['dist/favicon.svg', '<svg/>'],
      ['dist/assets/index-BxW3k_9a.js', 'export {};'],
      ['dist/assets/decoder-a-b_c-1D.wasm', 'wasm'],
      ['dist/assets/geist-AAAAAAAA.woff2', 'woff2'],
      ['dist/assets/plain.css', 'a {}'],
      ['dist/.midscope-build', 'stamp'],
      ['secret.txt', 'secret'],
      [`${DATASET}/participants.tsv`, 'participant\n'],
    ]),
  );
  await symlink('../secret.txt', join(folder.path, 'dist/link.txt'));
  const distDir = join(folder.path, 'dist');
  server = await createServer({ distDir, port: 0 });
  withDataset = await createServer({ distDir, dataDir: join(folder.path, DATASET), port: 0 });
});

afterAll(async () => {
  await Promise.all([server.close(), withDataset.close()]);
  await folder.remove();
});

describe('the built page', () => {
  test.each([
    '/',
    '/library',
    '/library?q=pneumonia&x=a.b',
    '/case/sub-S03999/ses-E07001',
    '/case/sub-1.2/ses-E1%40.',
    '/index.html',
  ])('answers %s, to be asked for again each time', async (target) => {
    const { status, headers, body } = await get(target);
    expect([status, body]).toEqual([200, PAGE]);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    ['/assets/index-BxW3k_9a.js', 'text/javascript; charset=utf-8', IMMUTABLE],
    ['/assets/decoder-a-b_c-1D.wasm', 'application/wasm', IMMUTABLE],
    ['/assets/geist-AAAAAAAA.woff2', 'font/woff2', IMMUTABLE],
    ['/assets/plain.css', 'text/css; charset=utf-8', 'no-cache'],
    ['/favicon.svg', 'image/svg+xml', 'no-cache'],
  ])('answers %s as %s, cached: %s', async (target, type, caching) => {
    const { status, headers } = await get(target);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, caching]);
  });

  test('answers HEAD without a body', async () => {
    const { status, headers, body } = await get('/library', 'HEAD');
    expect([status, headers.get('content-length'), body]).toEqual([200, String(PAGE.length), '']);
  });

  test.each([
    '/assets/missing-AAAAAAAA.js',
    '/.midscope-build',
    '/link.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../index.html',
    '//secret.txt',
    '/dataset/file/participants.tsv',
    '/dataset/walk',
  ])('has no %s', async (target) => {
    const { status, body } = await get(target);
    expect([status, body]).toEqual([404, 'Not Found']);
  });

  test.each(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    expect((await get('/', method)).status).toBe(405);
  });

  test.each(['/', '/favicon.svg', '/nothing.js', '/dataset/walk'])(
    'sends its policy with %s',
    async (target) => {
      const { headers } = await get(target);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self'; " +
          "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' blob:; " +
          "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );
});

describe('the page beside a dataset', () => {
  test('names the folder in its head, as text', async () => {
    const { body } = await get('/case/a/b', 'GET', withDataset);
    const meta = `<meta name="midscope-dataset" content="a&quot;&gt;&lt;script&gt;&amp;$'">`;
    expect(body).toBe(PAGE.replace('</head>', () => `${meta}</head>`));
  });

  test('is told of the folder name as it is', () => {
    expect(withDataset.datasetName).toBe(DATASET);
    expect(server.datasetName).toBeUndefined();
  });

  test('has the dataset at its own origin', async () => {
    expect((await get('/dataset/file/participants.tsv', 'GET', withDataset)).body).toBe('participant\n');
  });
});

describe('a server', () => {
  test('that finds its port taken says so', async () => {
    const starting = createServer({ distDir: folder.path, port: server.port });
    await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('is not made for a folder that does not exist', async () => {
    const starting = createServer({ distDir: folder.path, dataDir: join(folder.path, 'nothing'), port: 0 });
    await expect(starting).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('closes while connections are open, and frees its port', async () => {
    const other = await tempFolder(new Map([['index.html', PAGE]]));
    const first = await createServer({ distDir: other.path, port: 0 });
    await (await fetch(first.url)).text();
    await first.close();
    const second = await createServer({ distDir: other.path, port: first.port });
    expect(second.port).toBe(first.port);
    await second.close();
    await other.remove();
  });

  test('answers 404 while there is no built page', async () => {
    const other = await tempFolder();
    const empty = await createServer({ distDir: other.path, port: 0 });
    expect((await get('/', 'GET', empty)).status).toBe(404);
    await empty.close();
    await rm(other.path, { recursive: true });
  });
});
