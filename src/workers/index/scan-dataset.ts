import type { DatasetPath } from '../../domain/brand.ts';
import { buildDatasetIndex, type MakeSearchTable } from '../../domain/dataset/build/build-dataset-index.ts';
import { DatasetBuilder } from '../../domain/dataset/build/dataset-builder.ts';
import type { ImageDraft } from '../../domain/dataset/build/drafts.ts';
import { sessionSearchTable } from '../../domain/dataset/build/search-table.ts';
import type { IndexProgress, Release, SearchTable } from '../../domain/dataset/dataset-index.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { concurrently } from '../concurrently.ts';
import { classifyFile } from './classify-file.ts';
import { compareDuplicates } from './compare-duplicates.ts';
import { findTables } from './find-tables.ts';
import type { IndexEvent } from './index-contract.ts';
import type { PauseGate } from './pause-gate.ts';
import { readImage } from './read-image.ts';
import { readRelease, readTables } from './read-tables.ts';

/** Milliseconds between two states of the whole index; each takes longer than the last, on large datasets. */
const FIRST_INTERVAL = 700;
const PROGRESS_INTERVAL = 100;

interface ScanOptions {
  /** Files read at a time. */
  readonly parallelReads: number;
  readonly signal: AbortSignal;
  readonly gate: PauseGate;
  readonly vocabulary: Vocabulary;
  readonly now: () => number;
  readonly emit: (event: IndexEvent) => void;
}

/**
 * Reads a dataset in three phases: tables, then files and the tables inside them, then sidecars and headers.
 * Emits the index after the first, while files stream in, and at the end. When aborted it rejects; what was
 * emitted stays usable.
 */
export async function scanDataset(source: FileSource, options: ScanOptions): Promise<void> {
  const { signal, gate, emit, now } = options;
  const builder = new DatasetBuilder();
  let release: Release = 'mids';
  let progress: IndexProgress = {
    tables: 'running',
    files: 'waiting',
    filesFound: 0,
    readings: 'waiting',
    readingsDone: 0,
    readingsTotal: 0,
  };

  // The word index is made again only after tables were read or rows have moved.
  let kept: { readonly ids: readonly string[]; readonly table: SearchTable } | undefined;
  const makeSearchTable: MakeSearchTable = (sessions, subjects, terms) => {
    const ids = sessions.ids.map((id, row) => `${subjects[sessions.subject[row] ?? 0]} ${id}`);
    if (kept?.ids.length !== ids.length || kept.ids.some((id, row) => id !== ids[row]))
      kept = { ids, table: sessionSearchTable(sessions, subjects, terms, options.vocabulary) };
    return kept.table;
  };
  let lastIndex = 0;
  let interval = FIRST_INTERVAL;
  const emitIndex = (): void => {
    const start = now();
    const naming = { name: source.name, release };
    emit({
      kind: 'index',
      index: buildDatasetIndex(builder, naming, progress, options.vocabulary, makeSearchTable),
    });
    lastIndex = now();
    interval = Math.max(interval, 20 * (lastIndex - start)) * 1.3;
  };
  const emitIndexInTurn = (): void => {
    if (now() - lastIndex >= interval) emitIndex();
  };
  let lastProgress = 0;
  const report = (change: Partial<IndexProgress>, always = false): void => {
    progress = { ...progress, ...change };
    if (!always && now() - lastProgress < PROGRESS_INTERVAL) return;
    lastProgress = now();
    emit({ kind: 'progress', progress });
  };

  // Phase 1: the library is usable as soon as these are read.
  report({}, true);
  const { tables, descriptions } = await findTables(source, signal);
  emit({ kind: 'signature', signature: await signatureOf(source, tables, signal) });
  const known = new Set(tables);
  await readTables(source, tables, builder, options);
  release = await readRelease(source, builder, tables, descriptions, signal);
  report({ tables: 'done', files: 'running' }, true);
  emitIndex();

  // Phase 2.
  const images: ImageDraft[] = [];
  const inner: DatasetPath[] = [];
  for await (const batch of source.walk(signal)) {
    for (const path of batch) {
      const file = classifyFile(path, builder);
      if (file.use === 'image') images.push(file.image);
      else if (file.use === 'table' && !known.has(path)) inner.push(path);
    }
    report({ filesFound: progress.filesFound + batch.length });
    emitIndexInTurn();
  }
  await readTables(source, inner, builder, options);
  kept = undefined;
  report({ files: 'done', readings: 'running', readingsTotal: images.length }, true);
  emitIndex();

  // Phase 3.
  await compareDuplicates(source, builder, signal);
  const sidecarOf = builder.sidecarMatcher();
  await concurrently(images, options.parallelReads, async (image) => {
    if (gate.paused) report({ readings: 'paused' }, true);
    await gate.pass(signal);
    builder.read(image, await readImage(source, image, sidecarOf(image), signal));
    report({ readings: 'running', readingsDone: progress.readingsDone + 1 });
    emitIndexInTurn();
  });
  report({ readings: 'done' }, true);
  emitIndex();
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
