import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { FacetColumn } from '../../domain/dataset/columns.ts';
import type { ColumnId, Density } from '../../domain/dataset/library-columns.ts';
import type { TextWidth } from '../../ui/use-text-width.ts';

/** What the cells of a row know. */
export interface CellProps {
  readonly index: DatasetIndex;
  /** Row of the session table. */
  readonly row: number;
  readonly id: ColumnId;
  readonly shown: readonly ColumnId[];
  /** CSS pixels at the ordinary type size. */
  readonly width: number;
  readonly density: Density;
  /** Kinds of issues of every session. */
  readonly issues: FacetColumn;
  /** What the search looks for. */
  readonly pattern: RegExp | undefined;
  readonly textWidth: TextWidth;
  /** Labels that the filters ask for, and those below them. */
  readonly asked: ReadonlySet<string>;
  /** Pictures are made when the list stands still. */
  readonly mayLoad: boolean;
}
