import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { cellLength } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import { matchPattern } from '../../domain/dataset/search-text.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PeekFilm } from './peek-film.tsx';
import { PeekText } from './peek-text.tsx';
import styles from './peek.module.css';
import { personOf } from '../../ui/person.ts';

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
    <aside className={styles.peek} aria-label={t.library.peek} data-region>
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
      <PeekText index={index} row={row} pattern={pattern} />
      <div className={styles.actions}>
        <Button tone="primary" onPress={() => void navigate(caseAddress(subject, session, query))}>
          {t.library.openCase} <KeyCap keys="↵" />
        </Button>
        <Button onPress={onCopy}>{t.library.copyPath}</Button>
      </div>
    </aside>
  );
}
