import { useMemo, useState } from 'react';
import {
  COLUMNS,
  fitColumns,
  MAX_WIDTH,
  MIN_WIDTH,
  type ColumnId,
  type FittedColumns,
} from '../../domain/dataset/library-columns.ts';
import { usePreferences, useWorkspace } from '../../session/session-context.tsx';
import { useStable } from '../../ui/use-stable.ts';

export interface TableColumns {
  readonly fitted: FittedColumns;
  /** Shows a column or takes it away: from then on the columns are those that the user chose. */
  toggle(id: ColumnId): void;
  /** While it is moved; nothing is kept. */
  resize(id: ColumnId, width: number): void;
  /** Keeps the width that a column has now, or, without one, takes back what was set. */
  keep(id: ColumnId, width: number | undefined): void;
  reset(): void;
}

const within = (width: number): number => Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));

/** The columns of the table: as chosen, or as many as fit into `available` pixels of the ordinary type size. */
export function useColumns(available: number): TableColumns {
  const workspace = useWorkspace();
  const { columns: chosen, columnWidths, density } = usePreferences();
  const [moved, setMoved] = useState<{ readonly id: ColumnId; readonly width: number }>();
  const fitted = useMemo(() => {
    const set = moved ? { ...columnWidths, [moved.id]: moved.width } : columnWidths;
    return fitColumns({ chosen, set, available, density });
  }, [chosen, columnWidths, moved, available, density]);
  return {
    fitted,
    toggle: useStable((id: ColumnId) =>
      workspace.setPreferences({
        columns: COLUMNS.filter((one) => fitted.shown.includes(one) !== (one === id)),
      }),
    ),
    resize: (id, width) => setMoved({ id, width: within(width) }),
    keep: (id, width) => {
      setMoved(undefined);
      const { [id]: _, ...others } = columnWidths;
      workspace.setPreferences({
        columnWidths: width === undefined ? others : { ...others, [id]: within(width) },
      });
    },
    reset: useStable(() => workspace.setPreferences({ columns: undefined, columnWidths: {} })),
  };
}
