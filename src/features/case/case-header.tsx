import { ChevronLeft, ChevronRight, Command, PanelRight } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { useDoable, useShownKey } from '../../commands/command-scope.tsx';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { baseName } from '../../domain/dataset/file-source.ts';
import { withoutFilters, type LibraryQuery } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress, writeQuery } from '../../session/query-url.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { cx } from '../../ui/cx.ts';
import { Logo } from '../../ui/marks.tsx';
import { personOf } from '../../ui/person.ts';
import { CaseFilters } from './case-filters.tsx';
import styles from './case-header.module.css';
import { ContradictionMark } from './contradictions/contradiction-mark.tsx';
import type { Neighbours } from './use-neighbours.ts';
import { PANEL_OPENER, type Panel } from './use-panel.ts';

interface CaseHeaderProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly neighbours: Neighbours;
  readonly query: LibraryQuery;
  readonly panel: Panel;
  /** An image that the address asks for and that the session does not have. */
  readonly unknownImage: string | undefined;
}

/** Which case this is, and the way to its neighbours in the list it came from. */
export function CaseHeader({ index, row, neighbours, query, panel, unknownImage }: CaseHeaderProps) {
  const { t, format } = useLanguage();
  const shownKey = useShownKey();
  const { run } = useDoable();
  const { sessions, subjects } = index;
  const subject = sessions.subject[row] ?? 0;
  const search = writeQuery(query).toString();
  const library = search === '' ? '/library' : `/library?${search}`;
  const navigate = useNavigate();
  // The case stays, among all others.
  const clear = (): void =>
    void navigate(caseAddress(subjects.ids[subject] ?? '', sessions.ids[row] ?? '', withoutFilters(query)));
  const date = sessions.date[row] ?? 0;
  return (
    <header role="region" aria-label={t.casePage.header} className={styles.header} data-region>
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
        {[date > 0 ? format.date(date) : t.library.noDate, personOf(t, index, subject)]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <ContradictionMark index={index} row={row} />
      {unknownImage !== undefined && (
        <p role="status" className={styles.unknown} title={unknownImage}>
          {t.casePage.unknownImage(baseName(unknownImage))}
        </p>
      )}
      <CaseFilters query={query} library={library} onClear={clear} />
      <div className={styles.end} data-tour="neighbours">
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
        <IconButton
          name={t.keys.commands.palette}
          shortcut={shownKey('palette')}
          onPress={() => run('palette')}
        >
          <Command aria-hidden />
        </IconButton>
        {panel.isDrawer && (
          <span id={PANEL_OPENER} data-testid="open-panel">
            <IconButton
              name={t.case.panel}
              pressed={panel.isOpen}
              onPress={() => panel.setOpen(!panel.isOpen)}
            >
              <PanelRight aria-hidden />
            </IconButton>
          </span>
        )}
      </div>
    </header>
  );
}
