import type { DatasetPath } from '../../domain/brand.ts';
import { findCopies, type Copies } from '../../domain/dataset/build/copies.ts';
import type { DatasetBuilder } from '../../domain/dataset/build/dataset-builder.ts';
import type { ImageDraft } from '../../domain/dataset/build/drafts.ts';
import { sidecarFinder } from '../../domain/dataset/build/match-sidecars.ts';
import { isBimcvHeader } from '../../domain/dataset/build/release.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import { sameDataset } from '../../domain/imaging/same-dataset.ts';
import { parseSidecar } from '../../formats/sidecar/parse-sidecar.ts';
import { concurrently } from '../concurrently.ts';

/**
 * Files of equal size that are the same here at their beginning, middle and end are taken for copies: headers with
 * UIDs come first, but those of volumes without compression are alike, and so is the air that they begin with.
 */
const COMPARED_BYTES = 16_384;

interface Reading {
  readonly source: FileSource;
  readonly signal: AbortSignal;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Beginning, middle and end of a file; all of a small one. */
async function sample({ source, signal }: Reading, path: DatasetPath, size: number): Promise<Uint8Array> {
  if (size <= 3 * COMPARED_BYTES) return source.read(path, signal);
  const last = size - COMPARED_BYTES;
  const parts = await Promise.all(
    [0, Math.floor(last / 2), last].map((offset) =>
      source.read(path, signal, { offset, length: COMPARED_BYTES }),
    ),
  );
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Numbers the versions of one place; files that cannot be read keep none, and are not told apart from any. */
async function compareFiles(reading: Reading, copies: Copies): Promise<void> {
  const { source, signal } = reading;
  const stats = await Promise.all(copies.map(({ path }) => source.stat(path, signal).catch(ifUnreadable)));
  const versions: { readonly size: number; readonly bytes: Uint8Array }[] = [];
  for (const [at, copy] of copies.entries()) {
    const size = stats[at]?.size;
    if (size === undefined) continue;
    // What has a size of its own is another file without being read.
    const isLone = stats.filter((stat) => stat?.size === size).length < 2;
    const bytes = isLone ? new Uint8Array() : await sample(reading, copy.path, size).catch(ifUnreadable);
    if (!bytes) continue;
    const known = versions.findIndex((version) => version.size === size && sameBytes(version.bytes, bytes));
    copy.version = known >= 0 ? known : versions.push({ size, bytes }) - 1;
  }
}

/** Nothing for a file that cannot be read: its header is read later, and then it is said what is wrong with it. */
function ifUnreadable(thrown: unknown): undefined {
  if (isAbort(thrown) || !(thrown instanceof MidscopeError)) throw thrown;
}

/** Whether two sidecars say the same, however they are written; what cannot be read says only its bytes. */
async function sameSidecars(
  { source, signal }: Reading,
  builder: DatasetBuilder,
  paths: readonly [DatasetPath, DatasetPath],
): Promise<boolean> {
  const [one, other] = await Promise.all(paths.map((path) => source.read(path, signal).catch(ifUnreadable)));
  if (!one || !other || sameBytes(one, other)) return true;
  const [first, second] = [parseSidecar(one), parseSidecar(other)];
  // Of copies only one is read any further.
  for (const sidecar of [first, second])
    if (sidecar.ok) builder.isBimcv ||= isBimcvHeader(sidecar.value.dataset);
  return first.ok && second.ok && sameDataset(first.value.dataset, second.value.dataset);
}

/** Compares the sidecars of images that are the same. */
async function compareSidecars(
  reading: Reading,
  builder: DatasetBuilder,
  images: readonly Copies<ImageDraft>[],
  parallelReads: number,
): Promise<void> {
  const sidecarOf = sidecarFinder(builder.sidecarsByFolder);
  const pairs = images.flatMap((copies) =>
    copies.flatMap((copy, at) => {
      const first = copies.slice(0, at).find((one) => one.version === copy.version && sidecarOf(one));
      const [path, other] = [sidecarOf(copy)?.path, first && sidecarOf(first)?.path];
      return path && other ? [{ copy, path, other }] : [];
    }),
  );
  await concurrently(pairs, parallelReads, async ({ copy, path, other }) => {
    if (!(await sameSidecars(reading, builder, [path, other])))
      builder.sidecarConflicts.set(copy, { path, other });
  });
}

/**
 * Compares what lies at one place below several roots, and the sidecars of what is the same.
 * @returns whether there was anything to compare.
 */
export async function compareCopies(
  source: FileSource,
  builder: DatasetBuilder,
  { signal, parallelReads }: { readonly signal: AbortSignal; readonly parallelReads: number },
): Promise<boolean> {
  const reading: Reading = { source, signal };
  const { images, masks } = findCopies(builder);
  await concurrently([...images, ...masks], parallelReads, (copies) => compareFiles(reading, copies));
  await compareSidecars(reading, builder, images, parallelReads);
  return images.length + masks.length > 0;
}
