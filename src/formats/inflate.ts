import { MidscopeError } from '../domain/error.ts';
import { pause } from '../domain/pause.ts';

/**
 * The most bytes one byte of a deflate stream can stand for: four matches of 258 bytes at two bits each
 * (RFC 1951 section 3.2.5). A declared size beyond it cannot be met, whatever the stream holds.
 */
export const MAX_DEFLATE_RATIO = 1032;

/**
 * Bytes given to the decompressor at once. Browsers inflate one write in one go, so this, times
 * {@link MAX_DEFLATE_RATIO}, is what a hostile stream can make them hold before midscope sees any of it.
 */
const WRITE_BYTES = 2 ** 17;

/** Milliseconds of inflating after which waiting messages are let in: a stream alone never comes to its end of a task. */
const BREATH = 20;

/** What to inflate, and how far. */
export interface InflateOptions {
  /** `gzip` (RFC 1952), `deflate` (zlib, RFC 1950) or `deflate-raw` (RFC 1951). */
  readonly format: CompressionFormat;
  /** The most bytes that may come out; one more is IMAGE_TOO_LARGE. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** Takes inflated bytes in order, valid only during the call; `false` ends the inflation there. */
export type ChunkSink = (chunk: Uint8Array<ArrayBuffer>) => boolean;

/**
 * A zeroed buffer of a size that was already checked against the data.
 *
 * @throws MidscopeError IMAGE_TOO_LARGE when this machine has not that much memory.
 */
export function allocateBytes(length: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(length);
  } catch (thrown) {
    throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: length }, thrown);
  }
}

/**
 * Inflates piece by piece, so that the caller works while the next piece is made and no whole copy exists.
 * The checksum at the stream's end is verified unless the sink ends the inflation before.
 * A gzip file may have several members, as bgzip and pigz make them and joined files have (RFC 1952 section 2.2).
 * Other bytes after the end of the stream are refused by browsers and by gzip in Node.
 *
 * @returns the number of bytes given to the sink.
 * @throws MidscopeError IMAGE_TRUNCATED (the stream does not end), IMAGE_UNDECODABLE (not such a stream, or a
 * wrong checksum), IMAGE_TOO_LARGE (over the limit); an AbortError once the signal is aborted.
 */
export async function inflateChunks(
  compressed: Uint8Array<ArrayBuffer>,
  options: InflateOptions,
  sink: ChunkSink,
): Promise<number> {
  if (options.format === 'gzip') return inflateMembers(compressed, options, sink);
  return (await inflateStream(compressed, options, sink)).total;
}

/** What came out of a stream, or of a member of a gzip file. */
interface Inflated {
  /** Bytes given to the sink. */
  readonly total: number;
  /** The stream was read to its end, which the sink did not want. */
  readonly isWhole: boolean;
}

/** Inflates the members of a gzip file one after the other. */
async function inflateMembers(
  compressed: Uint8Array<ArrayBuffer>,
  options: InflateOptions,
  sink: ChunkSink,
): Promise<number> {
  const ends = memberEnds(compressed);
  let total = 0;
  for (let start = 0; ; start = ends.found) {
    const member = await inflateMember(
      compressed,
      start,
      ends,
      { ...options, limit: options.limit - total },
      sink,
    );
    total += member.total;
    if (!member.isWhole || ends.found === compressed.length) return total;
  }
}

/**
 * Inflates the member that begins at `start`, up to `ends.found`. Browsers refuse what follows a member and do not say where it
 * ends, so it is tried up to each place where another one may begin: whether it ends there is for its own checksum
 * and length to say.
 */
async function inflateMember(
  compressed: Uint8Array<ArrayBuffer>,
  start: number,
  ends: MemberEnds,
  options: InflateOptions,
  sink: ChunkSink,
): Promise<Inflated> {
  // What the member gave before it was found to be longer comes again, and is passed over.
  let given = 0;
  for (let end = ends.next(start); ; end = ends.next(end)) {
    let seen = 0;
    try {
      const { isWhole } = await inflateStream(compressed.subarray(start, end), options, (chunk) => {
        const news = chunk.subarray(Math.max(0, given - seen));
        seen += chunk.length;
        given = Math.max(given, seen);
        return news.length === 0 || sink(news);
      });
      return { total: given, isWhole };
    } catch (thrown) {
      const isCut = thrown instanceof MidscopeError && thrown.code === 'IMAGE_TRUNCATED';
      if (!isCut || end === compressed.length) throw thrown;
      ends.refused++;
    }
  }
}

interface MemberEnds {
  /** The next place after `after` where another member may begin, else the end of the bytes. */
  next(after: number): number;
  /** What `next` said last. */
  readonly found: number;
  /** Places where no member began. */
  refused: number;
}

