import { buildDatasetIndex, type MakeSearchTable } from '../../domain/dataset/build/build-dataset-index.ts';
import type { DatasetBuilder } from '../../domain/dataset/build/dataset-builder.ts';
import { sessionSearchTable } from '../../domain/dataset/build/search-table.ts';
import { NOT_BEGUN, type IndexProgress, type SearchTable } from '../../domain/dataset/dataset-index.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import type { IndexEvent } from './index-contract.ts';

/** Milliseconds between two states of the whole index; each takes longer than the last, on large datasets. */
const FIRST_INTERVAL = 700;
const PROGRESS_INTERVAL = 100;

export interface Announcing {
  readonly vocabulary: Vocabulary;
  readonly now: () => number;
  readonly emit: (event: IndexEvent) => void;
}

/** Tells whoever listens how far a scan is and what is known by now. */
export interface Announcer {
  readonly progress: IndexProgress;
  /** Changes the progress, and tells it now and then, or in any case. */
  report(change: Partial<IndexProgress>, always?: boolean): void;
  /** Tells the whole index. */
  index(): void;
  /** Tells the whole index when it has not been told for long enough. */
  indexInTurn(): void;
  /** From now on only the last state of the index is told, as long as `isKept`: another one is on screen. */
  hold(isKept: boolean): void;
  /** The texts of tables have changed, so that words have to be looked for again. */
  forgetWords(): void;
}

/** Makes the word index again only when rows have moved or it was told to. */
function rememberWords(vocabulary: Vocabulary): { make: MakeSearchTable; forget(): void } {
  let kept: { readonly ids: readonly string[]; readonly table: SearchTable } | undefined;
  return {
    make: (sessions, subjects, terms) => {
      const ids = sessions.ids.map((id, row) => `${subjects[sessions.subject[row] ?? 0]} ${id}`);
      if (kept?.ids.length !== ids.length || kept.ids.some((id, row) => id !== ids[row]))
        kept = { ids, table: sessionSearchTable(sessions, subjects, terms, vocabulary) };
      return kept.table;
    },
    forget: () => {
      kept = undefined;
    },
  };
}

export function createAnnouncer(
  name: string,
  builder: DatasetBuilder,
  { vocabulary, now, emit }: Announcing,
): Announcer {
  const words = rememberWords(vocabulary);
  let progress = NOT_BEGUN;
  let isHeld = false;
  let lastIndex = 0;
  let lastProgress = 0;
  let interval = FIRST_INTERVAL;
  const index = (): void => {
    if (isHeld && progress.readings !== 'done') return;
    const start = now();
    emit({ kind: 'index', index: buildDatasetIndex(builder, name, progress, vocabulary, words.make) });
    lastIndex = now();
    interval = Math.max(interval, 20 * (lastIndex - start)) * 1.3;
  };
  return {
    get progress() {
      return progress;
    },
    report(change, always = false) {
      progress = { ...progress, ...change };
      if (!always && now() - lastProgress < PROGRESS_INTERVAL) return;
      lastProgress = now();
      emit({ kind: 'progress', progress });
    },
    index,
    indexInTurn: () => {
      if (now() - lastIndex >= interval) index();
    },
    hold: (isKept) => {
      isHeld = isKept;
    },
    forgetWords: words.forget,
  };
}
