import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ColumnId } from '../../domain/dataset/library-columns.ts';
import type { SortKey } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import { ColumnResizer } from './column-resizer.tsx';
import styles from './table-head.module.css';
import type { TableColumns } from './use-columns.ts';
import type { Library } from './use-library.ts';

interface TableHeadProps {
  readonly library: Library;
  readonly columns: TableColumns;
  readonly scale: number;
}

/** The names of the columns: a press sorts, the edge between two is moved. */
export function TableHead({ library, columns, scale }: TableHeadProps) {
  return (
    <div role="rowgroup" className={styles.group}>
      <div role="row" aria-rowindex={1} className={styles.head}>
        {columns.fitted.shown.map((id) => (
          <HeadCell key={id} id={id} library={library} columns={columns} scale={scale} />
        ))}
      </div>
    </div>
  );
}

function HeadCell({ id, library, columns, scale }: TableHeadProps & { readonly id: ColumnId }) {
  const { t } = useLanguage();
  const { query, setQuery } = library;
  const key: SortKey = id;
  const isSorted = query.sort.key === key;
  const { descending } = query.sort;
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}
      className={cx(styles.cell, id === 'subject' && styles.lead)}
    >
      <button
        type="button"
        className={styles.sort}
        aria-label={t.library.sortBy(t.library.columns[id])}
        onClick={() => setQuery({ ...query, sort: { key, descending: isSorted && !descending } })}
      >
        <span className={styles.name}>{t.library.columns[id]}</span>
        {isSorted && (descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
      </button>
      <ColumnResizer id={id} columns={columns} scale={scale} />
    </div>
  );
}
