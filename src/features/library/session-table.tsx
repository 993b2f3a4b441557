import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, type CSSProperties, type UIEvent } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { Density } from '../../domain/dataset/library-columns.ts';
import { matchPattern } from '../../domain/dataset/search-text.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { usePreferences, useVocabulary } from '../../session/session-context.tsx';
import { listItems } from './list-items.ts';
import { listKeys, type ListActions } from './list-keys.ts';
import { PatientLine } from './patient-line.tsx';
import type { MenuPlace } from './row-menu.tsx';
import { SessionRow } from './session-row.tsx';
import styles from './session-table.module.css';
import { TableHead } from './table-head.tsx';
import type { TableColumns } from './use-columns.ts';
import type { ElementSize } from '../../ui/use-element-size.ts';
import { useCalm } from './use-calm.ts';
import { useFocusLater, type FocusWish } from './use-focus-later.ts';
import type { Library } from './use-library.ts';
import { useTextWidth } from '../../ui/use-text-width.ts';

export interface ListProps {
  readonly index: DatasetIndex;
  readonly library: Library;
  /** Position in the list, from 0, of the session that has the focus or had it last. */
  readonly active: number;
  readonly onActive: (position: number) => void;
  /** A position to scroll to and focus; a new object for every wish. */
  readonly wanted: FocusWish | undefined;
  readonly actions: ListActions;
  readonly onMenu: (place: MenuPlace) => void;
  /** What scrolls, and who is told of it. */
  readonly scroller: HTMLDivElement | null;
  readonly onScroller: (scroller: HTMLDivElement | null) => void;
  readonly size: ElementSize;
  /** CSS pixels of one pixel of the ordinary type size. */
  readonly scale: number;
}

/** CSS pixels at the ordinary type size. */
const ROW_HEIGHT: Readonly<Record<Density, number>> = { comfortable: 54, compact: 36 };
const PATIENT_HEIGHT = 32;
const HEAD_HEIGHT = 36;
/** Before and behind the first column. */
const LEAD_EDGES = 28;
/** Rows kept ready above and below: a turn of the wheel never shows an empty place. */
const OVERSCAN = 14;
/** The same while filters change: what is in sight comes first. */
const FEW = 2;

const rem = (width: number): string => `${width / 16}rem`;

/** Says whether the first column has others below it: of no concern to anything that React draws. */
const onScroll = ({ currentTarget }: UIEvent<HTMLElement>): void =>
  void currentTarget.toggleAttribute('data-moved', currentTarget.scrollLeft > 0);

/** The sessions as a grid of which only the rows in sight exist. */
export function SessionTable(props: ListProps & { readonly columns: TableColumns }) {
  const { index, library, active, onActive, wanted, actions, onMenu, scroller, size, scale, columns } = props;
  const { t } = useLanguage();
  const { density } = usePreferences();
  const rowHeight = ROW_HEIGHT[density] * scale;
  const headHeight = HEAD_HEIGHT * scale;
  const { rows } = library.result;
  const isGrouped = library.query.group === 'patient';
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
  const isCalm = useCalm(items);
  const virtual = useVirtualizer({
    count: items.count,
    getScrollElement: () => scroller,
    estimateSize: (item) => (items.at(item) < 0 ? PATIENT_HEIGHT * scale : rowHeight),
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: isCalm ? OVERSCAN : FEW,
  });
  useEffect(() => virtual.measure(), [virtual, items, rowHeight]);

  const focusLater = useFocusLater(scroller);
  const move = (position: number, isPolite = false): void => {
    focusLater({ position, isPolite });
    virtual.scrollToIndex(items.itemOf(position));
    onActive(position);
  };
  const isMeasured = size.width > 0;
  useEffect(() => {
    if (wanted && isMeasured) move(wanted.position, wanted.isPolite);
    // Only a new wish moves the list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, isMeasured]);

  const page = Math.max(1, Math.floor((size.height - headHeight) / rowHeight) - 1);
  const onKeyDown = listKeys({ count: rows.length, active, across: 1, page }, move, actions);
  const { fitted } = columns;
  const widths = fitted.shown.map((id) => fitted.widths.get(id) ?? 0);
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? -1;
  return (
    <div
      role="grid"
      aria-label={t.library.rows}
      aria-describedby="library-row-hint"
      aria-rowcount={items.count + 1}
      aria-colcount={fitted.shown.length}
      className={styles.grid}
      style={
        {
          '--columns': widths.map(rem).join(' '),
          '--lead': rem(LEAD_EDGES + (widths[0] ?? 0)),
          // While all fit there is nothing to round, and no scroll bar for a part of a pixel.
          '--total': fitted.total * scale > size.width ? rem(fitted.total) : '100%',
        } as CSSProperties
      }
    >
      <p id="library-row-hint" className="visually-hidden">
        {t.library.rowHint}
      </p>
      <div
        ref={props.onScroller}
        role="presentation"
        data-scrolls="inline"
        className={styles.scroller}
        onScroll={onScroll}
      >
        <div role="presentation" className={styles.wide}>
          <TableHead library={library} columns={columns} scale={scale} />
          <div
            role="rowgroup"
            className={styles.extent}
            style={{ blockSize: virtual.getTotalSize() }}
            onKeyDown={onKeyDown}
          >
            {virtual.getVirtualItems().map(({ index: item, start, size: height }) => {
              const position = items.at(item);
              const place = { item, offset: start - headHeight, height };
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
                  density={density}
                  issues={index.filters.facets.issue}
                  pattern={pattern}
                  textWidth={textWidth}
                  asked={asked}
                  mayLoad={isCalm && !virtual.isScrolling && item >= first && item <= last}
                  isActive={position === active}
                  onFocus={onActive}
                  onOpen={actions.open}
                  onOpenTab={actions.openTab}
                  onMenu={onMenu}
                  {...place}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}
