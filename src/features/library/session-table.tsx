import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, type CSSProperties, type RefObject } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { matchPattern } from '../../domain/dataset/search-text.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { listItems } from './list-items.ts';
import { listKeys, type ListActions } from './list-keys.ts';
import { PatientLine } from './patient-line.tsx';
import { SessionRow } from './session-row.tsx';
import styles from './session-table.module.css';
import { TableHead } from './table-head.tsx';
import type { TableColumns } from './use-columns.ts';
import type { ElementSize } from './use-element-size.ts';
import { useFocusLater } from './use-focus-later.ts';
import type { Library } from './use-library.ts';
import { useTextWidth } from './use-text-width.ts';

export interface ListProps {
  readonly index: DatasetIndex;
  readonly library: Library;
  /** Position in the list, from 0, of the session that has the focus or had it last. */
  readonly active: number;
  readonly onActive: (position: number) => void;
  /** A position to scroll to and focus; a new object for every wish. */
  readonly wanted: { readonly position: number } | undefined;
  readonly actions: ListActions;
  readonly onMenu: (position: number, element: HTMLElement) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly size: ElementSize;
  /** CSS pixels of one pixel of the ordinary type size. */
  readonly scale: number;
}

/** CSS pixels at the ordinary type size. */
const ROW_HEIGHT = 54;
const PATIENT_HEIGHT = 32;
/** Rows kept ready above and below: a turn of the wheel never shows an empty place. */
const OVERSCAN = 14;

/** The sessions as a grid of which only the rows in sight exist. */
export function SessionTable(props: ListProps & { readonly columns: TableColumns }) {
  const { index, library, active, onActive, wanted, actions, onMenu, scroller, size, scale, columns } = props;
  const { t } = useLanguage();
  const { rows } = library.result;
  const isGrouped = library.counted.group === 'patient';
  const items = useMemo(
    () => listItems(rows, index.sessions.subject, isGrouped),
    [rows, index.sessions.subject, isGrouped],
  );
  const pattern = useMemo(() => matchPattern(library.query.text), [library.query.text]);
  const textWidth = useTextWidth();
  const vocabulary = useVocabulary();
  const { finding, location } = library.query.facets;
  const asked = useMemo(
    () => new Set([...finding, ...location].flatMap((label) => [...vocabulary.descendants(label)])),
    [finding, location, vocabulary],
  );
  const virtual = useVirtualizer({
    count: items.count,
    getScrollElement: () => scroller.current,
    estimateSize: (item) => (items.at(item) < 0 ? PATIENT_HEIGHT : ROW_HEIGHT) * scale,
    overscan: OVERSCAN,
  });
  useEffect(() => virtual.measure(), [virtual, items, scale]);

  const focusLater = useFocusLater(scroller);
  const move = (position: number): void => {
    focusLater(position);
    virtual.scrollToIndex(items.itemOf(position));
    onActive(position);
  };
  useEffect(() => {
    if (wanted) move(wanted.position);
    // Only a new wish moves the list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted]);

  const page = Math.max(1, Math.floor(size.height / (ROW_HEIGHT * scale)) - 1);
  const onKeyDown = listKeys({ count: rows.length, active, across: 1, page }, move, actions);
  const { fitted } = columns;
  const template = fitted.shown.map((id) => `${(fitted.widths.get(id) ?? 0) / 16}rem`).join(' ');
  return (
    <div
      role="grid"
      aria-label={t.library.rows}
      aria-describedby="library-row-hint"
      aria-rowcount={items.count + 1}
      aria-colcount={fitted.shown.length}
      className={styles.grid}
      style={{ '--columns': template } as CSSProperties}
    >
      <p id="library-row-hint" className="visually-hidden">
        {t.library.rowHint}
      </p>
      <TableHead library={library} columns={columns} scale={scale} width={size.width} />
      <div ref={scroller} role="rowgroup" className={styles.scroller} onKeyDown={onKeyDown}>
        <div role="presentation" className={styles.extent} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: item, start, size: height }) => {
            const position = items.at(item);
            const place = { item, offset: start, height };
            return position < 0 ? (
              <PatientLine
                key={`patient ${rows[~position]}`}
                index={index}
                row={rows[~position] ?? 0}
                columns={fitted.shown.length}
                {...place}
              />
            ) : (
              <SessionRow
                key={rows[position]}
                index={index}
                row={rows[position] ?? 0}
                position={position}
                fitted={fitted}
                scale={scale}
                issues={library.columns.facets.issue}
                pattern={pattern}
                textWidth={textWidth}
                asked={asked}
                mayLoad={!virtual.isScrolling}
                isActive={position === active}
                onFocus={onActive}
                onOpen={actions.open}
                onMenu={onMenu}
                {...place}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
