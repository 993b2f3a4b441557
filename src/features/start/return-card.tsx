import { useFirstLanguage } from '../../i18n/locale.tsx';
import type { RecentDataset } from '../../session/recents.ts';
import { Button } from '../../ui/button.tsx';
import styles from './return-card.module.css';
import { useReopen } from './use-reopen.ts';

/** Leads back to the page whose dataset was open before a reload. */
export function ReturnCard({ before }: { readonly before: RecentDataset | undefined }) {
  const { t } = useFirstLanguage();
  if (before) return <OpenAgain before={before} />;
  return (
    <p role="status" className={styles.card}>
      {t.start.returnTo} {t.start.returnHint}
    </p>
  );
}

function OpenAgain({ before }: { readonly before: RecentDataset }) {
  const { t } = useFirstLanguage();
  const { state, open, find } = useReopen(before);
  return (
    <section className={styles.card} aria-label={t.start.openAgain(before.name)}>
      <p role="status" className={styles.text}>
        {state === 'gone' ? t.access.lost.gone(before.name) : t.start.returnToNamed(before.name)}
        {state === 'denied' && ` ${t.access.refused}`}
      </p>
      {state === 'gone' && <Button onPress={find}>{t.start.find}</Button>}
      <Button tone="primary" onPress={open} isPending={state === 'opening'} data-testid="open-recent">
        {t.start.openAgain(before.name)}
      </Button>
    </section>
  );
}
