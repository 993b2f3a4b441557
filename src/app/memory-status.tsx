import { useSyncExternalStore } from 'react';
import { useLanguage } from '../i18n/locale.tsx';
import { useDataset } from '../session/session-context.tsx';
import styles from './status-bar.module.css';

const MEGABYTE = 2 ** 20;

/** How much memory decoded images take, of how much. Drawn by itself, when the number changes. */
export function MemoryStatus() {
  const { t, format } = useLanguage();
  const { memory } = useDataset().images;
  const used = useSyncExternalStore(memory.subscribe, () => Math.ceil(memory.bytes() / MEGABYTE));
  const limit = Math.round(memory.limit / MEGABYTE);
  const amount = t.memory.amount(format.number(used), format.number(limit));
  return (
    <span
      role="meter"
      aria-label={t.memory.name}
      aria-valuemin={0}
      aria-valuemax={Math.max(limit, used)}
      aria-valuenow={used}
      aria-valuetext={amount}
      title={t.memory.explained}
      className={styles.memory}
      data-testid="image-memory"
      data-used={used}
      data-limit={limit}
    >
      {t.memory.images} {amount}
    </span>
  );
}
