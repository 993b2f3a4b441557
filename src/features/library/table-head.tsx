import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ColumnId } from '../../domain/dataset/library-columns.ts';
import type { SortKey } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { ColumnResizer } from './column-resizer.tsx';
import styles from './table-head.module.css';
import type { TableColumns } from './use-columns.ts';
import type { Library } from './use-library.ts';

interface TableHeadProps {
  readonly library: Library;
  readonly columns: TableColumns;
  readonly scale: number;
  /** CSS pixels: the rows below have a scroll bar beside them. */
  readonly width: number;
}

/** The names of the columns: a press sorts, the edge between two is moved. */
export function TableHead({ library, columns, scale, width }: TableHeadProps) {
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={styles.head} style={{ inlineSize: width }}>
        {columns.fitted.shown.map((id) => (
          <HeadCell key={id} id={id} library={library} columns={columns} scale={scale} />
        ))}
      </div>
    </div>
  );
}

function HeadCell({
  id,
  library,
  columns,
  scale,
}: Omit<TableHeadProps, 'width'> & { readonly id: ColumnId }) {
  const { t } = useLanguage();
  const { query, setQuery } = library;
  if (id === 'picture')
    return (
      <div role="columnheader" className={styles.cell}>
        <span className="visually-hidden">{t.library.columns.picture}</span>
      </div>
    );
  const key: SortKey = id;
  const isSorted = query.sort.key === key;
  const { descending } = query.sort;
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}
      className={styles.cell}
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
