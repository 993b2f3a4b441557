import { Info } from 'lucide-react';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './about-term.module.css';
import { useOpenTerm } from './open-term.ts';

interface AboutTermProps {
  readonly label: string;
  /** Reached by Tab; not where the label itself is a stop, whose menu key opens the card. */
  readonly isStop?: boolean;
}

/** A small button beside a label that opens the card of its term. */
export function AboutTerm({ label, isStop = true }: AboutTermProps) {
  const { t } = useLanguage();
  const openTerm = useOpenTerm();
  const name = t.terms.about(label);
  return (
    <button
      type="button"
      tabIndex={isStop ? 0 : -1}
      aria-haspopup="dialog"
      className={styles.about}
      aria-label={name}
      title={name}
      data-testid="about-term"
      onClick={(event) => openTerm(label, event.currentTarget)}
    >
      <Info aria-hidden />
    </button>
  );
}
