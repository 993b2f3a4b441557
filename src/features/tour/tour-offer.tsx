import { Compass } from 'lucide-react';
import { useLanguage } from '../../i18n/locale.tsx';
import { useWorkspace } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './tour-offer.module.css';

/** Says once, in a line at the foot of the library, that there is a tour. */
export function TourOffer({ onStart }: { readonly onStart: () => void }) {
  const { t } = useLanguage();
  const { tour } = useWorkspace();
  return (
    <aside aria-label={t.tour.title} className={styles.offer} data-testid="tour-offer">
      <Compass aria-hidden />
      <p className={styles.text}>{t.tour.offer}</p>
      <Button onPress={onStart} data-testid="take-tour">
        {t.tour.take}
      </Button>
      <Button tone="quiet" onPress={() => tour.decline()}>
        {t.tour.notNow}
      </Button>
    </aside>
  );
}
