import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  libraryIndex,
  PLAIN_SESSION,
  sessionId,
  type WantedImage,
  type WantedSession,
  type WantedSubject,
  type WantedTest,
} from '../../testing/library-dataset.ts';
import { TEST_KINDS, TEST_RESULTS } from '../labs/lab-test.ts';
import { bundledVocabulary } from '../vocabulary/vocabulary.ts';
import { filterSessions, sessionsLeft } from './filter.ts';
import { createOrder } from './sort.ts';
import {
  EMPTY_QUERY,
  eachFacet,
  FACETS,
  RANGES,
  SORT_KEYS,
  type FacetKey,
  type LibraryQuery,
  type Range,
  type RangeKey,
} from './library-query.ts';

interface World {
  readonly sessions: readonly WantedSession[];
  readonly subjects: readonly WantedSubject[];
  readonly tests: readonly WantedTest[];
  /** Codes of the index's issues by session: what brings them up is the builder's, and tested there. */
  readonly codes?: ReadonlyMap<string, readonly string[]>;
}

const vocabulary = bundledVocabulary();

/** The labels and every term above them but the roots. */
function withAncestors(labels: readonly string[]): string[] {
  const terms = [...vocabulary.terms.values()].filter(({ kind }) => kind !== 'other');
  const above = terms.filter(({ label }) => labels.some((one) => vocabulary.descendants(label).has(one)));
  return [...labels, ...above.map(({ label }) => label)];
}

/** A left lateral is a lateral. */
const withWider = (view: string): readonly string[] => (view === 'LL' ? ['LL', 'lateral'] : [view]);

const shownView = ({ named, read }: WantedImage): string => read || named;

function projectedFrom(image: WantedImage): string[] {
  if (image.read !== undefined && image.read !== '' && image.named !== '' && image.read !== image.named)
    return ['conflict'];
  if (shownView(image) === '') return [];
  return [image.named === '' ? 'header' : 'name'];
}

const hasRow = ({ labels, report }: WantedSession): boolean => labels !== undefined || report !== '';

/** `normal` is no finding beside others. */
const withoutStrayNormal = (findings: readonly string[]): readonly string[] =>
  findings.some((one) => !['normal', 'exclude', 'suboptimal study'].includes(one))
    ? findings.filter((one) => one !== 'normal')
    : findings;

/** Everything a session counts under, told again without columns, bits or offsets. */
function valuesOf(
  one: WantedSession,
  { sessions, subjects, tests, codes }: World,
  { unchanged, terms }: Pick<LibraryQuery, 'unchanged' | 'terms'>,
): Readonly<Record<FacetKey, readonly string[]>> {
  const { findings = [], locations = [] } =
    unchanged === 'resolved' ? resolvedLabels(one, sessions) : (one.labels ?? {});
  const person = subjects.find(({ subject }) => subject === one.subject);
  const counted = terms === 'own' ? (labels: readonly string[]) => labels : withAncestors;
  const written = [...(one.labels?.findings ?? []), ...(one.labels?.locations ?? [])];
  const isLabelled = written.length > 0;
  return {
    modality: one.images.map(({ modality }) => modality),
    projection: one.images
      .map(shownView)
      .filter((view) => view !== '')
      .flatMap(withWider),
    projected: one.images.flatMap(projectedFrom),
    finding: counted(withoutStrayNormal(findings)),
    location: counted(locations),
    test: tests.filter(({ subject }) => subject === one.subject).map(({ test }) => test),
    sex: [person?.sex ?? 'unknown'],
    dated: [one.date > 0 ? 'table' : 'none'],
    mask: one.hasMask ? ['1'] : [],
    labels: [!hasRow(one) ? 'none' : isLabelled ? 'labelled' : 'empty'],
    report: [one.written !== '' ? 'readable' : one.report !== '' ? 'normalised' : 'none'],
    issue: codes?.get(sessionId(sessions.indexOf(one))) ?? [],
    missing: one.images.some(({ isMissing }) => isMissing) ? ['1'] : [],
    contradiction: contradictionsIn(one, tests),
  };
}

/** Days between two dates of yyyymmdd, by the calendar. */
const daysFrom = (a: number, b: number): number =>
  Math.abs(
    Date.parse(String(b).replace(/(....)(..)(..)/, '$1-$2-$3')) -
      Date.parse(String(a).replace(/(....)(..)(..)/, '$1-$2-$3')),
  ) / 86_400_000;

