import type { ReactNode } from 'react';
import { LayoutGrid, Rows2, Rows4 } from 'lucide-react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { GROUPINGS } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { usePreferences, useWorkspace } from '../../session/session-context.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { ExportButtons } from './export-buttons.tsx';
import styles from './toolbar.module.css';
import type { TableColumns } from './use-columns.ts';
import type { Library } from './use-library.ts';

/** Written once, so that they stay the same. */
const ICONS = {
  comfortable: <Rows2 aria-hidden />,
  compact: <Rows4 aria-hidden />,
  gallery: <LayoutGrid aria-hidden />,
} as const;
const VIEWS = ['comfortable', 'compact', 'gallery'] as const;

interface ToolbarProps {
  readonly index: DatasetIndex;
  readonly library: Library;
  readonly columns: TableColumns;
  /** What was just done. */
  readonly message: string;
  readonly onMessage: (message: string) => void;
  /** Further buttons. */
  readonly extra: ReactNode;
}

/** How many sessions there are, how they are shown, and the way out of the page with them. */
export function Toolbar({ index, library, columns, message, onMessage, extra }: ToolbarProps) {
  const { t } = useLanguage();
  const { query, setQuery } = library;
  const workspace = useWorkspace();
  const { density } = usePreferences();
  return (
    <div className={styles.bar}>
      <Count index={index} library={library} />
      <span role="status" className={styles.message}>
        {message}
      </span>
      <div className={styles.controls}>
        {query.view === 'table' && (
          <Segmented
            name={t.library.grouping}
            value={query.group}
            options={GROUPINGS.map((value) => ({ value, label: t.library.groupings[value] }))}
            onChange={(group) => setQuery({ ...query, group })}
          />
        )}
        <Segmented
          name={t.library.view}
          value={query.view === 'gallery' ? query.view : density}
          options={VIEWS.map((value) => ({ value, label: ICONS[value], name: t.library.views[value] }))}
          onChange={(view) => {
            // How high rows are is the reader's taste, and stays out of the address.
            if (view !== 'gallery') workspace.setPreferences({ density: view });
            setQuery({ ...query, view: view === 'gallery' ? 'gallery' : 'table' });
          }}
        />
        {query.view === 'table' && (
          <ColumnsMenu shown={columns.fitted.shown} toggle={columns.toggle} reset={columns.reset} />
        )}
        {extra}
        <ExportButtons index={index} library={library} onMessage={onMessage} />
      </div>
    </div>
  );
}

function Count({ index, library }: Pick<ToolbarProps, 'index' | 'library'>) {
  const { t, format } = useLanguage();
  const { rows, subjects } = library.result;
  const total = index.sessions.count;
  return (
    <p
      className={styles.count}
      data-testid="case-count"
      data-count={rows.length}
      data-total={total}
      data-subjects={subjects}
      aria-live="polite"
    >
      <strong className={styles.number}>{format.number(rows.length)}</strong>
      {rows.length === total
        ? t.library.allSessions(rows.length)
        : t.library.sessionsOf(format.number(total))}
      <span aria-hidden>·</span>
      {t.library.patients(subjects, format.number(subjects))}
    </p>
  );
}
