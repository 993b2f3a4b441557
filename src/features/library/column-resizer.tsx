import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { MAX_WIDTH, MIN_WIDTH, type ColumnId } from '../../domain/dataset/library-columns.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './table-head.module.css';
import type { TableColumns } from './use-columns.ts';

interface ColumnResizerProps {
  readonly id: ColumnId;
  readonly columns: TableColumns;
  /** CSS pixels of one pixel of the ordinary type size. */
  readonly scale: number;
}

/** Pixels that one press of an arrow key moves. */
const STEP = 8;

/** The edge of a column: dragged, or moved with the arrow keys; a double press or Enter takes the width back. */
export function ColumnResizer({ id, columns, scale }: ColumnResizerProps) {
  const { t } = useLanguage();
  const width = columns.fitted.widths.get(id) ?? 0;
  const start = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const at = (event: PointerEvent): number =>
    (start.current?.width ?? 0) + (event.clientX - (start.current?.x ?? 0)) / scale;
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -STEP, ArrowRight: STEP };
    const step = steps[event.key];
    if (step !== undefined) columns.keep(id, width + step);
    else if (event.key === 'Enter') columns.keep(id, undefined);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t.library.widthOf(t.library.columns[id])}
      aria-valuenow={Math.round(width)}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      tabIndex={0}
      className={styles.resizer}
      onKeyDown={onKeyDown}
      onDoubleClick={() => columns.keep(id, undefined)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current) columns.resize(id, at(event));
      }}
      onPointerUp={(event) => {
        if (start.current && event.clientX !== start.current.x) columns.keep(id, at(event));
        start.current = undefined;
      }}
      onPointerCancel={() => void (start.current = undefined)}
    />
  );
}
