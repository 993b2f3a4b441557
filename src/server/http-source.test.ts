import { createServer as createHttpServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FileSource } from '../domain/dataset/file-source.ts';
import { DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';
import { httpSource } from '../sources/http-source.ts';
import { describeFileSourceContract } from '../testing/file-source-contract.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { createServer } from './create-server.ts';

const signal = new AbortController().signal;
const film = joinPath(DATASET_ROOT, 'a.png');

for (const gather of [false, true])
  describeFileSourceContract(`the dataset server${gather ? ', read in batches' : ''}`, async (files) => {
    const folder = await tempFolder(files);
    const server = await createServer({ distDir: folder.path, dataDir: folder.path, port: 0 });
    return {
      source: httpSource({ name: 'covid19_posi', baseUrl: `${server.url}/dataset/`, gather }),
      close: async () => {
        await server.close();
        await folder.remove();
      },
    };
  });

/** A source over a server that answers in its own way. */
async function sourceOver(listener: RequestListener): Promise<FileSource> {
  const server = createHttpServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return httpSource({ name: 'other', baseUrl: `http://127.0.0.1:${port}` });
}

async function walkAll(source: FileSource): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const batch of source.walk(signal)) paths.push(...batch);
  return paths;
}

describe('a source over another server', () => {
  test.each([
    [404, 'FILE_GONE'],
    [410, 'FILE_GONE'],
    [403, 'FILE_DENIED'],
    [401, 'FILE_DENIED'],
    [500, 'FILE_READ'],
    [302, 'FILE_READ'],
  ])('status %i gives %s', async (status, code) => {
    const source = await sourceOver((request, response) =>
      response.writeHead(request.url === '/other' ? 200 : status, { Location: '/other' }).end('x'),
    );
    await expect(source.read(film, signal)).rejects.toMatchObject({ code });
    await expect(source.read(film, signal, { offset: 1, length: 1 })).rejects.toMatchObject({ code });
    await expect(source.stat(film, signal)).rejects.toMatchObject({ code });
    await expect(source.list(film, signal)).rejects.toMatchObject({ code });
    await expect(walkAll(source)).rejects.toMatchObject({ code });
  });

  test('a server that is not there gives FILE_READ', async () => {
    const source = httpSource({ name: 'none', baseUrl: 'http://127.0.0.1:1/dataset' });
    await expect(source.read(film, signal)).rejects.toMatchObject({ code: 'FILE_READ' });
    await expect(walkAll(source)).rejects.toMatchObject({ code: 'FILE_READ' });
  });

  test('a whole file that answers a range is cut to the range, and read no further', async () => {
    let unread = false;
    const source = await sourceOver((_request, response) => {
      response.write('0123456789');
      // Never ended: a reader that wants all of it would wait for ever.
      response.on('close', () => (unread = true));
    });
    const bytes = await source.read(film, signal, { offset: 3, length: 4 });
    expect(new TextDecoder().decode(bytes)).toBe('3456');
    await expect.poll(() => unread).toBe(true);
  });

  test('a part that begins elsewhere than asked gives FILE_READ', async () => {
    const source = await sourceOver((_request, response) =>
      response.writeHead(206, { 'Content-Range': 'bytes 0-3/10' }).end('0123'),
    );
    await expect(source.read(film, signal, { offset: 3, length: 4 })).rejects.toMatchObject({
      code: 'FILE_READ',
    });
  });

  test('an answer that breaks off gives FILE_READ, not a shorter file', async () => {
    const source = await sourceOver((_request, response) => {
      response.writeHead(200, { 'Content-Length': 10 });
      response.write('01234', () => response.destroy());
    });
    await expect(source.read(film, signal)).rejects.toMatchObject({ code: 'FILE_READ' });
  });

  test('leaving a walk early ends the answer', async () => {
    let unread = false;
    const source = await sourceOver((_request, response) => {
      response.write('"a.png"\n');
      response.on('close', () => (unread = true));
    });
    for await (const batch of source.walk(signal)) {
      expect(batch).toEqual(['a.png']);
      break;
    }
    await expect.poll(() => unread).toBe(true);
  });

  test('a walk that breaks off gives FILE_READ after the paths that came', async () => {
    const source = await sourceOver((_request, response) => {
      response.write('"a.png"\n"b.p', () => setTimeout(() => response.destroy(), 20));
    });
    const walk = source.walk(signal)[Symbol.asyncIterator]();
    expect((await walk.next()).value).toEqual(['a.png']);
    await expect(walk.next()).rejects.toMatchObject({ code: 'FILE_READ' });
  });

  test.each([
    ['no JSON', 'a.png\n'],
    ['no path', '"a.png"\n7\n'],
    ['a path that leads out', '"../a.png"\n'],
    ['a line without end', `"${'a'.repeat(70_000)}`],
  ])('a walk with %s gives FILE_READ', async (_what, text) => {
    const source = await sourceOver((_request, response) => response.end(text));
    await expect(walkAll(source)).rejects.toMatchObject({ code: 'FILE_READ' });
  });

  test('a letter whose bytes come in two pieces is one letter', async () => {
    const bytes = Buffer.from('"t\u00F3rax.png"\n');
    const source = await sourceOver((_request, response) => {
      response.write(bytes.subarray(0, 3), () => setTimeout(() => response.end(bytes.subarray(3)), 20));
    });
    expect(await walkAll(source)).toEqual(['t\u00F3rax.png']);
  });

  test.each(['{"name":"a"}', '[{"name":"a"}]', '[{"name":1,"kind":"file"}]', '[null]', 'x'])(
    'a listing of the form %s gives FILE_READ',
    async (text) => {
      const source = await sourceOver((_request, response) => response.end(text));
      await expect(source.list(film, signal)).rejects.toMatchObject({ code: 'FILE_READ' });
    },
  );

  test('files are read past the browser cache and without credentials', async () => {
    const asked: (string | undefined)[] = [];
    const source = await sourceOver((request, response) => {
      asked.push(request.headers['cache-control'], request.headers.cookie);
      response.end('x');
    });
    await source.read(film, signal);
    expect(asked).toEqual(['no-cache', undefined]);
  });
});
