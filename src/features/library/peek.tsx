import { useNavigate } from 'react-router';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { useVocabulary } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import { PeekFilm } from './peek-film.tsx';
import styles from './peek.module.css';

interface PeekProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly query: LibraryQuery;
}

/** The session that has the focus, before it is opened: its first film, its report, its labels. */
export function Peek({ index, row, query }: PeekProps) {
  const { t, format } = useLanguage();
  const navigate = useNavigate();
  const { sessions, subjects } = index;
  const subject = subjects.ids[sessions.subject[row] ?? 0] ?? '';
  const session = sessions.ids[row] ?? '';
  const date = sessions.date[row] ?? 0;
  const report = sessions.reports[row]?.[0] ?? sessions.normalisedReport[row] ?? '';
  return (
    <aside className={styles.peek} aria-label={t.library.peek}>
      <PeekFilm index={index} row={row} />
      <div className={styles.ids}>
        <span className={styles.subject}>{subject}</span>
        <span className={styles.session}>{session}</span>
        <span className={styles.date}>{date > 0 ? format.date(date) : t.library.noDate}</span>
      </div>
      <p lang="es" className={styles.report}>
        {report === '' ? <span className={styles.none}>{t.case.noReport}</span> : report}
      </p>
      <PeekLabels index={index} row={row} />
      <div className={styles.actions}>
        <Button tone="primary" onPress={() => void navigate(caseAddress(subject, session, query))}>
          {t.library.openCase} <KeyCap keys="↵" />
        </Button>
      </div>
    </aside>
  );
}

function PeekLabels({ index, row }: { readonly index: DatasetIndex; readonly row: number }) {
  const vocabulary = useVocabulary();
  const labels = Array.from(cellOf(index.sessions.findings, row), (term) => index.terms[term] ?? '');
  return (
    <ul className={styles.labels}>
      {labels.map((label) => (
        <li key={label} className={styles.label}>
          <BranchDot branch={branchOf(vocabulary, label)} /> {label}
        </li>
      ))}
    </ul>
  );
}
