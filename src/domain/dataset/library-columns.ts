/** The columns of the library's table, in their order. */
export const COLUMNS = [
  'subject',
  'session',
  'date',
  'age',
  'sex',
  'images',
  'modality',
  'projection',
  'findings',
  'locations',
  'tests',
  'report',
  'masks',
  'issues',
  'missing',
] as const;
export type ColumnId = (typeof COLUMNS)[number];

export const isColumn = (id: unknown): id is ColumnId => COLUMNS.some((one) => one === id);

/** How high the rows are: with pictures, or as many as possible. */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** Of these as many are shown as there is room for, until the user chooses. */
const FIRST_COLUMNS: readonly ColumnId[] = [
  'subject',
  'date',
  'images',
  'findings',
  'locations',
  'tests',
  'report',
  'masks',
  'issues',
  'missing',
];

/** Widths are CSS pixels at the ordinary type size, gaps not counted. */
interface ColumnShape {
  readonly width: number;
  /** In one line, where it has two in a high row. */
  readonly compact?: number;
  /** Higher ones give way first; the column with 0 always stays. */
  readonly gives: number;
  /** Its part of what is left over, and the width at which it has enough of that. */
  readonly grows?: { readonly share: number; readonly enough: number };
}

const SHAPES: Readonly<Record<ColumnId, ColumnShape>> = {
  // The picture, 44 pixels and a gap, is part of it.
  subject: { width: 164, compact: 172, gives: 0 },
  session: { width: 112, gives: 5 },
  date: { width: 112, compact: 160, gives: 2 },
  age: { width: 56, gives: 8 },
  sex: { width: 56, gives: 9 },
  images: { width: 120, gives: 4 },
  modality: { width: 92, gives: 11 },
  projection: { width: 132, gives: 10 },
  findings: { width: 180, gives: 1, grows: { share: 4, enough: Infinity } },
  locations: { width: 200, gives: 14, grows: { share: 2, enough: 440 } },
  tests: { width: 112, gives: 3, grows: { share: 4, enough: 270 } },
  report: { width: 92, gives: 15 },
  masks: { width: 72, gives: 7 },
  issues: { width: 88, gives: 12 },
  missing: { width: 84, gives: 16 },
};

export const MIN_WIDTH = 44;
export const MAX_WIDTH = 640;
/** Between two columns, and before the first and after the last. */
const GAP = 12;
const EDGES = 32;

/** Below this width of the table who and what take less room. */
const NARROW = 600;
const NARROW_WIDTHS: ColumnWidths = { subject: 136, findings: 156 };

export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

export interface WantedColumns {
  /** As the user chose them; undefined: as many as there is room for. */
  readonly chosen: readonly ColumnId[] | undefined;
  /** Set by hand. */
  readonly set: ColumnWidths;
  /** Width of the table. */
  readonly available: number;
  readonly density: Density;
}

export interface FittedColumns {
  readonly shown: readonly ColumnId[];
  /** Of every shown column. */
  readonly widths: ReadonlyMap<ColumnId, number>;
  /** Of all together, with gaps and edges: more than is available where the table scrolls sideways. */
  readonly total: number;
}

/** The first column is shown whether it was chosen or not. */
const LEAD: ColumnId = 'subject';

function plainWidth(id: ColumnId, { available, density }: WantedColumns): number {
  const { width, compact } = SHAPES[id];
  if (available < NARROW) return NARROW_WIDTHS[id] ?? width;
  return density === 'compact' ? (compact ?? width) : width;
}

const sum = (ids: readonly ColumnId[], widthOf: (id: ColumnId) => number): number =>
  ids.reduce((all, id) => all + widthOf(id), EDGES + GAP * (ids.length - 1));

/** The first columns that fit; what was set by hand takes none away. */
function firstThatFit(wanted: WantedColumns): readonly ColumnId[] {
  const byWeight = FIRST_COLUMNS.toSorted((a, b) => SHAPES[a].gives - SHAPES[b].gives);
  const tooMany = byWeight.findIndex(
    (_, at) => at > 0 && sum(byWeight.slice(0, at + 1), (id) => plainWidth(id, wanted)) > wanted.available,
  );
  const fitting = tooMany < 0 ? byWeight : byWeight.slice(0, tooMany);
  return COLUMNS.filter((id) => fitting.includes(id));
}

/** Shares what is left over among the columns that grow; what one has enough of goes to the others. */
function shareOut(ids: readonly ColumnId[], widths: Map<ColumnId, number>, spare: number): void {
  const growing = ids.flatMap((id) => {
    const { grows } = SHAPES[id];
    return grows ? [{ id, ...grows }] : [];
  });
  let left = spare;
  let shares = growing.reduce((all, { share }) => all + share, 0);
  // Whoever has enough soonest takes first, so that all that it leaves is known to the rest.
  const soonest = growing.toSorted(
    (a, b) => (a.enough - (widths.get(a.id) ?? 0)) / a.share - (b.enough - (widths.get(b.id) ?? 0)) / b.share,
  );
  for (const { id, share, enough } of soonest) {
    const width = widths.get(id) ?? 0;
    const grown = Math.min(Math.max(0, enough - width), (left * share) / shares);
    widths.set(id, width + grown);
    left -= grown;
    shares -= share;
  }
  // Columns of labels are worth their width; where there is none the first one keeps the table whole.
  if (left > 0) widths.set(LEAD, (widths.get(LEAD) ?? 0) + left);
}

/** Which columns a table has and how wide each is: chosen ones all, else as many as fit. */
export function fitColumns(wanted: WantedColumns): FittedColumns {
  const { chosen, set, available } = wanted;
  const shown = chosen ? COLUMNS.filter((id) => id === LEAD || chosen.includes(id)) : firstThatFit(wanted);
  const widthOf = (id: ColumnId): number => set[id] ?? plainWidth(id, wanted);
  const widths = new Map(shown.map((id) => [id, widthOf(id)]));
  const needed = sum(shown, widthOf);
  if (available > needed)
    shareOut(
      shown.filter((id) => set[id] === undefined),
      widths,
      available - needed,
    );
  return { shown, widths, total: Math.max(needed, available) };
}
