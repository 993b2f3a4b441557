import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { bundledVocabulary } from '../../domain/vocabulary/vocabulary.ts';
import type { IndexEvent } from './index-contract.ts';
import { createPauseGate } from './pause-gate.ts';
import { scanDataset } from './scan-dataset.ts';

async function scanEvents(source: FileSource): Promise<readonly IndexEvent[]> {
  const events: IndexEvent[] = [];
  await scanDataset(source, {
    parallelReads: 8,
    signal: new AbortController().signal,
    gate: createPauseGate(),
    vocabulary: bundledVocabulary(),
    now: () => 0,
    isKept: () => Promise.resolve(false),
    emit: (event) => events.push(event),
  });
  return events;
}

/** For tests: the indexes that a scan hands out, one after the other. */
export const scannedIndexes = async (source: FileSource): Promise<readonly DatasetIndex[]> =>
  (await scanEvents(source)).flatMap((event) => (event.kind === 'index' ? [event.index] : []));

/** For tests: what is known of a dataset at the end. */
export async function scan(source: FileSource): Promise<DatasetIndex> {
  const last = (await scannedIndexes(source)).at(-1);
  if (!last) throw new Error('the last event is the index');
  return last;
}
