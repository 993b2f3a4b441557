import { useNavigate, useRouteError } from 'react-router';
import { useFirstLanguage } from '../i18n/locale.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import styles from './fault-pages.module.css';

/** A page for an address that names nothing. */
export function UnknownPage() {
  const { t } = useFirstLanguage();
  usePageTitle(t.app.unknownPage);
  const navigate = useNavigate();
  return (
    <EmptyState title={t.app.unknownPage} hint={t.app.unknownPageHint}>
      <Button tone="primary" onPress={() => void navigate('/library')}>
        {t.app.toLibrary}
      </Button>
      <Button onPress={() => void navigate('/')}>{t.app.toStart}</Button>
    </EmptyState>
  );
}

/** What is shown when a page fails in a way nobody foresaw. */
export function DefectPage() {
  const { t } = useFirstLanguage();
  const error = useRouteError();
  return (
    <main className={styles.page}>
      <EmptyState title={t.app.defectTitle} hint={t.app.defectHint}>
        <Button tone="primary" onPress={() => location.reload()}>
          {t.app.reload}
        </Button>
        <Button onPress={() => location.assign('/library')}>{t.app.toLibrary}</Button>
        <pre className={styles.detail}>{error instanceof Error ? error.message : String(error)}</pre>
      </EmptyState>
    </main>
  );
}
