import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { SortKey } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { SessionRow } from './session-row.tsx';
import styles from './session-list.module.css';
import type { Library } from './use-library.ts';

interface SessionListProps {
  readonly index: DatasetIndex;
  readonly library: Library;
  /** Position in the list, from 0, of the row that has the focus or had it last. */
  readonly active: number;
  readonly onActive: (position: number) => void;
}

/** CSS pixels at the ordinary type size. */
const ROW_HEIGHT = 54;
const PAGE = 10;

/** The sessions as a grid of which only the rows in sight exist. */
export function SessionList({ index, library, active, onActive }: SessionListProps) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = library.result;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT * rem,
    overscan: 8,
  });

  const open = (position: number): void => {
    const row = rows[position];
    if (row === undefined) return;
    const { sessions, subjects } = index;
    const subject = subjects.ids[sessions.subject[row] ?? 0] ?? '';
    void navigate(caseAddress(subject, sessions.ids[row] ?? '', library.query));
  };

  // The row to focus may not exist until the list has scrolled to it.
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${wanted.current + 2}"]`);
    if (!element) return;
    wanted.current = undefined;
    element.focus({ preventScroll: true });
  });

  const move = (position: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, position));
    wanted.current = next;
    virtual.scrollToIndex(next);
    onActive(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      Home: 0,
      End: rows.length - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) {
      event.preventDefault();
      move(target);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(active);
    }
  };

  return (
    <div
      role="grid"
      aria-label={t.library.rows}
      aria-describedby="library-row-hint"
      aria-rowcount={rows.length + 1}
      className={styles.grid}
    >
      <p id="library-row-hint" className="visually-hidden">
        {t.library.rowHint}
      </p>
      <Head library={library} />
      <div ref={scroller} role="rowgroup" className={styles.scroller} onKeyDown={onKeyDown}>
        <div role="presentation" className={styles.extent} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: position, start, size }) => (
            <SessionRow
              key={rows[position]}
              index={index}
              row={rows[position] ?? 0}
              position={position}
              offset={start}
              height={size}
              isActive={position === active}
              onFocus={() => onActive(position)}
              onOpen={() => open(position)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const COLUMNS: readonly {
  readonly column: 'case' | 'date' | 'images' | 'findings' | 'tests';
  readonly sort?: SortKey;
}[] = [
  { column: 'case', sort: 'subject' },
  { column: 'date', sort: 'date' },
  { column: 'images', sort: 'images' },
  { column: 'findings', sort: 'findings' },
  { column: 'tests' },
];

function Head({ library }: { readonly library: Library }) {
  const { t } = useLanguage();
  const { query, setQuery } = library;
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={styles.head}>
        {COLUMNS.map(({ column, sort }) => {
          const isSorted = sort !== undefined && query.sort.key === sort;
          const { descending } = query.sort;
          return (
            <div
              key={column}
              role="columnheader"
              aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}
            >
              {sort === undefined ? (
                t.library.columns[column]
              ) : (
                <button
                  type="button"
                  className={styles.sort}
                  aria-label={t.library.sortBy(t.library.columns[column])}
                  onClick={() =>
                    setQuery({ ...query, sort: { key: sort, descending: isSorted && !descending } })
                  }
                >
                  {t.library.columns[column]}
                  {isSorted && (descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
