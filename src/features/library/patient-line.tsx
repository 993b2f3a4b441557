import { cellLength } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { personOf } from '../../ui/person.ts';
import styles from './session-row.module.css';

interface PatientLineProps {
  readonly index: DatasetIndex;
  /** Row of a session of the patient. */
  readonly row: number;
  readonly item: number;
  readonly offset: number;
  readonly height: number;
  readonly columns: number;
}

/** The patient above his or her sessions. */
export function PatientLine({ index, row, item, offset, height, columns }: PatientLineProps) {
  const { t, format } = useLanguage();
  const subject = index.sessions.subject[row] ?? 0;
  const sessions = cellLength(index.subjects.sessions, subject);
  return (
    <div
      role="row"
      aria-rowindex={item + 2}
      className={styles.patient}
      style={{ blockSize: height, transform: `translateY(${offset}px)` }}
      data-subject={index.subjects.ids[subject]}
      data-group="patient"
    >
      <div role="rowheader" aria-colspan={columns} className={styles.patientCell}>
        <span className={styles.subject}>{index.subjects.ids[subject]}</span>
        <span className={styles.faint}>{personOf(t, index, subject)}</span>
        <span className={styles.faint}>
          {format.number(sessions)} {t.library.allSessions(sessions)}
        </span>
      </div>
    </div>
  );
}
