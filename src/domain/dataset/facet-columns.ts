import { widerProjection } from '../imaging/projection.ts';
import { makeContradictionColumn } from '../report/rules/contradictions.ts';
import { isNormalStudy, NORMAL } from '../vocabulary/normal-study.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { cellLength, cellOf, filterCells, type FacetColumn, type ListColumn } from './columns.ts';
import { DATE_SOURCES, LABEL_STATES, type DatasetTables, type FilterColumns } from './dataset-index.ts';
import {
  eachFacet,
  type FacetKey,
  type ResolvedKey,
  type TermScope,
  type UnchangedReading,
} from './library-query.ts';
import { joinCells } from './unchanged.ts';
import { projectionSource, PROJECTION_SOURCES, REPORT_KINDS, reportKind } from './session-summary.ts';

type AddValue = (value: number) => void;

/** Per session the numbers that `list` adds, each once. */
function column(
  index: DatasetTables,
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

/** A term counts for itself, and in a branch for everything above it in the graph too, once per session. */
function termColumn(
  index: DatasetTables,
  vocabulary: Vocabulary,
  source: ListColumn,
  scope: TermScope,
): FacetColumn {
  const numbers = new Map<string, number>();
  const number = (label: string): number => {
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size);
    return numbers.size - 1;
  };
  const rollUp = index.terms.map((label) => {
    const above = new Set([label]);
    if (scope === 'own') return [label];
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

/** The findings without `normal` where the session has others too: its cell was never trimmed by its authors. */
function countedFindings(terms: readonly string[], findings: ListColumn): ListColumn {
  const normal = terms.indexOf(NORMAL);
  if (normal < 0) return findings;
  return filterCells(
    findings,
    (term, cell) => term !== normal || isNormalStudy(Array.from(cell, (one) => terms[one] ?? '')),
  );
}

function testColumn(index: DatasetTables): FacetColumn {
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
  index: DatasetTables,
  values: readonly string[],
  read: (image: number) => number,
): FacetColumn =>
  column(index, values, (row, add) => {
    for (const image of cellOf(index.sessions.images, row)) {
      const value = read(image);
      if (value >= 0 && values[value] !== '') add(value);
    }
  });

/** A projection counts for itself and for the wider one that stands for it. */
function projectionColumn(index: DatasetTables): FacetColumn {
  const { views, view } = index.images;
  const above = views.map((name) => widerProjection(name) ?? '');
  const values = [...new Set([...views, ...above])];
  const wider = above.map((name) => values.indexOf(name));
  return column(index, values, (row, add) => {
    for (const image of cellOf(index.sessions.images, row)) {
      const own = view[image] ?? 0;
      for (const value of [own, wider[own] ?? 0]) if (values[value] !== '') add(value);
    }
  });
}

/** One value of a fixed list per session. */
const stateColumn = (
  index: DatasetTables,
  values: readonly string[],
  read: (row: number) => number,
): FacetColumn => column(index, values, (row, add) => add(read(row)));

const flagColumn = (index: DatasetTables, has: (row: number) => boolean): FacetColumn =>
  column(index, ['1'], (row, add) => {
    if (has(row)) add(0);
  });

function issueColumn(index: DatasetTables): FacetColumn {
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
const MAKERS: Readonly<Record<FacetKey, (index: DatasetTables, vocabulary: Vocabulary) => FacetColumn>> = {
  modality: (index) =>
    imageColumn(index, index.images.modalities, (image) => index.images.modality[image] ?? 0),
  projection: projectionColumn,
  projected: (index) =>
    imageColumn(index, PROJECTION_SOURCES, (image) => {
      const source = projectionSource(index, image);
      return source === undefined ? -1 : PROJECTION_SOURCES.indexOf(source);
    }),
  finding: (index, vocabulary) =>
    termColumn(index, vocabulary, countedFindings(index.terms, index.sessions.findings), 'branch'),
  location: (index, vocabulary) => termColumn(index, vocabulary, index.sessions.locations, 'branch'),
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
  contradiction: makeContradictionColumn,
};

/** The facet values of every session. */
export const makeFacetColumns = (
  index: DatasetTables,
  vocabulary: Vocabulary,
): Readonly<Record<FacetKey, FacetColumn>> => eachFacet((key) => MAKERS[key](index, vocabulary));

/** Findings and places in every way in which they can be counted. */
export function makeTermColumns(
  index: DatasetTables,
  vocabulary: Vocabulary,
  { finding, location }: Readonly<Record<ResolvedKey, FacetColumn>>,
): FilterColumns['terms'] {
  const { terms, sessions } = index;
  const { unchanged } = sessions;
  const cells: Readonly<Record<UnchangedReading, Readonly<Record<ResolvedKey, ListColumn>>>> = {
    written: {
      finding: countedFindings(terms, sessions.findings),
      location: sessions.locations,
    },
    resolved: {
      finding: countedFindings(terms, joinCells(sessions.findings, unchanged.findings.terms)),
      location: joinCells(sessions.locations, unchanged.locations.terms),
    },
  };
  const columns = (reading: UnchangedReading, scope: TermScope): Record<ResolvedKey, FacetColumn> => ({
    finding: termColumn(index, vocabulary, cells[reading].finding, scope),
    location: termColumn(index, vocabulary, cells[reading].location, scope),
  });
  return {
    branch: { written: { finding, location }, resolved: columns('resolved', 'branch') },
    own: { written: columns('written', 'own'), resolved: columns('resolved', 'own') },
  };
}
