import { useLanguage } from '../../../i18n/locale.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useDayCount } from './day-count.tsx';
import styles from './time-line.module.css';

/** What days are counted from, all over the page; where there is no choice it says why. */
export function ZeroSwitch() {
  const { t } = useLanguage();
  const { zero, choices, setZero } = useDayCount();
  if (zero === undefined) return <span className={styles.note}>{t.time.noZero}</span>;
  if (choices.length === 1)
    return (
      <span className={styles.note} data-testid="day-zero" data-zero={zero} title={t.time.onlyZero[zero]}>
        {t.time.daysFromZero[zero]}
      </span>
    );
  return (
    <span className={styles.zero} data-testid="day-zero" data-zero={zero}>
      <span className={styles.note} aria-hidden>
        {t.time.daysFrom}
      </span>
      <Segmented
        name={t.time.daysFrom}
        value={zero}
        options={choices.map((value) => ({ value, label: t.time.zeros[value] }))}
        onChange={setZero}
      />
    </span>
  );
}
