import { useLanguage } from '../../i18n/locale.tsx';
import { useDataset } from '../../session/session-context.tsx';
import styles from './mask-drop-hint.module.css';

/** Says over an image what becomes of the file that is being dragged. */
export function MaskDropHint() {
  const { t } = useLanguage();
  const { origin } = useDataset();
  return (
    <div className={styles.hint} data-testid="mask-drop">
      <p className={styles.title}>{t.masks.dropHere}</p>
      <p>{t.masks.dropFolder(t.start.dropInPlace(origin.name))}</p>
    </div>
  );
}
