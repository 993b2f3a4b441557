import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { shownKey } from '../../commands/registry.ts';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { FACETS, type LibraryQuery } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { writeQuery } from '../../session/query-url.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { cx } from '../../ui/cx.ts';
import { Logo } from '../../ui/marks.tsx';
import styles from './case-header.module.css';
import type { Neighbours } from './use-neighbours.ts';

interface CaseHeaderProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly neighbours: Neighbours;
  readonly query: LibraryQuery;
}

/** Which case this is, and the way to its neighbours in the list it came from. */
export function CaseHeader({ index, row, neighbours, query }: CaseHeaderProps) {
  const { t, format } = useLanguage();
  const { sessions, subjects } = index;
  const subject = sessions.subject[row] ?? 0;
  const search = writeQuery(query).toString();
  const library = search === '' ? '/library' : `/library?${search}`;
  const filters = [...(query.text === '' ? [] : [query.text]), ...FACETS.flatMap((key) => query.facets[key])];
  const date = sessions.date[row] ?? 0;
  const ages = Array.from(cellOf(subjects.ages, subject), String).join(', ');
  const sex = subjects.sex[subject] ?? 'unknown';
  const person = [ages === '' ? '' : t.library.years(ages), sex === 'unknown' ? '' : sex].filter(
    (part) => part !== '',
  );
  return (
    <header className={styles.header}>
      <nav aria-label={t.case.breadcrumb} className={styles.crumbs}>
        <Link to="/" aria-label={t.app.toStart} className={cx(styles.logo)}>
          <Logo />
        </Link>
        <Link to={library} className={cx(styles.crumb)}>
          {t.app.library}
        </Link>
        <span aria-hidden>/</span>
        <h1 className={styles.ids}>
          <span>{subjects.ids[subject]}</span>
          <span aria-hidden className={styles.slash}>
            /
          </span>
          <span>{sessions.ids[row]}</span>
        </h1>
      </nav>
      <p className={styles.facts}>
        {[date > 0 ? format.date(date) : t.library.noDate, person.join(', ')]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <div className={styles.end}>
        {filters.slice(0, 3).map((filter) => (
          <span key={filter} className={styles.filter}>
            {filter}
          </span>
        ))}
        <IconButton
          name={t.case.previous}
          shortcut={shownKey('previous-case')}
          isDisabled={neighbours.goPrevious === undefined}
          onPress={() => neighbours.goPrevious?.()}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        {neighbours.position > 0 && (
          <span className={styles.position}>
            {t.case.position(format.number(neighbours.position), format.number(neighbours.count))}
          </span>
        )}
        <IconButton
          name={t.case.next}
          shortcut={shownKey('next-case')}
          isDisabled={neighbours.goNext === undefined}
          onPress={() => neighbours.goNext?.()}
        >
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}
