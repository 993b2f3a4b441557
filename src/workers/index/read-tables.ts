import type { DatasetPath } from '../../domain/brand.ts';
import type { DatasetBuilder } from '../../domain/dataset/build/dataset-builder.ts';
import type { Place } from '../../domain/dataset/build/drafts.ts';
import { directoryName, type FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import { parseListing } from '../../formats/archives/parse-listing.ts';
import { parsePath } from '../../formats/names/parse-path.ts';
import { decodeText } from '../../formats/tables/decode-text.ts';
import { detectTable } from '../../formats/tables/detect-table.ts';
import { parseCohortLinks } from '../../formats/tables/parse-cohort-links.ts';
import { parseLabels } from '../../formats/tables/parse-labels.ts';
import { parseParticipants } from '../../formats/tables/parse-participants.ts';
import { parsePartitions } from '../../formats/tables/parse-partitions.ts';
import { parseScans } from '../../formats/tables/parse-scans.ts';
import { parseSessions } from '../../formats/tables/parse-sessions.ts';
import { parseTests } from '../../formats/tables/parse-tests.ts';
import { parseTree } from '../../formats/tables/parse-tree.ts';
import { concurrently } from '../concurrently.ts';

/** Larger text files are no tables of this kind. */
const MAX_TABLE_BYTES = 512 * 2 ** 20;
/** Tables of a subject or a session are smaller than this. */
const HEAD_BYTES = 2 ** 16;
const DETECT_CHARACTERS = 8_192;

const IMAGE_NAME = /\.(png|nii|nii\.gz|dcm)$/i;

/** Whose an image is, by its path or by its name alone. */
const imageOwner: Place = (path) => {
  const { root, subject, session, area } = parsePath(path);
  return subject && area === 'raw' && IMAGE_NAME.test(path) ? { root, subject, session } : undefined;
};

/** Takes what a table says to the builder. */
type Addition = (builder: DatasetBuilder) => void;

/** Reads one table, whatever kind it is. */
async function readTable(source: FileSource, path: DatasetPath, signal: AbortSignal): Promise<Addition> {
  const bytes = await readTableBytes(source, path, signal);
  if (bytes.length === 0) throw new MidscopeError('FILE_EMPTY');
  const { text, issues } = decodeText(bytes);
  const add = parseTable(path, text);
  return (builder) => {
    for (const issue of issues) builder.issues.push({ ...issue, path });
    builder.noteName(path);
    add(builder);
  };
}

const take =
  <Table>(table: Table, add: (builder: DatasetBuilder, table: Table) => void): Addition =>
  (builder) =>
    add(builder, table);

function parseTable(path: DatasetPath, text: string): Addition {
  const { root, subject, session } = parsePath(path);
  switch (detectTable(text.slice(0, DETECT_CHARACTERS))) {
    case 'participants':
      return take(parseParticipants(text), (builder, table) => builder.addParticipants(path, root, table));
    case 'labels':
      return take(parseLabels(text), (builder, table) => builder.addLabels(path, root, table));
    case 'tests':
      return take(parseTests(text), (builder, table) => builder.addTests(path, root, table));
    case 'partitions':
      return take(parsePartitions(text), (builder, table) => builder.addPartitions(path, root, table));
    case 'cohort-links':
      return take(parseCohortLinks(text), (builder, table) => builder.addCohortLinks(path, root, table));
    case 'sessions':
      return take(parseSessions(text), (builder, table) => builder.addSessions(path, root, subject, table));
    case 'scans':
      return take(parseScans(text), (builder, table) =>
        builder.addScans(path, root, { subject, session }, table, imageOwner),
      );
    case 'listing':
      return take(parseListing(text), (builder, table) => builder.addListing(path, table, imageOwner));
    case 'tree':
      return take(parseTree(text), (builder, table) => builder.addTree(path, table));
    case 'checksums':
      // Checksums are for the archives, not for what is in them.
      return () => undefined;
    case 'unknown':
      return (builder) => {
        if (/\.(tsv|csv)$/i.test(path)) builder.issues.push({ code: 'TABLE_UNKNOWN', path });
      };
  }
}

/** The whole of a table; nearly all are small and cost one read. */
async function readTableBytes(
  source: FileSource,
  path: DatasetPath,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = await source.read(path, signal, { offset: 0, length: HEAD_BYTES });
  if (head.length < HEAD_BYTES) return head;
  const { size } = await source.stat(path, signal);
  if (size > MAX_TABLE_BYTES) throw new MidscopeError('TABLE_UNREADABLE', { bytes: size });
  return source.read(path, signal);
}

/**
 * Reads tables side by side into the builder, one after the other in the order of their paths: which of two rows comes
 * first must not hang on which file was read faster. What cannot be read becomes an issue.
 */
export async function readTables(
  source: FileSource,
  paths: readonly DatasetPath[],
  builder: DatasetBuilder,
  { signal, parallelReads }: { readonly signal: AbortSignal; readonly parallelReads: number },
): Promise<void> {
  const read = new Map<number, Addition>();
  let next = 0;
  await concurrently(paths.toSorted().entries(), parallelReads, async ([at, path]) => {
    try {
      read.set(at, await readTable(source, path, signal));
    } catch (thrown) {
      if (isAbort(thrown)) throw thrown;
      const issue = thrown instanceof MidscopeError ? thrown.issue : ({ code: 'TABLE_UNREADABLE' } as const);
      read.set(at, ({ issues }) => void issues.push({ ...issue, path }));
    }
    for (let add = read.get(next); add; add = read.get(next)) {
      read.delete(next++);
      add(builder);
    }
  });
}

/** Reads what datasets say of themselves: each speaks for the folder it lies in. */
export async function readDescriptions(
  source: FileSource,
  paths: readonly DatasetPath[],
  builder: DatasetBuilder,
  signal: AbortSignal,
): Promise<void> {
  for (const path of paths) {
    try {
      const { text } = decodeText(await source.read(path, signal));
      // A comma that is missing somewhere is no reason not to see this.
      if (/"synthetic"\s*:\s*true/.test(text)) builder.root(directoryName(path)).isSynthetic = true;
    } catch (thrown) {
      if (isAbort(thrown) || !(thrown instanceof MidscopeError)) throw thrown;
      builder.issues.push({ ...thrown.issue, path });
    }
  }
}
