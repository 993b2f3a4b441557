import { link, open, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawAnswer, RawRequest } from '../testing/raw-request.ts';
import { rawRequest } from '../testing/raw-request.ts';
import type { TempFolder } from '../testing/temp-folder.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import type { RunningServer } from './create-server.ts';
import { createServer } from './create-server.ts';

/** Stands in every file that must not be reached. */
const SECRET = 'the-secret-outside';

/** Names of what is inside and outside, and all that was ever used to get from one to the other. */
const STEPS = [
  '.. . %2e%2e %2E. .%2e %252e%252e ..%2f %2f %5c ..%5c \\ ..\\ %00 ..%00 ... ....  ~ C: C%3a',
  '%c0%ae%c0%ae %c0%af %u002e %e2%80%a5 \u00FF secret.txt elsewhere data-twin dist data .git ten.bin',
  'link-out.txt folder-out twin-out sub-S1 up store again loop-a dangling pipe',
].flatMap((line) => line.split(' '));

let folder: TempFolder;
let server: RunningServer;
const inData = (path: string): string => join(folder.path, 'data', path);

const send = (target: string, request: Omit<RawRequest, 'target'> = {}): Promise<RawAnswer> =>
  rawRequest(server.port, { target, ...request });
const file = (path: string, request: Omit<RawRequest, 'target'> = {}): Promise<RawAnswer> =>
  send(`/dataset/file/${path}`, request);
const fetched = (path: string): Promise<Response> => fetch(`${server.url}/dataset/${path}`);
const walked = async (): Promise<readonly string[]> => {
  const lines = (await (await fetched('walk')).text()).trimEnd().split('\n');
  return lines.map((line) => String(JSON.parse(line))).toSorted();
};

beforeAll(async () => {
  folder = await tempFolder(
    new Map([
      ['secret.txt', SECRET],
      ['data-twin/secret.txt', SECRET],
      ['elsewhere/secret.txt', SECRET],
      ['dist/index.html', '<html><head></head></html>'],
      ['data/ten.bin', '0123456789'],
      ['data/empty.png', ''],
      ['data/page.html', '<script>alert(1)</script>'],
      ['data/sub-S1/ses-E1/film.png', 'film'],
      ['data/.git/annex/key.png', 'annexed'],
      ['data/.git/store/scan.png', 'stored'],
      ['data/.DS_Store', 'x'],
      ['data/._ten.bin', 'x'],
    ]),
  );
  await symlink('../secret.txt', inData('link-out.txt'));
  await symlink(join(folder.path, 'elsewhere'), inData('folder-out'));
  await symlink('../data-twin', inData('twin-out'));
  await symlink('.git/annex/key.png', inData('annexed.png'));
  await symlink('.git/store', inData('store'));
  await symlink('sub-S1', inData('again'));
  await symlink('..', inData('sub-S1/up'));
  await symlink('loop-b', inData('loop-a'));
  await symlink('loop-a', inData('loop-b'));
  await symlink('nowhere', inData('dangling'));
  await link(inData('ten.bin'), inData('hard.bin'));
  execFileSync('mkfifo', [inData('pipe')]);
  server = await createServer({
    distDir: join(folder.path, 'dist'),
    dataDir: join(folder.path, 'data'),
    port: 0,
  });
});

afterAll(async () => {
  await server.close();
  await folder.remove();
});

