import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetPath, SessionId, SubjectId } from '../brand.ts';
import { TEST_KINDS, TEST_RESULTS, type LabTest } from '../labs/lab-test.ts';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import { buildDatasetIndex } from './build/build-dataset-index.ts';
import { DatasetBuilder } from './build/dataset-builder.ts';
import { sessionSearchTable } from './build/search-table.ts';
import type { DatasetIndex, IndexProgress } from './dataset-index.ts';
import { facetColumns, filterSessions } from './filter.ts';
import { EMPTY_QUERY, FACETS, type FacetKey, type LibraryQuery } from './library-query.ts';
import type { ListCell } from './rows.ts';

/** One session as a test wants it. */
interface Wanted {
  readonly subject: number;
  readonly modalities: readonly string[];
  readonly findings: readonly string[];
  readonly locations: readonly string[];
  readonly hasMask: boolean;
  readonly report: string;
}

interface WantedTest {
  readonly subject: number;
  readonly test: string;
}

const vocabulary = bundledVocabulary();
const DONE: IndexProgress = {
  tables: 'done',
  files: 'done',
  filesFound: 0,
  readings: 'done',
  readingsDone: 0,
  readingsTotal: 0,
};
const PATH = 'labels.tsv' as DatasetPath;
const cell = (items: readonly string[]): ListCell => ({ items, raw: items.join() });
const subjectId = (number: number): SubjectId => `sub-${number}` as SubjectId;
const sessionId = (number: number): SessionId => `ses-${number}` as SessionId;

function indexOf(sessions: readonly Wanted[], tests: readonly WantedTest[]): DatasetIndex {
  const builder = new DatasetBuilder();
  sessions.forEach(({ subject, modalities, findings, locations, hasMask, report }, number) => {
    const ids = { subject: subjectId(subject), session: sessionId(number) };
    const row = {
      ...ids,
      report,
      labels: cell(findings),
      locations: cell(locations),
      bySentence: cell([]),
      labelCuis: cell([]),
      locationCuis: cell([]),
    };
    builder.addLabels(PATH, '', { rows: [row], issues: [] });
    modalities.forEach((modality, run) => {
      const stem = `${number}_run-${run}`;
      builder.addImage({
        ...ids,
        path: `${stem}.png` as DatasetPath,
        root: '',
        relative: stem,
        folder: '',
        stem,
        acq: '',
        container: 'png',
        modality,
        view: '',
        seriesKey: stem,
        presence: 'found',
      });
    });
    const mask = { path: `${number}_dseg.png` as DatasetPath, root: '', stem: `${number}_run-0_dseg` };
    if (hasMask) builder.addMask({ ...ids, ...mask, run: '', acq: '', view: '' });
  });
  const rows = tests.map(({ subject, test }): LabTest => {
    const [kind, result] = test.split(':');
    return {
      subject: subjectId(subject),
      kind: kind as LabTest['kind'],
      result: result as LabTest['result'],
      date: 20200401 as LabTest['date'],
      raw: { test: '', result: '', date: '' },
    };
  });
  builder.addTests(PATH, { rows, issues: [] });
  return buildDatasetIndex(builder, { name: 'x', release: 'mids' }, DONE, vocabulary, (...texts) =>
    sessionSearchTable(...texts, vocabulary),
  );
}

/** The labels and every term above them but the roots. */
function withAncestors(labels: readonly string[]): Set<string> {
  const terms = [...vocabulary.terms.values()]
    .filter(({ kind }) => kind !== 'other')
    .map(({ label }) => label);
  const above = terms.filter((term) => labels.some((label) => vocabulary.descendants(term).has(label)));
  return new Set([...labels, ...above]);
}

/** Everything a session counts under, told again without columns, bits or offsets. */
function valuesOf(
  session: Wanted,
  tests: readonly WantedTest[],
): Readonly<Record<FacetKey, ReadonlySet<string>>> {
  return {
    modality: new Set(session.modalities),
    finding: withAncestors(session.findings),
    location: withAncestors(session.locations),
    test: new Set(tests.filter(({ subject }) => subject === session.subject).map(({ test }) => test)),
    mask: new Set(session.hasMask ? ['1'] : []),
  };
}

const matchesText = ({ report }: Wanted, text: string): boolean =>
  text.split(' ').every((word) => word === '' || report.split(' ').some((one) => one.startsWith(word)));

