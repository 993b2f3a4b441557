import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** The one address midscope listens on: browsers key saved work by it, and nothing but this machine reaches it. */
export const ADDRESS = '127.0.0.1';

/** Host and port a request must name, by the port it came in on. */
const authorityOf = (request: IncomingMessage): string => `${ADDRESS}:${request.socket.localPort}`;

/**
 * Only GET and HEAD (405), and only under midscope's own name (421): a foreign name that was made to
 * resolve to this machine (DNS rebinding) must not read the dataset.
 */
export function guardRequest(request: IncomingMessage): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal(405, { Allow: 'GET, HEAD' });
  if (request.headers.host !== authorityOf(request)) throw new Refusal(421);
}

/** Refuses what another origin's page sends (403); a page on another port of this machine is foreign too. */
export function guardOrigin(request: IncomingMessage): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const foreign = origin !== undefined && origin !== `http://${authorityOf(request)}`;
  if (foreign || site === 'cross-site' || site === 'same-site') throw new Refusal(403);
}

/** Where a request for `localhost` belongs, or nothing when it names another host. */
export function canonicalAddress(request: IncomingMessage): string | undefined {
  const { url = '', headers, socket } = request;
  const named = headers.host === `localhost:${socket.localPort}` && url.startsWith('/');
  return named ? `http://${authorityOf(request)}${url}` : undefined;
}