describe('a served file', () => {
  test('comes whole, as bytes that no browser shows, runs or keeps', async () => {
    const { status, headers, body } = await file('page.html');
    expect(status).toBe(200);
    expect(body).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-length': '25',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
      'accept-ranges': 'bytes',
    });
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });

  test('tells when it was changed', async () => {
    const time = new Date('2020-03-18T10:20:30Z');
    await utimes(inData('empty.png'), time, time);
    expect((await file('empty.png')).headers.get('last-modified')).toBe('Wed, 18 Mar 2020 10:20:30 GMT');
  });

  test('answers HEAD with the same headers and no body', async () => {
    const get = await file('ten.bin');
    const head = await file('ten.bin', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.body).toBe('');
    for (const name of ['content-length', 'etag', 'last-modified', 'accept-ranges', 'content-type'])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
  });

  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-100', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['nonsense', 200, '0123456789', undefined],
  ])('answers the range %s with %i and %s', async (range, status, body, contentRange) => {
    const answer = await file('ten.bin', { headers: { Range: range } });
    expect([answer.status, answer.body, answer.headers.get('content-range')]).toEqual([
      status,
      body,
      contentRange,
    ]);
    expect(answer.headers.get('content-length')).toBe(String(body.length));
  });

  test.each(['bytes=10-', 'bytes=99999999999999999999-', 'bytes=-0'])(
    'answers the range %s past its end with 416 and its size',
    async (range) => {
      const { status, headers } = await file('ten.bin', { headers: { Range: range } });
      expect([status, headers.get('content-range')]).toEqual([416, 'bytes */10']);
    },
  );

  test('is not sent again to whom has its entity tag', async () => {
    const etag = (await file('ten.bin')).headers.get('etag') ?? '';
    for (const condition of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await file('ten.bin', { headers: { 'If-None-Match': condition } });
      expect([answer.status, answer.body, answer.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await file('ten.bin', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  test('has another entity tag when it was changed to the same length', async () => {
    await writeFile(inData('sub-S1/changing.txt'), 'before');
    const before = (await file('sub-S1/changing.txt')).headers.get('etag');
    await writeFile(inData('sub-S1/changing.txt'), 'after!');
    const after = (await file('sub-S1/changing.txt')).headers.get('etag');
    await rm(inData('sub-S1/changing.txt'));
    expect(after).not.toBe(before);
  });

  test('comes whole when If-Range names another state of it', async () => {
    const etag = (await file('ten.bin')).headers.get('etag') ?? '';
    const part = await file('ten.bin', { headers: { Range: 'bytes=0-0', 'If-Range': etag } });
    const whole = await file('ten.bin', { headers: { Range: 'bytes=0-0', 'If-Range': '"other"' } });
    expect([part.status, whole.status]).toEqual([206, 200]);
  });

  test('that shrinks while it is sent breaks the answer off', async () => {
    const large = await open(inData('large.bin'), 'w');
    await large.truncate(64 * 2 ** 20);
    const outcome = await new Promise<string>((resolve, reject) => {
      const get = httpRequest({ host: '127.0.0.1', port: server.port, path: '/dataset/file/large.bin' });
      get.on('error', reject);
      get.on('response', (response) => {
        response.once('data', () => {
          response.pause();
          void large.truncate(2 ** 20).then(() => response.resume());
        });
        response.on('error', () => resolve('broken off'));
        response.on('end', () => resolve('complete'));
      });
      get.end();
    });
    await large.close();
    await rm(inData('large.bin'));
    expect(outcome).toBe('broken off');
  });
});

describe('what lies outside the folder', () => {
  test.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%2fsecret.txt',
    '%252e%252e/secret.txt',
    '%252e%252e%252fsecret.txt',
    '..%5csecret.txt',
    '..\\secret.txt',
    '%c0%ae%c0%ae/secret.txt',
    'sub-S1/../../secret.txt',
    'sub-S1/%2e%2e/%2e%2e/secret.txt',
    './../secret.txt',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    '//etc/passwd',
    'C:/Windows/win.ini',
    'C%3a%5cWindows%5cwin.ini',
    'ten.bin%00.png',
    '%00',
    'ten.bin/',
    'ten.bin/x',
    '%',
    '%zz',
    '..;/secret.txt',
    '....//secret.txt',
    'link-out.txt',
    'folder-out/secret.txt',
    'twin-out/secret.txt',
    'sub-S1/up/../secret.txt',
    'loop-a',
    'dangling',
    'pipe',
    'sub-S1',
    '',
  ])('%s is 404 like a file that does not exist', async (path) => {
    const absent = await file('does-not-exist');
    const answer = await file(path);
    expect([answer.status, answer.body]).toEqual([404, absent.body]);
    expect([...answer.headers.keys()]).toEqual([...absent.headers.keys()]);
  });

  test.each(['.DS_Store', '._ten.bin', '.git/annex/key.png', '%2egit/annex/key.png'])(
    '%s is hidden and 404',
    async (path) => {
      expect((await file(path)).status).toBe(404);
    },
  );

  test.each(['..', '%2e%2e', 'folder-out', 'twin-out', '.git', 'ten.bin', 'pipe', 'nothing', '/'])(
    'the folder %s is not listed',
    async (path) => {
      expect((await send(`/dataset/list/${path}`)).status).toBe(404);
    },
  );

  test.each(['', '/', '/file', '/other', '/walk/..', '/walk/x', '/File/ten.bin', 'x/file/ten.bin'])(
    '/dataset%s is no answer of the dataset server',
    async (path) => {
      expect((await send(`/dataset${path}`)).body).not.toContain('0123456789');
      expect((await send(`/dataset${path}`)).body).not.toContain('ten.bin');
    },
  );

  test('is never reached, whatever the request', async () => {
    const step = fc.constantFrom(...STEPS, encodeURIComponent(folder.path));
    const start = fc.constantFrom(
      '/dataset/file/',
      '/dataset/list/',
      '/dataset/batch?',
      '/dataset/batch?0-33:',
      '/dataset/walk/',
      '/dataset/',
      '/',
      'file:///',
    );
    const target = fc
      .tuple(start, fc.array(step, { maxLength: 6 }), fc.constantFrom('/', '//', '\\', '%2f', '?', '#', ';/'))
      .map(([from, steps, separator]) => from + steps.join(separator));
    const property = fc.asyncProperty(target, fc.constantFrom('GET', 'HEAD'), async (path, method) => {
      const { body } = await send(path, { method });
      expect(body).not.toContain(SECRET);
      expect(body).not.toContain('secret.txt');
    });
    await fc.assert(property, { numRuns: 400 });
  });
});

describe('links that stay inside', () => {
  test('lead to their files, hidden stores included', async () => {
    expect((await file('annexed.png')).body).toBe('annexed');
    expect((await file('store/scan.png')).body).toBe('stored');
    expect((await file('again/ses-E1/film.png')).body).toBe('film');
    expect((await file('hard.bin')).body).toBe('0123456789');
  });

  test('are listed as what they lead to', async () => {
    const entries: unknown = await (await fetched('list/')).json();
    expect(entries).toEqual(
      expect.arrayContaining([
        { name: 'annexed.png', kind: 'file' },
        { name: 'store', kind: 'directory' },
        { name: 'again', kind: 'directory' },
      ]),
    );
    expect(entries).toHaveLength(8);
  });

  test('are walked once, and not around', async () => {
    expect(await walked()).toEqual([
      'annexed.png',
      'empty.png',
      'hard.bin',
      'page.html',
      'store/scan.png',
      'sub-S1/ses-E1/film.png',
      'ten.bin',
    ]);
  });
});

describe('who may ask', () => {
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])('%s is 405', async (method) => {
    const { status, headers } = await file('ten.bin', { method });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test.each(['evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]:80', '127.0.0.1.evil.example', 'LOCALHOST'])(
    'a request to the host %s is 421',
    async (host) => {
      for (const target of ['/dataset/file/ten.bin', '/dataset/walk', '/'])
        expect((await send(target, { headers: { Host: host } })).status).toBe(421);
    },
  );

  test('a request without a host is refused', async () => {
    expect((await file('ten.bin', { headers: { Host: '' } })).status).toBe(400);
  });

  test('a request to localhost is sent to the one origin, and reads nothing on the way', async () => {
    const headers = { Host: `localhost:${server.port}` };
    const { status, headers: answered, body } = await send('/case/sub-S1/ses-E1?image=a%20b', { headers });
    expect([status, answered.get('location'), body]).toEqual([
      308,
      `${server.url}/case/sub-S1/ses-E1?image=a%20b`,
      '',
    ]);
    expect((await file('ten.bin', { headers })).status).toBe(308);
  });

  test.each([
    { Origin: 'http://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1:1' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('a page of another origin is refused: %o', async (headers) => {
    expect((await file('ten.bin', { headers })).status).toBe(403);
    expect((await send('/dataset/walk', { headers })).status).toBe(403);
  });

  test.each(['same-origin', 'none'])('the page itself is answered: %s', async (site) => {
    const headers = { Origin: server.url, 'Sec-Fetch-Site': site };
    expect((await file('ten.bin', { headers })).body).toBe('0123456789');
  });
});

test('the served folder is named as its own path names it', () => {
  expect(server.datasetName).toBe('data');
});
