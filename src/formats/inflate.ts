import { MidscopeError } from '../domain/error.ts';

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
 * Bytes after the end of the stream are refused by browsers and by gzip in Node.
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
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(fault);
      options.signal.throwIfAborted();
      if (done) return total;
      total += value.length;
      if (total > options.limit) throw new MidscopeError('IMAGE_TOO_LARGE', { bytes: total });
      if (!sink(value)) return total;
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
