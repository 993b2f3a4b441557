import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { contentSecurityPolicy } from './policy.ts';
import { midscopeDataset } from './vite-plugin.ts';

const PAGE =
  '<!doctype html><html><head><meta charset="utf-8"><title>t</title></head>' +
  '<body><script type="module" src="/main.js"></script></body></html>';

async function project() {
  const folder = await tempFolder(
    new Map([
      ['index.html', PAGE],
      ['main.js', 'document.title = "x";'],
      ['data "1"/participants.tsv', 'participant\n'],
    ]),
  );
  onTestFinished(() => folder.remove());
  return { root: folder.path, dataDir: join(folder.path, 'data "1"') };
}

test('the built page begins its head with the policy, without what only a header can say', async () => {
  const { root } = await project();
  await build({ root, configFile: false, logLevel: 'silent', plugins: [midscopeDataset()] });
  const html = await readFile(join(root, 'dist/index.html'), 'utf8');
  const first = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
  expect(first?.replaceAll('&#39;', "'")).toBe(contentSecurityPolicy('meta'));
  expect(first).not.toContain('frame-ancestors');
  expect(html).not.toContain('midscope-dataset');
});

test('the development server serves the folder and names it in the page', async () => {
  const { root, dataDir } = await project();
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 41_780 },
    plugins: [midscopeDataset(dataDir)],
  });
  onTestFinished(() => server.close());
  await server.listen();
  const origin = server.resolvedUrls?.local[0] ?? '';
  const html = await (await fetch(origin)).text();
  expect(html).toContain('<meta name="midscope-dataset" content="data &quot;1&quot;">');
  expect(html).not.toContain('Content-Security-Policy');
  expect(await (await fetch(`${origin}dataset/file/participants.tsv`)).text()).toBe('participant\n');
  expect((await fetch(`${origin}dataset/file/..%2findex.html`)).status).toBe(404);
});
