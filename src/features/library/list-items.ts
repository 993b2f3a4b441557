/** What stands in the list, from top to bottom: sessions, and above each patient's sessions a line of the patient. */
export interface ListItems {
  readonly count: number;
  /** Position of the session among all sessions, or, for a patient's line, `~` of the position of the first one. */
  at(item: number): number;
  /** Where the session of a position stands. */
  itemOf(position: number): number;
}

/** The sessions alone. */
const plainItems = (count: number): ListItems => ({
  count,
  at: (item) => item,
  itemOf: (position) => position,
});

/** The items of a list; `rows` has the sessions of a patient together where they are to be grouped. */
export function listItems(rows: Uint32Array, subjectOf: Uint32Array, isGrouped: boolean): ListItems {
  if (!isGrouped) return plainItems(rows.length);
  const items: number[] = [];
  const places = new Uint32Array(rows.length);
  rows.forEach((row, position) => {
    if (position === 0 || subjectOf[row] !== subjectOf[rows[position - 1] ?? 0]) items.push(~position);
    places[position] = items.length;
    items.push(position);
  });
  return {
    count: items.length,
    at: (item) => items[item] ?? 0,
    itemOf: (position) => places[position] ?? 0,
  };
}
