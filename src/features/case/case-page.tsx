import '@fontsource-variable/source-serif-4/wght.css';
import { useEffect, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { findSession } from '../../domain/dataset/case-series.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { withCase } from '../../session/dataset-state.ts';
import { useDataset, useDatasetState } from '../../session/session-context.tsx';
import { readQuery } from '../../session/query-url.ts';
import { usePageTheme } from '../../session/use-page-theme.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CaseView } from './case-view.tsx';
import styles from './case-page.module.css';

/** One session: its images, and beside them everything else that is known of it. */
export function CasePage() {
  usePageTheme('case');
  const { t } = useLanguage();
  const { subject = '', session = '' } = useParams();
  usePageTitle(`${subject} ${session}`);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const dataset = useDataset();
  const index = useDatasetState((state) => state.index);
  const isReading = useDatasetState(
    ({ progress }) => progress.files === 'waiting' || progress.files === 'running',
  );
  const row = useMemo(() => (index ? findSession(index, subject, session) : -1), [index, subject, session]);
  const { query } = useMemo(() => readQuery(params), [params]);
  const isKnown = row >= 0;
  useEffect(() => {
    if (isKnown)
      dataset.state.setState(({ recentCases }) => ({
        recentCases: withCase(recentCases, { subject, session }),
        place: { subject, session },
      }));
  }, [dataset, isKnown, subject, session]);
  if (!index || row < 0) {
    return index && !isReading ? (
      <EmptyState title={t.case.unknown} hint={t.case.unknownHint(subject, session)}>
        <Button tone="primary" onPress={() => void navigate('/library')}>
          {t.app.toLibrary}
        </Button>
        <Button onPress={() => dataset.rescan()}>{t.index.restart}</Button>
      </EmptyState>
    ) : (
      <p role="status" className={styles.waiting}>
        {index ? t.case.stillReading : t.index.tables}
      </p>
    );
  }
  return <CaseView index={index} row={row} query={query} isReading={isReading} />;
}
