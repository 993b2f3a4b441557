import { useLanguage } from '../i18n/locale.tsx';
import styles from './day-text.module.css';

interface DayTextProps {
  /** A distance in days, in words. */
  readonly text: string;
  /** The files say that dates were altered. */
  readonly isAltered: boolean;
}

/** A distance in days; where dates were altered it is dashed, and says so. */
export function DayText({ text, isAltered }: DayTextProps) {
  const { t } = useLanguage();
  if (!isAltered || text === '') return text;
  return (
    <span className={styles.doubt} title={t.time.altered} data-altered>
      {text}
      <span className="visually-hidden"> ({t.time.alteredShort})</span>
    </span>
  );
}
