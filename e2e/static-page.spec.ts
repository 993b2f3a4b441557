import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Any web server: the files of a folder, `index.html` for all else, and no header of midscope's. */
async function plainServer(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const send = (file: string, body: Buffer): void => {
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(body);
    };
    const file = join(folder, normalize(pathname));
    readFile(file)
      .then((body) => send(file, body))
      .catch(async () => send('index.html', await readFile(join(folder, 'index.html'))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

test('the built folder runs from any web server, by its own policy', async ({ page, faults }) => {
  const server = await plainServer('dist');
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const response = await page.goto(url);
    expect(response?.headers()['content-security-policy']).toBeUndefined();
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    await expect(policy).toHaveAttribute('content', /default-src 'self'.*connect-src 'self' blob:/);
    await page.getByTestId('open-demo').click();
    await indexDone(page);
    await page.getByTestId('case-row').first().click();
    await renderedViewport(page);
    // An address of its own, asked of the server anew.
    await page.reload();
    await renderedViewport(page);
    const blocked = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        (error: Error) => error.message,
      ),
    );
    expect(blocked).not.toBe('sent');
    await expect
      .poll(() => faults.filter((fault) => fault.includes('connect-src')).length)
      .toBeGreaterThan(0);
    // The browser and the page each write a line of their own.
    await page.waitForTimeout(200);
    expect(faults.splice(0).filter((fault) => !/Content Security Policy|connect-src/.test(fault))).toEqual(
      [],
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