/** The rules about tables and images, told again; those about texts have tests of their own. */
function contradictionsIn(one: WantedSession, tests: readonly WantedTest[]): readonly string[] {
  const findings = one.labels?.findings ?? [];
  const found = findings.filter(
    (label) => !['normal', 'exclude', 'suboptimal study', 'unchanged'].includes(label),
  );
  const around = tests.filter(
    ({ subject, date }) =>
      subject === one.subject && one.date > 0 && date > 0 && daysFrom(one.date, date) <= 14,
  );
  const virus = around.filter(({ test }) => /^(PCR|ACT):/.test(test));
  const all = (result: string): boolean =>
    virus.length > 0 && virus.every(({ test }) => test.endsWith(`:${result}`));
  const hasCovid = findings.includes('COVID 19');
  return [
    ...(findings.includes('normal') && found.length > 0 ? ['normal-beside-findings'] : []),
    ...(hasCovid && all('negative') && !around.some(({ test }) => test.endsWith(':positive'))
      ? ['covid-tests-negative']
      : []),
    ...(!hasCovid && all('positive') && findings.includes('pneumonia') ? ['covid-not-labelled'] : []),
    ...(one.images.some((image) => projectedFrom(image)[0] === 'conflict') ? ['projection-mismatch'] : []),
  ];
}

/** The labels of a session with those that `unchanged` stands for, told by a plain recursion. */
function resolvedLabels(
  one: WantedSession,
  sessions: readonly WantedSession[],
): NonNullable<WantedSession['labels']> {
  const own = one.labels ?? { findings: [], locations: [] };
  if (one.date === 0 || !own.findings.includes('unchanged')) return own;
  let before: WantedSession | undefined;
  for (const other of sessions) {
    const speaks =
      other.labels?.findings.some((label) => label !== 'exclude' && label !== 'suboptimal study') ?? false;
    if (other.subject !== one.subject || other.date === 0 || other.date >= one.date || !speaks) continue;
    if (!before || other.date >= before.date) before = other;
  }
  if (!before) return own;
  const inherited = resolvedLabels(before, sessions);
  return {
    findings: [
      ...own.findings,
      ...inherited.findings.filter((label) => label !== 'normal' && label !== 'unchanged'),
    ],
    locations: [...own.locations, ...inherited.locations],
  };
}

function numbersOf(one: WantedSession, { subjects }: World): Readonly<Record<RangeKey, readonly number[]>> {
  const ages = subjects.find(({ subject }) => subject === one.subject)?.ages ?? [];
  return { age: ages.map(Math.floor), date: one.date > 0 ? [one.date] : [] };
}

const isWithin = (value: number, { from = -Infinity, to = Infinity }: Range): boolean =>
  value >= from && value <= to;

/** Report words by their beginning; a word after a minus must not begin one. */
function matchesText({ report }: WantedSession, text: string): boolean {
  const words = report.split(' ');
  return text
    .split(' ')
    .filter((asked) => asked !== '')
    .every((asked) =>
      asked.startsWith('-')
        ? !words.some((word) => word.startsWith(asked.slice(1)))
        : words.some((word) => word.startsWith(asked)),
    );
}

function passes(
  one: WantedSession,
  world: World,
  query: LibraryQuery,
  without?: FacetKey | RangeKey,
): boolean {
  const values = valuesOf(one, world, query);
  const numbers = numbersOf(one, world);
  return (
    matchesText(one, query.text) &&
    FACETS.every(
      (key) =>
        key === without ||
        ((query.facets[key].length === 0 || query.facets[key].some((value) => values[key].includes(value))) &&
          !query.not[key].some((value) => values[key].includes(value))),
    ) &&
    RANGES.every((key) => {
      const range = query.ranges[key];
      return key === without || !range || numbers[key].some((value) => isWithin(value, range));
    })
  );
}

