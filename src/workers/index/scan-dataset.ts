import type { DatasetPath } from '../../domain/brand.ts';
import { DatasetBuilder } from '../../domain/dataset/build/dataset-builder.ts';
import { sidecarFinder } from '../../domain/dataset/build/match-sidecars.ts';
import { mergeRoots } from '../../domain/dataset/build/merge-roots.ts';
import { settleTables } from '../../domain/dataset/build/settle-tables.ts';
import { baseName, type FileSource } from '../../domain/dataset/file-source.ts';
import { createReportReader } from '../../domain/report/report-reader.ts';
import { vocabularyWith } from '../../domain/vocabulary/dataset-tree.ts';
import { concurrently } from '../concurrently.ts';
import { createAnnouncer, type Announcer, type Announcing } from './announce.ts';
import { checkReports } from './check-texts.ts';
import { classifyFile } from './classify-file.ts';
import { compareCopies } from './compare-copies.ts';
import { findTables, isDescription } from './find-tables.ts';
import type { PauseGate } from './pause-gate.ts';
import { readAnnotations } from './read-annotations.ts';
import { readImage } from './read-image.ts';
import { readMaskFacts } from './read-mask-facts.ts';
import { readDescriptions, readTables } from './read-tables.ts';

interface ScanOptions extends Announcing {
  /** Files read at a time. */
  readonly parallelReads: number;
  readonly signal: AbortSignal;
  readonly gate: PauseGate;
  /**
   * Told how the tables stand, answers whether an index of these very tables is on screen; reading goes on when it has
   * answered.
   */
  readonly isKept: (signature: string, signal: AbortSignal) => Promise<boolean>;
}

/** What all phases of one scan share. */
interface Scan {
  readonly source: FileSource;
  readonly builder: DatasetBuilder;
  readonly announcer: Announcer;
  readonly options: ScanOptions;
}

/**
 * Reads a dataset in three phases: tables, then files and the tables inside them, then sidecars and headers.
 * Emits the index after the first, while files stream in, and at the end; only at the end when a kept one is on screen.
 * When aborted it rejects; what was emitted stays usable.
 */
export async function scanDataset(source: FileSource, options: ScanOptions): Promise<void> {
  const builder = new DatasetBuilder();
  builder.noteName(source.name);
  const scan = {
    source,
    builder,
    announcer: createAnnouncer(source.name, builder, options),
    options,
  };
  const known = await readFirstTables(scan);
  await readImages(scan, await walkFiles(scan, known));
}

/** Phase 1: the library is usable as soon as these are read. Hands out what was read. */
async function readFirstTables({
  source,
  builder,
  announcer,
  options,
}: Scan): Promise<ReadonlySet<DatasetPath>> {
  const { signal } = options;
  announcer.report({}, true);
  const { tables, descriptions, issues } = await findTables(source, signal);
  announcer.hold(await options.isKept(await signatureOf(source, tables, signal), signal));
  builder.issues.push(...issues);
  await readTables(source, tables, builder, options);
  await readDescriptions(source, descriptions, builder, signal);
  announcer.report({ tables: 'done', files: 'running' }, true);
  announcer.index();
  return new Set([...tables, ...descriptions]);
}

/** Files of which only a look into them tells what they mark. */
interface Unnamed {
  /** JSON files of no subject. */
  readonly jsons: readonly DatasetPath[];
  /** XML files, and DICOM files of no subject. */
  readonly marks: readonly DatasetPath[];
}

/** Phase 2: every file by its name, then the tables that were not known before. */
async function walkFiles(
  { source, builder, announcer, options }: Scan,
  known: ReadonlySet<DatasetPath>,
): Promise<Unnamed> {
  let images = 0;
  const inner: DatasetPath[] = [];
  const jsons: DatasetPath[] = [];
  const marks: DatasetPath[] = [];
  for await (const batch of source.walk(options.signal)) {
    for (const path of batch) {
      const use = classifyFile(path, builder);
      if (use === 'image') images += 1;
      else if (use === 'annotations') jsons.push(path);
      else if (use === 'marks') marks.push(path);
      else if (use === 'table' && !known.has(path)) inner.push(path);
    }
    announcer.report({
      filesFound: announcer.progress.filesFound + batch.length,
    });
    announcer.indexInTurn();
  }
  await readTables(source, inner, builder, options);
  const descriptions = jsons.filter((path) => isDescription(baseName(path)) && !known.has(path));
  await readDescriptions(source, descriptions, builder, options.signal);
  settleTables(builder);
  announcer.forgetWords();
  announcer.report({ files: 'done', readings: 'running', readingsTotal: images }, true);
  announcer.index();
  return { jsons, marks };
}

/**
 * Phase 3: what lies in several roots is compared, then each image is read as far as its header and sidecar go. Reports are
 * compared with their labels meanwhile.
 */
async function readImages(
  { source, builder, announcer, options }: Scan,
  { jsons, marks }: Unnamed,
): Promise<void> {
  const { signal, gate, parallelReads } = options;
  const haveCopies = await compareCopies(source, builder, options);
  // Which images are copies is known by now, and so what is to be read and what a name can mean.
  const sidecarOf = sidecarFinder(builder.sidecarsByFolder);
  const subjects = mergeRoots(builder, sidecarOf, () => undefined);
  const checking = checkReports(
    subjects,
    builder,
    createReportReader(vocabularyWith(builder.trees, options.vocabulary)),
    options,
  );
  // Whatever breaks off the reading ends the checking too, and is told where it was met.
  checking.catch(() => undefined);
  await readAnnotations(source, jsons, builder, subjects, options);
  await readMaskFacts(source, marks, builder, subjects, options);
  const shown = subjects.flatMap(({ sessions }) => sessions.flatMap((session) => session.images));
  announcer.report({ readingsTotal: shown.length });
  if (haveCopies) announcer.index();
  await concurrently(shown, parallelReads, async (image) => {
    if (gate.paused) announcer.report({ readings: 'paused' }, true);
    await gate.pass(signal);
    const wasBimcv = builder.isBimcv;
    builder.read(image, await readImage(source, image, sidecarOf(image), signal));
    announcer.report({
      readings: 'running',
      readingsDone: announcer.progress.readingsDone + 1,
    });
    // Whoever sees such data has to know its agreement at once.
    if (builder.isBimcv && !wasBimcv) announcer.index();
    else announcer.indexInTurn();
  });
  await checking;
  announcer.report({ readings: 'done' }, true);
  announcer.index();
}

/** The tables with their sizes and dates; without tables, the names in the folder. */
async function signatureOf(
  source: FileSource,
  tables: readonly DatasetPath[],
  signal: AbortSignal,
): Promise<string> {
  const stats = await Promise.all(
    tables.slice(0, 64).map(async (path) => {
      const { size, modified } = await source.stat(path, signal);
      return `${path} ${size} ${modified}`;
    }),
  );
  if (stats.length > 0) return stats.join('\n');
  const entries = await source.list('' as DatasetPath, signal);
  return entries
    .map(({ name }) => name)
    .toSorted()
    .join('\n');
}
