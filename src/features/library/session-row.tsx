import { memo } from 'react';
import type { FittedColumns } from '../../domain/dataset/library-columns.ts';
import { cx } from '../../ui/cx.ts';
import type { CellProps } from './cell-props.ts';
import { RowCell } from './row-cell.tsx';
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
  readonly onMenu: (position: number, element: HTMLElement) => void;
}

/** One session in the list. */
export const SessionRow = memo(function SessionRow(props: SessionRowProps) {
  const { fitted, position, item, offset, height, isActive, onFocus, onOpen, onMenu, ...cell } = props;
  const { sessions, subjects } = cell.index;
  return (
    <div
      role="row"
      aria-rowindex={item + 2}
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      className={cx(styles.row)}
      style={{ blockSize: height, transform: `translateY(${offset}px)` }}
      onFocus={() => onFocus(position)}
      onClick={() => onOpen(position)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(position, event.currentTarget);
      }}
      data-testid="case-row"
      data-subject={subjects.ids[sessions.subject[cell.row] ?? 0]}
      data-session={sessions.ids[cell.row]}
      data-position={position}
    >
      {fitted.shown.map((id) => (
        <RowCell key={id} id={id} shown={fitted.shown} width={fitted.widths.get(id) ?? 0} {...cell} />
      ))}
    </div>
  );
});
