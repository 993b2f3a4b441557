import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { fail, ok, type Result } from '../../domain/result.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Size of one frame: how many values each segment holds, and how they make up samples. */
export interface RleLayout {
  /** Bytes of one segment: pixels, or bytes of packed single bits. */
  readonly count: number;
  readonly samples: number;
  /** Bytes of a sample: 1, 2, 4 or 8. */
  readonly sampleBytes: number;
}

/** The header of an RLE frame: the number of segments and 15 offsets (PS3.5 G.5). */
const HEADER_BYTES = 64;
const MAX_SEGMENTS = 15;

/** Two bytes stand for a run of at most 128 (PS3.5 G.3.1). */
const MOST_PER_BYTE = 64;

const damaged = { code: 'IMAGE_UNDECODABLE', facts: { reason: 'compression' } } as const;

/**
 * One frame of RLE Lossless (PS3.5 annex G) as interleaved little endian samples. There is a segment for each byte
 * of each sample, the highest byte first. Fails where segments are missing or end before the image does.
 */
export function decodeRle(
  frame: Bytes,
  { count, samples, sampleBytes }: RleLayout,
): Result<Bytes, ImageIssue> {
  const segments = samples * sampleBytes;
  if (frame.length < HEADER_BYTES || segments > MAX_SEGMENTS) return fail(damaged);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== segments) return fail(damaged);
  if (count * segments > MOST_PER_BYTE * frame.length) return fail(damaged);
  const decoded = new Uint8Array(count * segments);
  for (let segment = 0; segment < segments; segment++) {
    const start = view.getUint32(4 * (segment + 1), true);
    const next = segment + 1 < segments ? view.getUint32(4 * (segment + 2), true) : frame.length;
    if (start < HEADER_BYTES || next <= start) return fail(damaged);
    const sample = Math.floor(segment / sampleBytes);
    const first = sample * sampleBytes + (sampleBytes - 1 - (segment % sampleBytes));
    const end = unpack(frame.subarray(start, next), decoded, first, segments);
    if (end < decoded.length) return fail(damaged);
  }
  return ok(decoded);
}

/** PackBits (PS3.5 G.3.2) into every `step`-th byte from `at`; returns where it ended. */
function unpack(packed: Uint8Array, target: Uint8Array, at: number, step: number): number {
  for (let read = 0; read < packed.length && at < target.length;) {
    const head = packed[read++] ?? 0;
    if (head < 128) {
      const stop = Math.min(read + head + 1, packed.length);
      for (; read < stop && at < target.length; at += step) target[at] = packed[read++] ?? 0;
    } else if (head > 128 && read < packed.length) {
      const value = packed[read++] ?? 0;
      for (let left = 257 - head; left > 0 && at < target.length; left--, at += step) target[at] = value;
    }
  }
  return at;
}
