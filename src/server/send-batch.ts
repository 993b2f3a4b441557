import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { MOST_PART_BYTES, MOST_PARTS, NO_STAT, partHead, type BatchPart } from '../sources/batch-format.ts';
import { openInside } from './open-inside.ts';
import { Refusal, statusOf } from './refusal.ts';
import { decodeNames, requestQuery } from './request-path.ts';

/** The most bytes of one answer; parts after it are refused with 413, and asked for alone. */
const MOST_BYTES = 2 ** 24;
const TOO_MUCH = partHead(413, 0, NO_STAT);
/** Files open at a time. */
const LANE = 16;

interface Item {
  readonly names: readonly string[];
  readonly offset: number;
  /** Undefined for the whole file. */
  readonly length: number | undefined;
}

/**
 * Answers many small reads at once; see `sources/batch-format.ts`. Each is named as `<path>` or
 * `<offset>-<length>:<path>`, joined by `&`; a path has its colons encoded. Every one is refused or answered for itself.
 * @throws Refusal 400 when there are none or too many.
 */
export async function sendBatch(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  const items = requestQuery(request.url).split('&').map(parseItem);
  if (items.length > MOST_PARTS) throw new Refusal(400);
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (let first = 0; first < items.length; first += LANE) {
    const lane = await Promise.all(items.slice(first, first + LANE).map((item) => readItem(root, item)));
    for (const part of lane) {
      total += part.bytes.length;
      const isLess = total <= MOST_BYTES;
      chunks.push(
        ...(isLess ? [partHead(part.status, part.bytes.length, part.stat), part.bytes] : [TOO_MUCH]),
      );
    }
  }
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : Buffer.concat(chunks));
}

/** Undefined for what names no file. */
function parseItem(text: string): Item | undefined {
  const range = /^(\d{1,15})-(\d{1,6}):(.+)$/.exec(text);
  const names = decodeNames(range ? (range[3] ?? '') : text);
  if (!names || names.length === 0) return undefined;
  return { names, offset: Number(range?.[1] ?? 0), length: range ? Number(range[2]) : undefined };
}

async function readItem(root: string, item: Item | undefined): Promise<BatchPart> {
  try {
    if (!item) throw new Refusal(404);
    const { handle, size, modified } = await openInside(root, item.names);
    try {
      const length = Math.min(item.length ?? size, Math.max(0, size - item.offset));
      if (length > MOST_PART_BYTES) throw new Refusal(413);
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await handle.read(bytes, 0, length, item.offset);
      // As exact as HTTP tells it of a file that is asked for alone.
      const stat = { size, modified: Math.floor(modified.getTime() / 1_000) * 1_000 };
      return { status: 200, stat, bytes: bytes.subarray(0, bytesRead) };
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    return { status: statusOf(thrown), stat: NO_STAT, bytes: new Uint8Array(0) };
  }
}
