import { cellOf } from '../../domain/dataset/columns.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { LabelChips } from './label-chips.tsx';
import type { CellProps } from './cell-props.ts';
import styles from './session-row.module.css';

/** Findings; a session without labels says so: nothing absent is called negative. */
export function FindingsCell({ index, row, ...chips }: CellProps) {
  const { t } = useLanguage();
  const { findings, labelState } = index.sessions;
  if (labelState[row] === 0) return <span className={styles.faint}>{t.library.noLabels}</span>;
  const labels = Array.from(cellOf(findings, row), (term) => index.terms[term] ?? '');
  if (labels.length === 0) return <span className={styles.faint}>{t.library.emptyLabels}</span>;
  return <LabelChips hasDots labels={labels} {...chips} />;
}

/** The places that the labels name. */
export function PlacesCell({ index, row, ...chips }: CellProps) {
  const labels = Array.from(cellOf(index.sessions.locations, row), (term) => index.terms[term] ?? '');
  return <LabelChips hasDots={false} labels={labels} {...chips} />;
}