function tally<Value>(lists: readonly (readonly Value[])[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const list of lists)
    for (const value of new Set(list)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const FINDINGS = [
  'unchanged',
  'consolidation',
  'pneumonia',
  'COVID 19',
  'ground glass pattern',
  // Has two parents.
  'air bronchogram',
  'normal',
  'no such label',
];
const LOCATIONS = ['loc basal', 'loc right', 'loc lingula', 'loc bilateral'];
const TESTS = TEST_KINDS.flatMap((kind) => TEST_RESULTS.map((result) => `${kind}:${result}`));
const VIEWS = ['PA', 'AP', 'LL', 'lateral'];
const DATES = [0, 20191231, 20200301, 20200315, 20210101];

const several = (...values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const image = fc.record<WantedImage>({
  modality: fc.constantFrom('CR', 'DX', 'CT'),
  named: fc.constantFrom('', ...VIEWS),
  read: fc.constantFrom(undefined, '', ...VIEWS),
  isMissing: fc.boolean(),
});
const labels = fc.record({ findings: several(...FINDINGS), locations: several(...LOCATIONS) });
const report = fc.array(fc.constantFrom('opacidad', 'opaco', 'base', 'derecha'), { maxLength: 4 });
const session = fc.record<WantedSession>({
  subject: fc.integer({ min: 0, max: 4 }),
  date: fc.constantFrom(...DATES),
  images: fc.array(image, { maxLength: 3 }),
  labels: fc.option(labels, { nil: undefined }),
  labelCuis: fc.constant(''),
  hasMask: fc.boolean(),
  report: report.map((words) => words.join(' ')),
  written: fc.constantFrom('', 'Texto.'),
});
const world = fc.record<World>({
  sessions: fc.array(session, { maxLength: 10 }),
  subjects: fc.uniqueArray(
    fc.record<WantedSubject>({
      subject: fc.integer({ min: 0, max: 4 }),
      ages: fc.uniqueArray(fc.integer({ min: 20, max: 24 }), { maxLength: 2 }),
      sex: fc.constantFrom('M', 'F', 'O', 'unknown'),
    }),
    { selector: ({ subject }) => subject },
  ),
  tests: fc.array(
    fc.record<WantedTest>({
      subject: fc.integer({ min: 0, max: 4 }),
      test: fc.constantFrom(...TESTS),
      date: fc.constantFrom(...DATES),
    }),
    { maxLength: 6 },
  ),
});
const some = (...values: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 }),
  );
const values = fc.record(
  eachFacet((key) => {
    const known: Readonly<Record<FacetKey, readonly string[]>> = {
      modality: ['CR', 'DX', 'CT'],
      projection: [...VIEWS, 'none such'],
      projected: ['name', 'header', 'conflict'],
      finding: [...FINDINGS, 'pneumonia', 'infiltrates', 'alveolar pattern'],
      location: [...LOCATIONS, 'loc lobar'],
      test: TESTS,
      sex: ['M', 'F', 'unknown'],
      dated: ['none', 'table', 'sidecar'],
      mask: ['1'],
      labels: ['none', 'empty', 'labelled'],
      report: ['readable', 'normalised', 'none'],
      issue: ['FILE_MISSING', 'LABEL_UNKNOWN', 'SIDECAR_MISSING', 'NO_SUCH_CODE'],
      missing: ['1'],
      contradiction: ['normal-beside-findings', 'covid-not-labelled', 'projection-mismatch', 'label-denied'],
    };
    return some(...known[key]);
  }),
);
const range = (...ends: readonly number[]) =>
  fc.option(
    fc.record({ from: fc.constantFrom(...ends), to: fc.constantFrom(...ends) }, { requiredKeys: [] }),
    { nil: undefined, freq: 2 },
  );
const query = fc.record({
  text: fc.constantFrom('', '', 'opa', 'base der', 'izquierda', 'base -opac', '-derecha'),
  facets: values,
  not: values,
  ranges: fc.record({ age: range(20, 21, 22, 23, 24), date: range(20200101, 20200310, 20201231) }),
  unchanged: fc.constantFrom('written' as const, 'resolved' as const),
  terms: fc.constantFrom('branch' as const, 'own' as const),
  sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
  group: fc.constantFrom('session' as const, 'patient' as const),
  view: fc.constant('table' as const),
});

const labelled = (...findings: string[]): WantedSession => ({
  ...PLAIN_SESSION,
  labels: { findings, locations: [] },
});

describe('the library filter', () => {
  it('leaves the sessions and counts that a plain loop over everything finds', () => {
    fc.assert(
      fc.property(world, query, (wanted, asked) => {
        const { sessions } = wanted;
        const index = libraryIndex(vocabulary, sessions, wanted.subjects, wanted.tests);
        const codesOf = (id: string): readonly string[] =>
          index.issues.filter((issue) => issue.session === id).map(({ code }) => code);
        const made = { ...wanted, codes: new Map(index.sessions.ids.map((id) => [id, codesOf(id)])) };
        const result = filterSessions(index, createOrder(index), asked);
        const left = sessions.filter((one) => passes(one, made, asked));
        const shown = Array.from(result.rows, (row) => index.sessions.ids[row] ?? '');
        expect(shown.toSorted()).toEqual(left.map((one) => sessionId(sessions.indexOf(one))).toSorted());
        expect(sessionsLeft(index, createOrder(index), asked)).toEqual(result.rows);
        expect(result.subjects).toBe(new Set(left.map(({ subject }) => subject)).size);
        for (const key of FACETS) {
          const others = sessions.filter((one) => passes(one, made, asked, key));
          const counts = tally(others.map((one) => valuesOf(one, made, asked)[key]));
          for (const value of [...asked.facets[key], ...asked.not[key]])
            if (!counts.has(value)) counts.set(value, 0);
          expect(
            Object.fromEntries(result.facets[key].map(({ value, count }) => [value, count])),
            key,
          ).toEqual(Object.fromEntries(counts));
        }
        for (const key of RANGES) {
          const others = sessions.filter((one) => passes(one, made, asked, key));
          const counts = tally(others.map((one) => numbersOf(one, made)[key]));
          const found = result.ranges[key];
          const filled = Array.from(found.values, (value, at) => [value, found.counts[at] ?? 0] as const);
          expect(new Map(filled.filter(([, count]) => count > 0)), key).toEqual(counts);
          expect(Array.from(found.values)).toEqual(Array.from(found.values).toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 250 },
    );
    // Each run builds an index; on a busy machine they add up.
  }, 60_000);

  it('keeps the sessions of a patient together when they are grouped', () => {
    fc.assert(
      fc.property(world, query, ({ sessions, subjects, tests }, asked) => {
        const index = libraryIndex(vocabulary, sessions, subjects, tests);
        const sorted = createOrder(index);
        const plain = filterSessions(index, sorted, { ...asked, group: 'session' }).rows;
        const grouped = filterSessions(index, sorted, { ...asked, group: 'patient' }).rows;
        const people = Array.from(grouped, (row) => index.sessions.subject[row] ?? 0);
        const starts = people.filter((one, at) => one !== people[at - 1]);
        expect(new Set(starts).size).toBe(starts.length);
        expect(starts).toEqual([...new Set(Array.from(plain, (row) => index.sessions.subject[row] ?? 0))]);
        expect(grouped.toSorted()).toEqual(plain.toSorted());
      }),
    );
  });

  it('finds COVID 19 below pneumonia, and consolidation below infiltrates', () => {
    const index = libraryIndex(vocabulary, [labelled('COVID 19'), labelled('consolidation'), PLAIN_SESSION]);
    const sorted = createOrder(index);
    const rows = (finding: string, side: 'facets' | 'not' = 'facets') =>
      filterSessions(index, sorted, {
        ...EMPTY_QUERY,
        [side]: { ...EMPTY_QUERY[side], finding: [finding] },
      }).rows.length;
    expect(rows('pneumonia')).toBe(1);
    expect(rows('infiltrates')).toBe(1);
    expect(rows('atelectasis')).toBe(0);
    // A session without labels is not one without the finding: it stays.
    expect(rows('pneumonia', 'not')).toBe(2);
  });
});

describe('the finding “normal”', () => {
  const index = libraryIndex(vocabulary, [
    labelled('normal'),
    labelled('suboptimal study', 'normal'),
    labelled('normal', 'COVID 19'),
    labelled('exclude'),
  ]);
  const rows = (finding: string): readonly number[] =>
    Array.from(
      filterSessions(index, createOrder(index), {
        ...EMPTY_QUERY,
        facets: { ...EMPTY_QUERY.facets, finding: [finding] },
      }).rows,
    ).toSorted((a, b) => a - b);

  it('counts sessions that have no other finding', () => {
    expect(rows('normal')).toEqual([0, 1]);
    expect(rows('COVID 19')).toEqual([2]);
    expect(rows('suboptimal study')).toEqual([1]);
  });
});

describe('the order of the rows', () => {
  const DATED = [20200301, 0, 20200501, 20200401];
  const index = libraryIndex(
    vocabulary,
    DATED.map((date, subject) => ({ ...PLAIN_SESSION, subject, date })),
    [
      { subject: 0, ages: [70], sex: 'M' },
      { subject: 1, ages: [30, 80], sex: 'F' },
      { subject: 2, ages: [], sex: 'F' },
    ],
  );
  const sorted = createOrder(index);
  const order = (key: LibraryQuery['sort']['key'], descending: boolean): readonly string[] =>
    Array.from(
      filterSessions(index, sorted, { ...EMPTY_QUERY, sort: { key, descending } }).rows,
      (row) => index.sessions.ids[row] ?? '',
    );

  it('puts sessions without a value last, both ways', () => {
    expect(order('date', false)).toEqual(['ses-E0', 'ses-E3', 'ses-E2', 'ses-E1']);
    expect(order('date', true)).toEqual(['ses-E2', 'ses-E3', 'ses-E0', 'ses-E1']);
    expect(order('age', false)).toEqual(['ses-E1', 'ses-E0', 'ses-E2', 'ses-E3']);
    expect(order('age', true)).toEqual(['ses-E0', 'ses-E1', 'ses-E2', 'ses-E3']);
  });

  it('orders ids by the numbers in them', () => {
    const many = libraryIndex(
      vocabulary,
      Array.from({ length: 12 }, () => PLAIN_SESSION),
    );
    const rows = filterSessions(many, createOrder(many), {
      ...EMPTY_QUERY,
      sort: { key: 'session', descending: false },
    }).rows;
    expect(Array.from(rows, (row) => many.sessions.ids[row])).toEqual(
      Array.from({ length: 12 }, (_, at) => `ses-E${at}`),
    );
  });
});
