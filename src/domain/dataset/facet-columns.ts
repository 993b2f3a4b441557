import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { cellLength, cellOf, type ListColumn } from './columns.ts';
import { DATE_SOURCES, LABEL_STATES, type DatasetIndex } from './dataset-index.ts';
import { eachFacet, type FacetKey } from './library-query.ts';
import { projectionSource, PROJECTION_SOURCES, REPORT_KINDS, reportKind } from './session-summary.ts';

/** For one facet: the values of each session, as numbers into `values`. */
export interface FacetColumn {
  readonly values: readonly string[];
  readonly cells: ListColumn;
}

type AddValue = (value: number) => void;

/** Per session the numbers that `list` adds, each once. */
function column(
  index: DatasetIndex,
  values: readonly string[],
  list: (row: number, add: AddValue) => void,
): FacetColumn {
  const offsets = new Uint32Array(index.sessions.count + 1);
  const found: number[] = [];
  const lastRow = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < index.sessions.count; row++) {
    list(row, (value) => {
      if (lastRow[value] === row) return;
      lastRow[value] = row;
      found.push(value);
    });
    offsets[row + 1] = found.length;
  }
  return { values, cells: { offsets, values: Uint32Array.from(found) } };
}

const isRoot = (vocabulary: Vocabulary, label: string): boolean =>
  vocabulary.terms.get(label)?.kind === 'other';

/** A term counts for itself and for everything above it in the graph, once per session. */
function termColumn(index: DatasetIndex, vocabulary: Vocabulary, source: ListColumn): FacetColumn {
  const numbers = new Map<string, number>();
  const number = (label: string): number => {
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size);
    return numbers.size - 1;
  };
  const rollUp = index.terms.map((label) => {
    const above = new Set([label]);
    for (const one of above) for (const parent of vocabulary.terms.get(one)?.parents ?? []) above.add(parent);
    // The roots of the trees tell nothing: everything is below them.
    return [...above].filter((one) => one === label || !isRoot(vocabulary, one));
  });
  const used = new Set(source.values);
  const numbered = rollUp.map((labels, term) => (used.has(term) ? [...labels].map(number) : []));
  return column(index, [...numbers.keys()], (row, add) => {
    for (const term of cellOf(source, row)) for (const label of numbered[term] ?? []) add(label);
  });
}

function testColumn(index: DatasetIndex): FacetColumn {
  const { tests, subjects, sessions } = index;
  const names = Array.from({ length: tests.count }, (_, row) => `${tests.kind[row]}:${tests.result[row]}`);
  const values = [...new Set(names)];
  const numbers = new Map(values.map((name, at) => [name, at]));
  const numbered = Uint32Array.from(names, (name) => numbers.get(name) ?? 0);
  return column(index, values, (row, add) => {
    for (const test of cellOf(subjects.tests, sessions.subject[row] ?? 0)) add(numbered[test] ?? 0);
  });
}

/** What the images of a session say: one number each, none below zero. */
const imageColumn = (
  index: DatasetIndex,
  values: readonly string[],
  read: (image: number) => number,
): FacetColumn =>
  column(index, values, (row, add) => {
    for (const image of cellOf(index.sessions.images, row)) {
      const value = read(image);
      if (value >= 0 && values[value] !== '') add(value);
    }
  });

/** One value of a fixed list per session. */
const stateColumn = (
  index: DatasetIndex,
  values: readonly string[],
  read: (row: number) => number,
): FacetColumn => column(index, values, (row, add) => add(read(row)));

const flagColumn = (index: DatasetIndex, has: (row: number) => boolean): FacetColumn =>
  column(index, ['1'], (row, add) => {
    if (has(row)) add(0);
  });

function issueColumn(index: DatasetIndex): FacetColumn {
  const { sessions, subjects } = index;
  const subjectRows = new Map<string, number>(subjects.ids.map((id, row) => [id, row]));
  const rowOf = (subject: string, session: string): number | undefined => {
    const own = subjectRows.get(subject);
    return own === undefined
      ? undefined
      : cellOf(subjects.sessions, own).find((row) => sessions.ids[row] === session);
  };
  const values = [...new Set(index.issues.map(({ code }) => code))];
  const numbers = new Map(values.map((code, at) => [code, at]));
  const byRow = new Map<number, number[]>();
  for (const { code, subject, session } of index.issues) {
    const row = subject && session ? rowOf(subject, session) : undefined;
    if (row === undefined) continue;
    const own = byRow.get(row);
    const value = numbers.get(code) ?? 0;
    if (own) own.push(value);
    else byRow.set(row, [value]);
  }
  return column(index, values, (row, add) => byRow.get(row)?.forEach(add));
}

const SEXES = ['F', 'M', 'O', 'unknown'] as const;

/** How the values of each facet are found. */
const MAKERS: Readonly<Record<FacetKey, (index: DatasetIndex, vocabulary: Vocabulary) => FacetColumn>> = {
  modality: (index) =>
    imageColumn(index, index.images.modalities, (image) => index.images.modality[image] ?? 0),
  projection: (index) => imageColumn(index, index.images.views, (image) => index.images.view[image] ?? 0),
  projected: (index) =>
    imageColumn(index, PROJECTION_SOURCES, (image) => {
      const source = projectionSource(index, image);
      return source === undefined ? -1 : PROJECTION_SOURCES.indexOf(source);
    }),
  finding: (index, vocabulary) => termColumn(index, vocabulary, index.sessions.findings),
  location: (index, vocabulary) => termColumn(index, vocabulary, index.sessions.locations),
  test: testColumn,
  sex: (index) => {
    const sexes = Uint8Array.from(index.subjects.sex, (sex) => SEXES.indexOf(sex));
    return stateColumn(index, SEXES, (row) => sexes[index.sessions.subject[row] ?? 0] ?? 0);
  },
  dated: (index) => stateColumn(index, DATE_SOURCES, (row) => index.sessions.dateSource[row] ?? 0),
  mask: (index) => flagColumn(index, (row) => cellLength(index.sessions.masks, row) > 0),
  labels: (index) => stateColumn(index, LABEL_STATES, (row) => index.sessions.labelState[row] ?? 0),
  report: (index) => stateColumn(index, REPORT_KINDS, (row) => REPORT_KINDS.indexOf(reportKind(index, row))),
  issue: issueColumn,
  missing: (index) =>
    flagColumn(index, (row) =>
      cellOf(index.sessions.images, row).some((image) => index.images.presence[image] === 1),
    ),
};

/** The facet values of every session. */
export const makeFacetColumns = (
  index: DatasetIndex,
  vocabulary: Vocabulary,
): Readonly<Record<FacetKey, FacetColumn>> => eachFacet((key) => MAKERS[key](index, vocabulary));
