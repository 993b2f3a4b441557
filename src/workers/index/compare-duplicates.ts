import type { DatasetBuilder } from '../../domain/dataset/build/dataset-builder.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort } from '../../domain/error.ts';
import { parsePath } from '../../formats/names/parse-path.ts';
import { concurrently } from '../concurrently.ts';

/** Files of equal size that are the same up to here are taken for copies: headers and UIDs come first. */
const COMPARED_BYTES = 65_536;

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Compares files that claim the same place in two roots; sessions whose images differ are taken apart. */
export async function compareDuplicates(
  source: FileSource,
  builder: DatasetBuilder,
  signal: AbortSignal,
): Promise<void> {
  const range = { offset: 0, length: COMPARED_BYTES };
  await concurrently([...builder.duplicates], 4, async (pair) => {
    const paths = [pair.first.path, pair.second.path];
    try {
      const [one, other] = await Promise.all(paths.map((path) => source.stat(path, signal)));
      let same = one?.size === other?.size;
      if (same) {
        const [head, otherHead] = await Promise.all(paths.map((path) => source.read(path, signal, range)));
        same = head !== undefined && otherHead !== undefined && sameBytes(head, otherHead);
      }
      const { subject, session } = parsePath(pair.second.path);
      if (!same && subject && session && pair.second.duplicateOf) builder.separate(pair, subject, session);
    } catch (thrown) {
      if (isAbort(thrown)) throw thrown;
      // Reading the file again for its header says what is wrong with it.
    }
  });
}
