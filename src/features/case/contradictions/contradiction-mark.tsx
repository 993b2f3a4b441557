import { TriangleAlert } from 'lucide-react';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import styles from './contradictions-section.module.css';
import { useContradictions } from './use-contradictions.ts';

/** Where the section is found on the page. */
export const CONTRADICTIONS_ID = 'contradictions';

interface ContradictionMarkProps {
  readonly index: DatasetIndex;
  readonly row: number;
}

/** Says quietly that something of the case contradicts itself, and leads to where it is told. */
export function ContradictionMark({ index, row }: ContradictionMarkProps) {
  const { t, format } = useLanguage();
  const { found, expected } = useContradictions(index, row);
  const count = found?.length ?? expected;
  if (count === 0) return null;
  return (
    <button
      type="button"
      className={styles.mark}
      title={t.contradictions.show}
      data-testid="contradiction-mark"
      onClick={() => document.getElementById(CONTRADICTIONS_ID)?.scrollIntoView({ block: 'nearest' })}
    >
      <TriangleAlert aria-hidden />
      {t.contradictions.title(count, format.number(count))}
    </button>
  );
}
