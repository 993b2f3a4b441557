import { memo } from 'react';
import type { FittedColumns } from '../../domain/dataset/library-columns.ts';
import { cx } from '../../ui/cx.ts';
import type { CellProps } from './cell-props.ts';
import { RowCell } from './row-cell.tsx';
import { menuPlaceOf, type MenuPlace } from './row-menu.tsx';
import styles from './session-row.module.css';

interface SessionRowProps extends Omit<CellProps, 'id' | 'shown' | 'width'> {
  readonly fitted: FittedColumns;
  /** Position among the sessions of the list, from 0. */
  readonly position: number;
  /** Place in the list, patients' lines counted. */
  readonly item: number;
  readonly offset: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly onFocus: (position: number) => void;
  readonly onOpen: (position: number) => void;
  readonly onOpenTab: (position: number) => void;
  readonly onMenu: (place: MenuPlace) => void;
}

/** The cells of a row, kept while a filter only moves it. */
const RowCells = memo(function RowCells({
  fitted,
  ...cell
}: Omit<CellProps, 'id' | 'shown' | 'width'> & Pick<SessionRowProps, 'fitted'>) {
  return fitted.shown.map((id) => (
    <RowCell key={id} id={id} shown={fitted.shown} width={fitted.widths.get(id) ?? 0} {...cell} />
  ));
});

/** One session in the list. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { fitted, position, item, offset, height, isActive, onFocus, onOpen, onOpenTab, onMenu, ...cell } =
    props;
  const { sessions, subjects } = cell.index;
  return (
    <div
      role="row"
      aria-rowindex={item + 2}
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      data-entry={isActive}
      className={cx(styles.row)}
      style={{ blockSize: height, transform: `translateY(${offset}px)` }}
      onFocus={() => onFocus(position)}
      onClick={({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? onOpenTab(position) : onOpen(position))}
      onAuxClick={({ button }) => button === 1 && onOpenTab(position)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(menuPlaceOf(event, position));
      }}
      data-testid="case-row"
      data-subject={subjects.ids[sessions.subject[cell.row] ?? 0]}
      data-session={sessions.ids[cell.row]}
      data-position={position}
      data-density={cell.density}
    >
      <RowCells fitted={fitted} {...cell} />
    </div>
  );
});
