import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { FoldedSection } from './folded-section.tsx';
import styles from './raw-cells-section.module.css';

/** The cells of the labels table, exactly as filed. */
export function RawCellsSection({ index, row }: { readonly index: DatasetIndex; readonly row: number }) {
  const { t } = useLanguage();
  const raw = index.sessions.rawLabels[row];
  if (!raw) return null;
  const cells = [
    [t.case.rawLabels, raw.labels],
    [t.case.rawLocations, raw.locations],
    [t.case.rawSentences, raw.bySentence],
    [t.case.rawCuis, raw.labelCuis],
    [t.case.rawLocationCuis, raw.locationCuis],
  ] as const;
  return (
    <FoldedSection title={t.case.rawCells}>
      {() => (
        <dl>
          {cells.map(([name, cell]) => (
            <div key={name} className={styles.cell}>
              <dt>{name}</dt>
              <dd>{cell}</dd>
            </div>
          ))}
        </dl>
      )}
    </FoldedSection>
  );
}
