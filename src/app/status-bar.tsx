import { memo } from 'react';
import { Pause, Play, RotateCw, ShieldCheck, X } from 'lucide-react';
import { isUnchanged } from '../domain/dataset/compare-indexes.ts';
import type { IndexProgress } from '../domain/dataset/dataset-index.ts';
import { useLanguage } from '../i18n/locale.tsx';
import { useDataset, useDatasetState } from '../session/session-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { MemoryStatus } from './memory-status.tsx';
import styles from './status-bar.module.css';
import { WebGlStatus } from './webgl-status.tsx';

type State = 'running' | 'done' | 'cancelled';

function overall({ tables, files, readings }: IndexProgress): State {
  const phases = [tables, files, readings];
  if (phases.includes('cancelled')) return 'cancelled';
  return phases.every((phase) => phase === 'done') ? 'done' : 'running';
}

/** How far the reading of the dataset is, and what holds for every page. */
export const StatusBar = memo(function StatusBar() {
  const { t } = useLanguage();
  return (
    <footer className={styles.bar} data-region>
      <IndexStatus />
      <span className={styles.end}>
        <WebGlStatus />
        <MemoryStatus />
        <span className={styles.item} data-tour="local">
          <ShieldCheck aria-hidden /> {t.app.localOnly}
        </span>
        <span>{t.app.researchOnly}</span>
      </span>
    </footer>
  );
});

function IndexStatus() {
  const { t } = useLanguage();
  const dataset = useDataset();
  const progress = useDatasetState((state) => state.progress);
  const failed = useDatasetState((state) => state.failure !== undefined);
  const state = failed ? 'cancelled' : overall(progress);
  const reading = progress.files === 'done';
  const done = reading ? progress.readingsDone : progress.filesFound;
  const paused = progress.readings === 'paused';
  return (
    <span
      className={styles.item}
      data-testid="index-progress"
      data-state={state}
      data-done={done}
      data-total={reading ? progress.readingsTotal : ''}
    >
      {/* Said aloud when it changes; the numbers beside it would never stop talking. */}
      <span role="status" className="visually-hidden">
        {state === 'running' ? t.index.tables : state === 'done' ? t.index.done : t.index.cancelled}
      </span>
      <Sentence state={state} />
      {state === 'running' && reading && (
        <progress
          aria-label={t.index.readings}
          className={styles.progress}
          max={progress.readingsTotal}
          value={done}
        />
      )}
      {state === 'running' && reading && (
        <IconButton name={paused ? t.index.resume : t.index.pause} onPress={() => dataset.pause(!paused)}>
          {paused ? <Play aria-hidden /> : <Pause aria-hidden />}
        </IconButton>
      )}
      {state === 'running' ? (
        <IconButton name={t.index.cancel} onPress={() => dataset.cancel()} data-testid="index-cancel">
          <X aria-hidden />
        </IconButton>
      ) : (
        <IconButton name={t.index.restart} onPress={() => dataset.rescan()}>
          <RotateCw aria-hidden />
        </IconButton>
      )}
    </span>
  );
}

function Sentence({ state }: { readonly state: State }) {
  const { t, format } = useLanguage();
  const { progress, keptAt, changes, failure } = useDatasetState((all) => all);
  if (failure) return <span className={styles.failed}>{t.index.failed}</span>;
  if (state === 'cancelled') return <span>{t.index.cancelled}</span>;
  const parts: string[] = [];
  if (keptAt !== undefined) parts.push(t.index.fromCache(format.time(keptAt)));
  if (state === 'done') {
    parts.push(t.index.done, t.index.filesDone(format.number(progress.filesFound)));
    if (changes && !isUnchanged(changes))
      parts.push(t.index.changed(format.number(changes.imagesAdded), format.number(changes.imagesRemoved)));
  } else if (progress.tables === 'running') parts.push(t.index.tables);
  else if (progress.files === 'running')
    parts.push(t.index.files, t.index.filesDone(format.number(progress.filesFound)));
  else
    parts.push(
      t.index.readings,
      t.index.readingsOf(format.number(progress.readingsDone), format.number(progress.readingsTotal)),
    );
  return <span>{parts.join(' · ')}</span>;
}