function passes(
  session: Wanted,
  tests: readonly WantedTest[],
  query: LibraryQuery,
  without?: FacetKey,
): boolean {
  const values = valuesOf(session, tests);
  return (
    matchesText(session, query.text) &&
    FACETS.every(
      (key) =>
        key === without ||
        query.facets[key].length === 0 ||
        query.facets[key].some((value) => values[key].has(value)),
    )
  );
}

const FINDINGS = [
  'consolidation',
  'COVID 19',
  'ground glass pattern',
  'air bronchogram',
  'normal',
  'no such label',
];
const LOCATIONS = ['loc basal', 'loc right', 'loc lingula', 'loc bilateral'];
const TESTS = TEST_KINDS.flatMap((kind) => TEST_RESULTS.map((result) => `${kind}:${result}`));
const QUERY_FINDINGS = [...FINDINGS, 'pneumonia', 'infiltrates', 'alveolar pattern'];

const session = fc.record<Wanted>({
  subject: fc.integer({ min: 0, max: 4 }),
  modalities: fc.uniqueArray(fc.constantFrom('CR', 'DX', 'CT'), { maxLength: 3 }),
  findings: fc.array(fc.constantFrom(...FINDINGS), { maxLength: 4 }),
  locations: fc.array(fc.constantFrom(...LOCATIONS), { maxLength: 3 }),
  hasMask: fc.boolean(),
  report: fc
    .array(fc.constantFrom('opacidad', 'opaco', 'base', 'derecha'), { maxLength: 4 })
    .map((words) => words.join(' ')),
});
const test = fc.record<WantedTest>({
  subject: fc.integer({ min: 0, max: 4 }),
  test: fc.constantFrom(...TESTS),
});
const some = (...values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });
const query = fc.record<LibraryQuery>({
  text: fc.constantFrom('', '', 'opa', 'base der', 'izquierda'),
  facets: fc.record({
    modality: some('CR', 'DX', 'CT'),
    finding: some(...QUERY_FINDINGS),
    location: some(...LOCATIONS, 'loc lobar'),
    test: some(...TESTS),
    mask: some('1'),
  }),
  sort: fc.constant(EMPTY_QUERY.sort),
});

describe('the library filter', () => {
  it('leaves the sessions and counts that a plain loop over everything finds', () => {
    fc.assert(
      fc.property(
        fc.array(session, { maxLength: 12 }),
        fc.array(test, { maxLength: 8 }),
        query,
        (sessions, tests, asked) => {
          const index = indexOf(sessions, tests);
          const result = filterSessions(index, facetColumns(index, vocabulary), asked);
          const expected = sessions.flatMap((one, number) =>
            passes(one, tests, asked) ? [sessionId(number)] : [],
          );
          const shown = Array.from(result.rows, (row) => index.sessions.ids[row] ?? '');
          expect(new Set(shown)).toEqual(new Set(expected));
          expect(shown).toHaveLength(expected.length);
          const people = new Set(
            sessions.filter((one) => passes(one, tests, asked)).map(({ subject }) => subject),
          );
          expect(result.subjects).toBe(people.size);
          for (const key of FACETS) {
            const counts = new Map<string, number>();
            for (const one of sessions)
              if (passes(one, tests, asked, key))
                for (const value of valuesOf(one, tests)[key])
                  counts.set(value, (counts.get(value) ?? 0) + 1);
            for (const value of asked.facets[key]) if (!counts.has(value)) counts.set(value, 0);
            expect(Object.fromEntries(result.facets[key].map(({ value, count }) => [value, count]))).toEqual(
              Object.fromEntries(counts),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds COVID 19 below pneumonia, and consolidation below infiltrates', () => {
    const plain: Wanted = {
      subject: 0,
      modalities: [],
      findings: [],
      locations: [],
      hasMask: false,
      report: '',
    };
    const index = indexOf(
      [
        { ...plain, findings: ['COVID 19'] },
        { ...plain, findings: ['consolidation'] },
      ],
      [],
    );
    const columns = facetColumns(index, vocabulary);
    const rows = (finding: string) =>
      filterSessions(index, columns, {
        ...EMPTY_QUERY,
        facets: { ...EMPTY_QUERY.facets, finding: [finding] },
      }).rows.length;
    expect(rows('pneumonia')).toBe(1);
    expect(rows('infiltrates')).toBe(1);
    expect(rows('atelectasis')).toBe(0);
  });
});
