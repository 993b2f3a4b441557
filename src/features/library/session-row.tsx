import { memo } from 'react';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { sessionImageKinds } from '../../domain/dataset/session-summary.ts';
import { nearestTests } from '../../domain/labs/session-tests.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { cx } from '../../ui/cx.ts';
import { BranchDot, TestGlyph } from '../../ui/marks.tsx';
import styles from './session-row.module.css';

interface SessionRowProps {
  readonly index: DatasetIndex;
  /** Row of the session table. */
  readonly row: number;
  /** Position in the list, from 0. */
  readonly position: number;
  readonly offset: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

const SHOWN_FINDINGS = 2;

/** One session in the list. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { index, row, position, offset, height, isActive, onFocus, onOpen } = props;
  const { sessions, subjects } = index;
  const subjectRow = sessions.subject[row] ?? 0;
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      className={cx(styles.row)}
      style={{ blockSize: height, transform: `translateY(${offset}px)` }}
      onFocus={onFocus}
      onClick={onOpen}
      data-testid="case-row"
      data-subject={subjects.ids[subjectRow]}
      data-session={sessions.ids[row]}
    >
      <div role="gridcell" className={styles.case}>
        <span className={styles.subject}>{subjects.ids[subjectRow]}</span>
        <span className={styles.session}>{sessions.ids[row]}</span>
      </div>
      <DateCell index={index} row={row} />
      <div role="gridcell" className={styles.images}>
        <ImageKinds index={index} row={row} />
      </div>
      <div role="gridcell" className={styles.findings}>
        <Findings index={index} row={row} />
      </div>
      <div role="gridcell" className={styles.tests}>
        <Tests index={index} row={row} />
      </div>
    </div>
  );
});

interface CellProps {
  readonly index: DatasetIndex;
  readonly row: number;
}

function DateCell({ index, row }: CellProps) {
  const { t, format } = useLanguage();
  const { sessions, subjects } = index;
  const subject = sessions.subject[row] ?? 0;
  const date = sessions.date[row] ?? 0;
  const ages = Array.from(cellOf(subjects.ages, subject), String).join(', ');
  const sex = subjects.sex[subject] ?? 'unknown';
  const person = [ages === '' ? '' : t.library.years(ages), sex === 'unknown' ? '' : sex].filter(
    (part) => part !== '',
  );
  return (
    <div role="gridcell" className={styles.date}>
      {date > 0 ? <span>{format.date(date)}</span> : <span className={styles.faint}>{t.library.noDate}</span>}
      <span className={styles.faint}>{person.join(', ')}</span>
    </div>
  );
}

function ImageKinds({ index, row }: CellProps) {
  const { t } = useLanguage();
  const kinds = sessionImageKinds(index, row);
  if (kinds.length === 0) return <span className={styles.faint}>{t.library.noImages}</span>;
  return kinds.map(({ name, count, found }) => (
    <span key={name} className={cx(styles.kind, found === 0 && styles.missing)}>
      {name}
      {count > 1 && <span className={styles.faint}> {count}</span>}
    </span>
  ));
}

function Findings({ index, row }: CellProps) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const state = index.sessions.labelState[row];
  if (state === 0) return <span className={styles.faint}>{t.library.noLabels}</span>;
  const labels = Array.from(cellOf(index.sessions.findings, row), (term) => index.terms[term] ?? '');
  if (labels.length === 0) return <span className={styles.faint}>{t.library.emptyLabels}</span>;
  const more = labels.length - SHOWN_FINDINGS;
  return (
    <>
      {labels.slice(0, SHOWN_FINDINGS).map((label) => (
        <span key={label} className={styles.finding}>
          <BranchDot branch={branchOf(vocabulary, label)} />
          <span className={styles.label}>{label}</span>
        </span>
      ))}
      {more > 0 && (
        <span className={styles.faint} title={labels.slice(SHOWN_FINDINGS).join(t.app.listSeparator)}>
          +{more}
        </span>
      )}
    </>
  );
}

function Tests({ index, row }: CellProps) {
  const { t, format } = useLanguage();
  return nearestTests(index, row).map(({ kind, result, days }) => {
    const distance =
      days === undefined ? '' : ` · ${days === 0 ? t.case.sameDay : t.case.days(format.signedDays(days))}`;
    return <TestGlyph key={kind} result={result} name={`${kind} ${t.test[result]}${distance}`} />;
  });
}
