import { cellOf, type ListColumn } from './columns.ts';

const UNCHANGED = 'unchanged';

/** Labels of technique and emptiness: a session with nothing else says nothing of what was found. */
const SILENT: ReadonlySet<string> = new Set(['exclude', 'suboptimal study']);
/** What is passed on is findings, not how things are. */
const KEPT: ReadonlySet<string> = new Set([...SILENT, 'normal', UNCHANGED]);

/** Terms that sessions inherit, each with the session whose labels name it. */
export interface InheritedTerms {
  /** As indices into `terms`; none that the session names itself. */
  readonly terms: ListColumn;
  /** Row of the session that each comes from, in the order of `terms.values`. */
  readonly from: Uint32Array;
}

/** What `unchanged` stands for: the findings of the patient's session before, and of those before it. */
export interface UnchangedTable {
  /** For a session labelled `unchanged` the row of the one it refers to; −1 where there is none. */
  readonly previous: Int32Array;
  readonly findings: InheritedTerms;
  readonly locations: InheritedTerms;
}

/** What is needed of the sessions; rows of a subject are by date, undated ones last. */
export interface LabelledSessions {
  readonly count: number;
  readonly subject: Uint32Array;
  readonly date: Uint32Array;
  readonly findings: ListColumn;
  readonly locations: ListColumn;
}

/**
 * Row of the session that each `unchanged` refers to: the latest one of the patient on an earlier day whose labels say
 * anything. Of sessions on one day none is known to come first, and without a date nothing is known to come before.
 */
export function previousSessions(
  { count, subject, date, findings }: LabelledSessions,
  terms: readonly string[],
): Int32Array {
  const previous = new Int32Array(count).fill(-1);
  const unchanged = terms.indexOf(UNCHANGED);
  const says = Uint8Array.from(terms, (label) => Number(!SILENT.has(label)));
  // The latest session so far that says something, and the latest of an earlier day than that.
  let [latest, earlier, person] = [-1, -1, -1];
  for (let row = 0; row < count; row++) {
    if (subject[row] !== person) [latest, earlier, person] = [-1, -1, subject[row] ?? -1];
    const day = date[row] ?? 0;
    if (day === 0) continue;
    const before = latest >= 0 && date[latest] === day ? earlier : latest;
    const cell = cellOf(findings, row);
    if (unchanged >= 0 && cell.includes(unchanged)) previous[row] = before;
    if (!cell.some((term) => says[term] === 1)) continue;
    if (latest < 0 || date[latest] !== day) earlier = latest;
    latest = row;
  }
  return previous;
}

/** What every session finds along its chain, of each term the nearest session that names it. */
function inheritTerms(
  own: ListColumn,
  previous: Int32Array,
  passes: (term: number) => boolean,
): InheritedTerms {
  const offsets = new Uint32Array(previous.length + 1);
  const [terms, from]: [number[], number[]] = [[], []];
  for (let row = 0; row < previous.length; row++) {
    if ((previous[row] ?? -1) >= 0) {
      const known = new Set(cellOf(own, row));
      for (const source of unchangedChain(previous, row))
        for (const term of cellOf(own, source)) {
          if (known.has(term) || !passes(term)) continue;
          known.add(term);
          terms.push(term);
          from.push(source);
        }
    }
    offsets[row + 1] = terms.length;
  }
  return { terms: { offsets, values: Uint32Array.from(terms) }, from: Uint32Array.from(from) };
}

/**
 * Resolves `unchanged` for every session. A finding that the session names itself is not inherited; `normal`,
 * `exclude`, `suboptimal study` and `unchanged` itself are never passed on.
 *
 * @param previous for each session the one it refers to, −1 without; one that leads back to itself ends there.
 */
export function resolveUnchanged(
  sessions: LabelledSessions,
  terms: readonly string[],
  previous = previousSessions(sessions, terms),
): UnchangedTable {
  return {
    previous,
    findings: inheritTerms(sessions.findings, previous, (term) => !KEPT.has(terms[term] ?? '')),
    locations: inheritTerms(sessions.locations, previous, () => true),
  };
}

/** Sessions that a chain is followed through; nobody has as many. */
const MOST_STEPS = 200;

/** The sessions that an `unchanged` leads back through, the one before first; none where nothing is referred to. */
export function unchangedChain(previous: Int32Array, row: number): readonly number[] {
  const chain = new Set<number>();
  for (let at = previous[row] ?? -1; at >= 0 && at !== row && !chain.has(at) && chain.size < MOST_STEPS;) {
    chain.add(at);
    at = previous[at] ?? -1;
  }
  return [...chain];
}

/** Whether a session is labelled `unchanged`, known or not what that refers to. */
export function refersBack(
  { findings }: Pick<LabelledSessions, 'findings'>,
  terms: readonly string[],
  row: number,
): boolean {
  const unchanged = terms.indexOf(UNCHANGED);
  return unchanged >= 0 && cellOf(findings, row).includes(unchanged);
}

/** Cells of two columns put together, row by row. */
export function joinCells(a: ListColumn, b: ListColumn): ListColumn {
  if (b.values.length === 0) return a;
  const offsets = new Uint32Array(a.offsets.length);
  const values = new Uint32Array(a.values.length + b.values.length);
  let at = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (const cells of [cellOf(a, row), cellOf(b, row)]) {
      values.set(cells, at);
      at += cells.length;
    }
    offsets[row + 1] = at;
  }
  return { offsets, values };
}

/** The findings or places of a session that it inherits, with the row each comes from. */
export function inheritedOf(
  { terms, from }: InheritedTerms,
  row: number,
): readonly { readonly term: number; readonly from: number }[] {
  const start = terms.offsets[row] ?? 0;
  return Array.from(cellOf(terms, row), (term, at) => ({ term, from: from[start + at] ?? -1 }));
}