/** A member that is empty. */
const SHORTEST_MEMBER = 20;
/**
 * Places where no member began, before the rest is taken for a single one. In the middle of a member such a place comes up
 * once in 2^37 bytes, unless someone wants to make midscope busy.
 */
const MAX_REFUSED = 16;

function memberEnds(bytes: Uint8Array): MemberEnds {
  const ends = {
    found: 0,
    refused: 0,
    next(after: number): number {
      let at = ends.refused < MAX_REFUSED ? bytes.indexOf(0x1f, after + SHORTEST_MEMBER) : -1;
      while (at >= 0 && !isMemberHead(bytes.subarray(at, at + 10))) at = bytes.indexOf(0x1f, at + 1);
      ends.found = at < 0 ? bytes.length : at;
      return ends.found;
    },
  };
  return ends;
}

/**
 * Whether bytes begin as a gzip header does (RFC 1952 section 2.3): its mark, deflate, no reserved flag, an extra flag and
 * a system that writers use. Of one that is cut off there have to be two bytes.
 */
function isMemberHead(head: Uint8Array): boolean {
  const [, mark, method = 8, flags = 0, , , , , extra = 0, system = 255] = head;
  if (mark !== 0x8b || method !== 8 || flags > 0x1f) return false;
  return [0, 2, 4].includes(extra) && (system <= 13 || system === 255);
}

async function inflateStream(
  compressed: Uint8Array<ArrayBuffer>,
  options: InflateOptions,
  sink: ChunkSink,
): Promise<Inflated> {
  options.signal.throwIfAborted();
  const stream = new DecompressionStream(options.format);
  const reader = stream.readable.getReader();
  const feed = { closing: false };
  // The reader meets every failure of the stream; the writer only repeats it.
  write(stream.writable.getWriter(), compressed, feed).catch(() => undefined);
  const fault = (thrown: unknown) => {
    throw inflateError(thrown, feed.closing);
  };
  let total = 0;
  let since = performance.now();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(fault);
      if (performance.now() - since > BREATH) {
        await pause(options.signal);
        since = performance.now();
      }
      options.signal.throwIfAborted();
      if (done) return { total, isWhole: true };
      total += value.length;
      if (total > options.limit) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: total });
      if (!sink(value)) return { total, isWhole: false };
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/**
 * Inflates as a whole.
 *
 * @throws as {@link inflateChunks}.
 */
export async function inflate(
  compressed: Uint8Array<ArrayBuffer>,
  options: InflateOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const total = await inflateChunks(compressed, options, (chunk) => chunks.push(chunk) > 0);
  return concatBytes(chunks, total);
}

/**
 * The first bytes of what a stream inflates to, for headers: `compressed` may itself be only the beginning
 * of the stream. Fewer come back when it holds fewer.
 *
 * @throws MidscopeError IMAGE_UNDECODABLE when the stream is broken before that; an AbortError.
 */
export async function inflateHead(
  compressed: Uint8Array<ArrayBuffer>,
  options: { readonly format: CompressionFormat; readonly count: number; readonly signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  try {
    await inflateChunks(compressed, { ...options, limit: Number.MAX_SAFE_INTEGER }, (chunk) => {
      chunks.push(chunk);
      total += chunk.length;
      return total < options.count;
    });
  } catch (thrown) {
    if (!(thrown instanceof MidscopeError && thrown.code === 'IMAGE_TRUNCATED')) throw thrown;
  }
  return concatBytes(chunks, total).subarray(0, options.count);
}

/** One buffer of several in order; a single one is returned as it is. */
export function concatBytes(
  parts: readonly Uint8Array<ArrayBuffer>[],
  total: number,
): Uint8Array<ArrayBuffer> {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = allocateBytes(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function write(
  writer: WritableStreamDefaultWriter<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
  feed: { closing: boolean },
): Promise<void> {
  for (let at = 0; at < bytes.length; at += WRITE_BYTES) {
    await writer.ready;
    await writer.write(bytes.subarray(at, at + WRITE_BYTES));
  }
  feed.closing = true;
  await writer.close();
}

/** Node names the fault in a code; browsers report a missing end when the stream is closed, all else before. */
function inflateError(thrown: unknown, closing: boolean): MidscopeError {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  const truncated = typeof code === 'string' ? code === 'Z_BUF_ERROR' : closing;
  return truncated
    ? new MidscopeError('IMAGE_TRUNCATED', {}, thrown)
    : new MidscopeError('IMAGE_UNDECODABLE', { reason: 'compression' }, thrown);
}
