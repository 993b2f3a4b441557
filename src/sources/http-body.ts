import type { Span } from './byte-range.ts';

/** The longest line a stream of lines may hold, in UTF-16 code units: more than any file system's longest path. */
const MAX_LINE = 2 ** 16;

/**
 * The part of a file that an answer to a range request holds. A 206 holds that part; a 200 holds the whole file
 * (RFC 9110 section 14.2 lets a server ignore the range), of which no more is read than needed.
 * @throws Error when a 206 begins elsewhere than asked.
 */
export async function readPart(response: Response, span: Span): Promise<Uint8Array<ArrayBuffer>> {
  const partial = response.status === 206;
  const first = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (partial && Number(first) !== span.start) throw new Error('The answer holds another part of the file');
  if (partial) return new Uint8Array(await response.arrayBuffer()).slice(0, span.end - span.start);
  if (!response.body) return new Uint8Array(0);
  let position = 0;
  const parts: Uint8Array[] = [];
  const reader = response.body.getReader();
  while (position < span.end) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value.subarray(Math.max(0, span.start - position), span.end - position));
    position += value.length;
  }
  await reader.cancel();
  return concatenate(parts);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}

/**
 * The values of an answer that holds one JSON value per line, as many at a time as have arrived.
 * @throws Error at a line that is no JSON or longer than 65,536 characters.
 */
export async function* jsonLines(response: Response): AsyncGenerator<readonly unknown[], void, undefined> {
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      ended = done;
      const lines = (rest + (done ? decoder.decode() : decoder.decode(value, { stream: true }))).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      if (rest.length > MAX_LINE) throw new Error('A line of the answer is too long');
      yield lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line));
      if (done) return;
    }
  } finally {
    // A stream that failed fails here again; its reason has been thrown already.
    if (!ended) await reader.cancel().catch(() => undefined);
  }
}
