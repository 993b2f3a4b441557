/**
 * A column whose cells are lists of numbers: the cell of row r is `values[offsets[r]] … values[offsets[r + 1] − 1]`.
 * `offsets` has one entry more than there are rows.
 */
export interface ListColumn {
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/** For one facet: the values of each session, as numbers into `values`. */
export interface FacetColumn {
  readonly values: readonly string[];
  readonly cells: ListColumn;
}

/** For one range: the values of each session, as numbers into `values`, which rise. */
export interface RangeColumn {
  readonly values: Float64Array;
  readonly cells: ListColumn;
}

export function listColumn(cells: readonly (readonly number[])[]): ListColumn {
  const offsets = new Uint32Array(cells.length + 1);
  let total = 0;
  cells.forEach((cell, row) => {
    total += cell.length;
    offsets[row + 1] = total;
  });
  const values = new Uint32Array(total);
  let at = 0;
  for (const cell of cells) for (const value of cell) values[at++] = value;
  return { offsets, values };
}

/** The same cells without the values that are not kept; cells keep their order. */
export function filterCells(
  column: ListColumn,
  keeps: (value: number, cell: Uint32Array) => boolean,
): ListColumn {
  const offsets = new Uint32Array(column.offsets.length);
  const values: number[] = [];
  for (let row = 0; row + 1 < offsets.length; row++) {
    const cell = cellOf(column, row);
    for (const value of cell) if (keeps(value, cell)) values.push(value);
    offsets[row + 1] = values.length;
  }
  return { offsets, values: Uint32Array.from(values) };
}

/** Groups the rows of a child table by their parent row; children keep their order. */
export function groupRows(parentOf: Uint32Array, parents: number): ListColumn {
  const offsets = new Uint32Array(parents + 1);
  for (const parent of parentOf) offsets[parent + 1] = (offsets[parent + 1] ?? 0) + 1;
  for (let row = 0; row < parents; row++) offsets[row + 1] = (offsets[row + 1] ?? 0) + (offsets[row] ?? 0);
  const next = offsets.slice(0, parents);
  const values = new Uint32Array(parentOf.length);
  parentOf.forEach((parent, child) => {
    const at = next[parent] ?? 0;
    values[at] = child;
    next[parent] = at + 1;
  });
  return { offsets, values };
}

/** The cell of one row, as a view. */
export const cellOf = (column: ListColumn, row: number): Uint32Array =>
  column.values.subarray(column.offsets[row] ?? 0, column.offsets[row + 1] ?? 0);

export const cellLength = (column: ListColumn, row: number): number =>
  (column.offsets[row + 1] ?? 0) - (column.offsets[row] ?? 0);
