import { useMemo, useState } from 'react';
import {
  COLUMNS,
  FIRST_COLUMNS,
  fitColumns,
  MAX_WIDTH,
  MIN_WIDTH,
  type ColumnId,
  type FittedColumns,
} from '../../domain/dataset/library-columns.ts';
import { usePreferences, useWorkspace } from '../../session/session-context.tsx';

export interface TableColumns {
  readonly fitted: FittedColumns;
  readonly chosen: readonly ColumnId[];
  toggle(id: ColumnId): void;
  /** While it is moved; nothing is kept. */
  resize(id: ColumnId, width: number): void;
  /** Keeps the width that a column has now, or, without one, takes back what was set. */
  keep(id: ColumnId, width: number | undefined): void;
  reset(): void;
}

const within = (width: number): number => Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));

/** The columns of the table, as chosen and as far as they fit into `available` pixels of the ordinary type size. */
export function useColumns(available: number): TableColumns {
  const workspace = useWorkspace();
  const { columns, columnWidths } = usePreferences();
  const [moved, setMoved] = useState<{ readonly id: ColumnId; readonly width: number }>();
  const fitted = useMemo(
    () => fitColumns(columns, moved ? { ...columnWidths, [moved.id]: moved.width } : columnWidths, available),
    [columns, columnWidths, moved, available],
  );
  return {
    fitted,
    chosen: columns,
    toggle: (id) =>
      workspace.setPreferences({
        columns: COLUMNS.filter((one) => columns.includes(one) !== (one === id)),
      }),
    resize: (id, width) => setMoved({ id, width: within(width) }),
    keep: (id, width) => {
      setMoved(undefined);
      const { [id]: _, ...others } = columnWidths;
      workspace.setPreferences({
        columnWidths: width === undefined ? others : { ...others, [id]: within(width) },
      });
    },
    reset: () => workspace.setPreferences({ columns: FIRST_COLUMNS, columnWidths: {} }),
  };
}
