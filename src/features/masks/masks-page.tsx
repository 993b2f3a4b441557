import '@fontsource-variable/source-serif-4/wght.css';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { maskedSeries, type MaskedSeries } from '../../domain/dataset/masked-series.ts';
import { createReportReader } from '../../domain/report/report-reader.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useDataset, useDatasetState, useVocabulary } from '../../session/session-context.tsx';
import { createTurns } from '../../session/turns.ts';
import { usePageTheme } from '../../session/use-page-theme.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { MaskCard } from './mask-card.tsx';
import styles from './masks-page.module.css';

/** Cards that are read at a time: while one waits for its file, the other one is decoded. */
const AT_ONCE = 2;

/** Every segmented image of the dataset, side by side. */
export function MasksPage() {
  usePageTheme('masks');
  const { t } = useLanguage();
  usePageTitle(t.masks.title);
  const index = useDatasetState((state) => state.index);
  if (!index) return <p className={styles.waiting}>{t.index.tables}</p>;
  return <Masks index={index} />;
}

function Masks({ index }: { readonly index: DatasetIndex }) {
  const { t } = useLanguage();
  const { attached } = useDataset();
  const vocabulary = useVocabulary();
  const reader = useMemo(() => createReportReader(vocabulary), [vocabulary]);
  const [turns] = useState(() => createTurns(AT_ONCE));
  const byHand = useStore(attached.state, ({ masks }) => masks);
  const isReading = useDatasetState(
    ({ progress }) =>
      progress.files === 'waiting' || progress.files === 'running' || progress.readings === 'running',
  );
  const masked = useMemo(
    () => maskedSeries(index, new Set(byHand.map(({ image }) => image))),
    [index, byHand],
  );
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t.masks.title}</h1>
      <Counts index={index} masked={masked} />
      {isReading && (
        <p role="status" className={styles.faint}>
          {t.masks.stillReading}
        </p>
      )}
      {masked.length === 0 && !isReading && (
        <EmptyState title={t.masks.noneFound} hint={t.masks.noneFoundHint} />
      )}
      <ul className={styles.cards}>
        {masked.map((one) => (
          <MaskCard key={one.series.key} index={index} masked={one} reader={reader} turns={turns} />
        ))}
      </ul>
    </div>
  );
}

/** How many there are, counted; what the readmes say; and what has no image. */
function Counts({
  index,
  masked,
}: {
  readonly index: DatasetIndex;
  readonly masked: readonly MaskedSeries[];
}) {
  const { t, format } = useLanguage();
  const byHand = masked.filter((one) => one.isByHand).length;
  const found = masked.length - byHand;
  const unmatched = index.masks.image.filter((image) => image < 0).length;
  return (
    <p className={styles.counts} data-testid="masked-count" data-count={found} data-by-hand={byHand}>
      <strong>{t.masks.found(found, format.number(found))}</strong>
      {index.release !== 'mids' && <span>; {t.masks.readmes}</span>}
      {byHand > 0 && <span>. {t.masks.byHand(byHand, format.number(byHand))}</span>}
      {unmatched > 0 && (
        <span>
          . {t.masks.unmatched(unmatched, format.number(unmatched))}.{' '}
          <Link to="/health">{t.masks.toHealth}</Link>
        </span>
      )}
    </p>
  );
}
