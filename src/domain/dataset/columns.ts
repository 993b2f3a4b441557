/**
 * A column whose cells are lists of numbers: the cell of row r is `values[offsets[r]] … values[offsets[r + 1] − 1]`.
 * `offsets` has one entry more than there are rows.
 */
export interface ListColumn {
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
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
