/** The columns of the library's table, in their order. */
export const COLUMNS = [
  'picture',
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

/** Shown until the user chooses; what does not fit gives way. */
export const FIRST_COLUMNS: readonly ColumnId[] = [
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
  /** Higher ones give way first; the column with 0 always stays. */
  readonly gives: number;
}

const SHAPES: Readonly<Record<ColumnId, ColumnShape>> = {
  picture: { width: 44, gives: 6 },
  subject: { width: 136, gives: 0 },
  session: { width: 112, gives: 5 },
  date: { width: 112, gives: 2 },
  age: { width: 56, gives: 8 },
  sex: { width: 56, gives: 9 },
  images: { width: 120, gives: 4 },
  modality: { width: 92, gives: 11 },
  projection: { width: 132, gives: 10 },
  findings: { width: 200, gives: 1 },
  locations: { width: 200, gives: 14 },
  tests: { width: 112, gives: 3 },
  report: { width: 92, gives: 15 },
  masks: { width: 72, gives: 7 },
  issues: { width: 72, gives: 12 },
  missing: { width: 84, gives: 16 },
};

export const MIN_WIDTH = 44;
export const MAX_WIDTH = 640;
/** Between two columns, and before the first and after the last. */
const GAP = 12;
const EDGES = 32;

/** Below this width of the table findings take less room. */
const NARROW = 600;
const NARROW_FINDINGS = 156;

export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

export interface FittedColumns {
  readonly shown: readonly ColumnId[];
  /** Chosen, but without room. */
  readonly dropped: readonly ColumnId[];
  /** Of every shown column. */
  readonly widths: ReadonlyMap<ColumnId, number>;
  /** The one that takes what is left over. */
  readonly fluid: ColumnId | undefined;
}

/** Which of the chosen columns fit into a width, and how wide each becomes. */
export function fitColumns(chosen: readonly ColumnId[], set: ColumnWidths, available: number): FittedColumns {
  const widthOf = (id: ColumnId): number =>
    set[id] ?? (id === 'findings' && available < NARROW ? NARROW_FINDINGS : SHAPES[id].width);
  const needed = (ids: readonly ColumnId[]): number =>
    ids.reduce((sum, id) => sum + widthOf(id), EDGES + GAP * (ids.length - 1));
  const wanted = COLUMNS.filter((id) => id === 'subject' || chosen.includes(id));
  const byWeight = wanted.toSorted((a, b) => SHAPES[a].gives - SHAPES[b].gives);
  const tooMany = byWeight.findIndex((_, at) => at > 0 && needed(byWeight.slice(0, at + 1)) > available);
  const fitting = tooMany < 0 ? byWeight : byWeight.slice(0, tooMany);
  const shown = wanted.filter((id) => fitting.includes(id));
  const spare = Math.max(0, available - needed(shown));
  const widths = new Map(shown.map((id) => [id, widthOf(id)]));
  const fluid = (['findings', 'locations', 'subject'] as const).find(
    (id) => shown.includes(id) && set[id] === undefined,
  );
  // Two lists of labels share what is left, so that the first is not mostly empty on a wide screen.
  const shares = fluid === 'findings' && widths.has('locations') && set.locations === undefined;
  if (fluid !== undefined) widths.set(fluid, widthOf(fluid) + (shares ? spare * 0.65 : spare));
  if (shares) widths.set('locations', widthOf('locations') + spare * 0.35);
  return { shown, dropped: chosen.filter((id) => !shown.includes(id)), widths, fluid };
}
