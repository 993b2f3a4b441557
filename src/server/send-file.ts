import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { OpenFile } from './open-inside.ts';
import { parseRange } from './range-header.ts';
import { Refusal } from './refusal.ts';

/** Bytes read from disk at a time; a film is tens of them. */
const CHUNK = 2 ** 18;

/**
 * Answers GET or HEAD with a file, a part of it (206), or word that it has not changed (304), and closes it.
 * @throws Refusal 416 when the range lies past the end.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: OpenFile,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  try {
    const validators = { ETag: file.etag, 'Last-Modified': file.modified.toUTCString() };
    if (isUnchanged(request.headers['if-none-match'], file.etag)) {
      response.writeHead(304, { ...headers, ...validators }).end();
      return;
    }
    const span = parseRange(rangeHeader(request, file.etag), file.size);
    if (span === 'unsatisfiable') throw new Refusal(416, { 'Content-Range': `bytes */${file.size}` });
    const { first, last } = span ?? { first: 0, last: file.size - 1 };
    response.writeHead(span ? 206 : 200, {
      ...headers,
      ...validators,
      'Accept-Ranges': 'bytes',
      'Content-Length': last - first + 1,
      ...(span && { 'Content-Range': `bytes ${first}-${last}/${file.size}` }),
    });
    if (request.method === 'HEAD' || first > last) response.end();
    else await sendBytes(response, file, first, last);
  } finally {
    await file.handle.close();
  }
}

/** `If-None-Match` compares weakly (RFC 9110 section 13.1.2). */
const isUnchanged = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  header.split(',').some((candidate) => ['*', etag, `W/${etag}`].includes(candidate.trim()));

/** The range counts for GET only, and not when `If-Range` names another state of the file (RFC 9110 section 14.2). */
function rangeHeader({ method, headers }: IncomingMessage, etag: string): string | undefined {
  const condition = headers['if-range'];
  return method === 'GET' && (condition === undefined || condition === etag) ? headers.range : undefined;
}

async function sendBytes(
  response: ServerResponse,
  file: OpenFile,
  first: number,
  last: number,
): Promise<void> {
  const stream = file.handle.createReadStream({
    start: first,
    end: last,
    highWaterMark: CHUNK,
    autoClose: false,
  });
  await pipeline(stream, response, { end: false });
  // A file that shrank meanwhile leaves the promised length unfilled; the reader would wait for the rest.
  if (stream.bytesRead < last - first + 1) response.destroy();
  else response.end();
}
