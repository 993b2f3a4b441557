import '@fontsource-variable/source-serif-4/wght.css';
import { useLanguage } from '../../i18n/locale.tsx';
import { useDataset, useDatasetState } from '../../session/session-context.tsx';
import { usePageTheme } from '../../session/use-page-theme.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Browse } from './browse.tsx';
import { FailureState } from './failure-state.tsx';
import styles from './library-page.module.css';
import { useIndex } from './use-library.ts';

/** All sessions of the dataset, narrowed by search and facets. */
export function LibraryPage() {
  const { t } = useLanguage();
  usePageTheme('library');
  usePageTitle(t.library.title);
  const index = useIndex();
  const dataset = useDataset();
  const failure = useDatasetState((state) => state.failure);
  const isWalking = useDatasetState(
    ({ progress }) => progress.files !== 'done' && progress.files !== 'cancelled',
  );
  if (!index) {
    return failure ? (
      <FailureState failure={failure} onRetry={() => dataset.rescan()} />
    ) : (
      <p role="status" className={styles.loading}>
        {t.library.loading}
      </p>
    );
  }
  if (index.sessions.count === 0 && !isWalking) {
    return (
      <EmptyState title={t.library.noSessions} hint={t.library.noSessionsHint}>
        <Button tone="primary" onPress={() => dataset.rescan()}>
          {t.index.restart}
        </Button>
      </EmptyState>
    );
  }
  return <Browse index={index} />;
}
