import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { cellLength, cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import { matchPattern } from '../../domain/dataset/search-text.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { useVocabulary } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import { Highlight } from './highlight.tsx';
import { PeekFilm } from './peek-film.tsx';
import styles from './peek.module.css';
import { personOf } from './person.ts';

/** Characters of a report that are sure to be in sight. */
const LEAD = 240;

interface PeekProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly query: LibraryQuery;
  readonly onCopy: () => void;
}

/** The session that has the focus, before it is opened: its first film, its report, its labels. */
export function Peek({ index, row, query, onCopy }: PeekProps) {
  const { t, format } = useLanguage();
  const navigate = useNavigate();
  const { sessions, subjects } = index;
  const subject = subjects.ids[sessions.subject[row] ?? 0] ?? '';
  const session = sessions.ids[row] ?? '';
  const date = sessions.date[row] ?? 0;
  const pattern = useMemo(() => matchPattern(query.text), [query.text]);
  const counts = [
    [cellLength(sessions.images, row), t.library.images],
    [cellLength(sessions.masks, row), t.library.masks],
  ] as const;
  return (
    <aside className={styles.peek} aria-label={t.library.peek}>
      <PeekFilm index={index} row={row} />
      <div className={styles.ids}>
        <span className={styles.subject}>{subject}</span>
        <span className={styles.session}>{session}</span>
        <span className={styles.end}>{personOf(t, index, sessions.subject[row] ?? 0)}</span>
        <span className={styles.facts}>
          {[
            date > 0 ? format.date(date) : t.library.noDate,
            ...counts.map(([count, name]) => (count === 0 ? '' : `${format.number(count)} ${name(count)}`)),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </div>
      <PeekReport index={index} row={row} pattern={pattern} />
      <PeekLabels index={index} row={row} pattern={pattern} />
      <div className={styles.actions}>
        <Button tone="primary" onPress={() => void navigate(caseAddress(subject, session, query))}>
          {t.library.openCase} <KeyCap keys="↵" />
        </Button>
        <Button onPress={onCopy}>{t.library.copyPath}</Button>
      </div>
    </aside>
  );
}

interface PeekPartProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly pattern: RegExp | undefined;
}

/** The report; where the search found something in it, from a little before the first place. */
function PeekReport({ index, row, pattern }: PeekPartProps) {
  const { t } = useLanguage();
  const { reports, normalisedReport } = index.sessions;
  const written = (reports[row] ?? []).join('\n\n');
  const report = written === '' ? (normalisedReport[row] ?? '') : written;
  const found = pattern ? report.search(pattern) : -1;
  const start = found > LEAD ? report.lastIndexOf(' ', found - LEAD / 2) + 1 : 0;
  return (
    <p lang="es" className={styles.report}>
      {report === '' ? (
        <span className={styles.none}>{t.case.noReport}</span>
      ) : (
        <Highlight text={`${start > 0 ? '… ' : ''}${report.slice(start)}`} pattern={pattern} />
      )}
    </p>
  );
}

function PeekLabels({ index, row, pattern }: PeekPartProps) {
  const vocabulary = useVocabulary();
  const labels = Array.from(cellOf(index.sessions.findings, row), (term) => index.terms[term] ?? '');
  return (
    <ul className={styles.labels}>
      {labels.map((label) => (
        <li key={label} className={styles.label}>
          <BranchDot branch={branchOf(vocabulary, label)} />
          <span>
            <Highlight text={label} pattern={pattern} />
          </span>
        </li>
      ))}
    </ul>
  );
}
