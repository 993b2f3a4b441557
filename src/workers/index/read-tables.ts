import type { DatasetPath } from '../../domain/brand.ts';
import type { DatasetBuilder, Place } from '../../domain/dataset/build/dataset-builder.ts';
import type { Release } from '../../domain/dataset/dataset-index.ts';
import { baseName, type FileSource } from '../../domain/dataset/file-source.ts';
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
import { concurrently } from '../concurrently.ts';

/** Larger text files are no tables of this kind. */
const MAX_TABLE_BYTES = 512 * 2 ** 20;
/** Tables of a subject or a session are smaller than this. */
const HEAD_BYTES = 2 ** 16;
const DETECT_CHARACTERS = 8_192;

const IMAGE_NAME = /\.(png|nii|nii\.gz|dcm)$/i;

/** Whose an image is, by its path or by its name alone. */
const imageOwner: Place = (path) => {
  const { subject, session, area } = parsePath(path);
  return subject && session && area === 'raw' && IMAGE_NAME.test(path) ? { subject, session } : undefined;
};

/** Reads one table into the builder, whatever kind it is; what cannot be read becomes an issue. */
async function readTable(
  source: FileSource,
  path: DatasetPath,
  builder: DatasetBuilder,
  signal: AbortSignal,
): Promise<void> {
  const bytes = await readTableBytes(source, path, signal);
  if (bytes.length === 0) throw new MidscopeError('FILE_EMPTY');
  const { text, issues } = decodeText(bytes);
  for (const issue of issues) builder.issues.push({ ...issue, path });
  const { root, subject, session } = parsePath(path);
  const kind = detectTable(text.slice(0, DETECT_CHARACTERS));
  switch (kind) {
    case 'participants':
      return builder.addParticipants(path, root, parseParticipants(text));
    case 'labels':
      return builder.addLabels(path, root, parseLabels(text));
    case 'tests':
      return builder.addTests(path, parseTests(text));
    case 'partitions':
      return builder.addPartitions(path, parsePartitions(text));
    case 'cohort-links':
      return builder.addCohortLinks(path, parseCohortLinks(text));
    case 'sessions':
      if (subject) builder.addSessions(path, root, subject, parseSessions(text));
      return;
    case 'scans':
      if (subject && session) builder.addScans(path, { subject, session }, parseScans(text));
      return;
    case 'listing':
      return builder.addListing(path, parseListing(text), imageOwner);
    case 'tree':
    case 'checksums':
      // The bundled vocabulary stands for the tree; checksums are for the archives, not for what is in them.
      return;
    case 'unknown':
      if (/\.(tsv|csv)$/i.test(path)) builder.issues.push({ code: 'TABLE_UNKNOWN', path });
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

/** Reads tables side by side. */
export async function readTables(
  source: FileSource,
  paths: readonly DatasetPath[],
  builder: DatasetBuilder,
  { signal, parallelReads }: { readonly signal: AbortSignal; readonly parallelReads: number },
): Promise<void> {
  await concurrently(paths, parallelReads, async (path) => {
    try {
      await readTable(source, path, builder, signal);
    } catch (thrown) {
      if (isAbort(thrown)) throw thrown;
      const issue = thrown instanceof MidscopeError ? thrown.issue : ({ code: 'TABLE_UNREADABLE' } as const);
      builder.issues.push({ ...issue, path });
    }
  });
}

/** Which publication this is, by the labels table's name and by what the dataset says of itself. */
export async function readRelease(
  source: FileSource,
  builder: DatasetBuilder,
  tables: readonly DatasetPath[],
  descriptions: readonly DatasetPath[],
  signal: AbortSignal,
): Promise<Release> {
  for (const path of descriptions) {
    const { text } = decodeText(await source.read(path, signal));
    if (/"synthetic"\s*:\s*true/.test(text)) return 'synthetic';
  }
  if (!builder.hasLabelTable)
    return tables.some((path) => /covid19_(posi|neg)/i.test(path)) ? 'bimcv' : 'mids';
  const names = tables.map((path) => baseName(path).toLowerCase()).filter((name) => name.includes('label'));
  const named = (part: RegExp): boolean => names.some((name) => part.test(name));
  if (named(/neg/)) return 'bimcv-negative';
  if (named(/covid_123/)) return 'bimcv-1-2-3';
  if (named(/labels_covid_posi/)) return 'bimcv-1-2';
  if (named(/labels_covid19_posi/)) return 'bimcv-1';
  return 'bimcv';
}
