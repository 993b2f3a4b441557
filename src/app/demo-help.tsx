import { Compass } from 'lucide-react';
import { ResetDemo } from '../features/tour/reset-demo.tsx';
import { useStartTour } from '../features/tour/use-start-tour.ts';
import { useLanguage } from '../i18n/locale.tsx';
import { useDataset } from '../session/session-context.tsx';
import { Button } from '../ui/button.tsx';
import styles from './demo-help.module.css';

/** What the help sheet offers while the demo is open: its tour, and to begin anew. */
export function DemoHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const start = useStartTour();
  if (useDataset().origin.kind !== 'demo') return null;
  return (
    <div className={styles.demo}>
      <Button
        onPress={() => {
          onClose();
          start();
        }}
        data-testid="take-tour"
      >
        <Compass aria-hidden /> {t.tour.take}
      </Button>
      <ResetDemo after="open" onDone={onClose} />
    </div>
  );
}
