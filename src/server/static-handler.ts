import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { openInside } from './open-inside.ts';
import { Refusal } from './refusal.ts';
import { decodeNames, requestPath } from './request-path.ts';
import { sendFile } from './send-file.ts';

/** What {@link serveStatic} serves. */
export interface StaticHandlerOptions {
  /** Real path of the built page's folder. */
  readonly distDir: string;
  /** Name of the folder that is served beside the page, if any. */
  readonly datasetName: string | undefined;
}

const TYPE_OF_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.jpg', 'image/jpeg'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.webmanifest', 'application/manifest+json'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
]);

/** A name that the build made from the file's content: `index-BxW3k_9a.js`. */
const HASHED = /^assets\/[^/]+-[\w-]{8}\.\w+$/;

/** The app's own addresses. Ids in those of cases may hold a dot; no other address of the app does. */
const isRoute = (path: string): boolean => path.startsWith('/case/') || !path.includes('.');

/**
 * Answers a request for the built page: its files, and `index.html` for the app's own routes.
 * @throws Refusal 404, or the file system's error, when there is no such file.
 */
export async function serveStatic(
  options: StaticHandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = requestPath(request.url);
  if (path === '/index.html' || isRoute(path)) return sendPage(options, request, response);
  const names = decodeNames(path.slice(1));
  if (!names) throw new Refusal(404);
  const name = names.join('/');
  return sendFile(request, response, await openInside(options.distDir, names), {
    'Cache-Control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Type': TYPE_OF_EXTENSION.get(extname(name).toLowerCase()) ?? 'application/octet-stream',
  });
}

async function sendPage(
  { distDir, datasetName }: StaticHandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const html = await readFile(join(distDir, 'index.html'), 'utf8');
  const page = Buffer.from(datasetName === undefined ? html : announceDataset(html, datasetName));
  response.writeHead(200, {
    'Cache-Control': 'no-cache',
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': page.length,
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}

/** Names the served folder in the page's head, so that the page need not ask whether there is one. */
function announceDataset(html: string, name: string): string {
  const meta = `<meta name="midscope-dataset" content="${escapeAttribute(name)}">`;
  // A function, since `$` in a replacement text has a meaning of its own.
  return html.replace('</head>', () => `${meta}</head>`);
}

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
